"""The office decides on applications for credit, and corrects what it granted. Every step tells the applicant."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from netzwerk.hours import access
from netzwerk.hours.account import FormSum, Sums
from netzwerk.hours.counting import Amount
from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import Category, Certificate, Credit, CreditStep, Entry, Presence
from netzwerk.hours.services import ledger, notices
from netzwerk.hours.services.certificates import (
    Paper,
    days_in_words,
    hours_of,
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from netzwerk.hours.services.credits import THE_SAME, locked, step
from netzwerk.hours.services.log import log_action

State, Kind = Credit.State, CreditStep.Kind
CERTIFICATE = "credit"  # kind of the certificate of granted hours
TITLE = "Bescheinigung über angerechnete Stunden"
OWN = "Über den eigenen Antrag entscheidet eine andere Person."


def _undecided(credit: Credit, actor: Any) -> Credit:
    return _for_decision(credit, actor, Credit.UNDECIDED)


def _for_decision(credit: Credit, actor: Any, states: tuple[State, ...]) -> Credit:
    """The locked row. Raises PermissionDenied, HoursError for one's own application and for another state."""
    if not access.can_decide_credits(actor):
        raise PermissionDenied
    row = locked(credit)
    if row.is_draft:
        raise PermissionDenied
    if not access.can_decide(actor, row):
        raise HoursError(OWN)
    if row.state not in states:
        raise HoursError(f"Der Antrag hat inzwischen einen anderen Stand: {row.get_state_display()}.")
    return row


@transaction.atomic
def ask_applicant(credit: Credit, *, actor: Any, question: str) -> Credit:
    """Raises PermissionDenied, HoursError."""
    row = _undecided(credit, actor)
    if not question.strip():
        raise HoursError("Bitte schreiben Sie, was Sie wissen möchten.")
    row.state = State.ASKED
    row.save(update_fields=["state"])
    step(row, Kind.QUESTION, question, actor)
    log_action("credit_asked", row, actor=actor)
    notices.tell_applicant(row, "Eine Frage zu Ihrem Antrag auf Anrechnung", f"{row.title}\n\n{question}")
    return row


@transaction.atomic
def decline_credit(credit: Credit, *, actor: Any, reason: str) -> Credit:
    """Raises PermissionDenied, HoursError."""
    row = _undecided(credit, actor)
    if not reason.strip():
        raise HoursError("Bitte nennen Sie den Grund der Ablehnung.")
    row.state, row.decided_at, row.decided_by = State.DECLINED, timezone.now(), actor
    row.save(update_fields=["state", "decided_at", "decided_by"])
    step(row, Kind.DECLINED, reason, actor)
    log_action("credit_declined", row, actor=actor)
    notices.settle_office(row)
    notices.tell_applicant(row, "Ihr Antrag auf Anrechnung ist abgelehnt", f"{row.title}\n\nDer Grund: {reason}")
    return row


@transaction.atomic
def grant_credit(
    credit: Credit, *, actor: Any, minutes: int, category: Category, presence: str, text: str = ""
) -> Certificate:
    """Grant all or a part: writes the ledger and issues a certificate. Returns the certificate.

    Raises PermissionDenied, HoursError; ValidationError for wrong values.
    """
    row = _undecided(credit, actor)
    if not 0 < minutes <= row.minutes:
        raise HoursError(f"Anrechnen können Sie höchstens, was beantragt ist: {row.amount}.")
    is_changed = (minutes, category.pk, presence) != (row.minutes, row.category_id, row.presence)
    if is_changed and not text.strip():
        raise HoursError("Sie rechnen anders an, als es beantragt ist. Bitte schreiben Sie der Person, warum.")
    row.state, row.decided_at, row.decided_by = State.GRANTED, timezone.now(), actor
    row.granted_minutes, row.granted_category, row.granted_presence = minutes, category, presence
    row.full_clean(exclude=["person", "decided_by", "same_key"], validate_constraints=False)
    try:
        with transaction.atomic():
            row.save(
                update_fields=[
                    *("state", "decided_at", "decided_by"),
                    *("granted_minutes", "granted_category", "granted_presence"),
                ]
            )
    except IntegrityError as error:
        raise HoursError(THE_SAME) from error
    entry = ledger.credit(
        row.person,
        source=row.source,
        category=category,
        presence=presence,
        minutes=minutes,
        day=row.last_day,
        actor=actor,
    )
    certificate = issue_certificate(
        paper_of(row, entry), kind=CERTIFICATE, source=row.source, person=row.person, actor=actor
    )
    step(row, Kind.GRANTED, f"{row.granted_amount}, {category}, {row.get_granted_presence_display()}\n\n{text}", actor)
    log_action("credit_granted", row, actor=actor, minutes=minutes)
    notices.settle_office(row)
    part = "" if minutes == row.minutes else f" von {row.amount}"
    notices.tell_applicant(
        row,
        f"Angerechnet: {row.granted_amount}",
        f"{row.title}: {row.granted_amount}{part} stehen jetzt in Ihrem Stundenkonto, dazu die Bescheinigung "
        f"{certificate.number}.\n\n{text}",
    )
    return certificate


@transaction.atomic
def correct_credit(credit: Credit, *, actor: Any, minutes: int, reason: str) -> Credit:
    """Other minutes than those granted; 0 takes all of them back. The certificate is replaced or revoked.

    Raises PermissionDenied, HoursError.
    """
    row = _for_decision(credit, actor, (State.GRANTED,))
    if not 0 <= minutes <= row.minutes:
        raise HoursError(f"Anrechnen können Sie höchstens, was beantragt ist: {row.amount}.")
    entry = ledger.correct(
        row.person,
        source=row.source,
        category=row.granted_category,
        presence=row.granted_presence,
        minutes=minutes,
        reason=reason,
        actor=actor,
    )
    certificate = Certificate.objects.valid().filter(kind=CERTIFICATE).of_source(row.source).first()
    if minutes:
        row.granted_minutes = minutes
        row.save(update_fields=["granted_minutes"])
        if certificate is not None:
            replace_certificate(certificate, paper_of(row, entry), reason=reason, actor=actor)
        now = f"Jetzt sind es {row.granted_amount}."
    else:
        row.state, row.granted_minutes, row.granted_category, row.granted_presence = State.DECLINED, None, None, ""
        row.save(update_fields=["state", "granted_minutes", "granted_category", "granted_presence"])
        if certificate is not None:
            revoke_certificate(certificate, reason=reason, actor=actor)
        now = "Die Anrechnung ist zurückgenommen."
    step(row, Kind.CORRECTED, f"{now}\n\n{reason}", actor)
    notices.tell_applicant(row, "Ihre Anrechnung ist berichtigt", f"{row.title}\n\n{now}\n\nDer Grund: {reason}")
    return row


def paper_of(credit: Credit, entry: Entry) -> Paper:
    amount, none = Amount(*divmod(entry.minutes, entry.rule.minutes_per_unit), entry.rule.minutes_per_unit), Amount()
    in_person = amount if entry.presence == Presence.IN_PERSON else none
    online = amount if entry.presence == Presence.ONLINE else none
    form = FormSum(entry.category.label, in_person, online, amount)
    return Paper(
        title=TITLE,
        holder=credit.person.get_full_name(),
        sentence="Das Netzwerk Sozialagenturen hat diese Fortbildung nach Prüfung der Nachweise angerechnet.",
        facts=[
            ("Fortbildung", credit.title),
            ("Angeboten von", credit.provider),
            ("Zeitraum", days_in_words(credit.first_day, credit.last_day)),
        ],
        hours=hours_of(Sums([form], FormSum("Zusammen", in_person, online, amount))),
        note=counted_by(entry.rule),
    )


def counted_by(rule: Any) -> str:
    return (
        f"Eine Unterrichtseinheit (UE) dauert {rule.minutes_per_unit} Minuten. Gezählt nach der Regel „{rule.name}“."
    )
