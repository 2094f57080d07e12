"""Makes the workshops of the demo: rows, dates, leaders, questions; drafts, until they are published."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date as day_type
from datetime import timedelta
from typing import Any

from django.utils import timezone

from netzwerk.calendar.models import Venue
from netzwerk.members.models import Organisation, User
from netzwerk.seats.models import Place
from netzwerk.seats.working_days import is_working_day
from netzwerk.vocabulary.models import Term
from workshops.events.demo.data import MINUTES_PER_UNIT, DayText, WorkshopText
from workshops.events.models import Question, Workshop
from workshops.events.services.people import GuestLeader, set_leaders
from workshops.events.services.planning import add_date, create_workshop
from workshops.events.services.publishing import open_workshop
from workshops.events.services.questions import add_question

CONTACT = {
    "contact_name": "Selma Aydin",
    "contact_email": "workshops@netzwerk-sozialagenturen.example",
    "contact_phone": "030 23125 104",
}
NEEDS_LABEL = "Was brauchen Sie, um gut teilnehmen zu können?"
NEEDS_ON_SITE = "Zum Beispiel einen Platz weit vorn, Gebärdensprache, besonderes Essen oder eine Pause in Ruhe."
NEEDS_ONLINE = "Zum Beispiel Untertitel, Gebärdensprache oder Unterlagen vorab."
WITHOUT_NEEDS = {"vereinbarung"}
ROOMS = "https://raum.netzwerk-sozialagenturen.example/"


@dataclass(frozen=True)
class Made:
    text: WorkshopText
    workshop: Workshop
    organiser: User

    def places(self) -> list[Place]:
        return list(Place.objects.filter(workshop_dates__workshop=self.workshop).distinct().order_by("starts_at"))


class Maker:
    """Knows what all workshops refer to."""

    def __init__(self, organiser: User, office: User) -> None:
        self.organiser, self.office = organiser, office
        self.days: set[day_type] = set()  # with a workshop
        self.topics = {one.slug: one for one in Term.objects.topics()}
        self.venues = {one.name: one for one in Venue.objects.all()}
        self.people = {one.get_full_name(): one for one in User.objects.with_open_profile()}
        self.organisations = {one.slug: one for one in Organisation.objects.all()}

    def make(self, text: WorkshopText) -> Made:
        workshop = create_workshop(
            actor=self.organiser,
            topics=[self.topics[slug] for slug in text.topics],
            organisations=[self.organisations[key] for key in text.organisations],
            title=text.title,
            summary=text.summary,
            description=text.description,
            for_whom=text.for_whom,
            cost_note=text.cost,
            audience=text.audience,
            booking=text.booking,
            seats_in_person=text.seats,
            seats_online=text.seats_online,
            booking_days=text.booking_days,
            needs_approval=text.approval,
            minimum=text.minimum,
            **CONTACT,
        )
        self._add_dates(workshop, text)
        self._set_leaders(workshop, text)
        for question in _questions(text):
            add_question(workshop, actor=self.organiser, **question)
        return Made(text, workshop, self.organiser)

    def publish(self, made: Made) -> None:
        """The office is the second person. Nothing is submitted first, as a past workshop has no date to come."""
        open_workshop(made.workshop, reviewer=self.office)

    def _add_dates(self, workshop: Workshop, text: WorkshopText) -> None:
        last = None
        for one in text.days:
            last = day_of(one, after=last, taken=self.days)
            self.days.add(last)
            add_date(
                workshop,
                actor=self.organiser,
                start_day=last,
                start_time=one.start,
                end_time=one.end,
                venue=self.venues[text.venue] if text.venue else None,
                room=text.room,
                is_online=bool(text.seats_online),
                online_url=f"{ROOMS}{text.key}" if text.seats_online else "",
                heading=one.heading,
                note=one.note,
                minutes_in_person=one.units * MINUTES_PER_UNIT if text.seats else 0,
                minutes_online=one.units * MINUTES_PER_UNIT if text.seats_online else 0,
            )

    def _set_leaders(self, workshop: Workshop, text: WorkshopText) -> None:
        people = [self.people[name[1:]] for name in text.leaders if name.startswith("@")]
        guests = [GuestLeader(*name.split(" | ")) for name in text.leaders if not name.startswith("@")]
        set_leaders(workshop, people=people, guests=guests, actor=self.organiser)


def day_of(text: DayText, *, after: day_type | None, taken: Container[day_type] = ()) -> day_type:
    """A working day on which no other workshop is, later than the one before, and in the past if it is meant to be. Only today
    is today on any day of the week."""
    day = timezone.localdate() + timedelta(days=text.at)
    step = timedelta(days=-1 if text.at < 0 and after is None else 1)
    while text.at and (day in taken or not _is_good_day(day) or (after is not None and day <= after)):
        day += step
    return day


def _is_good_day(day: day_type) -> bool:
    """A working day, not around Christmas."""
    return is_working_day(day) and (1, 2) < (day.month, day.day) < (12, 22)


def _questions(text: WorkshopText) -> Iterator[dict[str, Any]]:
    for one in text.questions:
        yield {
            "kind": one.kind,
            "label": one.label,
            "help": one.help,
            "choices": list(one.choices),
            "is_required": one.required,
        }
    if text.key not in WITHOUT_NEEDS:
        note = NEEDS_ON_SITE if text.seats else NEEDS_ONLINE
        yield {"kind": Question.Kind.NEEDS, "label": NEEDS_LABEL, "help": note}
