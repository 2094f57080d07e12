"""Each role sees a report everywhere or nowhere."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from knowledge.models import LibraryPage, PracticeReport, ReportFile
from knowledge.tasks import make_pdf
from netzwerk.members.models import User
from netzwerk.members.roles import ROLES, Scope
from netzwerk.search.services import indexing
from tests.factories.pages import paper
from tests.factories.reports import practice_report
from tests.knowledge.test_leaks import CANARY, STATES, body_of, mentioning, report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]
TITLE = f"{CANARY} Wintergarten"
OUTSIDE = {"nobody", "without role"}  # an account without a role is not a member


@pytest.fixture
def readers(person) -> dict[str, User | None]:
    """An anonymous user, a user without a role, and one of each network role."""
    people = {"nobody": None, "without role": person(), "superuser": person(superuser=True)}
    return people | {role.key: person(role) for role in ROLES if role.scope == Scope.NETWORK}


@pytest.fixture
def browser_of(login: Callable[[User], Client]) -> Callable[[User | None], Client]:
    return lambda reader: login(reader) if reader else Client()


def may_see(reader: User | None, one: PracticeReport) -> bool:
    if reader is None:
        return PracticeReport.objects.live().public().filter(pk=one.pk).exists()
    return PracticeReport.objects.visible_to(User.objects.get(pk=reader.pk)).filter(pk=one.pk).exists()


def similar_report() -> PracticeReport:
    """A public report similar to the hidden one; its page lists similar reports."""
    return practice_report(title="Wintergarten aus Quastelfrost", lead=f"Ein Karpador im Wintergarten: {CANARY}.")


@pytest.mark.parametrize("state", [*STATES, "public"])
def test_each_role_sees_a_report_everywhere_or_nowhere(state: str, readers, browser_of) -> None:
    one = STATES.get(state, report)()
    beside = similar_report()
    made = [version.pk for version in one.versions.all() if make_pdf(version.pk)]
    indexing.rebuild()
    allowed = {name for name, reader in readers.items() if may_see(reader, one)}
    assert allowed == {"public": set(readers), "members only": set(readers) - OUTSIDE}.get(state, set())
    for name, reader in readers.items():
        client = browser_of(reader)
        found = mentioning(client, one)
        around = {address for address in ("/", beside.url) if TITLE in body_of(client, address)}
        pdf = client.get(reverse("knowledge:pdf", args=[one.pk, 1]))
        has_pdf = pdf.status_code == 200 and pdf["Content-Type"] == "application/pdf"
        if name not in allowed:
            assert (found, around, has_pdf) == (set(), set(), False), name
            continue
        library = LibraryPage.objects.get().url
        assert {f"{library}?q={CANARY}", f"/suche/?q={CANARY}", f"{library}quastel/"} <= found, name
        assert around == {"/", beside.url}, name
        assert made
        assert has_pdf, name


def test_files_for_members_are_hidden_from_others_who_see_the_report(readers, browser_of) -> None:
    closed = Collection.get_first_root_node().add_child(name="Nur für Mitglieder")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    document = paper("Interne Vorlage", text="Geheimes Innenleben;1\r\n")
    document.collection = closed
    document.save()
    one = report(files=[ReportFile(document=document, description="")])
    address = reverse("knowledge:file", args=[one.pk, document.pk])
    for name, reader in readers.items():
        client = browser_of(reader)
        page = body_of(client, one.url)
        assert "Interne Vorlage" in page, "titles of files are public"
        assert ("Nur für Mitglieder." in page) == (name in OUTSIDE), name
        for url in (address, document.url):
            assert ("Geheimes Innenleben" in body_of(client, url)) == (name not in OUTSIDE), (name, url)
