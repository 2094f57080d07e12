"""Booking a workshop, one's own bookings, a guest's link, the seats of one's organisation."""

from netzwerk.members.roles import COORDINATOR
from netzwerk.seats.access import can_book_for
from netzwerk.seats.models import ReleaseRule
from netzwerk.seats.services.booking import Guest, book_several, register_guest
from netzwerk.seats.tokens import booking_token
from tests.access.route import (
    MOVED,
    NO_ID,
    NOBODY,
    NOT_ALLOWED,
    NOT_FOUND,
    OK,
    ROLES,
    SIGNED_IN,
    UNPROCESSABLE,
    Route,
    Things,
    for_roles,
)
from tests.access.world import World
from tests.factories.people import PersonFactory
from tests.factories.places import booked, format_of, guest
from tests.factories.workshops import place_of, published
from workshops.events.models import Question

TO_LOGIN = {"anonymous": MOVED}
BY_ID = Route(NOT_FOUND, NOT_FOUND, TO_LOGIN, TO_LOGIN, NO_ID)
BY_TOKEN = Route(NOT_FOUND, NOT_FOUND, parameters={"token": "x"})
COORDINATION = ("coordinator",)
OWN_PAGES = ("own", "answers", "promotion", "switch", "cancel", "offer", "hand_over")
GUEST_PAGES = ("guest", "guest_answers", "guest_promotion", "guest_switch", "guest_cancel", "guest_offer")

OWN = {
    "bookings:start": BY_ID,
    "bookings:sent": Route(NOT_FOUND, parameters=NO_ID),
    "bookings:colleagues": BY_ID,
    "bookings:colleagues_result": Route(NOT_FOUND, get_for=TO_LOGIN, parameters={**NO_ID, "key": "x"}),
    **{f"bookings:{name}": BY_ID for name in OWN_PAGES},
    **{f"bookings:{name}": BY_TOKEN for name in GUEST_PAGES},
    "house_seats:list": Route(NOT_FOUND, get_for={"anonymous": MOVED} | for_roles(COORDINATION, OK)),
    "house_seats:release": BY_ID,
    "house_seats:rule": Route(NOT_ALLOWED, NOT_FOUND, post_for=TO_LOGIN, parameters=NO_ID),
    "house_seats:wish": Route(OK, MOVED, TO_LOGIN),
}


def a_place(world: World, relation: str) -> dict:
    """A workshop that takes guests, one for members, one for an organisation of nobody who asks."""
    audience = {"guests": "public", "members": "members", "foreign": "organisations"}[relation]
    made = published(audience=audience)
    Question.objects.create(workshop=made, kind="text", label="Was bringen Sie mit?")
    return {"pk": place_of(made).pk}


def a_booking(world: World, relation: str) -> dict:
    """A seat, for the visitor's organisation or another one."""
    home = world.organisation("foreign" if relation == "foreign" else "own")
    made = published(seats_online=2)
    Question.objects.create(workshop=made, kind="text", label="Was bringen Sie mit?")
    return {"pk": booked(place_of(made), world.person(relation), organisation=home).pk}


def asked(world: World, relation: str) -> dict:
    home = world.organisation(relation)
    ReleaseRule.objects.update_or_create(organisation=home, defaults={"needs_release": True})
    person = world.colleague if relation == "own" else world.stranger
    return {"pk": booked(place_of(published()), person, organisation=home).pk}


def result(world: World, relation: str) -> dict:
    """What the visitor has booked for a colleague, who is booked by somebody else where the visitor may not."""
    place, home = place_of(published()), world.organisation("own")
    visitor = world.visitor
    boss = visitor if relation == "own" and visitor and can_book_for(visitor, home) else None
    book_several(
        place,
        actor=boss or PersonFactory.with_role(COORDINATOR, home=home),
        people=[world.colleague],
        format=format_of(place),
        organisation=home,
        all_or_none=False,
        form_key="abc",
    )
    return {"pk": place.pk, "key": "abc"}


def a_guest(world: World, relation: str) -> dict:
    """A guest's link; the same for everybody who has it."""
    made = published(seats_online=2)
    Question.objects.create(workshop=made, kind="text", label="Was bringen Sie mit?")
    place = place_of(made)
    if relation == "unconfirmed":
        row = register_guest(place, Guest("Gerda Gast", "g@ort.example"), format=format_of(place))
    elif relation == "member":
        row = booked(place)
    else:
        row = guest(place)
    return {"token": booking_token(row.pk)}


OWN_ONLY = {"own": SIGNED_IN, "colleague": NOBODY, "foreign": NOBODY}
# The coordination acts for colleagues; the office handles all workshops.
SHARED = {"own": SIGNED_IN, "colleague": ("coordinator", "office", "superuser"), "foreign": ("office", "superuser")}
WITH_LINK = {"any": ROLES, "member": NOBODY}

THINGS = {
    "bookings:start": Things(
        a_place,
        {"guests": ROLES, "members": SIGNED_IN, "foreign": NOBODY},
        OK,
        OK,
        refused={"anonymous": MOVED, "office": 409, "superuser": 409},  # they see the workshop, but may not book
    ),
    "bookings:sent": Things(a_place, {"guests": ROLES, "members": NOBODY}, OK, refused={}),
    "bookings:colleagues": Things(a_place, {"guests": COORDINATION, "members": COORDINATION}, OK, OK),
    "bookings:colleagues_result": Things(result, {"own": COORDINATION, "foreign": NOBODY}, OK),
    "bookings:own": Things(a_booking, OWN_ONLY, OK, OK),
    "bookings:answers": Things(a_booking, OWN_ONLY, OK, MOVED),
    "bookings:promotion": Things(a_booking, OWN_ONLY, MOVED, MOVED),
    "bookings:switch": Things(a_booking, SHARED, OK, UNPROCESSABLE),
    "bookings:cancel": Things(a_booking, SHARED, OK, MOVED),
    "bookings:offer": Things(a_booking, SHARED, MOVED, MOVED),
    "bookings:hand_over": Things(a_booking, SHARED, OK, UNPROCESSABLE),
    "bookings:guest": Things(a_guest, WITH_LINK | {"unconfirmed": ROLES}, OK, MOVED, refused={}),
    "bookings:guest_answers": Things(a_guest, WITH_LINK, OK, MOVED, refused={}),
    "bookings:guest_promotion": Things(a_guest, WITH_LINK, MOVED, MOVED, refused={}),
    "bookings:guest_switch": Things(a_guest, WITH_LINK, OK, UNPROCESSABLE, refused={}),
    "bookings:guest_cancel": Things(a_guest, WITH_LINK, OK, MOVED, refused={}),
    "bookings:guest_offer": Things(a_guest, WITH_LINK, MOVED, MOVED, refused={}),
    "house_seats:release": Things(asked, {"own": COORDINATION, "foreign": NOBODY}, OK, MOVED),
    "house_seats:rule": Things(
        lambda world, relation: {"pk": world.organisation(relation).pk},
        {"own": COORDINATION, "foreign": NOBODY},
        post=MOVED,
    ),
}
