"""The side navigation of "Mein Bereich" and the registry of the office desk, for every role and every entry."""

import re
from datetime import timedelta
from functools import partial
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netzwerk.members.models import Application, Organisation, RoleGrant, User
from netzwerk.members.roles import ADMINISTRATION, COORDINATOR, EDITOR, MEMBER, OFFICE, ROLES, Role
from netzwerk.members.urls import desk as desk_urls
from netzwerk.portal import area
from netzwerk.portal.templatetags import area_tags
from netzwerk.post.models import Notification
from netzwerk.surfaces import registry
from tests.counting import fewest_queries
from tests.factories.dates import Meetings, registered
from tests.factories.grants import application, grant
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
NAVIGATION = re.compile(r'<details class="fold area-nav">.*?</details>', re.S)
CURRENT = re.compile(r'<a href="([^"]+)" aria-current="(page|true)">([^<]+)')
LINK = re.compile(r'<a [^>]*href="([^"]+)"')
LABEL = re.compile(r"<summary>.*?<span>([^<]+)</span></summary>", re.S)
MAIN_PARTS = re.compile(r'<div class="area-main.*?</main>', re.S)
# Names of views with a page of the area, and the title of the entry that each belongs to
OWN_PAGES = {
    "portal:my_area": "Übersicht",
    "notifications:list": "Mitteilungen",
    "notifications:settings": "Mitteilungen",
    "bookmarks:list": "Merkliste",
    "own:profile": "Konto",
    "own:data": "Konto",
    "mfa_index": "Konto",
    "mfa_list_webauthn": "Konto",
    "account_change_password": "Konto",
}
DESK_PAGES = (
    *("portal:desk", "desk:applications", "desk:bulk_invite", "desk:log", "desk:organisations"),
    *("desk:organisation_new", "desk:people", "desk:grants", "desk:invitations"),
)
PAGES_OF_ORGANISATION = ("organisations:edit", "organisations:people", "organisations:invite")


def navigation(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    found = NAVIGATION.findall(answer.content.decode())
    assert len(found) == 1, address
    return unescape(found[0])


def current_of(html: str) -> list[str]:
    """Titles of the current entries of the first level, which are those that name the place on a phone."""
    below = re.sub(r'<ul class="plain area-below">.*?</ul>', "", html, flags=re.S)
    return [title.strip() for _url, _kind, title in CURRENT.findall(below)]


def assert_marked(client: Client, address: str, title: str) -> None:
    html = navigation(client, address)
    assert current_of(html) == [title], address
    assert LABEL.search(html)[1] == f"Mein Bereich: {title}"
    pages = [url for url, kind, _title in CURRENT.findall(html) if kind == "page"]
    assert len(pages) <= 1, "only one link is the page that is shown"


def address_of(entry) -> str:
    return reverse(entry.url_name) + getattr(entry, "suffix", "")


@pytest.mark.parametrize("role", [None, *ROLES], ids=lambda role: role.key if role else "superuser")
def test_each_role_sees_what_it_may_open_and_nothing_else(person, login, role: Role | None) -> None:
    user = person(role) if role else person(superuser=True)
    client = login(user)
    with registered(Meetings()):  # else no feature has dates, and "Meine Termine" does not show
        shown = set(LINK.findall(navigation(client, "/mein-bereich/")))
        for entry in registry.area_links:
            address = reverse(entry.url_name)
            status = client.get(address, follow=True).status_code
            assert (address in shown) == (status == 200), f"{entry.key}: {status}"
    desk = client.get(reverse("portal:desk"))
    if desk.status_code == 404:
        return
    main = MAIN_PARTS.search(desk.content.decode())[0]
    on_desk = {unescape(url) for url in LINK.findall(main)}
    for entry in (*registry.desk_tiles, *registry.desk_lists, *registry.desk_actions):
        address = address_of(entry)
        status = client.get(address.partition("#")[0]).status_code
        if "#" in address:  # a card of the overview, for the same readers
            assert status == 200
        else:
            assert (address in on_desk) == (status == 200), f"{entry.key}: {status}"


@pytest.mark.parametrize("path", [*OWN_PAGES])
def test_the_current_entry_is_marked_on_a_persons_own_pages(person, login, path: str) -> None:
    assert_marked(login(person(MEMBER)), reverse(path), OWN_PAGES[path])


def test_the_current_entry_is_marked_on_the_pages_of_the_desk(person, login) -> None:
    client = login(person(OFFICE))
    home, member, asked = organisation(), person(MEMBER), application()
    objects = {"desk:organisation": home.pk, "desk:person": member.pk, "desk:application": asked.pk}
    addresses = [reverse(path) for path in DESK_PAGES] + [reverse(name, args=[pk]) for name, pk in objects.items()]
    addresses += [reverse(path, args=[home.slug]) for path in PAGES_OF_ORGANISATION]
    for address in addresses:
        assert_marked(client, address, "Geschäftsstelle")


def test_every_page_of_the_desk_is_looked_at() -> None:
    """A new page of the desk that forgets the layout is found by the test above."""
    names = {f"desk:{one.name}" for one in desk_urls.urlpatterns}
    only_posted = {"desk:invitations_bulk", "desk:organisation_end", "desk:lock", "desk:revoke_role"}
    assert names - only_posted == {*DESK_PAGES[1:], "desk:organisation", "desk:person", "desk:application"}


def test_the_pages_of_an_own_organisation_belong_to_the_entry_organisation(login) -> None:
    home, second = organisation(), organisation()
    boss = PersonFactory.with_role(COORDINATOR, home=home)
    client = login(boss)
    pages = [reverse(path, args=[home.slug]) for path in PAGES_OF_ORGANISATION]
    pages.append(reverse("organisations:person", args=[home.slug, boss.pk]))
    for address in pages:
        assert_marked(client, address, "Organisation")
    assert client.get(reverse("coordination:home"))["Location"] == reverse("organisations:people", args=[home.slug])
    grant(boss, COORDINATOR, organisation=second)
    grant(boss, OFFICE)
    address = reverse("coordination:home")
    assert_marked(client, address, "Organisation")
    assert second.name in client.get(address).content.decode()
    assert_marked(client, reverse("organisations:people", args=[organisation().slug]), "Geschäftsstelle")
    assert_marked(client, pages[0], "Organisation")


def test_a_coordinator_who_lost_the_role_has_no_entry_organisation(login) -> None:
    boss = PersonFactory.with_role(COORDINATOR)
    client = login(boss)
    assert "Organisation" in navigation(client, "/mein-bereich/")
    RoleGrant.objects.filter(user=boss, role=COORDINATOR.key).delete()
    assert "Ihre Aufgaben im Netzwerk" not in navigation(client, "/mein-bereich/")
    assert client.get(reverse("coordination:home")).status_code == 404


def test_the_number_of_unread_notifications_is_ones_own_and_goes_away(person, login) -> None:
    user = person(MEMBER)
    client = login(user)
    Notification.objects.filter(person=user).delete()
    for owner, read_at in ((user, None), (user, None), (user, "2026-01-01T00:00Z"), (person(MEMBER), None)):
        Notification.objects.create(person=owner, kind="roles", title="Neu", url="/mein-bereich/", read_at=read_at)
    html = navigation(client, "/merkliste/")
    assert '<span class="unread">2<span class="kern-sr-only"> neue</span></span>' in html
    assert "Zwei Mitteilungen sind neu." in client.get("/mein-bereich/").content.decode()
    client.post(reverse("notifications:read_all"))
    assert "unread" not in navigation(client, "/merkliste/")
    assert "Zurzeit wartet nichts auf Sie." in client.get("/mein-bereich/").content.decode()


def test_nobody_gets_a_navigation_before_the_second_factor_is_set_up(person, login, settings) -> None:
    settings.SECOND_FACTOR_WAIVED = False
    answer = login(person(OFFICE)).get(reverse("mfa_index"))
    assert answer.status_code == 200
    assert not NAVIGATION.search(answer.content.decode())
    assert NAVIGATION.search(login(person(MEMBER)).get(reverse("mfa_index")).content.decode())


@pytest.mark.parametrize("path", ["bookmarks:list", "own:profile", "notifications:list", "mfa_index"])
def test_the_navigation_costs_at_most_one_query(person, login, monkeypatch, path: str) -> None:
    for role in (MEMBER, COORDINATOR, OFFICE):
        client = login(person(role))
        with_it = fewest_queries(partial(client.get, reverse(path)))
        with monkeypatch.context() as patch:
            patch.setattr(area_tags, "navigation_of", lambda request, key="": area.AreaNavigation([], ""))
            assert with_it - fewest_queries(partial(client.get, reverse(path))) <= 1


def tiles(client: Client) -> str:
    return unescape(client.get("/geschaeftsstelle/").content.decode())


def tile_of(address: str, html: str) -> tuple[str, str]:
    """Its look and its number."""
    link = rf'<a class="whole" href="{re.escape(address)}">[^<]*</a>'
    found = re.search(rf'<div class="figure ?([^"]*)"><dt>{link}</dt><dd class="figure-value">(\d+)</dd>', html)
    assert found, address
    return found[1], found[2]


def test_a_tile_says_how_much_waits_and_since_when(person, login) -> None:
    client = login(person(OFFICE))
    Application.objects.all().delete()
    calm = tiles(client)
    assert tile_of("/geschaeftsstelle/antraege/?stand=submitted", calm) == ("is-calm", "0")
    for days in (9, 2):
        application(created_at=timezone.now() - timedelta(days=days))
    html = tiles(client)
    assert tile_of("/geschaeftsstelle/antraege/?stand=submitted", html) == ("", "2")
    assert "am längsten seit 9 Tagen" in html


def test_with_nothing_open_the_desk_says_so(person, login) -> None:
    client = login(person(ADMINISTRATION))
    RoleGrant.objects.filter(valid_until__isnull=False).delete()
    html = tiles(client)
    assert "Zurzeit wartet nichts." in html
    assert '<div class="figure">' not in html
    assert "is-calm" in html


def test_each_tile_and_list_of_the_desk_costs_one_query(person, rf, django_assert_max_num_queries) -> None:
    user: User = person(OFFICE)
    request = rf.get("/geschaeftsstelle/")
    request.user = user
    for entry in registry.desk_tiles:  # reads once what the request keeps: roles and restrictions of pages
        assert entry.visible(request)
        entry.waiting(request)
    for entry in registry.desk_tiles:
        with django_assert_max_num_queries(1):
            entry.waiting(request)
    for entry in registry.desk_lists:
        with django_assert_max_num_queries(1):
            entry.state(request)


def test_an_editor_without_the_office_sees_no_desk(person, login) -> None:
    client = login(person(EDITOR))
    html = navigation(client, "/mein-bereich/")
    assert "Redaktion" in html
    assert "Geschäftsstelle" not in html
    assert client.get("/geschaeftsstelle/").status_code == 404


def test_the_breadcrumb_leads_over_my_area(login) -> None:
    home: Organisation = organisation()
    boss = login(PersonFactory.with_role(COORDINATOR, home=home))
    for address in ("/merkliste/", "/mitteilungen/einstellungen/", f"{home.get_absolute_url()}personen/"):
        crumbs = boss.get(address).content.decode().partition('aria-label="Brotkrumen"')[2].partition("</nav>")[0]
        assert LINK.findall(crumbs)[:2] == ["/", "/mein-bereich/"]
