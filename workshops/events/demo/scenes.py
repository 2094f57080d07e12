"""What has happened so far to the planned workshops, one function each: full, waiting, approved, reserved, cancelled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.members.demo.history import moment
from netzwerk.members.models import Organisation
from netzwerk.seats.models import Booking, Format, Place
from netzwerk.seats.services.approval import approve, decline
from netzwerk.seats.services.booking import book_several
from netzwerk.seats.services.leaving import cancel
from netzwerk.seats.services.pools import add_allotment
from workshops.events.demo.bookings import book_all, let_cancel, some_seated
from workshops.events.demo.crowd import Crowd, Holder
from workshops.events.demo.making import Made
from workshops.events.models import Workshop
from workshops.events.services.cancelling import cancel_workshop

IN_PERSON, ONLINE = Format.Key.IN_PERSON, Format.Key.ONLINE
WHY_DECLINED = "Aus Ihrer Region sind schon zwei Personen dabei. Wir merken Sie für die nächste Ausbildung vor."
WHY_CANCELLED = "Die Leitung ist für längere Zeit erkrankt. Einen neuen Termin geben wir bekannt, sobald er feststeht."


@dataclass(frozen=True)
class Scene:
    made: Made
    crowd: Crowd
    personas: Mapping[str, Holder]
    dice: Random

    @property
    def place(self) -> Place:
        return self.made.places()[0]

    def book(self, people: int, guests: int = 0, *, then: tuple[str, ...] = ()) -> list[Booking]:
        """So many others, then these personas."""
        drawn = [*self.crowd.draw(self.dice, people, guests), *(self.personas[key] for key in then)]
        return book_all(self.place, drawn, self.dice)


def lost_home(scene: Scene) -> None:
    """Six seats are held for the Kreis; three of its people have come, and the town's coordination booked for two others."""
    place, crowd = scene.place, scene.crowd
    format = place.formats.get()
    kreis = Organisation.objects.get(slug="kreis-auenrode")
    add_allotment(format, organisations=[kreis], seats=6, release_at=moment(-9, 7), actor=scene.made.organiser)
    own = crowd.of_organisation("kreis-auenrode")
    for holder in own[4:7]:
        holder.book(place, format)
    coordination = scene.personas["koordination"]
    colleagues = [one.person for one in crowd.of_organisation("stadt-lindenbrueck")[:2]]
    taken = (*own[4:7], *(Holder(person=one) for one in colleagues))
    book_several(
        place,
        actor=coordination.person,
        people=colleagues,
        format=format,
        organisation=coordination.organisation,
        all_or_none=True,
    )
    others = list(crowd.draw(scene.dice, 7, 4, without=(*taken, *own)))
    known = [scene.personas["mitglied"], scene.personas["fallmanagement"]]
    book_all(place, [*others, *known], scene.dice)


def full_and_third(scene: Scene) -> None:
    """All seats are taken; the member waits in the third place."""
    scene.book(9, 5)
    drawn = [one for one in scene.crowd.members if not _has_booked(scene.place, one)]
    waiting = scene.dice.sample(drawn, 4)
    book_all(scene.place, [*waiting[:2], scene.personas["mitglied"], *waiting[2:]], scene.dice)


def full_after_cancellation(scene: Scene) -> None:
    """The member gave up a seat; somebody else has it, and four wait."""
    bookings = scene.book(11, 0, then=("mitglied",))
    drawn = [one for one in scene.crowd.members if not _has_booked(scene.place, one)]
    waiting = scene.dice.sample(drawn, 5)
    book_all(scene.place, waiting[:1], scene.dice)
    cancel(bookings[-1], actor=bookings[-1].person, reason="Die Woche ist schon voll.")
    book_all(scene.place, waiting[1:], scene.dice)


def asked_for(scene: Scene) -> None:
    """Nine have asked, the caseworker among them; four are accepted and one is declined."""
    bookings = scene.book(7, 1, then=("fallmanagement",))
    for booking in bookings[:4]:
        approve(booking, actor=scene.made.organiser)
    decline(bookings[4], reason=WHY_DECLINED, actor=scene.made.organiser)


def for_members(scene: Scene) -> None:
    scene.book(14, then=("koordination",))


def for_organisations(scene: Scene) -> None:
    keys = scene.made.text.organisations
    own = [one for key in keys for one in scene.crowd.of_organisation(key)[:3]]
    known = [scene.personas["koordination"], scene.personas["mitglied"]]
    book_all(scene.place, [*own[:9], *known], scene.dice)


def series(scene: Scene) -> None:
    """Each date by itself; the nearest is full, with a waiting list."""
    for number, place in enumerate(scene.made.places()):
        holders = list(scene.crowd.draw(scene.dice, (15, 9, 6, 3)[number], (7, 3, 2, 1)[number]))
        known = (("mitglied", "fallmanagement"), ("fallmanagement",), ("koordination",), ())[number]
        book_all(place, [*(scene.personas[key] for key in known), *holders], scene.dice)


def hybrid(scene: Scene) -> None:
    scene.book(16, 6)
    scene.personas["koordination"].book(scene.place, scene.place.formats.get(key=ONLINE))


def online(scene: Scene) -> None:
    scene.book(13, 12)


def offered(scene: Scene) -> None:
    """A seat has become free and is offered to the caseworker, who wanted to be asked first."""
    scene.book(9, 3)
    scene.personas["fallmanagement"].book(scene.place, scene.place.formats.get(), at_once=False)
    drawn = [one for one in scene.crowd.members if not _has_booked(scene.place, one)]
    book_all(scene.place, scene.dice.sample(drawn, 2), scene.dice)
    let_cancel(some_seated(scene.place, scene.dice, 1), scene.dice)


def large(scene: Scene) -> None:
    """Fifteen seats are held for associations and will be released soon; the minimum is not reached yet."""
    place = scene.place
    add_allotment(
        place.formats.get(),
        kinds=[Organisation.Kind.WELFARE],
        seats=15,
        release_at=moment(-2, 7),
        actor=scene.made.organiser,
    )
    scene.book(12, 7)


def small(scene: Scene) -> None:
    scene.book(4, 3)


def cancelled(scene: Scene) -> None:
    """Since yesterday."""
    scene.book(6, 4, then=("fallmanagement",))
    workshop, at = scene.made.workshop, timezone.now() - timedelta(hours=20)
    cancel_workshop(workshop, actor=scene.made.organiser, reason=WHY_CANCELLED)
    Workshop.objects.filter(pk=workshop.pk).update(cancelled_at=at)
    Place.objects.filter(pk=scene.place.pk).update(cancelled_at=at)
    Date.objects.filter(workshop_date__workshop=workshop).update(cancelled_at=at)


def _has_booked(place: Place, holder: Holder) -> bool:
    return Booking.objects.filter(place=place, person=holder.person).live().exists()


SCENES: dict[str, Callable[[Scene], None]] = {
    "wohnung-verloren": lost_home,
    "schuldnerberatung": full_and_third,
    "schweigen": full_after_cancellation,
    "beratung-leiten": asked_for,
    "kennzahlen-pass": for_members,
    "vereinbarung": for_organisations,
    "datenschutz-reihe": series,
    "angebotsplanung": hybrid,
    "flucht": online,
    "pflegende": offered,
    "praevention": large,
    "leichte-sprache": small,
    "vermieter": cancelled,
}
