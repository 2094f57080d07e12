"""Files and folders."""

from django.urls import resolve

from tests.access.route import (
    DENIED,
    MOVED,
    NOT_FOUND,
    OFFICE,
    OK,
    ROLES,
    SIGNED_IN,
    WITH_PAGES_AND_FILES,
    Route,
    Things,
    for_roles,
)
from tests.access.world import World

ROOT_FOLDER = {"member": DENIED} | for_roles(OFFICE, NOT_FOUND)
FOLDER_PRIVACY = {"member": DENIED} | for_roles(OFFICE, OK)
FOREIGN_FILE = {"signature": "x" * 20, "image_id": "1", "filter_spec": "width-400", "name": "a.png"}

OWN = {
    # Folders: those who keep them; the root, of which these rows ask, cannot be edited.
    "own_folder_edit": Route(MOVED, MOVED, ROOT_FOLDER, ROOT_FOLDER),
    "own_folder_privacy": Route(MOVED, MOVED, FOLDER_PRIVACY, FOLDER_PRIVACY),
    # Files: the answer to a file that is not theirs is the answer to one that does not exist
    "files:image": Route(NOT_FOUND, parameters=FOREIGN_FILE),
    "files:attached": Route(
        NOT_FOUND, parameters={"pk": "999999", "name": "a.pdf"}
    ),  # of an object: tests/access/hours.py
    "files:document": Route(NOT_FOUND, parameters={"document_id": "999999", "name": "a.pdf"}),
}


def image(world: World, state: str) -> dict:
    """A size of a picture in the text of a page."""
    view = resolve(world.picture(state).url_for("width-400"))
    return view.kwargs


def document(world: World, state: str) -> dict:
    made = world.report(state).files.get().document
    return {"document_id": made.pk, "name": made.filename}


# What no page shows that the visitor may read is missing, but for those who work with files.
SHOWN = {"public": ROLES, "members": SIGNED_IN, "draft": WITH_PAGES_AND_FILES, "offline": WITH_PAGES_AND_FILES}

THINGS = {
    "files:image": Things(image, SHOWN, OK, refused={}),
    "files:document": Things(document, SHOWN, OK, refused={}),
}
