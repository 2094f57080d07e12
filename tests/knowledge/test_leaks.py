"""No page, search, suggestion, feed, PDF, citation or export shows a report to a user who may not see it."""

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


def mentioning(client: Client, report: PracticeReport) -> set[str]:
    """URLs whose response contains the title of the report. Repeating the query of the request does not count."""
    found = set()
    for address in addresses(report):
        text = body_of(client, address)
        for own in (f"q={CANARY}", f'value="{CANARY}"', f"„{CANARY}“", f"Suche: {CANARY}", f": „{CANARY}“"):
            text = text.replace(own, "")
        if f"{CANARY} Wintergarten" in text:
            found.add(address)
    return found


def report(**fields) -> PracticeReport:
    """A report that is first in every list, including the feed."""
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
def test_hidden_reports_are_mentioned_nowhere(state: str, is_drained: bool) -> None:
    one = STATES[state]()
    if is_drained:
        indexing.rebuild()
    assert mentioning(Client(), one) == set()


def test_control_a_public_report_is_mentioned_everywhere() -> None:
    one = report()
    indexing.rebuild()
    silent = {"/suche/", "/sitemap.xml", reverse("knowledge:pdf", args=[one.pk, 1])}  # no titles there, no PDF yet
    assert mentioning(Client(), one) >= set(addresses(one)) - silent


def test_members_see_reports_for_members(person, login) -> None:
    one = closed()
    indexing.rebuild()
    client = login(person(MEMBER))
    assert f"{LibraryPage.objects.get().url}?q={CANARY}" in mentioning(client, one)
    assert reverse("knowledge:export", args=["json"]) in mentioning(client, one)
    assert reverse("knowledge:feed") not in mentioning(client, one), "a feed contains public reports only"


def test_an_archived_report_is_found_only_on_request() -> None:
    one = report(archived_on=timezone.localdate())
    indexing.rebuild()
    library = LibraryPage.objects.get().url
    by_link = {f"{library}quastel/", *(address for address in addresses(one) if f"/{one.pk}/" in address)}
    assert mentioning(Client(), one) <= by_link
    assert f"{CANARY} Wintergarten" in body_of(Client(), f"{library}?q={CANARY}&archiv=1")


def test_a_new_restriction_applies_before_the_index_is_updated() -> None:
    one = report()
    indexing.rebuild()
    close(one)
    assert mentioning(Client(), one) == set()


def test_archiving_applies_before_the_index_is_updated() -> None:
    one = report()
    indexing.rebuild()
    one.archived_on = timezone.localdate()
    one.save()
    library = LibraryPage.objects.get().url
    assert f"{CANARY} Wintergarten" not in body_of(Client(), f"{library}?q={CANARY}")


def test_an_archived_report_for_members_needs_membership_and_request(person, login) -> None:
    one = report(archived_on=timezone.localdate())
    close(one)
    indexing.rebuild()
    address = f"{LibraryPage.objects.get().url}?q={CANARY}&archiv=1"
    assert f"{CANARY} Wintergarten" not in body_of(Client(), address)
    client = login(person(MEMBER))
    assert f"{CANARY} Wintergarten" in body_of(client, address)
    assert f"{CANARY} Wintergarten" not in body_of(client, address.replace("&archiv=1", ""))


def test_notes_are_visible_to_their_owner_only(person, login) -> None:
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


def test_bookmarks_of_unpublished_reports_are_not_listed(person, login) -> None:
    one, owner = report(), person(MEMBER)
    Bookmark.objects.create(person=owner, report=one)
    one.unpublish()
    assert CANARY not in body_of(login(owner), reverse("bookmarks:list"))


def test_versions_of_an_unpublished_report_are_hidden() -> None:
    one = withdrawn()
    assert not ReportVersion.objects.visible_to(AnonymousUser()).filter(report=one).exists()


def test_the_export_is_json(settings) -> None:
    report()
    indexing.rebuild()
    rows = json.loads(body_of(Client(), reverse("knowledge:export", args=["json"]) + f"?q={CANARY}"))
    assert [row["Titel"] for row in rows] == [f"{CANARY} Wintergarten"]
