"""Joining, directory, an organisation's own desk, the office desk and one's own account."""

from netzwerk.members import tokens
from tests.access.route import (
    DENIED,
    IN_ADMIN,
    KEEPERS,
    MOVED,
    NO_ID,
    NO_PLACE,
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
    for_roles,
)
from tests.access.world import World
from tests.factories import grants

OWN = {
    # Joining is open to everyone; a link that holds nothing is missing
    "joining:apply": Route(OK, UNPROCESSABLE),
    "joining:ask": Route(NOT_FOUND, NOT_FOUND, parameters=NO_PLACE),
    "joining:state": Route(NOT_FOUND, NOT_FOUND, parameters={"token": "1.x"}),
    "joining:invitation": Route(NOT_FOUND, NOT_FOUND, parameters={"secret": "x"}),
    "joining:refuse": Route(NOT_FOUND, NOT_FOUND, parameters={"secret": "x"}),
    # The directory is public; people who opened their profile are shown to members of any kind
    "organisations:directory": Route(OK),
    "organisations:profile": Route(NOT_FOUND, parameters=NO_PLACE),
    "people:list": Route(OK, NOT_ALLOWED, {"anonymous": MOVED, "administration": DENIED}),
    "members:roles": Route(OK),
    # An organisation's own desk: one that does not exist is missing, as is one of others (test_grants.py)
    "organisations:edit": Route(NOT_FOUND, NOT_FOUND, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_PLACE),
    "organisations:discard_draft": Route(NOT_FOUND, NOT_FOUND, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_PLACE),
    "organisations:people": Route(NOT_FOUND, NOT_ALLOWED, {"anonymous": MOVED}, parameters=NO_PLACE),
    "organisations:invite": Route(NOT_FOUND, NOT_FOUND, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_PLACE),
    "organisations:give_role": Route(NOT_FOUND, NOT_FOUND, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_PLACE),
    "organisations:person": Route(NOT_FOUND, NOT_FOUND, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_PLACE),
    "organisations:end_membership": Route(NOT_ALLOWED, NOT_FOUND, post_for={"anonymous": MOVED}, parameters=NO_PLACE),
    "organisations:revoke_role": Route(NOT_ALLOWED, NOT_FOUND, post_for={"anonymous": MOVED}, parameters=NO_PLACE),
    "organisations:withdraw_invitation": Route(
        NOT_ALLOWED, NOT_FOUND, post_for={"anonymous": MOVED}, parameters=NO_PLACE
    ),
    # To the coordinated organisation: with only one, to its people
    "coordination:home": Route(NOT_FOUND, NOT_ALLOWED, {"anonymous": MOVED, "coordinator": MOVED}),
    # The office desk; its start page stands with the portal's
    "desk:applications": desk(*OFFICE),
    "desk:application": desk(get=NOT_FOUND, post=NOT_FOUND, **NO_ID),
    "desk:bulk_invite": desk(*OFFICE, post=UNPROCESSABLE),
    "desk:invitations": desk(*OFFICE),
    "desk:invitations_bulk": desk(*OFFICE, get=NOT_ALLOWED, post=MOVED),  # nothing ticked: back to the list
    "desk:log": desk(*KEEPERS),
    "desk:organisations": desk(*OFFICE),
    "desk:organisation_new": desk(*OFFICE, post=UNPROCESSABLE),
    "desk:organisation": desk(get=NOT_FOUND, post=NOT_FOUND, **NO_ID),
    "desk:organisation_end": desk(get=NOT_ALLOWED, post=NOT_FOUND, **NO_ID),
    "desk:people": desk(*KEEPERS),
    "desk:person": desk(get=NOT_FOUND, post=NOT_FOUND, **NO_ID),
    "desk:lock": desk(get=NOT_ALLOWED, post=NOT_FOUND, **NO_ID),
    "desk:grants": desk(*KEEPERS),
    "desk:revoke_role": desk(get=NOT_ALLOWED, post=NOT_FOUND, **NO_ID),
    # One's own account
    "own:profile": Route(OK, UNPROCESSABLE, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "own:resign": Route(NOT_ALLOWED, NOT_FOUND, post_for={"anonymous": MOVED}, parameters=NO_ID),
    "own:leave": Route(NOT_ALLOWED, NOT_FOUND, post_for={"anonymous": MOVED}, parameters=NO_ID),
    "own:email": Route(MOVED, MOVED),  # first to confirm who one is
    "own:email_confirm": Route(NOT_FOUND, NOT_FOUND, {"anonymous": MOVED}, {"anonymous": MOVED}, {"token": "x"}),
    "own:data": Route(OK, NOT_ALLOWED, {"anonymous": MOVED}),
    "own:data_json": Route(NOT_ALLOWED, OK, post_for={"anonymous": MOVED}),
    "own:erase": Route(MOVED, MOVED),  # first to confirm who one is
}

COORDINATION = ("coordinator", *OFFICE)


def slug(world: World, relation: str) -> dict:
    return {"slug": world.organisation(relation).slug}


def organisation(world: World, relation: str) -> dict:
    return {"pk": world.organisation(relation).pk}


def person(world: World, relation: str) -> dict:
    return {"pk": world.person(relation).pk}


def person_there(world: World, relation: str) -> dict:
    return {"slug": world.membership(relation).organisation.slug} | person(world, relation)


def role(world: World, relation: str) -> dict:
    return {"pk": world.coordination(relation).pk}


def role_there(world: World, relation: str) -> dict:
    made = world.coordination(relation)
    return {"slug": made.organisation.slug, "pk": made.pk}


def membership(world: World, relation: str) -> dict:
    return {"pk": world.membership(relation).pk}


def invitation_there(world: World, relation: str) -> dict:
    made = world.invitation(relation)
    return {"slug": made.organisation.slug, "pk": made.pk}


def application(world: World, relation: str) -> dict:
    return {"pk": grants.application().pk}


def application_link(world: World, relation: str) -> dict:
    return {"token": tokens.application_token(grants.application().pk)}


def invitation_link(world: World, relation: str) -> dict:
    secret, fingerprint = tokens.new_secret()
    invited = {"email": world.person("own").email} if relation == "own" else {}
    grants.invitation(world.foreign, fingerprint=fingerprint, **invited)
    return {"secret": secret}


def address_link(world: World, relation: str) -> dict:
    person = world.person(relation)
    return {"token": tokens.address_token(person.pk, person.email, "neu@test.example")}


AT_DESK = {"own": OFFICE, "foreign": OFFICE, "left": OFFICE}
PEOPLE_AT_DESK = {"own": KEEPERS, "colleague": KEEPERS, "foreign": KEEPERS}
OWN_ONLY = {"own": SIGNED_IN, "colleague": NOBODY, "foreign": NOBODY}
COLLEAGUES = {"own": COORDINATION, "colleague": COORDINATION, "foreign": OFFICE}
EVERYBODY = {"anonymous": NOT_FOUND}

THINGS = {
    "joining:ask": Things(slug, {"own": ROLES, "foreign": ROLES, "left": NOBODY}, OK, UNPROCESSABLE, EVERYBODY),
    "joining:state": Things(application_link, {"any": ROLES}, OK, UNPROCESSABLE),
    # Without an account a visitor makes one; who is logged in as somebody else may not take the invitation.
    "joining:invitation": Things(
        invitation_link,
        {"own": SIGNED_IN, "foreign": ("anonymous",)},
        OK,
        MOVED,
        {"anonymous": OK, "member": DENIED} | for_roles(IN_ADMIN, DENIED),  # OK: a page that asks to log in
        {"foreign": UNPROCESSABLE},
    ),
    "joining:refuse": Things(invitation_link, {"own": ROLES, "foreign": ROLES}, OK, OK),
    "organisations:profile": Things(slug, {"own": ROLES, "foreign": ROLES, "left": OFFICE}, OK, refused=EVERYBODY),
    "organisations:edit": Things(slug, {"own": COORDINATION, "foreign": OFFICE, "left": NOBODY}, OK, MOVED),
    "organisations:discard_draft": Things(
        slug, {"own": COORDINATION, "foreign": OFFICE, "left": NOBODY}, MOVED, MOVED
    ),
    "organisations:people": Things(slug, {"own": COORDINATION, "foreign": OFFICE, "left": OFFICE}, OK),
    "organisations:invite": Things(slug, {"own": COORDINATION, "foreign": OFFICE, "left": NOBODY}, OK, UNPROCESSABLE),
    "organisations:give_role": Things(
        slug, {"own": COORDINATION, "foreign": OFFICE, "left": NOBODY}, OK, UNPROCESSABLE
    ),
    "organisations:person": Things(person_there, COLLEAGUES, OK, UNPROCESSABLE),
    "organisations:end_membership": Things(person_there, COLLEAGUES, post=MOVED),
    # Here the visitor holds the role that is taken.
    "organisations:revoke_role": Things(role_there, COLLEAGUES | {"own": SIGNED_IN}, post=MOVED),
    "organisations:withdraw_invitation": Things(
        invitation_there, {"own": COORDINATION, "foreign": OFFICE}, post=MOVED
    ),
    "desk:application": Things(application, {"any": OFFICE}, OK, UNPROCESSABLE),
    "desk:organisation": Things(organisation, AT_DESK, OK, OK),
    "desk:organisation_end": Things(organisation, AT_DESK, post=MOVED),
    "desk:person": Things(person, PEOPLE_AT_DESK, OK, UNPROCESSABLE),
    "desk:lock": Things(person, PEOPLE_AT_DESK, post=MOVED),
    "desk:revoke_role": Things(role, PEOPLE_AT_DESK, post=MOVED),
    "own:resign": Things(role, OWN_ONLY, post=MOVED),
    "own:leave": Things(membership, OWN_ONLY, post=MOVED),
    "own:email_confirm": Things(address_link, OWN_ONLY, OK, MOVED),
}
