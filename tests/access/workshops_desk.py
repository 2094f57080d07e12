"""The desk of a workshop's organisers: they and the office, nobody else. A row as organiser without the role is not enough."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from netzwerk.seats.services.pools import add_allotment
from tests.access.route import MOVED, NO_ID, NOT_ALLOWED, NOT_FOUND, OFFICE, OK, UNPROCESSABLE, Route, Things
from tests.access.world import World
from tests.factories.places import format_of, rest_of
from tests.factories.workshops import place_of, published
from tests.workshops.desk import moved_into_the_past, seated
from workshops.events.models import Organiser, Workshop
from workshops.events.services.check_in import check_in_code
from workshops.events.services.closing import close_dates

TO_LOGIN = {"anonymous": MOVED}
SHOW = Route(NOT_FOUND, NOT_ALLOWED, TO_LOGIN, parameters=NO_ID)
FORM = Route(NOT_FOUND, NOT_FOUND, TO_LOGIN, TO_LOGIN, NO_ID)

OWN = {
    "workshop_desk:bookings": SHOW,
    "workshop_desk:bulk": Route(NOT_ALLOWED, NOT_FOUND, post_for=TO_LOGIN, parameters=NO_ID),
    "workshop_desk:add": FORM,
    "workshop_desk:sheet": SHOW,
    "workshop_desk:booking": SHOW,
    "workshop_desk:step": FORM,
    "workshop_desk:check_in": SHOW,
    "workshop_desk:door": FORM,
    "workshop_desk:walk_in": FORM,
    "workshop_desk:code": Route(NOT_FOUND, NOT_FOUND, TO_LOGIN, TO_LOGIN, {"code": "x"}),
    "workshop_desk:seats": SHOW,
    "workshop_desk:capacity": FORM,
    "workshop_desk:allotment": FORM,
    "workshop_desk:release": FORM,
    "workshop_desk:messages": SHOW,
    "workshop_desk:message_new": FORM,
    "workshop_desk:closing": FORM,
    "workshop_desk:closing_review": FORM,
    "workshop_desk:correct": FORM,
}


def workshop(world: World, relation: str) -> Workshop:
    """One with two dates that others plan; "own": the visitor too."""
    made = published(days=(30, 37), seats_in_person=5)
    if relation == "own":
        Organiser.objects.create(workshop=made, person=world.person("own"))
    return made


def one(world: World, relation: str) -> dict[str, Any]:
    return {"pk": workshop(world, relation).pk}


def booking(world: World, relation: str) -> dict[str, Any]:
    made = workshop(world, relation)
    return {"pk": made.pk, "booking_pk": seated(made).pk}


def step(world: World, relation: str) -> dict[str, Any]:
    return booking(world, relation) | {"key": "stornieren"}


def date(world: World, relation: str) -> dict[str, Any]:
    made = workshop(world, relation)
    return {"pk": made.pk, "date_pk": made.dates.first().pk}


def code(world: World, relation: str) -> dict[str, Any]:
    return {"code": check_in_code(seated(workshop(world, relation)))}


def pool(world: World, relation: str) -> dict[str, Any]:
    made = workshop(world, relation)
    return {"pk": made.pk, "pool_pk": rest_of(place_of(made)).pk}


def allotment(world: World, relation: str) -> dict[str, Any]:
    made = workshop(world, relation)
    place = place_of(made)
    values = {"kinds": ["city"], "seats": 1, "release_at": timezone.now() + timedelta(days=5)}
    added = add_allotment(format_of(place), actor=made.organisers.first().person, **values)
    return {"pk": made.pk, "pool_pk": added.pk}


def closed(world: World, relation: str) -> dict[str, Any]:
    made = workshop(world, relation)
    seat = seated(made)
    moved_into_the_past(made)
    close_dates(made, place_of(made), actor=made.organisers.first().person)
    return {"pk": made.pk, "booking_pk": seat.pk}


WHO = {"own": ("organiser", *OFFICE), "foreign": OFFICE}

THINGS = {
    "workshop_desk:bookings": Things(one, WHO, OK),
    "workshop_desk:bulk": Things(one, WHO, post=MOVED),
    "workshop_desk:add": Things(one, WHO, OK, UNPROCESSABLE),
    "workshop_desk:sheet": Things(one, WHO, OK),
    "workshop_desk:booking": Things(booking, WHO, OK),
    "workshop_desk:step": Things(step, WHO, OK, UNPROCESSABLE),
    "workshop_desk:check_in": Things(one, WHO, OK),
    "workshop_desk:door": Things(date, WHO, OK, NOT_FOUND),
    "workshop_desk:walk_in": Things(date, WHO, OK, UNPROCESSABLE),
    "workshop_desk:code": Things(code, WHO, OK, NOT_FOUND),
    "workshop_desk:seats": Things(one, WHO, OK),
    "workshop_desk:capacity": Things(pool, WHO, OK, UNPROCESSABLE),
    "workshop_desk:allotment": Things(one, WHO, OK, UNPROCESSABLE),
    "workshop_desk:release": Things(allotment, WHO, OK, MOVED),
    "workshop_desk:messages": Things(one, WHO, OK),
    "workshop_desk:message_new": Things(one, WHO, OK, UNPROCESSABLE),
    "workshop_desk:closing": Things(one, WHO, OK, OK),
    "workshop_desk:closing_review": Things(one, WHO, MOVED, MOVED),
    "workshop_desk:correct": Things(closed, WHO, OK, UNPROCESSABLE),
}
