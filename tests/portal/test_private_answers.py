"""What depends on who asks is kept in no cache: pages, lists, exports, suggestions, refusals."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from netzwerk.members.roles import MEMBER, OFFICE
from tests.access.matrix import OWN
from tests.access.routes import routes
from tests.factories.pages import content_page

pytestmark = pytest.mark.django_db


def is_kept_nowhere(answer) -> bool:
    said = {part.strip() for part in answer.get("Cache-Control", "").split(",")}
    return {"private", "no-store"} <= said


@pytest.fixture
def closed_page():
    page = content_page(title="Nur für Mitglieder")
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    return page


def test_a_restricted_page_is_kept_in_no_cache(closed_page, person, login) -> None:
    answer = login(person(MEMBER)).get(closed_page.get_url())
    assert answer.status_code == 200
    assert is_kept_nowhere(answer)


def test_neither_is_what_others_get_instead_of_it(closed_page, person, login) -> None:
    """A cache would show it to those who may see the page."""
    for client, status in ((Client(), 302), (login(person()), 404)):
        answer = client.get(closed_page.get_url())
        assert answer.status_code == status
        assert is_kept_nowhere(answer)
    assert is_kept_nowhere(Client().get("/gibt-es-nicht/"))


@pytest.mark.parametrize("role", [MEMBER, OFFICE])
def test_no_answer_to_a_person_is_kept(person, login, role) -> None:
    client = login(person(role))
    kept = []
    for route in routes():
        if route.key in OWN and "logout" not in route.key:
            answer = client.get(route.address)
            if not is_kept_nowhere(answer) and answer.status_code not in (301, 405):
                kept.append(route.address)
    assert kept == []


def test_public_pages_and_files_may_be_kept() -> None:
    """The check of the check, and what keeps the portal quick."""
    for address in ("/", "/aktuelles/", "/aktuelles.rss", "/praxiswissen/", "/robots.txt"):
        answer = Client().get(address, follow=True)
        assert answer.status_code == 200
        assert not is_kept_nowhere(answer), address
