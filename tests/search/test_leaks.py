"""Nobody learns of what they may not see: not by hits, counts, suggestions, corrections or similar content.

Before and after drains, for every role.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from netzwerk.members.models import User
from netzwerk.members.roles import ROLES, Scope
from netzwerk.members.services.groups import group_of
from netzwerk.portal.models import ContentPage, PortalPage
from netzwerk.search import tasks
from netzwerk.search.models import IndexChange
from netzwerk.search.services import indexing, permitted_search, searching, suggesting
from tests.factories.pages import content_page, news_page

CANARY = "Quastelfrostkarpador"  # similar to no other word
MISSPELT = "Quastelfrostkarpadro"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def readers(person) -> dict[str, Any]:
    """An anonymous user, a user without a role, and a user of each role of the network."""
    people: dict[str, Any] = {"nobody": AnonymousUser(), "without role": person(), "superuser": person(superuser=True)}
    return people | {role.key: person(role) for role in ROLES if role.scope == Scope.NETWORK}


def fresh(reader: Any) -> Any:
    """A new instance, as in the next request: permissions are cached on the instance."""
    return User.objects.get(pk=reader.pk) if reader.is_authenticated else AnonymousUser()


def assert_nothing_leaks(readers: dict[str, Any], expected: Callable[[Any], set[str]] | None = None) -> None:
    """What each person finds of the canary is exactly what the database shows them."""
    for name, reader in readers.items():
        pages = PortalPage.objects.visible_to(fresh(reader)).filter(title__contains=CANARY)
        visible = expected(fresh(reader)) if expected else set(pages.values_list("title", flat=True))
        found = searching.search(fresh(reader), CANARY, chosen={}, per_page=50)
        assert {text_of(one.title) for one in found.results} == visible, name
        assert found.total == len(visible), name
        assert sum(found.counts.get("art", {}).values()) == len(visible), name
        assert searching.count(fresh(reader), found.question, {}) == len(visible), name
        assert {one.title for one in suggesting.suggest(fresh(reader), CANARY[:9])} == visible, name
        assert bool(searching.search(fresh(reader), MISSPELT, chosen={}).meant) == bool(visible), name
        alike = suggesting.similar(fresh(reader), "seiten", 0, f"{CANARY} Wintergarten Kopfsteinpflaster", CANARY)
        assert {one.title for one in alike if CANARY in one.title} <= visible, name


def text_of(fragments: list) -> str:
    return "".join(one.text for one in fragments)


def canary_page(**fields) -> ContentPage:
    return content_page(title=f"{CANARY} Wintergarten Kopfsteinpflaster", **fields)


def index_all() -> None:
    """Rebuild the index with its vocabulary, so that the spelling correction knows the canary."""
    indexing.rebuild()
    assert not IndexChange.objects.pending().exists()


def close(page: Page, *groups: Group) -> None:
    kind = PageViewRestriction.GROUPS if groups else PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type=kind).groups.set(groups)


def test_drafts_and_scheduled_pages(readers) -> None:
    canary_page(live=False)
    canary_page(live=False, go_live_at=timezone.now() + timedelta(days=1))
    news_page(title=CANARY, live=False)
    index_all()
    assert_nothing_leaks(readers)


def test_the_draft_of_a_live_page_is_not_found(readers) -> None:
    page = content_page(title="Eine Seite")
    page.title = CANARY
    page.save_revision()
    index_all()
    assert_nothing_leaks(readers, lambda _reader: set())


def test_pages_for_members_and_for_groups(readers) -> None:
    members, few = content_page(title="Für Mitglieder"), content_page(title="Für wenige")
    close(members)
    close(few, group_of(next(role for role in ROLES if role.key == "office")))
    canary_page(parent=members)
    inner = content_page(parent=few, title="Innen")
    close(inner)
    content_page(parent=inner, title=f"{CANARY} ganz innen")
    index_all()
    assert_nothing_leaks(readers)


@pytest.mark.parametrize("drained", [False, True])
@pytest.mark.parametrize("change", ["unpublish", "delete", "delete parent", "close", "close parent", "move", "expire"])
def test_what_was_open_and_no_longer_is(readers, change: str, drained: bool) -> None:
    section = content_page(title="Ein Abschnitt")
    closed = content_page(title="Geschlossen")
    close(closed, group_of(next(role for role in ROLES if role.key == "office")))
    page = canary_page(parent=section)
    index_all()
    assert_nothing_leaks(readers)
    with transaction.atomic():
        match change:
            case "unpublish":
                page.unpublish()
            case "expire":
                Page.objects.get(pk=page.pk).specific.unpublish(set_expired=True)
            case "delete":
                Page.objects.get(pk=page.pk).delete()
            case "delete parent":
                Page.objects.get(pk=section.pk).delete()
            case "close":
                close(page)
            case "close parent":
                close(section)
            case "move":
                Page.objects.get(pk=section.pk).move(Page.objects.get(pk=closed.pk), "last-child")
    if drained:
        tasks.drain()
    assert_nothing_leaks(readers)


def test_an_unmarked_change_shows_no_hit(readers) -> None:
    """A bulk update bypasses the outbox: until the next sweep, hits are filtered by the database."""
    page = canary_page()
    index_all()
    ContentPage.objects.filter(pk=page.pk).update(live=False)
    for reader in readers.values():
        assert searching.search(fresh(reader), CANARY, chosen={}).results == []
        assert suggesting.suggest(fresh(reader), CANARY[:9]) == []


def test_the_fallback_search_shows_only_what_is_visible(readers, index) -> None:
    closed = content_page(title="Geschlossen")
    close(closed)
    canary_page(parent=closed)
    canary_page(live=False)
    (index / "current").unlink()
    for name, reader in readers.items():
        found = searching.search(fresh(reader), CANARY, chosen={})
        visible = PortalPage.objects.visible_to(fresh(reader)).filter(title__contains=CANARY)
        assert found.is_fallback
        assert {text_of(one.title) for one in found.results} == set(visible.values_list("title", flat=True)), name


def test_with_too_many_pending_changes_the_index_is_not_used(readers, monkeypatch) -> None:
    page = canary_page()
    index_all()
    page.unpublish()
    monkeypatch.setattr(permitted_search, "MOST_PENDING", 0)
    for reader in readers.values():
        found = searching.search(fresh(reader), CANARY, chosen={})
        assert found.is_fallback
        assert found.results == []
