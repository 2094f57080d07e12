"""What can be booked: a place of a workshop that the user sees, with its dates and what is said about its seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.seats.availability import Seats, seats_of
from netzwerk.seats.models import Booking, Format, Place
from netzwerk.seats.services.promotion import AT_ONCE_UNTIL
from netzwerk.texts.dates import long_date
from workshops.events.forms.booking import seats_in_words
from workshops.events.models import Question, Workshop, WorkshopDate
from workshops.events.models.dates import WorkshopDateQuerySet
from workshops.events.services.answers import needs_deleted_on


@dataclass(frozen=True)
class Offer:
    """A place with the rows that a page shows."""

    place: Place
    workshop: Workshop
    rows: Sequence[WorkshopDate]
    seats: Sequence[Seats]
    questions: Sequence[Question]
    own_key: int | None  # of the user's live booking

    def choices(self, organisations: Sequence[Organisation] = ()) -> list[tuple[Format, str]]:
        """The formats, each with what is said about its seats."""
        waits = self.has_open_list
        return [(one.format, seats_in_words(one.free_for(organisations), one.waiting, waits)) for one in self.seats]

    @property
    def has_open_list(self) -> bool:
        """Whether one can still come on the waiting list."""
        return self.place.has_waiting_list and self.place.promotes()

    def is_full(self, organisations: Sequence[Organisation] = ()) -> bool:
        """Whether somebody who books now gets nothing at all."""
        return not self.has_open_list and not any(one.free_for(organisations) for one in self.seats)

    def would_wait(self, organisations: Sequence[Organisation] = ()) -> bool:
        """Whether somebody who books now may come on the waiting list."""
        return self.has_open_list and not all(one.free_for(organisations) for one in self.seats)

    def at_once_until(self) -> str:
        return at_once_until(self.place)

    def who_reads(self) -> dict[bool, str]:
        """Who reads an answer, by whether it is about needs. One query if any is."""
        return who_reads(self.workshop, self.place, self.questions)


def at_once_until(place: Place) -> str:
    """The day until which seats are confirmed at once, "" if that is over: then everybody is asked first."""
    end = min(place.starts_at - AT_ONCE_UNTIL, place.promotes_until)
    return long_date(end) if end > timezone.now() else ""


def who_reads(workshop: Workshop, place: Place, questions: Sequence[Question]) -> dict[bool, str]:
    said = {False: "Das liest die Veranstaltung.", True: ""}
    if any(one.is_about_needs for one in questions):
        people = [one.person.get_full_name() for one in workshop.organisers.select_related("person")]
        names = " und ".join([", ".join(people[:-1]), people[-1]] if len(people) > 1 else people)
        until = long_date(needs_deleted_on(place))
        reads = (
            ("Das lesen nur" if len(people) > 1 else "Das liest nur") if names else "Das liest nur die Veranstaltung"
        )
        said[True] = f"{reads} {names}{' von der Veranstaltung' if names else ''}. Wird am {until} gelöscht.".replace(
            "  ", " "
        ).replace(" .", ".")
    return said


def find_offer(user: Any, pk: int) -> Offer:
    """Two queries, three with questions. Raises Http404 for what this user does not see."""
    rows = WorkshopDate.objects.visible_to(user).filter(place=pk, workshop__state__in=Workshop.SHOWN)
    return _read(rows.for_booking(user))


def find_offer_of(booking: Booking) -> Offer:
    """For somebody who has this booking."""
    return _read(booking.place.workshop_dates.for_booking(booking.person))


def _read(dates: WorkshopDateQuerySet) -> Offer:
    rows = list(dates)
    if not rows:
        raise Http404
    place, workshop = rows[0].place, rows[0].workshop
    place._workshop = workshop  # kinds.workshop_of
    questions = list(workshop.questions.all()) if rows[0].asks else []
    return Offer(place, workshop, rows, seats_of([place])[place.pk], questions, rows[0].own_key)
