"""The calendar: public lists and feeds, one's own dates, places."""

from netzwerk.calendar.services.feeds import renew_token
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
from tests.factories.dates import Meetings, date, registered, venue

MAINTAINERS = ("organiser", "office", "superuser")


def maintainers_only(get: int = OK, post: int = NOT_ALLOWED, **parameters: str) -> Route:
    return Route(
        NOT_FOUND,
        post if post == NOT_ALLOWED else NOT_FOUND,
        {"anonymous": MOVED} | for_roles(MAINTAINERS, get),
        {} if post == NOT_ALLOWED else {"anonymous": MOVED} | for_roles(MAINTAINERS, post),
        parameters,
    )


OWN = {
    "dates:list": Route(OK),
    "dates:month": Route(OK),
    "dates:past": Route(OK),
    "dates:subscribe": Route(OK),
    "dates:feed": Route(OK),
    "dates:rss": Route(OK, OK),
    "dates:personal": Route(NOT_FOUND, parameters={"secret": "x"}),
    "dates:file": Route(NOT_FOUND, parameters=NO_ID),
    "dates:venue": Route(NOT_FOUND, parameters=NO_ID),
    "my_dates:list": Route(OK, NOT_ALLOWED, {"anonymous": MOVED}),
    "my_dates:renew": Route(NOT_ALLOWED, OK, post_for={"anonymous": MOVED}),
    "my_dates:revoke": Route(NOT_ALLOWED, MOVED),
    "venues:list": maintainers_only(),
    "venues:new": maintainers_only(post=UNPROCESSABLE),
    "venues:edit": maintainers_only(NOT_FOUND, NOT_FOUND, **NO_ID),
}


def a_date(world: World, relation: str) -> dict:
    """A date for everybody, one for members, one that is not in the calendar. Participants: tests/calendar/test_feeds.py."""
    with registered(Meetings()):
        made = date(audience="members" if relation == "members" else "public", is_listed=relation != "unlisted")
    return {"pk": made.pk}


def a_venue(world: World, relation: str) -> dict:
    return {"pk": venue().pk}


THINGS = {
    "dates:file": Things(
        a_date,
        {"public": ROLES, "members": SIGNED_IN, "unlisted": NOBODY},
        OK,
        refused={},
    ),
    "dates:personal": Things(
        lambda world, relation: {"secret": renew_token(actor=world.person(relation))},
        {"own": ROLES, "foreign": ROLES},  # whoever has the secret is let in: calendar programs do not log in
        OK,
    ),
    "dates:venue": Things(a_venue, {"any": ROLES}, OK),
    "venues:edit": Things(a_venue, {"any": MAINTAINERS}, OK, UNPROCESSABLE),
}
