"""Hours and the certificate of one booking, as its attendance says. Called again, it changes nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from netzwerk.calendar import words as date_words
from netzwerk.hours.account import FormSum, Sums
from netzwerk.hours.counting import Amount, added, count
from netzwerk.hours.models import Category, Certificate, CountingRule, Entry, Presence, Source
from netzwerk.hours.services import ledger
from netzwerk.hours.services.certificates import (
    Paper,
    hours_of,
    issue_certificate,
    replace_certificate,
    says_the_same,
    withdraw_certificate,
)
from netzwerk.seats.models import Attendance, Booking, Format, Place
from netzwerk.texts.dates import long_date
from workshops.events.models import Workshop, WorkshopDate

THEORY = "theorie"
CERTIFICATE = "workshop"  # kind of the certificate
TITLE = "Teilnahmebescheinigung"
CHANGED = "Die Anwesenheit wurde vor dem Ende des Abschlusses geändert."
PRESENCES = {Format.Key.IN_PERSON: Presence.IN_PERSON, Format.Key.ONLINE: Presence.ONLINE}

Attendances = Mapping[int, Attendance]  # by key of the calendar's date


def source_of_date(row: WorkshopDate) -> Source:
    return Source("workshop-date", str(row.date_id), row.workshop.title)


def source_of_place(place: Place, workshop: Workshop) -> Source:
    return Source("workshop", str(place.pk), workshop.title)


def minutes_of(row: WorkshopDate, format_key: str) -> int:
    """What the date counts for somebody who is there the whole time."""
    return row.minutes_online if format_key == Format.Key.ONLINE else row.minutes_in_person


def earned(row: WorkshopDate, format_key: str, attendance: Attendance | None) -> int:
    return attendance.share_of(minutes_of(row, format_key)) if attendance is not None else 0


def amount_of(rows: Sequence[WorkshopDate], minutes: Mapping[int, int]) -> Amount:
    """The hours of several dates, in Unterrichtseinheiten."""
    return count((_rule_of(row), row.date.start_day, minutes.get(row.date_id, 0)) for row in rows)


def _rule_of(row: WorkshopDate) -> CountingRule:
    """Kept on the object, as it is asked for each person."""
    if not hasattr(row, "_rule"):
        row._rule = CountingRule.objects.at(row.date.start_day)
    return row._rule


def set_hours(booking: Booking, row: WorkshopDate, minutes: int, *, reason: str, actor: Any) -> bool:
    """Bring the ledger to these minutes for this date; guests have none. Returns whether something changed."""
    if booking.person is None:
        return False
    source, theory = source_of_date(row), Category.objects.get(key=THEORY)
    own = PRESENCES[Format.Key(booking.format.key)]
    known = {one.presence: one for one in Entry.objects.filter(person=booking.person).of_source(source)}
    changed = False
    for presence in Presence.values:
        wanted = minutes if presence == own else 0
        standing = (
            Entry.objects.filter(person=booking.person)
            .of_source(source)
            .in_form(theory, presence)
            .standing()
            .order_by("-revision")
            .first()
        )
        if wanted == (standing.minutes if standing is not None else 0):
            continue
        changed = True
        if presence in known:
            ledger.correct(
                booking.person,
                source=source,
                category=theory,
                presence=presence,
                minutes=wanted,
                reason=reason or CHANGED,
                actor=actor,
            )
        else:
            ledger.credit(
                booking.person,
                source=source,
                category=theory,
                presence=presence,
                minutes=wanted,
                day=row.date.start_day,
                actor=actor,
            )
    return changed


def certificates_of(booking: Booking, workshop: Workshop) -> QuerySet:
    """All that were issued, in any state."""
    if booking.person is None and not booking.email:
        return Certificate.objects.none()
    own = Certificate.objects.filter(kind=CERTIFICATE).for_holder(person=booking.person, email=booking.email)
    return own.of_source(source_of_place(booking.place, workshop))


def set_certificate(
    booking: Booking, rows: Sequence[WorkshopDate], attendances: Attendances, *, reason: str, actor: Any
) -> Certificate | None:
    """Issue, replace or withdraw, so that the paper says what was attended; whoever was not there gets none. What the office
    has revoked comes back only by a correction, which has a reason."""
    workshop = rows[0].workshop
    if booking.person is None and not booking.email:
        return None  # somebody who came without an address
    issued = certificates_of(booking, workshop)
    valid = issued.valid().first()
    paper = paper_of(booking, rows, attendances)
    if paper is None:
        if valid is not None:
            withdraw_certificate(valid, reason=reason or CHANGED, actor=actor)
        return None
    if valid is None:
        if issued.exists() and not reason:
            return None
        return issue_certificate(
            paper,
            kind=CERTIFICATE,
            source=source_of_place(booking.place, workshop),
            person=booking.person,
            email=booking.email,
            actor=actor,
        )
    if says_the_same(valid, paper):
        return valid
    return replace_certificate(valid, paper, reason=reason or CHANGED, actor=actor)


def paper_of(booking: Booking, rows: Sequence[WorkshopDate], attendances: Attendances) -> Paper | None:
    """What the certificate says, None for somebody who was never there. `rows` are the dates of the place that took place."""
    workshop, key = rows[0].workshop, booking.format.key
    attended = [row for row in rows if _was_there(attendances.get(row.date_id))]
    if not attended:
        return None
    minutes = {row.date_id: earned(row, key, attendances.get(row.date_id)) for row in attended}
    amount, none = amount_of(attended, minutes), Amount()
    in_person, online = (none, amount) if key == Format.Key.ONLINE else (amount, none)
    theory = Category.objects.get(key=THEORY)
    form = FormSum(theory.label, in_person, online, added([in_person, online]))
    rule = _rule_of(rows[-1])
    facts = [
        ("Workshop", workshop.title),
        ("Tag" if len(attended) == 1 else "Tage", "\n".join(_day_in_words(row, attendances) for row in attended)),
        ("Form", "online" if key == Format.Key.ONLINE else "in Präsenz"),
    ]
    place = "" if key == Format.Key.ONLINE else _places(attended)
    facts += [("Ort", place)] if place else []
    facts.append(("Umfang", str(amount)))
    return Paper(
        title=f"{TITLE}: {workshop.title}"[:200],
        holder=booking.holder_name,
        sentence="hat an diesem Workshop des Netzwerks teilgenommen.",
        facts=facts,
        hours=hours_of(Sums((), form)) if amount else (),  # one line, which is the sum
        note=(
            f"1 Unterrichtseinheit (UE) = {rule.minutes_per_unit} Minuten. Zählregel: „{rule.name}“." if amount else ""
        ),
    )


def _was_there(attendance: Attendance | None) -> bool:
    return attendance is not None and attendance.was_there


def _day_in_words(row: WorkshopDate, attendances: Attendances) -> str:
    attendance = attendances[row.date_id]
    day = f"{long_date(row.date.start_day)}, {date_words.hours(row.date)}"
    if attendance.extent == Attendance.Extent.WHOLE:
        return day
    part = "zur Hälfte" if attendance.extent == Attendance.Extent.HALF else f"{attendance.minutes} Minuten"
    return f"{day}, {part}"


def _places(rows: Sequence[WorkshopDate]) -> str:
    names = [f"{row.date.venue.name}, {row.date.venue.place}" for row in rows if row.date.venue is not None]
    return "\n".join(dict.fromkeys(names))
