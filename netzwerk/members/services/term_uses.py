"""What profiles do when a topic of theirs is renamed, moved or merged."""

from django.db.models import QuerySet

from netzwerk.members.services.organisations import touch
from netzwerk.surfaces.registry import TOPICS, TermUse


def touch_people(people: QuerySet) -> None:
    for person in people:
        person.save(update_fields=["folded"])  # sends post_save, for the search index


TERM_USES = (
    TermUse("members.Organisation.topics", TOPICS, "Organisationen", touch),
    TermUse("members.User.topics", TOPICS, "Menschen", touch_people),
)
