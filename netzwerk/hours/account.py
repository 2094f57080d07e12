"""One person's account: sums by form and year, from one query."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from netzwerk.hours.counting import Amount, added, count
from netzwerk.hours.models import Entry, Presence

Line = tuple[object, date, int]  # rule, date, minutes


@dataclass(frozen=True)
class FormSum:
    """The hours of one category: in person, online, and together."""

    label: str
    in_person: Amount
    online: Amount
    total: Amount


@dataclass(frozen=True)
class Sums:
    """A table: one line for each category that has hours, and the sum of all."""

    forms: Sequence[FormSum]
    total: FormSum

    def __bool__(self) -> bool:
        return bool(self.forms)


@dataclass(frozen=True)
class Account:
    overall: Sums
    years: Sequence[tuple[int, Sums]]  # newest first


def account_of(entries: Iterable[Entry]) -> Account:
    """From all entries of a person with their category and rule (`for_account`)."""
    by_year: dict[int, list[Entry]] = defaultdict(list)
    everything: list[Entry] = []
    for entry in entries:
        everything.append(entry)
        by_year[entry.day.year].append(entry)
    return Account(
        _sums(everything), [(year, sums) for year in sorted(by_year, reverse=True) if (sums := _sums(by_year[year]))]
    )


def for_account(entries):
    """The QuerySet with all that account_of reads: one query."""
    return entries.select_related("category", "rule")


def _sums(entries: Sequence[Entry]) -> Sums:
    by_category: dict[int, list[Entry]] = defaultdict(list)
    categories = {}
    for entry in entries:
        categories[entry.category_id] = entry.category
        by_category[entry.category_id].append(entry)
    ordered = sorted(categories.values(), key=lambda one: (one.position, one.label))
    forms = [_form(one.label, by_category[one.pk]) for one in ordered]
    forms = [form for form in forms if form.total]
    # By category, as the lines are: rounding by date must not join an hour of theory and one of supervision.
    total = FormSum("Zusammen", *(added(getattr(form, name) for form in forms) for name in COLUMNS))
    return Sums(forms, total)


COLUMNS = ("in_person", "online", "total")


def _form(label: str, entries: Sequence[Entry]) -> FormSum:
    in_person = count(_lines(entries, Presence.IN_PERSON))
    online = count(_lines(entries, Presence.ONLINE))
    return FormSum(label, in_person, online, added([in_person, online]))


def _lines(entries: Sequence[Entry], presence: str) -> list[Line]:
    return [(entry.rule, entry.day, entry.minutes) for entry in entries if entry.presence == presence]
