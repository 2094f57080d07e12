"""The vocabulary of topics: a beginning for a new installation, which the network office then keeps."""

from django.db import transaction

from netzwerk.members.models import Organisation, Topic, User
from netzwerk.members.services.organisations import touch
from netzwerk.surfaces.locks import lock_setup
from netzwerk.surfaces.texts import address_part

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
    """Fill an empty vocabulary; one that somebody keeps already is left alone."""
    lock_setup()
    if not Topic.objects.exists():
        for name in FIRST_TOPICS:
            Topic.objects.create(name=name, slug=address_part(name))


def touch_those_about(topic: Topic) -> None:
    """A topic is renamed or goes: the profiles that name it change. Called inside the transaction that does it."""
    touch(Organisation.objects.filter(topics=topic))
    for person in User.objects.filter(topics=topic):
        person.save(update_fields=["folded"])  # tells those who listen
