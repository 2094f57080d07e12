"""The library: reports, versions, bookmarks and glossary."""

from tests.access.route import (
    BROKEN,
    CLOSED_IN_ADMIN,
    DENIED,
    EDITING,
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
)
from tests.access.world import World

OWN = {
    # The library: reports are pages, what belongs to one that is not there is missing; the list of kept ones is one's own
    "knowledge:feed": Route(OK),
    "knowledge:export": Route(OK, parameters={"form": "csv"}),
    "knowledge:quality": Route(OK),
    "knowledge:permalink": Route(NOT_FOUND, parameters=NO_ID),
    "knowledge:versions": Route(NOT_FOUND, parameters=NO_ID),
    "knowledge:version": Route(NOT_FOUND, parameters={**NO_ID, "number": "1"}),
    "knowledge:pdf": Route(NOT_FOUND, parameters={**NO_ID, "number": "1"}),
    "knowledge:citation": Route(NOT_FOUND, parameters={**NO_ID, "form": "bib"}),
    "knowledge:file": Route(NOT_FOUND, parameters={**NO_ID, "document_pk": "1"}),
    "knowledge:bookmark": Route(NOT_ALLOWED, NOT_FOUND, parameters=NO_ID),
    "bookmarks:list": Route(OK, NOT_ALLOWED, {"anonymous": MOVED}),
    "bookmarks:note": Route(NOT_FOUND, NOT_FOUND, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_ID),
    "bookmarks:drop": Route(NOT_ALLOWED, NOT_FOUND, post_for={"anonymous": MOVED}, parameters=NO_ID),
    "glossary:list": Route(OK),
    "glossary:entry": Route(NOT_FOUND, parameters={"slug": "gibt-es-nicht"}),
    "library_read_counts:index": Route(OK, NOT_ALLOWED, CLOSED_IN_ADMIN, CLOSED_IN_ADMIN),
    "knowledge_author_hits": Route(OK, NOT_ALLOWED, CLOSED_IN_ADMIN, {"anonymous": MOVED, "member": DENIED}),
    "knowledge_versions": Route(
        NOT_FOUND, NOT_ALLOWED, CLOSED_IN_ADMIN, {"anonymous": MOVED, "member": DENIED}, NO_ID
    ),
    "knowledge_withdraw_version": Route(
        NOT_FOUND, NOT_FOUND, CLOSED_IN_ADMIN, CLOSED_IN_ADMIN, {**NO_ID, "number": "1"}
    ),
}


def report(world: World, state: str) -> dict:
    return {"pk": world.report(state).pk}


def version(world: World, state: str) -> dict:
    return report(world, state) | {"number": 1}


def citation(world: World, state: str) -> dict:
    return report(world, state) | {"form": "bib"}


def report_file(world: World, state: str) -> dict:
    made = world.report(state)
    return {"pk": made.pk, "document_pk": made.files.get().document_id}


def bookmark(world: World, relation: str) -> dict:
    return {"pk": world.bookmark(relation).pk}


# What is not there is missing for everyone, and nobody is led to the login.
READERS = {"public": ROLES, "members": SIGNED_IN, "draft": NOBODY, "offline": NOBODY}
NOT_FOUND_FOR_ALL: dict[str, int] = {}
OWN_ONLY = {"own": SIGNED_IN, "colleague": NOBODY, "foreign": NOBODY}

THINGS = {
    "knowledge:permalink": Things(report, READERS, MOVED, refused=NOT_FOUND_FOR_ALL),
    "knowledge:versions": Things(report, READERS, OK, refused=NOT_FOUND_FOR_ALL),
    "knowledge:version": Things(version, READERS, OK, refused=NOT_FOUND_FOR_ALL),
    "knowledge:pdf": Things(version, READERS, BROKEN, refused=NOT_FOUND_FOR_ALL),  # no worker has made it yet
    "knowledge:citation": Things(citation, READERS, OK, refused=NOT_FOUND_FOR_ALL),
    "knowledge:file": Things(report_file, READERS, MOVED, refused=NOT_FOUND_FOR_ALL),
    "knowledge:bookmark": Things(report, READERS, post=MOVED, refused=NOT_FOUND_FOR_ALL),
    "bookmarks:note": Things(bookmark, OWN_ONLY, OK, MOVED),
    "bookmarks:drop": Things(bookmark, OWN_ONLY, post=MOVED),
    "glossary:entry": Things(lambda world, relation: {"slug": world.glossary_entry().slug}, {"any": ROLES}, OK),
    "knowledge_versions": Things(
        report,
        {"public": EDITING, "draft": NOBODY},
        OK,
        refused=CLOSED_IN_ADMIN,
        refused_post={"anonymous": MOVED, "member": DENIED},
    ),
    "knowledge_withdraw_version": Things(
        version, {"public": EDITING, "offline": EDITING}, OK, UNPROCESSABLE, CLOSED_IN_ADMIN
    ),
}
