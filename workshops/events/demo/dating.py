"""Puts what the services have just written into the past: bookings, letters, log entries."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone
from wagtail.models import ModelLogEntry

from netzwerk.calendar.models import Date
from netzwerk.seats.models import Booking, Letter, Place
from workshops.events.demo.making import Made
from workshops.events.models import Workshop

State = Booking.State
OFFICE_HOURS = (7, 21)
ENDS = {"cancelled", "left_queue", "lapsed", "declined", "expired", Letter.Kind.LEFT}
SEATED = {"promoted", "approved", "offered", "offer_accepted", "handed_over", Letter.Kind.HANDED}


def date_workshop(made: Made, *, created: datetime, published: datetime | None) -> None:
    """Rows and log entries of the workshop, its dates and places."""
    workshop = Workshop.objects.get(pk=made.workshop.pk)
    workshop.created_at = workshop.changed_at = created
    if workshop.submitted_at is not None:
        workshop.submitted_at = (published or timezone.now()) - timedelta(days=2, hours=3)
    if workshop.published_at is not None:
        workshop.published_at = workshop.changed_at = published
    workshop.save()
    dates = Date.objects.filter(workshop_date__workshop=workshop)
    dates.update(created_at=created, changed_at=workshop.changed_at)
    dates.filter(listed_at__isnull=False).update(listed_at=published)
    Place.objects.filter(workshop_dates__workshop=workshop).update(created_at=created)

    later = {"workshop_submitted": workshop.submitted_at, "workshop_cancelled": workshop.cancelled_at}
    later |= dict.fromkeys(("workshop_published", "date_listed", "place_changed"), published)
    later |= dict.fromkeys(("date_cancelled", "place_cancelled"), workshop.cancelled_at)

    def at(entry: ModelLogEntry) -> datetime:
        return later.get(entry.action.partition(".")[2]) or created

    date_log([workshop, *dates, *made.places()], at)


def date_log(rows: Sequence[Model], at: Callable[[ModelLogEntry], datetime | None]) -> None:
    """Change the time of all entries about these rows, which may be of several models; None leaves one as it is."""
    by_model: dict[type[Model], list[str]] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(str(row.pk))
    changed = []
    for model, keys in by_model.items():
        kind = ContentType.objects.get_for_model(model)
        for entry in ModelLogEntry.objects.filter(content_type=kind, object_id__in=keys):
            if (moment := at(entry)) is not None:
                entry.timestamp = moment
                changed.append(entry)
    ModelLogEntry.objects.bulk_update(changed, ["timestamp"], batch_size=400)


def moments(dice: Random, start: datetime, end: datetime, count: int) -> list[datetime]:
    """So many times between the two, in order, most of them by day."""
    found = []
    while len(found) < count:
        at = start + (end - start) * dice.random()
        if OFFICE_HOURS[0] <= timezone.localtime(at).hour < OFFICE_HOURS[1] or dice.random() < 0.02:
            found.append(at)
    return sorted(found)


def date_bookings(place: Place, dice: Random, *, start: datetime, end: datetime) -> None:
    """Spread the bookings of a place over the time in which one could book. Who left did so in the last fifth of it; whoever
    moved up did so at the same moment."""
    bookings = list(Booking.objects.filter(place=place).order_by("pk"))
    late = start + (end - start) * 0.8
    for booking, at in zip(bookings, moments(dice, start, late, len(bookings)), strict=True):
        booking.created_at = at
    left = [one for one in bookings if one.state in (State.CANCELLED, State.DECLINED)]
    for booking, at in zip(left, moments(dice, late, end, len(left)), strict=True):
        booking.ended_at = at
    if left and any(one.state == State.OFFERED for one in bookings):
        left[-1].ended_at = end  # an offer is good for a short time only
    freed = iter([one.ended_at for one in left if one.state == State.CANCELLED and one.confirmed_at is not None])
    for booking in sorted(bookings, key=lambda one: one.queue_number or 0):
        _date_steps(booking, freed, place, late)
    fields = ["created_at", "waiting_since", "left_queue_at", "confirmed_at", "ended_at"]
    Booking.objects.bulk_update(bookings, fields, batch_size=200)
    _date_words(bookings)


def _date_steps(booking: Booking, freed: Iterable[datetime], place: Place, late: datetime) -> None:
    if booking.waiting_since is not None:
        booking.waiting_since = booking.created_at
    if booking.state == State.LAPSED:
        booking.ended_at = place.promotes_until
    if booking.confirmed_at is not None or booking.state == State.OFFERED:
        seated = next(iter(freed), late) if booking.waiting_since is not None else booking.created_at
        if place.needs_approval:
            seated = booking.created_at + timedelta(days=3, hours=2)
        booking.confirmed_at = seated if booking.confirmed_at is not None else None
        if booking.waiting_since is not None:
            booking.left_queue_at = seated
    elif booking.left_queue_at is not None:
        booking.left_queue_at = booking.ended_at


def _date_words(bookings: Sequence[Booking]) -> None:
    """Letters count as written at the time of what they tell; the demo sends none of them."""
    by_key = {one.pk: one for one in bookings}

    def moment(booking: Booking, what: str) -> datetime:
        if what in ENDS and booking.ended_at is not None:
            return booking.ended_at
        if what in SEATED:
            return booking.confirmed_at or booking.left_queue_at or booking.created_at
        return booking.created_at

    letters = list(Letter.objects.filter(booking__in=bookings))
    for letter in letters:
        letter.created_at = letter.written_at = moment(by_key[letter.booking_id], str(letter.kind))
    Letter.objects.bulk_update(letters, ["created_at", "written_at"], batch_size=400)
    date_log(bookings, lambda entry: moment(by_key[int(entry.object_id)], entry.action.partition(".")[2]))
