"""Writing hours into the ledger. Callers are other services, which have checked that `actor` may do it.

One person's ledger is written by one transaction at a time: the row of the person is locked.
"""

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import Category, CountingRule, Entry, Presence, Source
from netzwerk.hours.services.log import log_action

CREDITED_OTHERWISE = "Dafür sind schon andere Stunden gutgeschrieben. Bitte berichtigen Sie diese."
NOTHING_TO_CORRECT = "Dafür sind keine Stunden gutgeschrieben, die sich berichtigen ließen."


@transaction.atomic
def credit(
    person: Any, *, source: Source, category: Category, presence: str, minutes: int, day: date, actor: Any
) -> Entry:
    """Credit hours once for each source and form; the same call again returns the entry that exists.

    Hours of several days come from one source a day, or the rounding by date would not see them. Raises HoursError if other
    minutes or another day were credited before, or if they were taken back (use `correct`); ValidationError for wrong values.
    """
    _lock(person)
    latest = _latest(person, source, category, presence)
    if latest is not None:
        is_the_same = latest.minutes == minutes and latest.day == day and not hasattr(latest, "taken_back")
        if not is_the_same:
            raise HoursError(CREDITED_OTHERWISE)
        return latest
    entry = _add(
        Entry(
            person=person,
            source_kind=source.kind,
            source_id=source.id,
            title=source.title[:250],
            category=category,
            presence=Presence(presence),
            minutes=minutes,
            day=day,
            credited_by=actor,
        )
    )
    log_action("credited", entry, actor=actor)
    return entry


@transaction.atomic
def correct(
    person: Any, *, source: Source, category: Category, presence: str, minutes: int, reason: str, actor: Any
) -> Entry:
    """Take back what was credited, and credit other minutes as the next revision; 0 minutes only take back.

    Returns the last entry written. The day and the rule stay. Raises HoursError if there is nothing to correct, nothing would
    change or the reason is missing; ValidationError for wrong values.
    """
    if not reason.strip():
        raise HoursError("Bitte nennen Sie den Grund der Berichtigung.")
    _lock(person)
    latest = _latest(person, source, category, presence)
    if latest is None:
        raise HoursError(NOTHING_TO_CORRECT)
    stands = not hasattr(latest, "taken_back")
    if minutes == (latest.minutes if stands else 0):
        raise HoursError("Das ist schon der Stand. Bitte geben Sie an, was sich ändert.")
    last = latest
    if stands:
        last = _add(_like(latest, minutes=-latest.minutes, is_counter=True, takes_back=latest), reason, actor)
    if minutes:
        last = _add(_like(latest, minutes=minutes, revision=latest.revision + 1), reason, actor)
    log_action("corrected", last, actor=actor, reason=reason)
    return last


def _lock(person: Any) -> None:
    get_user_model()._default_manager.select_for_update(no_key=True).get(pk=person.pk)


def _latest(person: Any, source: Source, category: Category, presence: str) -> Entry | None:
    """The entry of the highest revision, taken back or not."""
    known = Entry.objects.filter(person=person, is_counter=False).of_source(source).in_form(category, presence)
    return known.select_related("taken_back").order_by("-revision").first()


def _like(entry: Entry, **changes: Any) -> Entry:
    copied = ("person", "source_kind", "source_id", "title", "category", "presence", "day", "rule", "revision")
    return Entry(**{name: getattr(entry, name) for name in copied} | changes)


def _add(entry: Entry, reason: str = "", actor: Any = None) -> Entry:
    if entry.rule_id is None:
        entry.rule = CountingRule.objects.at(entry.day)
    entry.reason = reason.strip()
    entry.credited_by = actor or entry.credited_by
    entry.full_clean()
    entry.save(force_insert=True)
    return entry
