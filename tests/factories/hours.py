"""Hours, applications for credit and certificates for tests."""

from datetime import date
from itertools import count
from typing import Any

from django.core.files.base import ContentFile

from netzwerk.hours.models import Category, Credit, Entry, Presence, Source
from netzwerk.hours.services import credits, ledger
from netzwerk.hours.services.certificates import Paper
from netzwerk.members.models import User
from tests.factories.pages import png

_numbers = count(1)
IN_PERSON, ONLINE = Presence.IN_PERSON, Presence.ONLINE


def category(key: str = "theorie") -> Category:
    return Category.objects.get(key=key)


def entry(person: User, minutes: int = 90, day: date = date(2026, 3, 3), **changes: Any) -> Entry:
    """Hours of a source of its own."""
    values = {
        "source": Source("test", str(next(_numbers)), "Werkstatt"),
        "category": category(),
        "presence": IN_PERSON,
        "actor": None,
    } | changes
    return ledger.credit(person, minutes=minutes, day=day, **values)


def credit_values(**changes: Any) -> dict[str, Any]:
    return {
        "title": f"Fortbildung {next(_numbers)}",
        "provider": "Volkshochschule",
        "category": category(),
        "presence": IN_PERSON,
        "minutes": 900,
        "first_day": date(2026, 3, 3),
        "last_day": date(2026, 3, 5),
        "explanation": "",
    } | changes


def proof_file(name: str = "nachweis.png") -> ContentFile:
    return ContentFile(png(), name=name)


def draft(person: User, **changes: Any) -> Credit:
    """With a proof."""
    made = credits.begin_credit(actor=person, **credit_values(**changes))
    credits.add_proof(made, proof_file(), actor=person)
    return made


def submitted(person: User, **changes: Any) -> Credit:
    return credits.submit_credit(draft(person, **changes), actor=person)


def paper(**changes: Any) -> Paper:
    values = {
        "title": "Teilnahmebescheinigung",
        "holder": "Jörn Pahlke",
        "sentence": "Hat teilgenommen.",
        "facts": [("Veranstaltung", "Wohnung verloren"), ("Zeitraum", "14. Januar 2026")],
        "hours": [("Theorie und Anwendung", "6 UE", "0 UE", "6 UE"), ("Zusammen", "6 UE", "0 UE", "6 UE")],
        "note": "Eine Unterrichtseinheit (UE) dauert 45 Minuten.",
    } | changes
    return Paper(**values)
