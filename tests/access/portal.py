"""The portal: pages, service addresses, review, and addresses of Wagtail that are shadowed."""

from tests.access.route import (
    BROKEN,
    DENIED,
    EDITING,
    MISSING,
    MOVED,
    NOBODY,
    NOT_THIS_WAY,
    OK,
    UNPROCESSABLE,
    Route,
    Things,
)

OWN = {
    # Doors of Wagtail that are shadowed. To a member everything below /redaktion/ but the way out is closed alike.
    "shadow_admin_login": Route(MOVED, MOVED),
    "shadow_admin_logout": Route(MOVED, MOVED),
    "shadow_admin_screens": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}, {"0": "users"}),
    "shadow_admin_workflows": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    "shadow_admin_actions": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    "shadow_snippet_choosers": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    "shadow_raw_images": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    "shadow_raw_documents": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    "own_admin_account": Route(OK, OK, {"anonymous": MOVED, "member": DENIED}, {"anonymous": MOVED, "member": DENIED}),
    "portal_review": Route(
        MISSING,
        MISSING,
        {"anonymous": MOVED, "member": DENIED},
        {"anonymous": MOVED, "member": DENIED},
        {"state_id": "999999"},
    ),
    # The portal
    "portal:my_area": Route(OK, NOT_THIS_WAY, {"anonymous": MOVED}),
    "portal:health": Route(BROKEN),  # no clock runs in a test
    "portal:robots": Route(OK),
    "portal:sitemap": Route(OK),
    "portal:news_feed": Route(OK, OK),
    "portal:style": Route(OK, OK),
    # Pages stand in PAGES by type; an unknown address is missing for everyone
    "wagtail_serve": Route(MISSING, MISSING, parameters={"0": "gibt-es-nicht/"}),
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
