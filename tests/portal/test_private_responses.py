"""Responses that depend on the user are not cacheable: pages, lists, exports, suggestions, errors."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from netzwerk.members.roles import MEMBER, OFFICE
from tests.access.matrix import OWN
from tests.access.routes import routes
from tests.factories.pages import content_page

pytestmark = pytest.mark.django_db


def is_uncacheable(answer) -> bool:
    directives = {part.strip() for part in answer.get("Cache-Control", "").split(",")}
    return {"private", "no-store"} <= directives


@pytest.fixture
def closed_page():
    page = content_page(title="Nur für Mitglieder")
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    return page


def test_a_restricted_page_is_not_cacheable(closed_page, person, login) -> None:
    answer = login(person(MEMBER)).get(closed_page.get_url())
    assert answer.status_code == 200
    assert is_uncacheable(answer)


def test_neither_is_its_refusal(closed_page, person, login) -> None:
    """A cache would show the refusal to users who may see the page."""
    for client, status in ((Client(), 302), (login(person()), 404)):
        answer = client.get(closed_page.get_url())
        assert answer.status_code == status
        assert is_uncacheable(answer)
    assert is_uncacheable(Client().get("/gibt-es-nicht/"))


@pytest.mark.parametrize("role", [MEMBER, OFFICE])
def test_no_response_to_a_logged_in_user_is_cacheable(person, login, role) -> None:
    client = login(person(role))
    cacheable = []
    for route in routes():
        if route.key in OWN and "logout" not in route.key:
            answer = client.get(route.address)
            if not is_uncacheable(answer) and answer.status_code not in (301, 405):
                cacheable.append(route.address)
    assert cacheable == []


def test_public_pages_and_files_are_cacheable() -> None:
    """Shows that the other tests can fail."""
    for address in ("/", "/aktuelles/", "/aktuelles.rss", "/praxiswissen/", "/robots.txt"):
        answer = Client().get(address, follow=True)
        assert answer.status_code == 200
        assert not is_uncacheable(answer), address
