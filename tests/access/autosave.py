"""Saving while somebody writes: which text may be saved by whom stands in tests/autosave."""

from tests.access.route import MOVED, NOT_ALLOWED, OK, Route

WRONG, LOGGED_OUT = 400, 401  # in JSON, for the script

OWN = {
    "autosave:save": Route(OK, WRONG, {"anonymous": LOGGED_OUT}, {"anonymous": LOGGED_OUT}),
    "autosave:logged_in": Route(OK, NOT_ALLOWED, {"anonymous": MOVED}),
}
