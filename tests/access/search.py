"""The search, and the words that its keepers look after."""

from tests.access.route import CLOSED_IN_ADMIN, NOT_ALLOWED, OK, Route

OWN = {
    # Those who keep the search; the admin leads others of its people back to its first page
    "search_asked:index": Route(OK, NOT_ALLOWED, CLOSED_IN_ADMIN, CLOSED_IN_ADMIN),
    "wagtailsnippets_search_synonymgroup:add": Route(OK, OK, CLOSED_IN_ADMIN, CLOSED_IN_ADMIN),
    # The search finds for each what they may see
    "search:results": Route(OK),
    "search:suggestions": Route(OK),
    "search:description": Route(OK),
}
