"""Workshops that are over or running: who came, and what was closed."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random

from django.utils import timezone

from netzwerk.hours.models import Certificate, Entry, Series
from netzwerk.seats.models import Attendance, Booking, Place
from netzwerk.seats.services.attendance import check_in, note_attendance
from netzwerk.seats.services.promotion import end_promotions
from workshops.events.demo.bookings import answer, book_all, let_cancel, reopened, some_seated
from workshops.events.demo.crowd import Crowd, Holder
from workshops.events.demo.dating import date_bookings, date_log, date_workshop
from workshops.events.demo.making import Made
from workshops.events.models import WorkshopDate
from workshops.events.services.closing import close_dates

Extent = Attendance.Extent
MORNING = time(9, 10)
FILLING = (0.6, 0.7, 0.8, 0.9, 1.0, 1.2)  # of the seats
MOST = 20  # bookings, so that the demo is built in seconds
STILL_OPEN = "uebergabe"  # checked in at the door, not closed yet
PERSONAS = {  # who of the personas booked which workshop of the past
    "mitglied": ("alleinerziehende", "altersarmut", "bescheide", "uebergabe", "fallwerkstatt"),
    "koordination": ("kennzahlen-lesen", "angebote-kartieren", "sozialagentur-aufbauen", "fallzahlen"),
    "fallmanagement": (
        *("sucht", "psychische-krisen", "gesamtplankonferenz", "motivierend", "fallwerkstatt", "uebergabe"),
    ),
}
LATE = {("fallmanagement", "sucht")}  # stayed on the waiting list


def book_past(made: Made, crowd: Crowd, personas: dict[str, Holder], dice: Random) -> None:
    """Bookings of a workshop that has begun, then its dates of publication and of the bookings."""
    first = min(one.starts_at for one in made.places())
    published = min(first - timedelta(days=62, hours=dice.randint(0, 9)), timezone.now() - timedelta(days=20))
    date_workshop(made, created=published - timedelta(days=dice.randint(9, 21)), published=published)
    made.workshop.refresh_from_db()
    for place in made.places():
        with reopened(place) as as_then:
            _book(made, as_then, crowd, personas, dice)
        answer(made, place, dice)


def _book(made: Made, place: Place, crowd: Crowd, personas: dict[str, Holder], dice: Random) -> None:
    text = made.text
    seats = (text.seats or 0) + (text.seats_online or 0)
    share = 1.2 if text.key in {key for _persona, key in LATE} else dice.choice(FILLING)
    wanted = max(min(round(seats * share), MOST), 6)
    guests = round(wanted * 0.3)
    known = [personas[key] for key, texts in PERSONAS.items() if text.key in texts and (key, text.key) not in LATE]
    late = [personas[key] for key, missed in LATE if missed == text.key]
    joined_by = timezone.localdate(made.workshop.published_at)
    others = list(crowd.draw(dice, wanted - guests - len(known) - len(late), guests, joined_by=joined_by))
    book_all(place, [*others[:3], *known, *others[3:], *late], dice)
    if not late:
        without = [one.person for one in known]
        let_cancel(some_seated(place, dice, dice.randint(0, 2), without=without), dice)


def end_past(all_made: Sequence[Made], dice: Random) -> None:
    """After the promotion has ended everywhere: dates of the bookings."""
    end_promotions()
    for made in all_made:
        made.workshop.refresh_from_db()
        for place in made.places():
            end = min(place.books_until, place.promotes_until)
            Place.objects.filter(pk=place.pk).update(promotion_ended_at=place.promotes_until)
            date_bookings(place, dice, start=made.workshop.published_at, end=end)


def note_who_came(made: Made, dice: Random) -> None:
    """What organisers note before they close a date: who did not come, or left early. Everybody else was there."""
    rows = made.workshop.dates.filter(date__ends_at__lte=timezone.now()).select_related("date", "place")
    for row in rows:
        for booking in Booking.objects.filter(place=row.place).confirmed().select_related("person", "place"):
            chance = dice.random()
            if made.text.key == STILL_OPEN:
                if chance < 0.75:
                    check_in(booking, date=row.date, actor=made.organiser)
                continue
            extent, minutes = _said(chance)
            if extent:
                note_attendance(booking, date=row.date, extent=extent, minutes=minutes, actor=made.organiser)


def _said(chance: float) -> tuple[str, int | None]:
    if chance < 0.04:
        return Extent.ABSENT, None
    if chance < 0.08:
        return Extent.EXCUSED, None
    if chance < 0.11:
        return Extent.HALF, None
    return (Extent.MINUTES, 120) if chance < 0.13 else ("", None)


def close_past(all_made: Sequence[Made]) -> int:
    """Close what is over, which credits hours and issues certificates, a day after the last date. Returns how many."""
    for made in all_made:
        if made.text.key == STILL_OPEN:
            _date_attendance(made)
            continue
        for place in made.places():
            while close_dates(made.workshop, place, actor=made.organiser):
                pass
        _date_attendance(made)
        _date_closing(made)
    _number_certificates()
    return len(all_made)


def _date_attendance(made: Made) -> None:
    rows = list(made.workshop.dates.filter(date__ends_at__lte=timezone.now()).select_related("date"))
    for row in rows:
        said = Attendance.objects.filter(date=row.date)
        said.update(noted_at=row.date.ends_at)
        said.filter(checked_in_at__isnull=False).update(checked_in_at=row.date.starts_at - timedelta(minutes=6))
    if rows:
        at = max(row.date.ends_at for row in rows)
        bookings = list(Booking.objects.filter(place__in=made.places()))
        date_log(bookings, lambda entry: at if entry.action == "seats.attendance_noted" else None)


def _date_closing(made: Made) -> None:
    """Hours, certificates and log entries of the closing: on the morning after the date."""
    rows = list(made.workshop.dates.filter(closed_at__isnull=False).select_related("date"))
    if not rows:
        return
    for row in rows:
        at = _morning_after(row)
        WorkshopDate.objects.filter(pk=row.pk).update(closed_at=at)
        entries = Entry.objects.filter(source_kind="workshop-date", source_id=str(row.date_id))
        entries.update(credited_at=at)
        date_log(list(entries), lambda entry, at=at: at)
    at = _morning_after(rows[-1])
    places = [str(one.pk) for one in made.places()]
    certificates = list(Certificate.objects.filter(source_kind="workshop", source_id__in=places))
    for one in certificates:
        one.issued_at, one.paper["day"] = at, timezone.localdate(at).isoformat()
        one.mailed_at = at if one.email else None
    Certificate.objects.bulk_update(certificates, ["issued_at", "paper", "mailed_at"], batch_size=200)
    date_log(certificates, lambda entry: at)
    date_log([made.workshop], lambda entry: at if entry.action == "events.date_closed" else None)


def _morning_after(row: WorkshopDate) -> datetime:
    day = row.date.end_day + timedelta(days=1)
    return min(timezone.make_aware(datetime.combine(day, MORNING)), timezone.now())


def _number_certificates() -> None:
    """In the order and with the year in which they were issued. Nobody else has a certificate yet."""
    certificates = list(Certificate.objects.order_by("issued_at", "pk"))
    last: dict[int, int] = {}
    for one in certificates:
        one.number = f"x{one.pk}"
    Certificate.objects.bulk_update(certificates, ["number"], batch_size=400)
    for one in certificates:
        year = timezone.localdate(one.issued_at).year
        last[year] = last.get(year, 0) + 1
        one.number = f"NS-{year}-{last[year]:04}"
    Certificate.objects.bulk_update(certificates, ["number"], batch_size=400)
    for year, number in last.items():
        Series.objects.update_or_create(year=year, defaults={"last": number})
