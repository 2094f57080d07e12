"""The main menu: sections with a second level of pages and registered links, for users who may see them; the footer's links."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from knowledge.models import LibraryPage
from netzwerk.members.roles import ADMINISTRATION, EDITOR, MEMBER, OFFICE
from netzwerk.portal.models import ContentPage, PortalPage, StartPage
from netzwerk.portal.navigation import Navigation, Section, navigation_for
from netzwerk.post.models import Notification
from netzwerk.surfaces import registry
from netzwerk.surfaces.checks import check_registrations
from netzwerk.surfaces.registry import MenuLink, MenuSection, Registry
from tests.counting import fewest_queries
from tests.factories.pages import content_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def links(monkeypatch) -> Registry[MenuLink]:
    """Registered links of this test alone."""
    own: Registry[MenuLink] = Registry()
    monkeypatch.setattr(registry, "menu", own)
    return own


@pytest.fixture
def sections(monkeypatch) -> Registry[MenuSection]:
    """The registered sections, and those that this test adds."""
    own: Registry[MenuSection] = Registry()
    for section in registry.menu_sections:
        own.register(section)
    monkeypatch.setattr(registry, "menu_sections", own)
    return own


@pytest.fixture
def without_pages() -> None:
    PortalPage.objects.update(menu_section="")


def navigation(user, path: str = "/") -> Navigation:
    request = RequestFactory().get(path)
    request.user = user
    return navigation_for(request)


def second_level(found: Navigation, key: str) -> list[str]:
    return [link.title for section in found.menu if section.key == key for link in section.links]


def current(found: Navigation) -> list[str]:
    def marked() -> Iterator[Section]:
        return (one for section in found.menu for one in (section, *section.links) if one.current)

    return [one.title for one in marked()]


def footer(found: Navigation) -> list[str]:
    return [link.title for title, links in found.footer for link in links if title == "Netzwerk"]


def menu_of(client: Client, path: str = "/hilfe/") -> str:
    html = client.get(path).content.decode()
    return html.partition('id="menue"')[2].partition("</nav>")[0]


def test_the_menu_of_the_demo(person: Callable) -> None:
    found = navigation(person(MEMBER))
    assert [(section.title, section.url) for section in found.menu] == [
        ("Grundlagen", "/grundlagen/"),
        ("Praxiswissen", "/praxiswissen/"),
        ("Termine", "/termine/"),
        ("Netzwerk", "/netzwerk/"),
    ]
    assert second_level(found, "basics") == ["Die Sozialagentur", "Fallmanagement", "Steuerung vor Ort"]
    assert second_level(found, "practice") == ["Themen", "Kriterien guter Praxis", "Glossar"]
    assert second_level(found, "network") == [
        "Organisationen und Karte",
        "Wen kann ich fragen?",
        "Mitglied werden",
        "Über das Netzwerk",
        "Geschäftsstelle",
        "Aktuelles",
    ]


def test_links_come_in_their_order_around_the_pages(links, without_pages, person: Callable) -> None:
    links.register(MenuLink("b", 60, "Nachher", "members:roles", section="basics"))
    links.register(MenuLink("a", 10, "Vorher", "organisations:directory", section="basics"))
    links.register(MenuLink("c", 30, "Unten", "members:roles", in_footer=True))
    links.register(MenuLink("d", 40, "Nie", "members:roles", visible=lambda _request: False, section="basics"))
    content_page(title="Eine Seite", menu_section="basics")
    found = navigation(person())
    assert second_level(found, "basics") == ["Vorher", "Eine Seite", "Nachher"]
    assert footer(found)[-1] == "Unten"
    assert "Nie" not in str(found)


@pytest.mark.usefixtures("without_pages")
def test_a_section_without_anything_to_see_does_not_show(links, client: Client, person: Callable) -> None:
    links.register(MenuLink("a", 10, "Für wenige", "members:roles", lambda _request: False, section="network"))
    assert [section.title for section in navigation(person()).menu] == ["Termine"]  # a view, which shows in any case
    assert client.get("/netzwerk/").status_code == 404
    assert "Netzwerk" not in re.findall(r'class="nav-entry"><a [^>]*>([^<]*)', menu_of(client))
    content_page(title="Etwas", menu_section="network")
    assert [section.title for section in navigation(person()).menu] == ["Termine", "Netzwerk"]
    assert client.get("/netzwerk/").status_code == 200


def test_a_feature_brings_a_section_with_a_view_of_its_own(sections, client: Client) -> None:
    assert "Fachtage" not in menu_of(client)
    sections.register(MenuSection("test-days", 41, "Fachtage", url_name="members:roles"))
    menu = menu_of(client)
    assert re.findall(r'class="nav-entry"><a href="([^"]*)"', menu) == [
        *("/grundlagen/", "/praxiswissen/", "/termine/", "/rollen/", "/netzwerk/")
    ]
    assert "Mehr unter Fachtage" not in menu
    assert "Mehr unter Netzwerk" in menu


def test_a_section_leads_to_its_page_wherever_that_is_and_else_to_its_first_link(client: Client, person) -> None:
    LibraryPage.objects.update(live=False)
    found = navigation(person())
    assert next(one.url for one in found.menu if one.key == "practice") == reverse("portal:topics")


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/", []),
        ("/suche/", []),
        ("/netzwerk/", ["Netzwerk"]),
        ("/netzwerkkarte/", []),
        ("/organisationen/stadt/", ["Netzwerk", "Organisationen und Karte"]),
        ("/fallmanagement/hilfeplanung/", ["Grundlagen", "Fallmanagement"]),
        ("/das-netzwerk/presse/", ["Netzwerk", "Über das Netzwerk"]),
        ("/das-netzwerk/geschaeftsstelle/", ["Netzwerk", "Geschäftsstelle"]),
        ("/praxiswissen/ein-bericht/", ["Praxiswissen"]),
        ("/glossar/hilfeplan/", ["Praxiswissen", "Glossar"]),
    ],
)
def test_the_menu_marks_where_one_is(path: str, marked: list[str], person: Callable) -> None:
    assert current(navigation(person(), path)) == marked


def test_hidden_pages_show_neither_in_the_menu_nor_on_the_page_of_the_section(client, person, login) -> None:
    content_page(title="Unveröffentlicht", live=False, menu_section="basics")
    members_only = content_page(title="Nur für Mitglieder", menu_section="basics")
    PageViewRestriction.objects.create(page=members_only, restriction_type=PageViewRestriction.LOGIN)
    content_page(title="Weiter unten im Baum", parent=members_only, menu_section="basics")
    office = person(OFFICE)
    office_only = content_page(title="Nur für die Stelle", menu_section="basics")
    restriction = PageViewRestriction.objects.create(page=office_only, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.set(office.groups.all())
    hidden = ("Unveröffentlicht", "Nur für Mitglieder", "Weiter unten im Baum", "Nur für die Stelle")
    for visitor, seen in (
        (client, set()),
        (login(person(MEMBER)), {"Nur für Mitglieder", "Weiter unten im Baum"}),
        (login(office), {"Nur für Mitglieder", "Weiter unten im Baum", "Nur für die Stelle"}),
    ):
        for path in ("/hilfe/", "/grundlagen/"):
            html = visitor.get(path).content.decode()
            assert {title for title in hidden if title in html} == seen, path


@pytest.mark.usefixtures("without_pages")
def test_the_page_of_a_section_of_hidden_pages_is_missing(client: Client, person, login) -> None:
    page = content_page(title="Nur für Mitglieder", menu_section="basics")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/grundlagen/").status_code == 404
    assert login(person(MEMBER)).get("/grundlagen/").status_code == 200


def test_the_page_of_a_section_lists_its_second_level_with_a_sentence_each(client: Client) -> None:
    main = client.get("/netzwerk/").content.decode().partition("<main")[2].partition("</main>")[0]
    tiles = re.findall(r'<li class="tile">.*?</li>', main, re.DOTALL)
    assert len(tiles) == 5  # without the directory of people
    for tile in tiles:
        assert re.search(r"<h2[^>]*><a[^>]* href=\"/[^\"]+\">.+?</a></h2><p>.{20,}</p>", tile), tile
    assert "/menschen/" not in main


def test_pages_of_sections_stand_in_the_sitemap(client: Client) -> None:
    sitemap = client.get("/sitemap.xml").content.decode()
    assert "/grundlagen/</loc>" in sitemap
    assert sitemap.count("/praxiswissen/</loc>") == 1
    PortalPage.objects.filter(menu_section="basics").update(live=False)
    assert "/grundlagen/</loc>" not in client.get("/sitemap.xml").content.decode()


def test_every_page_links_the_directory_and_for_members_the_people(
    client: Client, person: Callable, login: Callable
) -> None:
    public = client.get("/").content.decode()
    assert 'href="/organisationen/"' in public
    assert 'href="/rollen/"' in public
    assert 'href="/menschen/"' not in public
    assert 'href="/menschen/"' in login(person(MEMBER)).get("/").content.decode()
    assert 'href="/menschen/"' not in login(person(ADMINISTRATION)).get("/").content.decode()


def test_the_footer_group_exists_without_pages_in_it(person: Callable) -> None:
    PortalPage.objects.update(footer_group="")
    assert {"Organisationen und Karte", "Wer darf was?"} <= set(footer(navigation(person())))


# Registrations --------------------------------------------------------------------------------------------------


def test_a_registration_that_would_never_show_is_an_error(links, sections) -> None:
    assert check_registrations(None) == []
    links.register(MenuLink("lost", 10, "Verloren", "members:roles", section="gibt-es-nicht"))
    links.register(MenuLink("nowhere", 10, "Nirgends", "members:roles"))
    sections.register(MenuSection("homeless", 10, "Ohne Seite"))
    sections.register(MenuSection("both", 10, "Zwei Seiten", slug="zwei", url_name="members:roles"))
    sections.register(MenuSection("typo", 10, "Ohne Typ", page_type="portal.Gibtsnicht"))
    assert [error.id for error in check_registrations(None)] == ["surfaces.E003"] * 3 + ["surfaces.E004"] * 2


# Addresses ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", ["grundlagen", "netzwerk", "suche", "mein-bereich"])
def test_no_page_takes_the_address_of_a_view(slug: str, person, login) -> None:
    editor = login(person(EDITOR))
    start = StartPage.objects.get()
    assert not PortalPage.objects.filter(depth=3, slug=slug).exists()
    with pytest.raises(ValidationError):
        start.add_child(instance=ContentPage(title="Versteckt", slug=slug))
    start.refresh_from_db()
    below = content_page(parent=content_page())
    add = reverse("wagtailadmin_pages:add", args=["portal", "contentpage", start.pk])
    answer = editor.post(add, {"body-count": "0", "title": "Etwas", "slug": slug})
    assert "gehört schon zu einem Teil des Portals" in answer.content.decode()
    copy = {"new_title": "Kopie", "new_slug": slug, "new_parent_page": start.pk}
    answer = editor.post(reverse("wagtailadmin_pages:copy", args=[below.pk]), copy)
    assert "gehört schon zu einem Teil des Portals" in answer.content.decode()
    assert not PortalPage.objects.filter(depth=3, slug=slug).exists()


def test_no_page_moves_to_the_address_of_a_view(person) -> None:
    editor, start = person(EDITOR), StartPage.objects.get()
    page = content_page(parent=content_page(), live=False)
    assert page.permissions_for_user(editor).can_move_to(Page.objects.get(pk=start.pk))
    page.slug = "netzwerk"
    assert not page.permissions_for_user(editor).can_move_to(Page.objects.get(pk=start.pk))


def test_a_version_from_before_the_sections_leaves_the_page_in_its_section() -> None:
    page = content_page(menu_section="basics")
    content = page.serializable_data()
    assert page.with_content_json(content | {"menu_section": "network"}).menu_section == "network"
    del content["menu_section"]
    assert page.with_content_json(content).menu_section == "basics"


# Account --------------------------------------------------------------------------------------------------------


def notify(user, number: int, **fields) -> None:
    for _number in range(number):
        Notification.objects.create(person=user, kind="joining", title="Neu", url="/mein-bereich/", **fields)


def test_the_header_counts_ones_own_unread_notifications(client, person, login) -> None:
    user, other = person(MEMBER), person(MEMBER)
    visitor = login(user)
    notify(other, 2)
    header = visitor.get("/hilfe/").content.decode().partition("</header>")[0]
    assert "Mitteilungen</a>" in header
    assert 'class="unread"' not in header
    notify(user, 3)
    notify(user, 4, read_at="2026-01-01T09:00Z")
    header = visitor.get("/hilfe/").content.decode().partition("</header>")[0]
    assert 'Mitteilungen (3<span class="kern-sr-only"> neue</span>)' in header
    assert header.count('<span class="unread">3<') == 2
    assert "Mitteilungen" not in client.get("/hilfe/").content.decode().partition("</header>")[0]


def test_the_header_names_the_person_and_leads_to_the_account(person, login) -> None:
    header = (
        login(person(MEMBER, first_name="Ada", last_name="<b>Muster"))
        .get("/hilfe/")
        .content.decode()
        .partition("</header>")[0]
    )
    assert '<span class="fly-name">Ada &lt;b&gt;Muster</span>' in header
    for name in ("portal:my_area", "own:profile", "mfa_index", "account_logout"):
        assert f'"{reverse(name)}"' in header
    anonymous = Client().get("/hilfe/")
    assert f'href="{reverse("account_login")}"' in anonymous.content.decode()
    assert "csrfmiddlewaretoken" not in anonymous.content.decode()
    assert anonymous.cookies == {}


def test_notifications_cost_one_query_for_members_and_none_for_visitors(person, login) -> None:
    def queries_about_notifications(client: Client) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/hilfe/").status_code == 200
        return len([one for one in queries if "post_notification" in one["sql"]])

    user = person(MEMBER)
    notify(user, 5)
    assert queries_about_notifications(login(user)) == 1
    assert queries_about_notifications(Client()) == 0


def test_more_in_the_menu_needs_no_more_queries(sections) -> None:
    client = Client()
    for path in ("/hilfe/", "/grundlagen/"):
        client.get(path)
        before = fewest_queries(lambda path=path: client.get(path))
        for _number in range(3):
            content_page(menu_section="basics")
        assert fewest_queries(lambda path=path: client.get(path)) == before


# Start page -----------------------------------------------------------------------------------------------------


def test_the_tasks_of_the_start_page_follow_the_menu(client: Client) -> None:
    html = client.get("/").content.decode()
    tasks = re.findall(r'<li class="task">.*?</li>', html, re.DOTALL)
    found = [re.search(r'href="([^"]*)"', task) for task in tasks]
    assert [one and one[1] for one in found] == ["/grundlagen/", "/praxiswissen/", "/netzwerk/"]
    PortalPage.objects.filter(menu_section="basics").update(live=False)
    html = client.get("/").content.decode()
    assert "Grundlagen verstehen" in html
    assert 'href="/grundlagen/"' not in html


def test_a_task_leads_to_a_section_or_to_a_page_and_not_to_both() -> None:
    block = StartPage.tasks.field.stream_block.child_blocks["task"]
    task = {"icon": "town", "title": "T", "text": "t", "section": "basics", "page": None, "note": ""}
    page = Page.objects.get(pk=content_page().pk)
    for right in (task, task | {"section": "", "page": page}):
        block.clean(block.normalize(right))
    for wrong in (task | {"section": ""}, task | {"page": page}):
        with pytest.raises(ValidationError):
            block.clean(block.normalize(wrong))
