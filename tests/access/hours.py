"""One's own hours, the office desk for credits and certificates, and the public page that verifies a certificate."""

from netzwerk.hours.models import Category, Certificate, Source
from netzwerk.hours.services.certificates import issue_certificate
from netzwerk.hours.services.decisions import grant_credit
from netzwerk.members.roles import OFFICE as OFFICE_ROLE
from tests.access.route import (
    MOVED,
    NO_ID,
    NOBODY,
    NOT_ALLOWED,
    NOT_FOUND,
    OFFICE,
    OK,
    ROLES,
    SIGNED_IN,
    UNPROCESSABLE,
    Route,
    Things,
    desk,
)
from tests.access.world import World
from tests.factories import hours
from tests.factories.people import PersonFactory

TO_LOGIN = {"anonymous": MOVED}
ONE = Route(NOT_FOUND, NOT_ALLOWED, TO_LOGIN, parameters=NO_ID)
EDIT_ONE = Route(NOT_FOUND, NOT_FOUND, TO_LOGIN, TO_LOGIN, NO_ID)
POST_ONE = Route(NOT_ALLOWED, NOT_FOUND, post_for=TO_LOGIN, parameters=NO_ID)

OWN = {
    "hours:account": Route(OK, NOT_ALLOWED, TO_LOGIN),
    "hours:statement": Route(NOT_ALLOWED, MOVED),  # back to the account, which is empty
    "hours:certificate": ONE,
    "hours:credit_new": Route(OK, UNPROCESSABLE, TO_LOGIN, TO_LOGIN),
    "hours:credit": ONE,
    "hours:credit_change": EDIT_ONE,
    "hours:proof_add": POST_ONE,
    "hours:proof_remove": Route(NOT_ALLOWED, NOT_FOUND, post_for=TO_LOGIN, parameters={**NO_ID, "proof_pk": "1"}),
    "hours:credit_submit": POST_ONE,
    "hours:credit_answer": POST_ONE,
    "hours:credit_withdraw": POST_ONE,
    "desk_hours:credits": desk(*OFFICE),
    "desk_hours:credit": desk(get=NOT_FOUND, post=NOT_FOUND, **NO_ID),
    "desk_hours:correct": desk(get=NOT_FOUND, post=NOT_FOUND, **NO_ID),
    "desk_hours:certificates": desk(*OFFICE),
    "desk_hours:certificate": desk(get=NOT_FOUND, post=NOT_FOUND, **NO_ID),
    "certificates:verify": Route(NOT_FOUND, parameters={"token": "x"}),
}


def submitted(world: World, relation: str) -> dict:
    return {"pk": hours.submitted(world.person(relation)).pk}


def draft(world: World, relation: str) -> dict:
    return {"pk": hours.draft(world.person(relation)).pk}


def proof_of_draft(world: World, relation: str) -> dict:
    made = hours.draft(world.person(relation))
    return {"pk": made.pk, "proof_pk": made.proofs.get().pk}


def granted(world: World, relation: str) -> dict:
    made = hours.submitted(world.person(relation))
    theory = Category.objects.get(key="theorie")
    office = PersonFactory.with_role(OFFICE_ROLE)
    grant_credit(made, actor=office, minutes=900, category=theory, presence=hours.IN_PERSON)
    return {"pk": made.pk}


def _certificate(world: World, relation: str) -> Certificate:
    source = Source("test", "1", "Werkstatt")
    return issue_certificate(hours.paper(), kind="test", source=source, person=world.person(relation), actor=None)


def certificate(world: World, relation: str) -> dict:
    return {"pk": _certificate(world, relation).pk}


def certificate_link(world: World, relation: str) -> dict:
    return {"token": _certificate(world, "foreign").token}


def proof(world: World, relation: str) -> dict:
    """A file of an application that is handed in, or of a draft."""
    whose, _dash, state = relation.partition("-")
    made = (hours.draft if state == "draft" else hours.submitted)(world.person(whose))
    found = made.proofs.get()
    return {"pk": found.pk, "name": found.filename}


OWN_ONLY = {"own": SIGNED_IN, "colleague": NOBODY, "foreign": NOBODY}
AT_DESK = {"own": OFFICE, "foreign": OFFICE}

THINGS = {
    "hours:certificate": Things(certificate, {"own": SIGNED_IN, "colleague": OFFICE}, OK),
    "hours:credit": Things(submitted, OWN_ONLY, OK),
    "hours:credit_change": Things(draft, OWN_ONLY, OK, UNPROCESSABLE),
    "hours:proof_add": Things(draft, OWN_ONLY, post=UNPROCESSABLE),
    "hours:proof_remove": Things(proof_of_draft, OWN_ONLY, post=MOVED),
    "hours:credit_submit": Things(draft, OWN_ONLY, post=MOVED),
    "hours:credit_answer": Things(submitted, OWN_ONLY, post=UNPROCESSABLE),
    "hours:credit_withdraw": Things(submitted, OWN_ONLY, post=MOVED),
    "desk_hours:credit": Things(submitted, AT_DESK, OK, UNPROCESSABLE),
    "desk_hours:correct": Things(granted, {"foreign": OFFICE}, OK, UNPROCESSABLE),
    "desk_hours:certificate": Things(certificate, AT_DESK, OK, UNPROCESSABLE),
    "certificates:verify": Things(certificate_link, {"any": ROLES}, OK, refused={}),
    "files:attached": Things(
        proof,
        {"own": SIGNED_IN, "colleague": OFFICE, "foreign": OFFICE, "own-draft": SIGNED_IN, "foreign-draft": NOBODY},
        OK,
        refused={},
    ),
}
