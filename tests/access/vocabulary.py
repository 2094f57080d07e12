"""The vocabularies: editors propose terms, the office maintains them; topics are public."""

from tests.access.route import (
    CLOSED_IN_ADMIN,
    DENIED,
    MOVED,
    NO_ID,
    NOT_FOUND,
    OFFICE,
    OK,
    ROLES,
    Route,
    Things,
)
from tests.access.world import World
from tests.factories.terms import term

OFFICE_ONLY = CLOSED_IN_ADMIN | {"editor": MOVED}

OWN = {
    "portal:topics": Route(OK),
    "portal:topic": Route(NOT_FOUND, parameters={"slug": "gibt-es-nicht"}),
    "portal:topic_feed": Route(NOT_FOUND, NOT_FOUND, parameters={"slug": "gibt-es-nicht"}),
    "vocabulary_merge_term": Route(NOT_FOUND, NOT_FOUND, OFFICE_ONLY, OFFICE_ONLY, NO_ID),
    "wagtailsnippets_vocabulary_term:add": Route(OK, OK, CLOSED_IN_ADMIN, CLOSED_IN_ADMIN),
    "wagtailsnippets_vocabulary_term:edit": Route(
        NOT_FOUND, NOT_FOUND, {"anonymous": MOVED, "member": DENIED}, {"anonymous": MOVED, "member": DENIED}, NO_ID
    ),
}


def new_term(world: World, relation: str) -> dict:
    return {"pk": term().pk}


def new_topic(world: World, relation: str) -> dict:
    return {"slug": term().slug}


THINGS = {
    "portal:topic": Things(new_topic, {"any": ROLES}, OK),
    "portal:topic_feed": Things(new_topic, {"any": ROLES}, OK, OK),
    "vocabulary_merge_term": Things(new_term, {"any": OFFICE}, OK, OK, OFFICE_ONLY),
    "wagtailsnippets_vocabulary_term:edit": Things(new_term, {"any": OFFICE}, OK, OK, OFFICE_ONLY),
}
