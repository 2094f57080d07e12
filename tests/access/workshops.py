"""Workshops: the public page, and planning. Each area of the app has its own part; OWN and THINGS join them."""

from django.core.files.base import ContentFile

from netzwerk.members.roles import OFFICE as OFFICE_ROLE
from netzwerk.members.roles import ORGANISER
from tests.access.route import (
    MOVED,
    NO_ID,
    NOT_ALLOWED,
    NOT_FOUND,
    OFFICE,
    OK,
    ROLES,
    SIGNED_IN,
    UNPROCESSABLE,
    Route,
    Things,
    for_roles,
)
from tests.access.world import World
from tests.factories.dates import venue
from tests.factories.people import PersonFactory
from tests.factories.workshops import draft, published
from workshops.events.models import Organiser, Question, Workshop, WorkshopDate
from workshops.events.services.materials import add_material

PLANNERS = ("organiser", "office", "superuser")
TO_LOGIN = {"anonymous": MOVED}
NO_DATE = {"pk": "999999", "date_pk": "999999"}
NO_QUESTION = {"pk": "999999", "question_pk": "999999"}
NO_MATERIAL = {"pk": "999999", "material_pk": "999999"}
ONE = Route(NOT_FOUND, NOT_ALLOWED, TO_LOGIN, parameters=NO_ID)
EDIT_ONE = Route(NOT_FOUND, NOT_FOUND, TO_LOGIN, TO_LOGIN, NO_ID)


def post_one(parameters: dict[str, str]) -> Route:
    return Route(NOT_ALLOWED, NOT_FOUND, post_for=TO_LOGIN, parameters=parameters)


def edit_one(parameters: dict[str, str]) -> Route:
    return Route(NOT_FOUND, NOT_FOUND, TO_LOGIN, TO_LOGIN, parameters)


PLANNING_OWN = {
    "workshops:page": Route(NOT_FOUND, parameters={"slug": "gibt-es-nicht"}),
    "my_workshops:list": Route(NOT_FOUND, NOT_ALLOWED, TO_LOGIN | for_roles(PLANNERS, OK)),
    "my_workshops:new": Route(
        NOT_FOUND, NOT_FOUND, TO_LOGIN | for_roles(PLANNERS, OK), TO_LOGIN | for_roles(PLANNERS, UNPROCESSABLE)
    ),
    "my_workshops:edit": ONE,
    "my_workshops:texts": EDIT_ONE,
    "my_workshops:leaders": EDIT_ONE,
    "my_workshops:organisers": EDIT_ONE,
    "my_workshops:date_new": EDIT_ONE,
    "my_workshops:series_new": EDIT_ONE,
    "my_workshops:date": edit_one(NO_DATE),
    "my_workshops:date_cancel": edit_one(NO_DATE),
    "my_workshops:date_remove": post_one(NO_DATE),
    "my_workshops:question_new": EDIT_ONE,
    "my_workshops:question": edit_one(NO_QUESTION),
    "my_workshops:question_remove": post_one(NO_QUESTION),
    "my_workshops:question_move": post_one(NO_QUESTION),
    "my_workshops:materials": EDIT_ONE,
    "my_workshops:material_remove": post_one(NO_MATERIAL),
    "my_workshops:review": EDIT_ONE,
    "my_workshops:copy": EDIT_ONE,
    "my_workshops:cancel": EDIT_ONE,
    "my_workshops:delete": post_one(NO_ID),
}


def _workshop(world: World, relation: str, *, is_draft: bool = False, **values) -> Workshop:
    """Planned by the visitor, whatever their role, or by somebody else. An organiser without the role may not plan."""
    author = PersonFactory.with_role(ORGANISER)
    made = (draft if is_draft else published)(author, venue=venue(), **values)
    if relation == "own" and world.visitor is not None:
        Organiser.objects.create(workshop=made, person=world.visitor)
    return made


def a_workshop(world: World, relation: str) -> dict:
    return {"pk": _workshop(world, relation).pk}


def a_draft(world: World, relation: str) -> dict:
    return {"pk": _workshop(world, relation, is_draft=True).pk}


def a_date(world: World, relation: str) -> dict:
    made = _workshop(world, relation, days=(30, 37))
    row = WorkshopDate.objects.filter(workshop=made).first()
    return {"pk": made.pk, "date_pk": row.pk}


def a_question(world: World, relation: str) -> dict:
    made = _workshop(world, relation)
    question = Question.objects.create(workshop=made, label="Was bringen Sie mit?")
    return {"pk": made.pk, "question_pk": question.pk}


def a_material(world: World, relation: str) -> dict:
    made = _workshop(world, relation)
    office = PersonFactory.with_role(OFFICE_ROLE)
    file = ContentFile(b"Ein Ablauf.", name="ablauf.txt")
    material = add_material(made, file=file, title="Ablauf", audience="registered", actor=office)
    return {"pk": made.pk, "material_pk": material.pk}


def a_page(world: World, relation: str) -> dict:
    """By relation: whose workshop, its audience, whether it is published."""
    if relation == "draft":
        return {"slug": _workshop(world, "foreign", is_draft=True).slug}
    if relation == "home":
        made = _workshop(world, "foreign", audience="organisations")
        made.organisations.set([world.home])
        return {"slug": made.slug}
    if relation == "elsewhere":
        made = _workshop(world, "foreign", audience="organisations")
        made.organisations.set([world.foreign])
        return {"slug": made.slug}
    return {"slug": _workshop(world, "foreign", audience=relation).slug}


BY_PLANNERS = {"own": PLANNERS, "foreign": OFFICE}

PLANNING_THINGS = {
    "workshops:page": Things(
        a_page,
        {"public": ROLES, "members": SIGNED_IN, "home": SIGNED_IN, "elsewhere": OFFICE, "draft": OFFICE},
        OK,
        refused={},
    ),
    "my_workshops:edit": Things(a_workshop, BY_PLANNERS, OK),
    "my_workshops:texts": Things(a_workshop, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:leaders": Things(a_workshop, BY_PLANNERS, OK, MOVED),
    "my_workshops:organisers": Things(a_workshop, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:date_new": Things(a_workshop, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:series_new": Things(a_workshop, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:date": Things(a_date, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:date_cancel": Things(a_date, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:date_remove": Things(a_date, BY_PLANNERS, post=MOVED),
    "my_workshops:question_new": Things(a_workshop, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:question": Things(a_question, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:question_remove": Things(a_question, BY_PLANNERS, post=MOVED),
    "my_workshops:question_move": Things(a_question, BY_PLANNERS, post=MOVED),
    "my_workshops:materials": Things(a_workshop, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:material_remove": Things(a_material, BY_PLANNERS, post=MOVED),
    "my_workshops:review": Things(a_draft, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:copy": Things(a_workshop, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:cancel": Things(a_workshop, BY_PLANNERS, OK, UNPROCESSABLE),
    "my_workshops:delete": Things(a_draft, BY_PLANNERS, post=MOVED),
}

# Built by others, who take these rows with them.
PLACEHOLDERS = {
    "workshop_desk:bookings": Route(NOT_FOUND, NOT_FOUND, parameters=NO_ID),
    "bookings:own": Route(NOT_FOUND, NOT_FOUND, parameters=NO_ID),
    "bookings:guest": Route(NOT_FOUND, NOT_FOUND, parameters={"token": "x"}),
}

OWN = {**PLANNING_OWN, **PLACEHOLDERS}
THINGS = {**PLANNING_THINGS}
