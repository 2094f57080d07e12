"""Fixtures of the portal's tests."""

from collections.abc import Callable

import pytest
from wagtail.models import Page, PageViewRestriction

from netzwerk.portal.models import PortalPage


@pytest.fixture
def members_only() -> Callable[[PortalPage], PortalPage]:
    """Closes a page, and what is below it, for all but members."""

    def closed(page: PortalPage) -> PortalPage:
        PageViewRestriction.objects.create(
            page=Page.objects.get(pk=page.pk), restriction_type=PageViewRestriction.LOGIN
        )
        return page

    return closed


@pytest.fixture
def without_similar_pages(settings, tmp_path) -> None:
    """An empty index: the number of queries for similar pages depends on the text of the page."""
    settings.SEARCH_DIR = str(tmp_path / "empty")
