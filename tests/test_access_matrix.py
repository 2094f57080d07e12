"""Every route, asked by every role. A route without a row fails; so does a row without a route.

CI asks as one role of those whose rights are the same (`make soak`: as each).
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, path, reverse
from django.urls.resolvers import RoutePattern

from netzwerk.members.roles import ROLE_BY_KEY
from netzwerk.portal.models import PortalPage
from tests.access.matrix import NO_THINGS, OWN, THINGS
from tests.access.portal import PAGES
from tests.access.route import ROLES, WITH_PAGES_AND_FILES, Route
from tests.access.routes import Found, routes
from tests.access.third_party import THIRD_PARTY, THIRD_PARTY_EXCEPTIONS
from tests.access.world import World
from tests.factories.organisations import organisation
from tests.factories.pages import paper
from tests.factories.people import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.soak]


def roles_to_ask() -> list[str]:
    """One for each set of rights that roles have, and those that are no roles; all where the rounds are counted."""
    if "NETZWERK_ROUNDS" in os.environ:
        return list(ROLES)
    first: dict[tuple, str] = {}
    for key in ROLES:
        role = ROLE_BY_KEY.get(key)
        rights = (role.scope, role.may, role.permissions, role.pages, role.files, role.folders) if role else key
        first.setdefault((rights,), key)
    return list(first.values())


def undeclared(found: list[Found]) -> list[str]:
    return [
        route.key
        for route in found
        if route.key not in OWN
        and route.key not in THIRD_PARTY_EXCEPTIONS
        and (route.own or route.namespace not in THIRD_PARTY)
    ]


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    found = list(routes())
    assert len(found) > 200
    assert undeclared(found) == []
    keys = {route.key for route in found}
    assert set(OWN) - keys == set()
    assert set(THIRD_PARTY_EXCEPTIONS) - keys == set()
    assert set(THIRD_PARTY) - {route.namespace for route in found} == set()


def test_roles_that_are_left_out_have_the_rights_of_one_that_is_asked() -> None:
    asked = roles_to_ask()
    assert {"anonymous", "superuser", "editor", "office", "administration", "coordinator", "member"} <= set(asked)
    for key in set(ROLES) - set(asked):
        role = ROLE_BY_KEY[key]
        assert any(
            replace(role, key="", label="", purpose="", given_by=one.given_by, second_factor=one.second_factor)
            == replace(one, key="", label="", purpose="")
            for one in map(ROLE_BY_KEY.get, asked)
            if one
        )


def test_a_planted_route_would_be_found(settings) -> None:
    from netzwerk.portal.views.service import robots

    planted = URLPattern(RoutePattern("geheim/", is_endpoint=True), robots, name="planted")
    resolver = URLResolver(RoutePattern("portal/"), [planted, path("auch/", robots)], namespace="portal")
    assert undeclared(list(routes(resolver, namespaces=("portal",)))) == ["portal:planted", "portal:#2"]


@pytest.fixture(autouse=True)
def error_pages_without_frame(monkeypatch) -> None:
    """Only the status is compared, thousands of times; the pages themselves have tests of their own."""
    monkeypatch.setattr("netzwerk.urls.handler403", lambda _request, exception: HttpResponse(status=403))
    monkeypatch.setattr("netzwerk.urls.handler404", lambda _request, exception: HttpResponse(status=404))


@contextmanager
def rolled_back() -> Iterator[None]:
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


@pytest.fixture(params=roles_to_ask())
def role(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def visitor(role: str) -> Client:
    client = Client(raise_request_exception=False)
    if role != "anonymous":
        user = PersonFactory.with_role(ROLE_BY_KEY.get(role), superuser=role == "superuser")
        client.force_login(user)
    return client


def ask(visitor: Client, address: str, method: str = "get", **options: bool) -> HttpResponse:
    """The response to the same person in a new browser; whatever the request did (logging out, say) is undone."""
    client = Client(raise_request_exception=False)
    client.cookies = deepcopy(visitor.cookies)
    client.handler = visitor.handler  # with its middleware, which a new client would load again
    with rolled_back():
        return getattr(client, method)(address, **options)


@pytest.mark.parametrize("method", ["get", "post"])
def test_own_routes_answer_as_declared(role: str, visitor: Client, method: str) -> None:
    wrong = {}
    for route in routes():
        if route.key in OWN:
            answer = ask(visitor, route.address, method).status_code
            if answer != OWN[route.key].answer(method, role):
                wrong[f"{method} {route.address}"] = answer
    assert wrong == {}


def test_every_route_that_names_something_is_asked_for_real_objects() -> None:
    named = {key for key, row in OWN.items() if row.parameters}
    assert named - set(THINGS) == set(NO_THINGS)
    assert set(THINGS) <= named


def test_routes_answer_by_the_relation_to_what_they_name(role: str) -> None:
    home = organisation()
    visitor, user = Client(), None
    if role != "anonymous":
        user = PersonFactory.with_role(ROLE_BY_KEY.get(role), superuser=role == "superuser", home=home)
        visitor.force_login(user)
    world = World(user, home)
    wrong = {}
    for key, row in THINGS.items():
        for relation in row.allowed:
            with rolled_back():
                address = reverse(key, kwargs=row.parameters(world, relation))
                for method in ("get", "post"):
                    answer = ask(visitor, address, method).status_code
                    if answer != row.answer(method, role, relation):
                        wrong[f"{method} {key}, {relation}"] = answer
    assert wrong == {}


def workers_of(route: Found) -> tuple[str, ...]:
    return THIRD_PARTY_EXCEPTIONS.get(route.key, THIRD_PARTY.get(route.namespace, ()))


@pytest.mark.parametrize("method", ["get", "post"])
def test_third_party_routes_are_closed_to_all_others(role: str, visitor: Client, method: str) -> None:
    shown = {}
    for route in routes():
        if route.key in OWN or role in workers_of(route):
            continue
        answer = ask(visitor, route.address, method)
        if answer.status_code not in (302, 403, 404, 405):
            shown[f"{method} {route.address}"] = answer.status_code
    assert shown == {}


def test_third_party_routes_break_for_nobody_who_works_with_them(role: str, visitor: Client) -> None:
    broken = {}
    for route in routes():
        if route.key not in OWN and role in workers_of(route) and "failwhale" not in route.address:
            answer = ask(visitor, route.address).status_code
            if answer >= 500:
                broken[route.address] = answer
    assert broken == {}


def test_workers_see_the_first_screen_of_what_is_theirs(role: str, visitor: Client) -> None:
    unseen = {
        route.address
        for route in routes()
        if route.key not in OWN
        and (route.key.endswith(":index") or route.key in ("wagtailadmin_home", "wagtailadmin_explore_root"))
        and role in workers_of(route)
        and ask(visitor, route.address, follow=True).status_code != 200
    }
    assert unseen == set()


def test_every_page_type_stands_in_the_matrix() -> None:
    assert {page.specific_class.__name__ for page in PortalPage.objects.live()} == set(PAGES)


@pytest.mark.parametrize("method", ["get", "post"])
def test_pages_answer_as_declared(role: str, visitor: Client, method: str) -> None:
    wrong = {}
    for name, row in PAGES.items():
        page = next(page for page in PortalPage.objects.live() if page.specific_class.__name__ == name)
        answer = ask(visitor, page.get_url(), method).status_code
        if answer != row.answer(method, role):
            wrong[f"{method} {name}"] = answer
    assert wrong == {}


def test_the_matrix_asks_something(visitor: Client, role: str) -> None:
    """A check of the check: an answer that was declared wrongly would show."""
    declared = Route(404)
    assert visitor.get("/robots.txt").status_code != declared.answer("get", role)


def test_foreign_and_missing_files_answer_alike(visitor: Client, role: str) -> None:
    """A file that only a draft shows: for all but those who edit it is as if it did not exist."""
    document = paper()
    foreign, missing = visitor.get(document.url), visitor.get(f"/dateien/dokument/999999/{document.filename}")
    assert missing.status_code == 404
    if role in WITH_PAGES_AND_FILES:
        assert foreign.status_code == 200
    else:
        assert foreign.status_code == 404
        assert without_nonces(foreign) == without_nonces(missing)


def without_nonces(answer) -> str:
    return re.sub(r'nonce="[^"]*"', "", answer.content.decode())
