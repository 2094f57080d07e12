"""Applications for credit, as the applicant writes them: draft, proofs, handing in, answering, withdrawing."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.utils import timezone

from netzwerk.files.models import AttachedFile
from netzwerk.files.services import attach_file, detach_all_files, detach_file
from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import Credit, CreditStep
from netzwerk.hours.services import notices
from netzwerk.hours.services.log import log_action

State, Kind = Credit.State, CreditStep.Kind
FIELDS = ("title", "provider", "category", "presence", "minutes", "first_day", "last_day", "explanation")
PROOF_ENDINGS = ("pdf", "jpg", "jpeg", "png", "webp")
MOST_PROOFS = 5
MOST_DRAFTS = 20
THE_SAME = (
    "Diese Fortbildung haben Sie schon mit derselben Art und Form eingereicht. Der Antrag steht unter „Meine Stunden“."
)


def locked(credit: Credit) -> Credit:
    """The row, with the row of its person locked before it: everything that writes their ledger locks in this order."""
    get_user_model()._default_manager.select_for_update(no_key=True).get(pk=credit.person_id)
    row = Credit.objects.select_for_update().filter(pk=credit.pk).first()
    if row is None:
        raise HoursError("Diesen Antrag gibt es nicht mehr.")
    return row


def _own(credit: Credit, actor: Any, *states: State) -> Credit:
    """The locked row of the applicant. Raises PermissionDenied, HoursError if its state is none of these any more."""
    row = locked(credit)
    if row.person_id != actor.pk or not actor.is_active:
        raise PermissionDenied
    if row.state not in states:
        raise HoursError(f"Der Antrag hat inzwischen einen anderen Stand: {row.get_state_display()}.")
    return row


def _set(credit: Credit, values: dict[str, Any]) -> None:
    """Raises PermissionDenied for another field, ValidationError."""
    if not set(values) <= set(FIELDS):
        raise PermissionDenied
    for name, value in values.items():
        setattr(credit, name, value)
    credit.changed_at = timezone.now()
    credit.full_clean(exclude=["person", "same_key"], validate_constraints=False)
    if credit.first_day > timezone.localdate():
        raise ValidationError({"first_day": "Anrechnen lässt sich nur, was schon stattgefunden hat."})
    if credit.last_day > timezone.localdate():
        raise ValidationError({"last_day": "Anrechnen lässt sich nur, was schon zu Ende ist."})
    credit.fold_title()


def step(credit: Credit, kind: Kind, text: str, author: Any) -> None:
    made = CreditStep(credit=credit, kind=kind, text=text.strip(), author=author)
    made.full_clean(exclude=["credit", "author"])
    made.save()


@transaction.atomic
def begin_credit(*, actor: Any, **values: Any) -> Credit:
    """A draft, which nobody else sees. Raises PermissionDenied, ValidationError, HoursError for too many drafts."""
    if not actor.is_active:
        raise PermissionDenied
    if Credit.objects.filter(person=actor, state=State.DRAFT).count() >= MOST_DRAFTS:
        raise HoursError(
            f"Sie haben schon {MOST_DRAFTS} Entwürfe. Bitte reichen Sie einen ein oder löschen Sie ihn zuerst."
        )
    credit = Credit(person=actor)
    _set(credit, values)
    credit.save()
    return credit


@transaction.atomic
def change_credit(credit: Credit, *, actor: Any, **values: Any) -> Credit:
    """Until it is handed in, and while a question is open. Raises PermissionDenied, ValidationError, HoursError."""
    row = _own(credit, actor, State.DRAFT, State.ASKED)
    _set(row, values)
    try:
        with transaction.atomic():
            row.save(update_fields=[*values, "same_key", "changed_at"])
    except IntegrityError as error:  # like another one that is handed in
        raise HoursError(THE_SAME) from error
    return row


@transaction.atomic
def add_proof(credit: Credit, file: File, *, actor: Any) -> AttachedFile:
    """Raises PermissionDenied, HoursError, ValidationError for a file that is refused."""
    row = _own(credit, actor, State.DRAFT, State.ASKED)
    _touch(row)
    return attach_file(row, file, actor=actor, endings=PROOF_ENDINGS, most=MOST_PROOFS)


@transaction.atomic
def remove_proof(credit: Credit, proof: AttachedFile, *, actor: Any) -> None:
    """Raises PermissionDenied, HoursError."""
    row = _own(credit, actor, State.DRAFT, State.ASKED)
    found = row.proofs.filter(pk=proof.pk).first()
    if found is None:
        raise HoursError("Diese Datei gibt es nicht mehr.")
    _touch(row)
    detach_file(found)


def _touch(credit: Credit) -> None:
    credit.changed_at = timezone.now()
    credit.save(update_fields=["changed_at"])


def _submit(row: Credit) -> None:
    """Raises HoursError without proof, and for a training that is handed in already."""
    if not row.proofs.exists():
        raise HoursError("Es fehlt noch ein Nachweis. Bitte laden Sie eine Bescheinigung als PDF oder Bild hoch.")
    row.state, row.submitted_at = State.SUBMITTED, row.submitted_at or timezone.now()
    try:
        with transaction.atomic():
            row.save(update_fields=["state", "submitted_at"])
    except IntegrityError as error:  # handed in before, or twice at once
        raise HoursError(THE_SAME) from error


@transaction.atomic
def submit_credit(credit: Credit, *, actor: Any) -> Credit:
    """Hand in a draft. Raises PermissionDenied, HoursError."""
    row = _own(credit, actor, State.DRAFT)
    _submit(row)
    step(row, Kind.SUBMITTED, "", actor)
    log_action("credit_submitted", row, actor=actor)
    notices.tell_office(
        row, "Neuer Antrag auf Anrechnung", f"{actor} bittet um Anrechnung von {row.amount}: {row.title}."
    )
    return row


@transaction.atomic
def answer_question(credit: Credit, *, actor: Any, answer: str) -> Credit:
    """Raises PermissionDenied, HoursError if no question is open (any more) or nothing is answered."""
    row = _own(credit, actor, State.ASKED)
    if not answer.strip():
        raise HoursError("Bitte schreiben Sie eine Antwort.")
    _submit(row)
    step(row, Kind.ANSWER, answer, actor)
    notices.tell_office(row, "Antwort zu einem Antrag auf Anrechnung", f"{actor} hat Ihre Rückfrage beantwortet.")
    return row


@transaction.atomic
def withdraw_credit(credit: Credit, *, actor: Any) -> None:
    """A draft is deleted; what was handed in stays as withdrawn, without its proofs. Raises PermissionDenied, HoursError."""
    row = _own(credit, actor, *Credit.OPEN)
    detach_all_files(row)
    if row.is_draft:
        row.delete()
        return
    row.state, row.decided_at = State.WITHDRAWN, timezone.now()
    row.save(update_fields=["state", "decided_at"])
    step(row, Kind.WITHDRAWN, "", actor)
    log_action("credit_withdrawn", row, actor=actor)
    notices.settle_office(row)
