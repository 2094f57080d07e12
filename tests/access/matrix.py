"""All rows of the access matrix."""

from tests.access import (
    account,
    autosave,
    calendar,
    files,
    hours,
    knowledge,
    members,
    portal,
    post,
    search,
    vocabulary,
    workshops,
    workshops_booking,
)
from tests.access.route import Route, Things

APPS = (
    account,
    autosave,
    calendar,
    files,
    hours,
    knowledge,
    members,
    portal,
    post,
    search,
    vocabulary,
    workshops,
    workshops_booking,
)
OWN: dict[str, Route] = {key: row for app in APPS for key, row in app.OWN.items()}
THINGS: dict[str, Things] = {key: row for app in APPS for key, row in getattr(app, "THINGS", {}).items()}
# Routes that name something, but no object with relations to people, and why the row without an object is enough.
NO_THINGS = {
    "shadow_admin_screens": "closed, whatever it names",
    "demo_login": "the key of a persona of the demo",
    "account_reset_password_from_key": "a mailed key; allauth answers an invalid one with a page that says so",
    "knowledge:export": "the form of a file",
    "portal:section": "the slug of a section; what shows there to whom: tests/portal/test_menu.py",
    "wagtail_serve": "pages are listed in PAGES by type",
    **dict.fromkeys(workshops.PLACEHOLDERS, "not built yet"),
}
