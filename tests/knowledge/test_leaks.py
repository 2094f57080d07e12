"""Nobody learns of a report that they may not see: not by pages, search, suggestions, feed, PDF, citation or export."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from knowledge.models import Bookmark, LibraryPage, PracticeReport, ReportVersion
from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.search import tasks
from netzwerk.search.services import indexing
from tests.factories.reports import practice_report

CANARY = "Quastelfrostkarpador"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def addresses(report: PracticeReport) -> Iterator[str]:
    library = LibraryPage.objects.get().url
    yield f"{library}?q={CANARY}"
    yield f"{library}?sortierung=neueste"
    yield library
    yield reverse("knowledge:feed")
    yield reverse("knowledge:feed") + f"?q={CANARY}"
    for form in ("csv", "json"):
        yield reverse("knowledge:export", args=[form])
        yield reverse("knowledge:export", args=[form]) + f"?q={CANARY}"
    for name in ("permalink", "versions"):
        yield reverse(f"knowledge:{name}", args=[report.pk])
    for name in ("version", "pdf"):
        yield reverse(f"knowledge:{name}", args=[report.pk, 1])
    for form in ("bib", "ris"):
        yield reverse("knowledge:citation", args=[report.pk, form])
    yield f"/suche/?q={CANARY}"
    yield f"/suche/vorschlaege/?q={CANARY[:9]}"
    yield "/suche/"
    yield "/sitemap.xml"
    yield f"{library}{report.slug}/"


def body_of(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    text = b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode("utf-8", "replace")
    return text.replace("<mark>", "").replace("</mark>", "")


def told(client: Client, report: PracticeReport) -> set[str]:
    """Addresses that tell of the report. That somebody asked for its name, they may repeat."""
    found = set()
    for address in addresses(report):
        text = body_of(client, address)
        for own in (f"q={CANARY}", f'value="{CANARY}"', f"„{CANARY}“", f"Suche: {CANARY}", f": „{CANARY}“"):
            text = text.replace(own, "")
        if f"{CANARY} Wintergarten" in text:
            found.add(address)
    return found


def report(**fields) -> PracticeReport:
    """One that stands first in every list, the feed's too."""
    return practice_report(
        title=f"{CANARY} Wintergarten", slug="quastel", **{"first_published_at": timezone.now(), **fields}
    )


def close(page: Page) -> None:
    PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type=PageViewRestriction.LOGIN)


STATES = {
    "draft": lambda: report(live=False),
    "scheduled": lambda: report(live=False, go_live_at=timezone.now() + timedelta(days=1)),
    "withdrawn": lambda: withdrawn(),
    "members only": lambda: closed(),
}


def withdrawn() -> PracticeReport:
    one = report()
    one.unpublish()
    return one


def closed() -> PracticeReport:
    one = report()
    close(one)
    return one


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("is_drained", [True, False])
def test_nobody_outside_learns_of_it(state: str, is_drained: bool) -> None:
    one = STATES[state]()
    if is_drained:
        indexing.rebuild()
    assert told(Client(), one) == set()


def test_a_public_report_is_told_of_everywhere_so_that_the_sweep_can_fail() -> None:
    one = report()
    indexing.rebuild()
    silent = {"/suche/", "/sitemap.xml", reverse("knowledge:pdf", args=[one.pk, 1])}  # no titles there, no PDF yet
    assert told(Client(), one) >= set(addresses(one)) - silent


def test_members_read_what_is_for_members(person, login) -> None:
    one = closed()
    indexing.rebuild()
    client = login(person(MEMBER))
    assert f"{LibraryPage.objects.get().url}?q={CANARY}" in told(client, one)
    assert reverse("knowledge:export", args=["json"]) in told(client, one)
    assert reverse("knowledge:feed") not in told(client, one), "a feed shows what everybody may see"


def test_an_archived_report_is_found_only_on_request() -> None:
    one = report(archived_on=timezone.localdate())
    indexing.rebuild()
    library = LibraryPage.objects.get().url
    by_link = {f"{library}quastel/", *(address for address in addresses(one) if f"/{one.pk}/" in address)}
    assert told(Client(), one) <= by_link
    assert f"{CANARY} Wintergarten" in body_of(Client(), f"{library}?q={CANARY}&archiv=1")


def test_a_report_that_was_just_archived_or_closed_is_right_before_the_index_knows() -> None:
    one = report()
    indexing.rebuild()
    close(one)
    assert told(Client(), one) == set()


def test_what_was_just_archived_is_found_no_more_before_the_index_knows() -> None:
    one = report()
    indexing.rebuild()
    one.archived_on = timezone.localdate()
    one.save()
    library = LibraryPage.objects.get().url
    assert f"{CANARY} Wintergarten" not in body_of(Client(), f"{library}?q={CANARY}")


def test_archived_and_for_members_needs_both(person, login) -> None:
    one = report(archived_on=timezone.localdate())
    close(one)
    indexing.rebuild()
    address = f"{LibraryPage.objects.get().url}?q={CANARY}&archiv=1"
    assert f"{CANARY} Wintergarten" not in body_of(Client(), address)
    client = login(person(MEMBER))
    assert f"{CANARY} Wintergarten" in body_of(client, address)
    assert f"{CANARY} Wintergarten" not in body_of(client, address.replace("&archiv=1", ""))


def test_notes_are_seen_by_their_owner_only(person, login) -> None:
    one, owner, other = report(), person(MEMBER), person(MEMBER)
    bookmark = Bookmark.objects.create(person=owner, report=one, note="Geheime Randnotiz")
    tasks.drain()
    for stranger in (other, person(EDITOR), person(superuser=True)):
        client = login(stranger)
        assert client.get(reverse("bookmarks:note", args=[bookmark.pk])).status_code == 404
        assert client.post(reverse("bookmarks:note", args=[bookmark.pk]), {"note": "x"}).status_code == 404
        assert client.post(reverse("bookmarks:drop", args=[bookmark.pk])).status_code == 404
        for address in (one.url, reverse("bookmarks:list"), "/mein-bereich/"):
            assert "Geheime Randnotiz" not in body_of(client, address)
    assert Bookmark.objects.get(pk=bookmark.pk).note == "Geheime Randnotiz"
    assert "Geheime Randnotiz" in body_of(login(owner), one.url)
    assert not Bookmark.objects.visible_to(AnonymousUser()).exists()


def test_a_kept_report_that_is_withdrawn_is_no_longer_listed(person, login) -> None:
    one, owner = report(), person(MEMBER)
    Bookmark.objects.create(person=owner, report=one)
    one.unpublish()
    assert CANARY not in body_of(login(owner), reverse("bookmarks:list"))


def test_versions_of_a_withdrawn_report_are_gone() -> None:
    one = withdrawn()
    assert not ReportVersion.objects.visible_to(AnonymousUser()).filter(report=one).exists()


def test_the_export_is_json(settings) -> None:
    report()
    indexing.rebuild()
    rows = json.loads(body_of(Client(), reverse("knowledge:export", args=["json"]) + f"?q={CANARY}"))
    assert [row["Titel"] for row in rows] == [f"{CANARY} Wintergarten"]
