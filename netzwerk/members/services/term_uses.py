"""What profiles do when a topic of theirs is renamed, moved or merged."""

from django.db.models import QuerySet
from django.db.models.signals import post_save

from netzwerk.members.models import User
from netzwerk.members.services.organisations import touch
from netzwerk.surfaces.registry import TOPICS, TermUse


def announce_people(people: QuerySet) -> None:
    """Tells the search, which listens to post_save. Nothing is saved: it would overwrite what somebody changes meanwhile."""
    for person in people:
        post_save.send(
            User, instance=person, created=False, update_fields=frozenset({"topics"}), raw=False, using=people.db
        )


TERM_USES = (
    TermUse("members.Organisation.topics", TOPICS, "Organisation", "Organisationen", touch),
    TermUse("members.User.topics", TOPICS, "Mensch", "Menschen", announce_people),
)
