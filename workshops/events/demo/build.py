"""Builds the workshops of the demo. Always the same, as the seeds are fixed."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from django.utils import timezone

from netzwerk.members.demo.personas import person_of
from netzwerk.post.models import Message, Notification
from netzwerk.seats.models import Booking, Letter
from netzwerk.seats.services.notices import ask_managers
from netzwerk.seats.writing import write_letter
from workshops.events.demo.bookings import answer
from workshops.events.demo.crowd import Crowd, Holder
from workshops.events.demo.data import all_workshops
from workshops.events.demo.dating import date_bookings, date_workshop
from workshops.events.demo.making import Made, Maker
from workshops.events.demo.past import book_past, close_past, end_past, note_who_came
from workshops.events.demo.scenes import SCENES, Scene
from workshops.events.models import Workshop
from workshops.events.services.reviewing import submit_workshop

REVIEW, DRAFT = "erstkontakt-digital", "wirkung-erzaehlen"
TOLD = {"mitglied": ("schuldnerberatung",), "koordination": ("kennzahlen-pass",), "fallmanagement": ("pflegende",)}


def build(say: Callable[[str], None]) -> None:
    last_mail = Message.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    last_notice = _last_notice()
    maker = Maker(organiser=person_of("veranstaltung"), office=person_of("geschaeftsstelle"))
    crowd, personas = Crowd(), _personas()
    begun: list[Made] = []
    drafts: dict[str, Made] = {}
    for text in all_workshops():
        made, dice = maker.make(text), Random(text.key)  # noqa: S311  nothing secret
        if text.key in SCENES:
            _plan(maker, made, Scene(made, crowd, personas, dice))
        elif text.key in (REVIEW, DRAFT):
            drafts[text.key] = made
        else:
            maker.publish(made)
            book_past(made, crowd, personas, dice)
            begun.append(made)
    dice = Random("Anwesenheit")  # noqa: S311  nothing secret
    end_past(begun, dice)
    for made in begun:
        note_who_came(made, dice)
    close_past(begun)
    Notification.objects.filter(pk__gt=last_notice).delete()
    _prepare(drafts)
    _tell_personas(personas)
    _ask_organiser()
    Message.objects.filter(pk__gt=last_mail).delete()  # the demo begins with an empty outbox
    say(f"{Workshop.objects.count()} Workshops, {Booking.objects.count()} Anmeldungen")


def _personas() -> dict[str, Holder]:
    found = {}
    for key in ("mitglied", "koordination", "fallmanagement"):
        person = person_of(key)
        found[key] = Holder(person, person.memberships.current().select_related("organisation").first().organisation)
    return found


def _plan(maker: Maker, made: Made, scene: Scene) -> None:
    """A workshop to come, published some weeks ago."""
    maker.publish(made)
    SCENES[made.text.key](scene)
    now = timezone.now()
    published = now - timedelta(days=scene.dice.randint(16, 40), hours=2)
    date_workshop(made, created=published - timedelta(days=scene.dice.randint(6, 25)), published=published)
    for place in made.places():
        answer(made, place, scene.dice)
        date_bookings(place, scene.dice, start=published, end=now - timedelta(hours=2))


def _prepare(drafts: dict[str, Made]) -> None:
    """One stays a draft, the other waits for the second person."""
    submit_workshop(drafts[REVIEW].workshop, actor=drafts[REVIEW].organiser)
    for ago, made in enumerate(drafts.values(), start=6):
        date_workshop(made, created=timezone.now() - timedelta(days=ago), published=None)


def _tell_personas(personas: dict[str, Holder]) -> None:
    """The latest news of the personas as notifications, at the time of the letter."""
    for key, texts in TOLD.items():
        letters = Letter.objects.filter(person=personas[key].person).select_related(
            "booking__place", "booking__format"
        )
        titles = [one.title for one in all_workshops() if one.key in texts]
        for letter in letters.filter(booking__place__title__in=titles):
            last = _last_notice()
            write_letter(letter)
            Notification.objects.filter(pk__gt=last).update(created_at=letter.created_at)


def _ask_organiser() -> None:
    """Requests that wait for an answer."""
    for booking in Booking.objects.filter(state=Booking.State.REQUESTED).order_by("created_at"):
        last = _last_notice()
        ask_managers(booking)
        Notification.objects.filter(pk__gt=last).update(created_at=booking.created_at)


def _last_notice() -> int:
    return Notification.objects.order_by("pk").values_list("pk", flat=True).last() or 0
