"""References and authors of reports: on the page, in versions, and in the editor."""

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from knowledge.comparison import changes_between
from knowledge.models import PracticeReport, ReportAuthor
from knowledge.report_view import ReportView
from knowledge.services.versions import record_version
from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.members.services import own_data
from tests.browsing import form_in, send, values_in
from tests.edit_forms import page as edit_case
from tests.factories.pages import news_page
from tests.factories.references import refer
from tests.factories.reports import practice_report
from tests.portal.conftest import members_only

__all__ = ["members_only"]
pytestmark = pytest.mark.django_db
AUTHOR_HITS = "/redaktion/bibliothek/autor-innen/"


def html_of(report: PracticeReport, client: Client | None = None) -> str:
    return (client or Client()).get(report.url).content.decode()


# References ----------------------------------------------------------------------------------------------------------


def test_chosen_reports_come_before_similar_ones_and_are_not_repeated() -> None:
    report, related = practice_report(), practice_report(title="Verwandtes Vorhaben")
    refer(report, related)
    html = html_of(report)
    assert '<h2 id="mehr-dazu">Verwandte Berichte</h2>' in html
    assert html.count("Verwandtes Vorhaben") == 1
    refer(report, related, news_page())
    assert '<h2 id="mehr-dazu">Mehr dazu</h2>' in html_of(report)


def test_a_version_keeps_references_that_were_public(person, members_only) -> None:
    report, related, news = practice_report(), practice_report(title="Verwandt"), news_page(title="Meldung")
    closed = members_only(news_page(title="Intern"))
    refer(report, related, closed, news, user=person(MEMBER))
    before = report.versions.first().document
    version = record_version(PracticeReport.objects.get(pk=report.pk))
    assert version.document["references"] == [
        {"title": "Verwandt", "url": f"{settings.BASE_URL}{related.permalink}"},
        {"title": "Meldung", "url": f"{settings.BASE_URL}{news.url}"},
    ]
    changes = {change.title: change for change in changes_between(before, version.document).changes}
    assert [segment.text for line in changes["Mehr dazu"].lines for segment in line.segments] == [
        "Verwandt",
        "Meldung",
    ]


def test_versions_from_before_there_were_references_can_be_compared() -> None:
    report = practice_report()
    new = report.versions.first().document
    old = {name: value for name, value in new.items() if name != "references"}
    assert changes_between(old, new).changes == []


# Authors -------------------------------------------------------------------------------------------------------------


def test_members_get_from_an_author_to_the_open_profile(person, login) -> None:
    author = person(MEMBER, first_name="Ada", last_name="Öhler", profile_open=True)
    report = practice_report(
        authors=[ReportAuthor(name="Dr. A. Öhler", person=author), ReportAuthor(name="Ohne Konto")]
    )
    link = f"#person-{author.pk}"
    for client, sees in ((Client(), False), (login(person()), False), (login(person(MEMBER)), True)):
        html = html_of(report, client)
        assert "Dr. A. Öhler" in html and "Ohne Konto" in html
        assert (link in html) == sees
    author.profile_open = False
    author.save()
    assert link not in html_of(report, login(person(MEMBER)))


def test_the_name_stays_when_the_account_goes(person, login, django_capture_on_commit_callbacks) -> None:
    author = person(MEMBER, first_name="Ada", last_name="Öhler", profile_open=True)
    report = practice_report(
        title="Mein Bericht", authors=[ReportAuthor(name="Ada Öhler", role="Leitung", person=author)]
    )
    held = own_data.collect(author)["Praxisberichte von Ihnen"]
    assert held == [{"Bericht": "Mein Bericht", "Name": "Ada Öhler", "Funktion und Organisation": "Leitung"}]
    with django_capture_on_commit_callbacks(execute=True):
        own_data.erase_account(author, actor=author)
    row = ReportAuthor.objects.get(report=report)
    assert (row.person, row.name) == (None, "Ada Öhler")
    html = html_of(report, login(person(MEMBER)))
    assert "Ada Öhler" in html and f"#person-{author.pk}" not in html


class Editor:
    def __init__(self, user, report: PracticeReport) -> None:
        self.case, self.client = edit_case(user, report), Client()
        self.client.force_login(user)

    def open(self) -> dict[str, list[str]]:
        html = self.client.get(self.case.url).content.decode()
        return values_in(form_in(html, having="lead"), self.case.streams)

    def send(self, values: dict[str, list[str]]):
        return send(self.client, self.case.url, values)

    def authors(self) -> list[tuple[str, str, int | None]]:
        draft = PracticeReport.objects.get(pk=self.case.thing.pk).get_latest_revision_as_object()
        return [(one.name, one.role, one.person_id) for one in draft.authors.all()]


def test_an_editor_links_an_author_with_a_person(person) -> None:
    author = person(MEMBER, first_name="Ada", last_name="Öhler", function="Leitung", profile_open=True)
    stranger = person(MEMBER)
    report = practice_report(authors=[ReportAuthor(name="A. Öhler", role="früher")])
    editor = Editor(person(EDITOR), report)
    values = editor.open()
    assert editor.send(values | {"authors-0-person": [str(stranger.pk)]}).status_code == 200, "a closed profile"
    answer = editor.send(values | {"authors-0-person-words": ["Öhler"], "authors-0-person-search": ["1"]})
    assert answer.status_code == 200 and f'value="{author.pk}"' in answer.content.decode()
    assert editor.send(values | {"authors-0-person": [str(author.pk)]}).status_code == 302
    assert editor.authors() == [("A. Öhler", "früher", author.pk)], "what was written stays"
    again = editor.open()
    assert again["authors-0-person"] == [str(author.pk)]
    again |= {"authors-0-name": [""], "authors-0-role": [""]}
    assert editor.send(again).status_code == 302
    home = author.memberships.first().organisation
    assert editor.authors() == [("Ada Öhler", f"Leitung, {home}", author.pk)], "what is empty is filled in"


def test_a_closed_profile_does_not_unlink_an_author(person) -> None:
    author = person(MEMBER)
    report = practice_report(authors=[ReportAuthor(name="A. Öhler", person=author)])
    editor = Editor(person(EDITOR), report)
    assert editor.send(editor.open() | {"lead": ["Neu"]}).status_code == 302
    assert editor.authors() == [("A. Öhler", "", author.pk)]
    assert editor.send(editor.open() | {"authors-0-person": [""]}).status_code == 302
    assert editor.authors() == [("A. Öhler", "", None)]


def test_the_script_finds_open_profiles_only(person, login) -> None:
    seen = person(MEMBER, first_name="Quastel", last_name="Offen", profile_open=True)
    hidden = person(MEMBER, first_name="Quastel", last_name="Geschlossen")
    for one in (seen, hidden):
        one.fold_names()
        one.save()
    html = login(person(EDITOR)).get(AUTHOR_HITS, {"q": "quastel", "name": "authors-0-person"}).content.decode()
    assert f'type="radio" name="authors-0-person" value="{seen.pk}"' in html
    assert "Geschlossen" not in html


def test_a_page_with_linked_authors_needs_one_query_more(person) -> None:
    authors = [ReportAuthor(name=f"Nr. {number}", person=person(MEMBER, profile_open=True)) for number in range(3)]
    report = practice_report(authors=authors)
    reader = person(MEMBER)
    view = ReportView(PracticeReport.objects.get(pk=report.pk), reader)
    assert [one.name for one in view.authors] == ["Nr. 0", "Nr. 1", "Nr. 2"]
    list(reader.role_grants.all())
    with CaptureQueriesContext(connection) as captured:
        assert all(url for _author, url in view.authors_with_profiles)
    assert len([query for query in captured if "members_user" in query["sql"].partition("WHERE")[0]]) == 1
    anonymous = ReportView(PracticeReport.objects.get(pk=report.pk), AnonymousUser())
    assert not any(url for _author, url in anonymous.authors_with_profiles)
