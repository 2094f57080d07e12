"""Links of registry.menu: in the main menu or the footer, for users who may see them."""

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory

from netzwerk.members.roles import ADMINISTRATION, MEMBER
from netzwerk.portal.models import PortalPage
from netzwerk.portal.navigation import Navigation, navigation_for
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import MenuLink, Registry

pytestmark = pytest.mark.django_db


def navigation(user, path: str = "/") -> Navigation:
    request = RequestFactory().get(path)
    request.user = user
    return navigation_for(request)


def footer(found: Navigation) -> list[str]:
    return [link.title for title, links in found.footer for link in links if title == "Netzwerk"]


def test_registered_links_come_after_those_of_the_tree(monkeypatch, person: Callable) -> None:
    links: Registry[MenuLink] = Registry()
    links.register(MenuLink("b", 20, "Zweiter", "members:roles"))
    links.register(MenuLink("a", 10, "Erster", "organisations:directory"))
    links.register(MenuLink("c", 30, "Unten", "members:roles", in_footer=True))
    links.register(MenuLink("d", 40, "Nie", "members:roles", visible=lambda _request: False))
    monkeypatch.setattr(registry, "menu", links)
    found = navigation(person(), "/organisationen/stadt/")
    assert [link.title for link in found.menu][-2:] == ["Erster", "Zweiter"]
    assert [link.title for link in found.menu if link.current] == ["Erster"]
    assert footer(found)[-1] == "Unten"
    assert "Nie" not in str(found)


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
