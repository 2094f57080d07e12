"""The statement of a person's account, issued as a certificate: whoever gets the paper can verify it."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction

from netzwerk.hours.account import account_of, for_account
from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import Certificate, Entry, Source
from netzwerk.hours.services.certificates import (
    Paper,
    days_in_words,
    hours_of,
    issue_certificate,
    replace_certificate,
    says_the_same,
)
from netzwerk.hours.services.decisions import counted_by

KIND = "statement"
REPLACED = "Ein neuer Stundennachweis wurde ausgestellt."


@transaction.atomic
def issue_statement(*, actor: Any) -> Certificate:
    """One's own; the same one as before if nothing has changed, else it replaces that. Raises PermissionDenied, and HoursError
    for an empty account."""
    if not actor.is_active:
        raise PermissionDenied
    person = get_user_model()._default_manager.select_for_update(no_key=True).get(pk=actor.pk)
    entries = list(for_account(Entry.objects.visible_to(person)))
    sums = account_of(entries).overall
    if not sums:
        raise HoursError("In Ihrem Stundenkonto stehen noch keine Stunden.")
    days = [entry.day for entry in entries]
    rules = sorted({entry.rule for entry in entries}, key=lambda one: one.valid_from)
    paper = Paper(
        title="Stundennachweis",
        holder=person.get_full_name(),
        sentence="Diese Stunden stehen am Tag der Ausstellung im Stundenkonto.",
        facts=[("Zeitraum", days_in_words(min(days), max(days)))],
        hours=hours_of(sums),
        note=" ".join(counted_by(rule) for rule in rules),
    )
    source = Source("hours.statement", str(person.pk), "Stundennachweis")
    known = Certificate.objects.valid().filter(kind=KIND).of_source(source).for_holder(person=person).first()
    if known is not None and not says_the_same(known, paper):
        return replace_certificate(known, paper, reason=REPLACED, actor=person)
    return known or issue_certificate(paper, kind=KIND, source=source, person=person, actor=person)
