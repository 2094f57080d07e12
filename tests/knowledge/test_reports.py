"""The page of a report: permanent link, versions, facts, read counts and review."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction

from knowledge.models import LibraryPage, MonthlyCount, PracticeReport, ReportAuthor, ReportStage, ReportVersion
from knowledge.scales import Cost, CriterionKey, Effect, Evidence, criteria, explained
from knowledge.services.counting import most_read
from knowledge.services.reviewing import ask_for_reviews
from knowledge.snapshot import period_of
from netzwerk.members.models import User
from netzwerk.members.roles import EDITOR, MEMBER, OFFICE
from netzwerk.post.models import Notification
from tests.counting import fewest_queries
from tests.factories.pages import release
from tests.factories.reports import practice_report
from tests.factories.terms import term

pytestmark = pytest.mark.django_db
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64)"}
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'


def html_of(report: PracticeReport, client: Client | None = None) -> str:
    answer = (client or Client()).get(report.url, **BROWSER)
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_publication_makes_a_version_with_its_changes(person) -> None:
    author, reviewer = person(EDITOR), person(EDITOR)
    report = practice_report(author=author)
    report = PracticeReport.objects.get(pk=report.pk)
    report.results = [("text", "<p>Vierzig Familien sind dabei geblieben.</p>")]
    report.change_note = "Ergebnisse nach einem Jahr ergänzt."
    release(report, author=author, second=reviewer)
    second, first = ReportVersion.objects.filter(report=report)
    assert (second.number, first.number) == (2, 1)
    page = Client().get(reverse("knowledge:versions", args=[report.pk])).content.decode()
    assert "Ergebnisse nach einem Jahr ergänzt." in page
    address = reverse("knowledge:version", args=[report.pk, 2])
    assert address in page
    page = Client().get(address).content.decode()
    assert '<section class="version"><h2>Ergebnisse</h2>' in page
    assert '<ins><span class="kern-sr-only">neu: </span>Vierzig Familien' in page


def test_the_permanent_link_survives_moves_and_renames() -> None:
    report = practice_report()
    link = report.permalink
    report.slug = "ganz-neu"
    report.save()
    library = LibraryPage.objects.get()
    library.slug = "woanders"
    library.save()
    assert Client().get(link).url == "/woanders/ganz-neu/"


def test_visits_are_counted_by_month_only() -> None:
    report = practice_report()
    agents = ("Googlebot/2.1", "Mozilla/5.0 (compatible; bingbot/2.0)", "okhttp/4.9", "")
    for agent in (BROWSER["HTTP_USER_AGENT"], BROWSER["HTTP_USER_AGENT"], *agents):
        Client().get(report.url, HTTP_USER_AGENT=agent)
    Client().head(report.url, **BROWSER)
    Client().get(report.url, **BROWSER, headers={"Sec-Purpose": "prefetch;prerender"})
    row = MonthlyCount.objects.get(report=report)
    assert (row.number, row.what, row.month.day) == (2, "view", 1)
    assert {field.name for field in MonthlyCount._meta.get_fields()} == {"id", "report", "month", "what", "number"}


def test_most_read_counts_recent_months_only() -> None:
    lately, once = practice_report(), practice_report()
    month = timezone.localdate().replace(day=1)
    MonthlyCount.objects.all().delete()
    MonthlyCount.objects.create(report=lately, month=month, what="view", number=3)
    MonthlyCount.objects.create(
        report=once, month=(month - timedelta(days=400)).replace(day=1), what="view", number=900
    )
    assert MonthlyCount.objects.most_read(5) == [lately.pk]


def test_restricted_and_archived_reports_leave_the_most_read_at_once() -> None:
    open_one, closed, archived = (practice_report() for _one in range(3))
    for number, report in enumerate((open_one, closed, archived), start=900):
        MonthlyCount.objects.create(
            report=report, month=timezone.localdate().replace(day=1), what="view", number=number
        )
    assert most_read(AnonymousUser(), 3) == [archived, closed, open_one]
    PageViewRestriction.objects.create(page=closed.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    PracticeReport.objects.filter(pk=archived.pk).update(archived_on=date(2025, 5, 1))
    assert most_read(AnonymousUser(), 1) == [open_one], "the list is cached, permissions are not"


def test_period_in_words() -> None:
    report = PracticeReport(started=date(2022, 4, 1), ended=date(2024, 12, 1), posts=Decimal("0.50"))
    assert period_of(report) == "April 2022 bis Dezember 2024"
    report.ended = None
    assert period_of(report) == "seit April 2022"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ended", date(2020, 1, 1)),
        ("as_of", date(2999, 1, 1)),
        ("as_of", date(206, 1, 1)),
        ("archived_on", date(2999, 1, 1)),
    ],
)
def test_impossible_dates_are_refused(field: str, value: date) -> None:
    report = practice_report(started=date(2022, 1, 1))
    setattr(report, field, value)
    with pytest.raises(ValidationError) as caught:
        report.full_clean()
    assert field in caught.value.message_dict


def test_hostile_text_is_escaped_in_every_field() -> None:
    report = practice_report(
        title=HOSTILE,
        lead=HOSTILE,
        place=HOSTILE,
        provider=HOSTILE,
        cost=HOSTILE[:150],
        change_note=HOSTILE,
        situation=[("quotation", {"text": HOSTILE, "person": HOSTILE, "role": ""})],
        authors=[ReportAuthor(name=HOSTILE, role=HOSTILE)],
        stages=[ReportStage(criterion="evaluation", author_stage=2, author_reason=HOSTILE)],
        terms={"themenfeld": [term("<script>alert(3)</script>")]},
    )
    pages = [html_of(report)] + [
        Client().get(reverse(f"knowledge:{name}", args=[report.pk, *more])).content.decode()
        for name, more in (("versions", []), ("version", [1]))
    ]
    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_criteria_and_scales_are_shown_separately() -> None:
    report = practice_report(
        evidence=Evidence.NUMBERS,
        stages=[
            ReportStage(criterion="evaluation", author_stage=3, reviewer_stage=1, reviewer_reason="Zahlen fehlen.")
        ],
    )
    page = html_of(report)
    words = " ".join(strip_tags(page).split())
    assert "Dokumentation und Evaluation Selbst: Stufe 3 von 4 Redaktion: Stufe 1 von 4" in words
    assert "<dt>Evidenz</dt><dd>Eigene Zahlen" in page
    assert criteria()["evaluation"].stages[1] in page
    assert criteria()["evaluation"].stages[3] in page


def test_each_criterion_and_scale_has_its_text() -> None:
    assert list(criteria()) == CriterionKey.values
    assert all(len(one.stages) == 5 and len(set(one.stages)) == 5 for one in criteria().values())
    for scale, choices in (("evidence", Evidence), ("cost", Cost), ("effect", Effect)):
        assert {key: step.name for key, step in explained(scale).items()} == dict(choices.choices)


def test_an_overdue_report_has_a_notice_and_its_owner_is_notified_once(person) -> None:
    owner = person(EDITOR)
    report = practice_report(author=owner, review_due=timezone.localdate() - timedelta(days=1))
    assert "Das Prüfdatum ist überschritten" in html_of(report)
    ask_for_reviews()
    ask_for_reviews()
    assert Notification.objects.filter(person=owner, kind="report-review").count() == 1
    PracticeReport.objects.filter(pk=report.pk).update(archived_on=timezone.localdate())
    page = html_of(PracticeReport.objects.get(pk=report.pk))
    assert "Dieser Bericht ist archiviert" in page
    assert "Das Prüfdatum ist überschritten" not in page


def test_publishing_an_old_draft_sends_no_second_request(person) -> None:
    owner = person(EDITOR)
    report = practice_report(author=owner, review_due=timezone.localdate() - timedelta(days=1))
    old_draft = report.save_revision(user=owner)
    ask_for_reviews()
    old_draft.as_object().save()
    ask_for_reviews()
    assert Notification.objects.filter(person=owner, kind="report-review").count() == 1
    PracticeReport.objects.filter(pk=report.pk).update(review_due=timezone.localdate() - timedelta(days=2))
    ask_for_reviews()
    assert Notification.objects.filter(person=owner, kind="report-review").count() == 2, "a new date, a new request"


@pytest.mark.parametrize("how", ["gone", "locked"])
def test_without_an_owner_the_managers_of_the_library_are_notified(how: str, person) -> None:
    owner, keeper, member = person(EDITOR), person(OFFICE), person(MEMBER)
    report = practice_report(author=owner, review_due=timezone.localdate() - timedelta(days=1))
    PracticeReport.objects.filter(pk=report.pk).update(owner=None if how == "gone" else owner)
    User.objects.filter(pk=owner.pk).update(is_active=False)
    ask_for_reviews()
    notifications = Notification.objects.filter(kind="report-review", url=report.permalink)
    assert notifications.filter(person=keeper).count() == 1
    assert not notifications.filter(person__in=[owner, member]).exists()


def test_the_page_of_a_report_needs_few_queries() -> None:
    report = practice_report()
    assert fewest_queries(lambda: html_of(report)) <= 22
