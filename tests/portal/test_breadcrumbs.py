"""The breadcrumb: start page, section of the main menu, pages above, this page; the same for pages and for views."""

import re
from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory

from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.portal.models import PortalPage
from netzwerk.portal.navigation import navigation_for
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import MenuLink, MenuSection, Registry
from tests.factories.pages import content_page
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db
STEP = re.compile(r'<li><a href="([^"]*)">([^<]*)</a></li>')


def steps(client: Client, address: str) -> list[str]:
    """Titles of the links; the page itself stands behind them without one."""
    html = client.get(address).content.decode()
    crumbs = html.partition('aria-label="Brotkrumen"')[2].partition("</nav>")[0]
    assert crumbs.count('<li aria-current="page">') == 1, address
    return [title for _url, title in STEP.findall(crumbs)]


@pytest.mark.parametrize(
    ("address", "above"),
    [
        ("/die-sozialagentur/", ["Start", "Grundlagen"]),
        ("/die-sozialagentur/leitbild/", ["Start", "Grundlagen", "Die Sozialagentur"]),
        ("/das-netzwerk/geschaeftsstelle/", ["Start", "Netzwerk", "Über das Netzwerk"]),
        ("/impressum/", ["Start"]),  # in no section
        ("/netzwerk/", ["Start"]),  # the section's own page
        ("/praxiswissen/", ["Start"]),
        ("/glossar/", ["Start", "Praxiswissen"]),
        ("/organisationen/", ["Start", "Netzwerk"]),
        ("/mitglied-werden/", ["Start", "Netzwerk"]),
        ("/rollen/", ["Start"]),
        ("/suche/", ["Start"]),
    ],
)
def test_the_section_of_the_menu_stands_behind_the_start_page(client: Client, address: str, above: list[str]) -> None:
    assert steps(client, address) == above


def test_below_a_view_the_section_comes_first_too(client: Client) -> None:
    entry = client.get("/glossar/").context["letters"][0][1][0]
    assert steps(client, entry.get_absolute_url()) == ["Start", "Praxiswissen", "Glossar"]


def test_a_report_and_its_versions_stand_in_the_same_section(client: Client) -> None:
    report = practice_report()
    library = report.get_parent().title
    assert steps(client, report.url) == ["Start", library]
    assert steps(client, f"/berichte/{report.pk}/fassungen/") == ["Start", "Praxiswissen", report.title]


def test_my_area_is_in_no_section_even_below_the_address_of_one(person: Callable, login: Callable) -> None:
    assert steps(login(person(EDITOR)), "/mein-bereich/") == ["Start"]
    assert steps(login(person(MEMBER)), "/merkliste/") == ["Start", "Mein Bereich"]


def test_a_page_that_is_not_online_brings_no_section(client: Client) -> None:
    PortalPage.objects.filter(menu_section="basics").update(menu_section="")
    page = content_page(title="Allein", menu_section="basics")
    below = content_page(title="Darunter", parent=page)
    assert steps(client, below.url) == ["Start", "Grundlagen", "Allein"]
    PortalPage.objects.filter(pk=page.pk).update(live=False)
    assert steps(client, below.url) == ["Start"]


def test_of_two_sections_the_one_with_the_nearer_link_is_named(monkeypatch, person: Callable) -> None:
    links: Registry[MenuLink] = Registry()
    sections: Registry[MenuSection] = Registry()
    monkeypatch.setattr(registry, "menu", links)
    monkeypatch.setattr(registry, "menu_sections", sections)
    sections.register(MenuSection("wide", 10, "Weit", url_name="portal:my_area"))
    sections.register(MenuSection("near", 20, "Nah", slug="nah"))
    links.register(MenuLink("home", 10, "Ein Haus", "coordination:home", section="near"))  # below the first section
    for path, title in (("/mein-bereich/organisation/etwas/", "Nah"), ("/mein-bereich/etwas/", "Weit")):
        request = RequestFactory().get(path)
        request.user = person()
        assert [one.title for one in navigation_for(request).crumbs] == ["Start", title]


def test_the_section_costs_no_query(client: Client, django_assert_num_queries) -> None:
    page = PortalPage.objects.get(slug="leitbild")
    request = RequestFactory().get(page.url)
    request.user = client.get("/").wsgi_request.user
    navigation_for(request, page)  # fills the caches
    with django_assert_num_queries(1):
        found = navigation_for(request, page)
    assert [one.title for one in found.crumbs] == ["Start", "Grundlagen", "Die Sozialagentur"]
