"""Data about a person in this app: their hours, applications for credit, certificates."""

from typing import Any

from django.utils import timezone

from netzwerk.files.services import detach_all_files
from netzwerk.hours.models import Certificate, Credit, CreditStep, Entry
from netzwerk.hours.services import notices
from netzwerk.surfaces.registry import OwnData

Record = dict[str, Any]


def _entries(user: Any) -> list[Record]:
    rows = Entry.objects.filter(person=user).select_related("category", "credited_by")
    return [
        {
            "Datum": row.day,
            "Wofür": row.title,
            "Art": row.category.label,
            "Form": row.get_presence_display(),
            "Minuten": row.minutes,
            "Fassung": row.revision,
            "Gegenbuchung": row.is_counter,
            "Grund der Berichtigung": row.reason,
            "gutgeschrieben am": timezone.localtime(row.credited_at),
        }
        for row in rows
    ]


def _erase_entries(user: Any) -> None:
    Entry.objects.filter(person=user).delete()
    Entry.objects.filter(credited_by=user).update(credited_by=None)


def _credits(user: Any) -> list[Record]:
    rows = Credit.objects.filter(person=user).select_related("category").prefetch_related("proofs", "steps")
    return [
        {
            "Fortbildung": row.title,
            "Anbieter": row.provider,
            "Art": row.category.label,
            "Form": row.get_presence_display(),
            "Minuten": row.minutes,
            "von": row.first_day,
            "bis": row.last_day,
            "Erläuterung": row.explanation,
            "Stand": row.get_state_display(),
            "angerechnete Minuten": row.granted_minutes,
            "Nachweise": [proof.title for proof in row.proofs.all()],
            "Verlauf": [f"{step.get_kind_display()}: {step.text}".rstrip(": ") for step in row.steps.all()],
        }
        for row in rows
    ]


def _erase_credits(user: Any) -> None:
    for credit in Credit.objects.filter(person=user):
        detach_all_files(credit)
        notices.settle_office(credit)
        credit.delete()
    Credit.objects.filter(decided_by=user).update(decided_by=None)
    CreditStep.objects.filter(author=user).update(author=None)


def _certificates(user: Any) -> list[Record]:
    return [
        {
            "Nummer": row.number,
            "Titel": row.title,
            "Name auf dem Papier": row.holder,
            "ausgestellt am": timezone.localtime(row.issued_at),
            "Stand": row.get_state_display(),
            "Grund": row.reason,
            "Prüfseite": row.public_url,
        }
        for row in Certificate.objects.filter(person=user)
    ]


def _release_certificates(user: Any) -> None:
    """They stay with what the paper says, so that whoever was given it can still verify it."""
    Certificate.objects.filter(person=user).update(person=None)
    Certificate.objects.filter(issued_by=user).update(issued_by=None)
    Certificate.objects.filter(ended_by=user).update(ended_by=None)


PARTS = (
    OwnData(
        *("hours", 64, "Stundenkonto", _entries, _erase_entries),
        goes="Ihr Stundenkonto wird gelöscht. Laden Sie vorher einen Stundennachweis herunter, wenn Sie ihn noch brauchen.",
        models=("hours.Entry",),
    ),
    OwnData(
        *("credits", 65, "Anträge auf Anrechnung", _credits, _erase_credits),
        goes="Ihre Anträge auf Anrechnung werden mit den Nachweisen gelöscht.",
        models=("hours.Credit", "hours.CreditStep"),
    ),
    OwnData(
        *("certificates", 66, "Bescheinigungen", _certificates, _release_certificates),
        stays="Ausgestellte Bescheinigungen bleiben mit dem, was auf dem Papier steht, auch mit Ihrem Namen: Wer das "
        "Papier hat, kann es weiter prüfen. Mit Ihrem Konto sind sie nicht mehr verbunden.",
        models=("hours.Certificate",),
    ),
)
