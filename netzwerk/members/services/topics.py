"""The vocabulary of topics, which the network office maintains in the admin."""

from django.db import transaction

from netzwerk.members.models import Organisation, Topic, User
from netzwerk.members.services.organisations import touch
from netzwerk.surfaces.locks import lock_setup
from netzwerk.texts.cleaning import address_part

FIRST_TOPICS = (
    "Alter und Pflege",
    "Arbeit und Beschäftigung",
    "Datenschutz und Schweigepflicht",
    "Fach- und Finanzcontrolling",
    "Fallmanagement",
    "Familie und Alleinerziehende",
    "Hilfeplanung",
    "Migration und Sprachmittlung",
    "Netzwerkarbeit",
    "Qualifizierung",
    "Schuldnerberatung",
    "Sozialplanung",
    "Sucht und seelische Gesundheit",
    "Verständliche Sprache",
    "Wohnungssicherung",
    "Zugang und Erstberatung",
)


@transaction.atomic
def ensure_topics() -> None:
    """Fill an empty vocabulary; one with topics stays as it is."""
    lock_setup()
    if not Topic.objects.exists():
        for name in FIRST_TOPICS:
            Topic.objects.create(name=name, slug=address_part(name))


def touch_profiles_with_topic(topic: Topic) -> None:
    """Mark profiles with this topic as changed, in the transaction that renames or deletes it."""
    touch(Organisation.objects.filter(topics=topic))
    for person in User.objects.filter(topics=topic):
        person.save(update_fields=["folded"])  # sends post_save, for the search index
