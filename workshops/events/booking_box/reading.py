"""The box of a workshop's page: how it stands with the seats, for this reader, and the next step. At most four queries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.urls import reverse
from django.utils import formats, timezone

from netzwerk.calendar import words as date_words
from netzwerk.lists.dates import Tag
from netzwerk.seats import words
from netzwerk.seats.access import books_for
from netzwerk.seats.availability import Seats, seats_of
from netzwerk.seats.models import Attendance, Booking, Place, Pool
from netzwerk.texts.dates import long_date
from workshops.events.booking_box.shown import Bar, Box, Line, Reader
from workshops.events.models import Workshop, WorkshopDate

State = Booking.State
PRESENT = Attendance.PRESENT
OWN = {state: Tag(*said) for state, said in words.OWN_STATES.items()}


def box_of(workshop: Workshop, user: Any) -> Box | None:
    """None without a date."""
    rows = list(_rows(workshop, user))
    if not rows:
        return None
    if workshop.is_cancelled or all(row.date.is_cancelled for row in rows):
        return _fallen(workshop, rows)
    if all(row.date.is_past for row in rows if not row.date.is_cancelled):
        return _past(rows)
    if not all(row.place_id for row in rows):
        return None  # a draft without seats
    by_place = {row.place_id: row for row in rows}
    if len(by_place) > 1:
        return _singly(workshop, rows, user)
    row = rows[0]
    if row.own_key is not None:
        return _own(row, rows)
    reader = _reader(workshop, user)
    if refused := _closed(workshop, row.place, reader):
        return refused
    box = _open(row.place, seats_of([row.place])[row.place_id], reader)
    if box.url and _must_sign_in(row.place, reader):
        box.tag, box.url, box.button = Tag("für Mitglieder"), _login(row.place), SIGN_IN
    return box


SIGN_IN = "Mit dem Konto anmelden"


def _must_sign_in(place: Place, reader: Reader) -> bool:
    return not reader.is_known and not place.takes_guests


def _login(place: Place) -> str:
    return f"{reverse('account_login')}?next={reverse('bookings:start', args=[place.pk])}"


def _rows(workshop: Workshop, user: Any) -> QuerySet[WorkshopDate]:
    """The dates with their place and one's own live booking of it."""
    rows = workshop.dates.select_related("date__venue", "place").order_by("date__starts_at", "pk")
    if not user.is_authenticated:
        return rows.annotate(own_key=Value(None, IntegerField()))
    own = user.bookings.live().filter(place=OuterRef("place")).order_by()
    columns = (("key", "pk"), ("state", "state"), ("until", "offered_until"))
    return rows.annotate(**{f"own_{name}": Subquery(own.values(column)[:1]) for name, column in columns})


def _reader(workshop: Workshop, user: Any) -> Reader:
    if not user.is_authenticated:
        return Reader(user)
    invited = workshop.organisations.through.objects.filter(workshop=workshop, organisation=OuterRef("organisation"))
    rows = user.memberships.current().select_related("organisation").annotate(is_invited=Exists(invited))
    found = list(rows)
    limited = workshop.audience == Workshop.Audience.ORGANISATIONS
    return Reader(user, [one.organisation for one in found], not limited or any(one.is_invited for one in found))


def _fallen(workshop: Workshop, rows: Sequence[WorkshopDate]) -> Box:
    reason = workshop.reason or next((row.date.reason for row in rows if row.date.reason), "")
    told = next((row.date.cancelled_at for row in rows if row.date.cancelled_at), None)
    text = f"{reason.rstrip('.')}. " if reason else ""
    text += f"Alle Angemeldeten haben am {long_date(told)} Bescheid bekommen." if told else ""
    return Box(
        "Der Workshop findet nicht statt",
        text.strip(),
        Tag("fällt aus", "late"),
        url=reverse("dates:list"),
        button="Andere Termine",
        is_primary=False,
        is_quiet=True,
    )


def _past(rows: Sequence[WorkshopDate]) -> Box:
    """One query: how many were there, where that was noted."""
    last = [row for row in rows if not row.date.is_cancelled][-1]
    attendances = last.date.attendances.filter(extent__in=PRESENT).values("booking").distinct().count()
    there = "1 Mensch war da." if attendances == 1 else f"{attendances} Menschen waren da."
    return Box(f"Hat am {long_date(last.date.start_day)} stattgefunden", there if attendances else "", is_quiet=True)


def _closed(workshop: Workshop, place: Place, reader: Reader) -> Box | None:
    """What stands in the way of booking for everybody, or for this reader."""
    if not place.takes_bookings():
        closed = f"Anmelden konnte man sich bis {words.moment(place.books_until)}." if place.is_open else ""
        return Box("Die Anmeldung ist geschlossen", closed, is_quiet=True)
    if not reader.is_allowed:
        return Box("Für bestimmte Organisationen", "Ihre Organisation gehört nicht dazu.", is_quiet=True)
    return None


def _own(row: WorkshopDate, rows: Sequence[WorkshopDate]) -> Box:
    """One's own booking. One query on the waiting list."""
    place, url = row.place, reverse("bookings:own", args=[row.own_key])
    first = next((one.date for one in rows if not one.date.is_cancelled and not one.date.is_past), rows[0].date)
    when = f"{date_words.weekday(first.start_day)}, {long_date(first.start_day)}, {date_words.hours(first)}"
    match State(row.own_state):
        case State.CONFIRMED:
            late = timezone.now() >= place.cancels_until
            cancel = "" if late else f"Absagen können Sie bis {words.moment(place.cancels_until)}."
            return Box(when, cancel, Tag("Sie sind angemeldet", "own"), url, "Anmeldung ansehen", False)
        case State.OFFERED:
            return Box(
                "Ein Platz ist für Sie frei",
                "Antworten Sie nicht, geht er an die nächste Person.",
                Tag(f"Antwort bis {_soon(row.own_until)}", "soon"),
                can_accept=reverse("bookings:offer", args=[row.own_key]),
                second_url=reverse("bookings:cancel", args=[row.own_key]),
                second_button="Nicht annehmen",
            )
        case State.WAITING:
            booking = place.bookings.get(pk=row.own_key)
            return Box(words.position(booking), when, Tag("noch kein Platz", "soon"), url, "Warteliste ansehen", False)
    who = "von Ihrer Organisation" if row.own_state == State.RELEASE else "von der Veranstaltung"
    return Box(
        "Ihre Anfrage wird geprüft",
        f"Die Antwort kommt {who}. Bis dahin ist kein Platz für Sie reserviert.",
        Tag("noch kein Platz", "soon"),
        url,
        "Anfrage ansehen",
        False,
    )


def _soon(until: datetime) -> str:
    local = timezone.localtime(until)
    day = "heute" if local.date() == timezone.localdate() else formats.date_format(local, "l, j. F")
    return f"{day}, {local:%H:%M}\N{NO-BREAK SPACE}Uhr"


def _open(place: Place, seats: Sequence[Seats], reader: Reader) -> Box:
    bars = [_bar(one, len(seats) > 1) for one in seats]
    start = reverse("bookings:start", args=[place.pk])
    free = sum(one.free_for_all for one in seats)
    own = sum(one.reserved_free_for(reader.houses) for one in seats)
    waiting = sum(one.waiting for one in seats)
    held = [pool for one in seats for pool in one.allotments if pool.free]
    books = "Anfrage stellen" if place.needs_approval else "Zum Workshop anmelden"
    box = Box("", url=start, button=books, bars=bars)
    if own and not free:
        mine = [pool for pool in held if any(pool.is_for(house) for house in reader.houses)]
        box.heading = f"Noch {words.seats(own)} für Ihr Haus"
        box.text = f"{_reserved(mine[0])[0].upper()}{_reserved(mine[0])[1:]}."
    elif free:
        box.heading = f"Noch {words.seats(free)} frei"
        box.text = f"Dazu {words.seats(own)} für Ihr Haus." if own else ""
    elif not place.has_waiting_list or not place.promotes():
        return Box(
            "Ausgebucht",
            "Es gibt keine Warteliste." if not place.has_waiting_list else "Die Warteliste ist geschlossen.",
            bars=bars,
            is_quiet=True,
        )
    else:
        box.button = "Auf die Warteliste setzen"
        waits = "Zurzeit wartet niemand." if not waiting else f"{waiting} {'wartet' if waiting == 1 else 'warten'}."
        if held:
            box.heading = f"{words.seats(sum(pool.free for pool in held))} {_reserved(held[0])}"
            box.text = f"Danach gehen freie Plätze an die Warteliste. {waits}"
        else:
            box.heading = (
                f"Ausgebucht, {waiting} {'wartet' if waiting == 1 else 'warten'}" if waiting else "Ausgebucht"
            )
            place_in_queue = f"Sie kämen auf Platz {waiting + 1} der Warteliste. " if len(seats) == 1 else ""
            box.text = f"{place_in_queue}Wird ein Platz frei, geht er sofort an die erste Person der Liste."
    box.books_until, box.cancels_until = words.moment(place.books_until), words.moment(place.cancels_until)
    if place.needs_approval:
        box.notes.append("Anmeldungen werden erst geprüft.")
    if reader.is_known and books_for(reader.user):
        box.colleagues_url = reverse("bookings:colleagues", args=[place.pk])
    return box


def _reserved(pool: Pool) -> str:
    """ "reserviert für Kreis A bis 18. Dezember 2026" """
    return f"reserviert für {words.reserved_for(pool)} bis {long_date(pool.release_at)}"


def _bar(seats: Seats, has_several: bool) -> Bar:
    held = [f"{pool.free} {_reserved(pool)}, danach für alle" for pool in seats.allotments if pool.free]
    return Bar(
        str(seats.format) if has_several else "",
        seats.free_for_all,
        held,
        sum(pool.free for pool in seats.allotments),
        sum(pool.capacity for pool in seats.pools) - seats.free_for_all - sum(pool.free for pool in seats.allotments),
    )


def _singly(workshop: Workshop, rows: Sequence[WorkshopDate], user: Any) -> Box:
    """One line for each date that is still to come."""
    reader = _reader(workshop, user)
    coming = [row for row in rows if not row.date.is_past]
    seats = seats_of([row.place for row in coming])
    box = Box("Termine zur Wahl", "Sie melden sich zu jedem Termin einzeln an.")
    box.lines = [_line(workshop, row, seats[row.place_id], reader) for row in coming]
    return box


def _line(workshop: Workshop, row: WorkshopDate, seats: Sequence[Seats], reader: Reader) -> Line:
    when, place = date_words.when(row.date), row.place
    if row.date.is_cancelled or place.is_cancelled:
        return Line(when, Tag("fällt aus", "late"))
    if row.own_key is not None:
        state = State(row.own_state)
        return Line(when, OWN[state], reverse("bookings:own", args=[row.own_key]), "ansehen")
    if closed := _closed(workshop, place, reader):
        return Line(when, Tag(closed.heading), closed.url, closed.button)
    if _must_sign_in(place, reader):
        return Line(when, Tag("für Mitglieder"), _login(place), SIGN_IN)
    start, free = reverse("bookings:start", args=[place.pk]), sum(one.free_for(reader.houses) for one in seats)
    if free:
        return Line(when, Tag(*words.still_free(free)), start, "anmelden")
    if not place.has_waiting_list or not place.promotes():
        return Line(when, Tag("ausgebucht", "soon"))
    return Line(when, Tag("Warteliste", "soon"), start, "auf die Warteliste")
