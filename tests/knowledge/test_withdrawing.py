"""Withdrawing published versions, and the audience of versions."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page, PageLogEntry, PageViewRestriction

from knowledge import tasks
from knowledge.errors import LibraryError
from knowledge.models import PracticeReport, ReportVersion
from knowledge.services.versions import record_version, withdraw_version
from netzwerk.members.roles import ADMINISTRATION, EDITOR, MEMBER, OFFICE
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db
CANARY = "Quastelfrostkarpador"
REASON = "Datenschutz"


def with_versions(*texts: str) -> PracticeReport:
    """A live report with a version for each text."""
    report = practice_report(situation=[("text", f"<p>{texts[0]}</p>")])
    for text in texts[1:]:
        report.situation = [("text", f"<p>{text}</p>")]
        report.change_note = f"Neu: {text}"
        report.save()
        record_version(report)
    return report


@pytest.fixture
def report() -> PracticeReport:
    """With four versions; the second contains the canary."""
    return with_versions("Es war ruhig.", f"Es kam {CANARY}.", "Es kam jemand.", "Es kam niemand.")


def address(report: PracticeReport, number: int, name: str = "version") -> str:
    return reverse(f"knowledge:{name}", args=[report.pk, number])


def body_of(url: str, client: Client | None = None) -> str:
    return (client or Client()).get(url).content.decode()


def withdraw(report: PracticeReport, number: int, actor) -> ReportVersion:
    return withdraw_version(report.versions.get(number=number), actor=actor, reason=REASON)


def test_a_withdrawn_version_is_emptied(report, person, django_capture_on_commit_callbacks) -> None:
    version = report.versions.get(number=2)
    tasks.make_pdf(version.pk)
    version.refresh_from_db()
    file = Path(version.pdf.path)
    assert file.exists()
    assert CANARY in body_of(address(report, 2))
    assert CANARY in body_of(address(report, 3)), "as a deletion"
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(report, 2, person(EDITOR))
    assert not file.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM knowledge_reportversion WHERE id = %s", [version.pk])
        assert CANARY not in str(cursor.fetchall())
    for url in (reverse("knowledge:versions", args=[report.pk]), address(report, 3), address(report, 4)):
        assert CANARY not in body_of(url)


def test_urls_of_a_withdrawn_version_are_410_with_the_reason(report, person) -> None:
    withdraw(report, 2, person(EDITOR))
    line = f"zurückgezogen. Grund: {REASON}"
    for name in ("version", "pdf"):
        answer = Client().get(address(report, 2, name))
        assert answer.status_code == 410
        assert line in answer.content.decode()
    page = body_of(reverse("knowledge:versions", args=[report.pk]))
    assert line in page
    assert address(report, 2) not in page
    assert Client().get(address(report, 9)).status_code == 404


def test_comparisons_skip_withdrawn_versions(report, person) -> None:
    withdraw(report, 2, person(EDITOR))
    page = body_of(address(report, 3))
    assert "verglichen mit Fassung 1" in page
    assert "war ruhig." in page
    assert address(report, 2) not in page
    assert address(report, 3) in body_of(address(report, 1)), "the next one that is not withdrawn"


def test_no_pdf_is_made_of_a_withdrawn_version(report, person) -> None:
    version = withdraw(report, 2, person(EDITOR))
    assert not tasks.make_pdf(version.pk)
    waiting = ReportVersion.objects.without_pdf().filter(report=report)
    assert [one.number for one in waiting] == [4, 3, 1]


def test_no_pdf_is_written_for_a_version_withdrawn_meanwhile(report, person, monkeypatch) -> None:
    """The version is withdrawn between reading its text and writing its PDF."""
    version, keeper, pdf_of = report.versions.get(number=2), person(EDITOR), tasks.pdf_of

    def withdraw_then_return_pdf(snapshot: dict) -> bytes:
        content = pdf_of(snapshot)
        withdraw(report, 2, keeper)
        return content

    monkeypatch.setattr(tasks, "pdf_of", withdraw_then_return_pdf)
    assert not tasks.make_pdf(version.pk)
    version.refresh_from_db()
    assert not version.pdf
    assert not version.pdf.storage.exists(f"reports/{report.pk}-2.pdf")


def test_a_constraint_keeps_a_withdrawn_version_empty(report, person) -> None:
    version = withdraw(report, 2, person(EDITOR))
    for field in ("pdf", "note"):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReportVersion.objects.filter(pk=version.pk).update(**{field: "x"})


def test_the_version_online_cannot_be_withdrawn(report, person) -> None:
    keeper = person(OFFICE)
    with pytest.raises(LibraryError, match="steht gerade online"):
        withdraw(report, 4, keeper)
    assert report.versions.get(number=4).document
    report.unpublish()
    withdraw(report, 4, keeper)
    with pytest.raises(LibraryError, match="schon zurückgezogen"):
        withdraw(report, 4, keeper)


def test_withdrawing_needs_permission(report, person) -> None:
    for role in (MEMBER, ADMINISTRATION):
        with pytest.raises(PermissionDenied):
            withdraw(report, 2, person(role))
    assert report.versions.get(number=2).document


def test_the_admin_screens_list_and_withdraw_versions_and_log_the_reason(report, person, login) -> None:
    keeper = person(EDITOR)
    client = login(keeper)
    assert reverse("knowledge_versions", args=[report.pk]) in body_of(
        reverse("wagtailadmin_pages:edit", args=[report.pk]), client
    )
    page = body_of(reverse("knowledge_versions", args=[report.pk]), client)
    url = reverse("knowledge_withdraw_version", args=[report.pk, 2])
    assert url in page
    assert reverse("knowledge_withdraw_version", args=[report.pk, 4]) not in page
    assert "Das lässt sich nicht rückgängig machen" in body_of(url, client)
    assert not report.versions.get(number=2).is_withdrawn, "a GET request changes nothing"
    assert client.post(url, {"reason": " "}).status_code == 422
    assert client.post(url, {"reason": REASON}).status_code == 302
    assert report.versions.get(number=2).withdrawn_because == REASON
    entry = PageLogEntry.objects.get(action="knowledge.withdraw_version", page=report.pk)
    assert (entry.user, entry.page.pk, entry.message) == (keeper, report.pk, "Fassung 2 zurückgezogen")
    assert entry.comment == REASON
    assert CANARY not in str(list(PageLogEntry.objects.values()) + list(ModelLogEntry.objects.values()))
    refused = client.post(reverse("knowledge_withdraw_version", args=[report.pk, 4]), {"reason": REASON})
    assert refused.status_code == 422
    assert "steht gerade online" in refused.content.decode()
    assert f'value="{REASON}"' in refused.content.decode(), "the form keeps its input"


def test_versions_of_a_report_that_is_offline_can_be_withdrawn(report, person, login) -> None:
    report.unpublish()
    client = login(person(EDITOR))
    assert "Fassung 4 zurückziehen" in body_of(reverse("knowledge_versions", args=[report.pk]), client)


# Audience of a version --------------------------------------------------------------------------------


def restrict(report: PracticeReport, *groups: Group) -> PageViewRestriction:
    kind = PageViewRestriction.GROUPS if groups else PageViewRestriction.LOGIN
    made = PageViewRestriction.objects.create(page=Page.objects.get(pk=report.pk), restriction_type=kind)
    made.groups.set(groups)
    return made


def numbers(report: PracticeReport, user) -> list[int]:
    return [one.number for one in ReportVersion.objects.visible_to(user).filter(report=report)]


def test_a_version_for_members_stays_for_members_when_the_report_becomes_public(person, login) -> None:
    report = practice_report(live=False, situation=[("text", f"<p>Es kam {CANARY}.</p>")])
    restriction = restrict(report)
    PracticeReport.objects.filter(pk=report.pk).update(live=True)
    record_version(report)
    restriction.delete()
    report.situation = [("text", "<p>Es kam jemand.</p>")]
    report.save()
    PracticeReport.objects.filter(pk=report.pk).update(live=True)
    record_version(report)
    member = person(MEMBER)
    assert (numbers(report, AnonymousUser()), numbers(report, member)) == ([2], [2, 1])
    for url in (reverse("knowledge:versions", args=[report.pk]), address(report, 2)):
        assert CANARY not in body_of(url), "not as a deletion either"
    for name in ("version", "pdf"):
        assert Client().get(address(report, 1, name)).status_code == 404
    assert CANARY in body_of(address(report, 2), login(member))


def test_the_newest_version_is_visible_to_all_who_may_see_the_report(person) -> None:
    report = practice_report()
    restriction = restrict(report)
    report.situation = [("text", f"<p>Es kam {CANARY}.</p>")]
    report.save()
    record_version(report)
    assert numbers(report, AnonymousUser()) == []
    restriction.delete()
    assert numbers(report, AnonymousUser()) == [2, 1]
    page = body_of(report.get_url())
    assert CANARY in page
    assert "Fassung 2 vom" in page
    assert CANARY in body_of(address(report, 2))
    record_version(report)
    assert numbers(report, AnonymousUser()) == [3, 1], "not when it is not the newest any more"


def test_a_version_for_a_group_stays_for_it_when_the_report_is_opened_to_members(person) -> None:
    report = practice_report()
    ReportVersion.objects.filter(report=report).delete()
    group = Group.objects.get(name="Redaktion")
    restriction = restrict(report, group)
    record_version(report)
    restriction.restriction_type = PageViewRestriction.LOGIN
    restriction.save()
    record_version(report)
    inside, outside = person(EDITOR), person(MEMBER)
    assert numbers(report, outside) == [2]
    assert numbers(report, inside) == [2, 1]
    assert numbers(report, AnonymousUser()) == []


# Permanent link of a restricted report ---------------------------------------------------------------


def test_permanent_links_of_restricted_and_missing_reports_get_the_same_response(person, login) -> None:
    report = practice_report(title=f"{CANARY} Wintergarten", slug=CANARY.lower())
    restrict(report, Group.objects.get(name="Redaktion"))
    nowhere = reverse("knowledge:permalink", args=[10**9])
    closed, missing = Client().get(report.permalink), Client().get(nowhere)
    assert closed.status_code == missing.status_code == 404
    alike = missing.content.decode().replace(nowhere, report.permalink)
    assert without_nonces(closed.content.decode()) == without_nonces(alike)
    assert f"{reverse('account_login')}?next={report.permalink}" in closed.content.decode()
    assert CANARY.lower() not in closed.content.decode().lower()
    assert login(person(MEMBER)).get(report.permalink).status_code == 404
    assert login(person(EDITOR)).get(report.permalink).url == report.url


def without_nonces(html: str) -> str:
    return re.sub(r'(nonce|value|csrf[a-z]*)="[^"]*"', "", html)
