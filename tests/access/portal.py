"""The portal: pages, service addresses, review, and addresses of Wagtail that are shadowed."""

from tests.access.route import (
    BROKEN,
    DENIED,
    EDITING,
    KEEPERS,
    MOVED,
    NOBODY,
    NOT_ALLOWED,
    NOT_FOUND,
    OK,
    UNPROCESSABLE,
    Route,
    Things,
    desk,
)

OWN = {
    # URLs of Wagtail that ours override. For members everything below /redaktion/ except the logout is denied.
    "shadow_admin_login": Route(MOVED, MOVED),
    "shadow_admin_logout": Route(MOVED, MOVED),
    "shadow_admin_screens": Route(NOT_FOUND, NOT_FOUND, {"member": DENIED}, {"member": DENIED}, {"0": "users"}),
    "shadow_admin_workflows": Route(NOT_FOUND, NOT_FOUND, {"member": DENIED}, {"member": DENIED}),
    "shadow_admin_actions": Route(NOT_FOUND, NOT_FOUND, {"member": DENIED}, {"member": DENIED}),
    "shadow_snippet_choosers": Route(NOT_FOUND, NOT_FOUND, {"member": DENIED}, {"member": DENIED}),
    "shadow_raw_images": Route(NOT_FOUND, NOT_FOUND, {"member": DENIED}, {"member": DENIED}),
    "shadow_raw_documents": Route(NOT_FOUND, NOT_FOUND, {"member": DENIED}, {"member": DENIED}),
    "own_admin_account": Route(OK, OK, {"anonymous": MOVED, "member": DENIED}, {"anonymous": MOVED, "member": DENIED}),
    "portal_review": Route(
        NOT_FOUND,
        NOT_FOUND,
        {"anonymous": MOVED, "member": DENIED},
        {"anonymous": MOVED, "member": DENIED},
        {"state_id": "999999"},
    ),
    "portal_reference_hits": Route(
        OK, NOT_ALLOWED, {"anonymous": MOVED, "member": DENIED}, {"anonymous": MOVED, "member": DENIED}
    ),
    # The portal
    "portal:my_area": Route(OK, NOT_ALLOWED, {"anonymous": MOVED}),
    "portal:desk": desk(*KEEPERS),
    "portal:health": Route(BROKEN),  # no clock runs in a test
    "portal:robots": Route(OK),
    "portal:sitemap": Route(OK),
    "portal:news_feed": Route(OK, OK),
    "portal:style": Route(OK, OK),
    "portal:section": Route(OK, parameters={"section": "grundlagen"}),
    # Pages are listed in PAGES by type; an unknown address is missing for everyone
    "wagtail_serve": Route(NOT_FOUND, NOT_FOUND, parameters={"0": "gibt-es-nicht/"}),
}

# Pages by type: everyone reads what is public. Only the two office forms take a post.
PAGES: dict[str, Route] = {
    "StartPage": Route(OK),
    "ContentPage": Route(OK),
    "FaqPage": Route(OK),
    "LegalPage": Route(OK),
    "NewsIndexPage": Route(OK),
    "NewsPage": Route(OK),
    "LibraryPage": Route(OK),
    "PracticeReport": Route(OK),
    "ContactPage": Route(OK, UNPROCESSABLE),
    "BarrierPage": Route(OK, UNPROCESSABLE),
}

THINGS = {
    # Whoever wrote a page does not review it.
    "portal_review": Things(
        lambda world, relation: {"state_id": world.review(relation).pk},
        {"own": NOBODY, "colleague": EDITING},
        OK,
        UNPROCESSABLE,
        {"anonymous": MOVED, "member": DENIED},
    ),
}
