"""Submissions must be complete; incomplete ones are saved as drafts; reviewers and authors are notified."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from knowledge.models import LibraryPage, PracticeReport
from knowledge.sections import FIELDS
from netzwerk.members.roles import EDITOR, OFFICE
from netzwerk.portal.models import NewsIndexPage, NewsPage
from netzwerk.post.models import Message, Notification
from tests.factories.pages import fill_in, news_page
from tests.factories.reports import practice_report
from tests.portal.test_four_eyes import post_data

pytestmark = pytest.mark.django_db
INLINE = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}


@pytest.fixture
def author(person):
    return person(EDITOR)


def report_data(**extra) -> dict:
    return nested_form_data(
        {
            "title": "Nur ein Titel",
            "slug": "nur-ein-titel",
            "lead": "",
            "picture": "",
            "picture_alt": "",
            "picture_caption": "",
            "footer_group": "",
            "as_of": timezone.localdate().isoformat(),
            **{name: streamfield([]) for name in FIELDS},
            **dict.fromkeys(("authors", "stages", "files", "comments"), INLINE),
            **extra,
        }
    )


def test_a_report_with_a_title_only_is_saved_as_a_draft_and_not_submitted(login, author) -> None:
    client = login(author)
    url = reverse("wagtailadmin_pages:add", args=["knowledge", "practicereport", LibraryPage.objects.get().pk])
    answer = client.post(url, report_data(place="Lindenbrück", **{"action-submit": "1"}), follow=True)
    report = PracticeReport.objects.get(slug="nur-ein-titel")
    assert report.current_workflow_state is None
    assert (report.live, report.place) == (False, "Lindenbrück")
    shown = answer.content.decode()
    assert "als Entwurf gespeichert, aber noch nicht eingereicht" in shown
    for words in (
        "Hier fehlt noch die Zusammenfassung",
        "Bitte wählen Sie mindestens ein Thema",
        "steht hier noch nichts",
    ):
        assert words in shown
    assert "Hier fehlt noch der Ort" not in shown


def test_a_draft_may_be_incomplete(login, author) -> None:
    url = reverse("wagtailadmin_pages:add", args=["knowledge", "practicereport", LibraryPage.objects.get().pk])
    assert login(author).post(url, report_data()).status_code == 302
    assert PracticeReport.objects.filter(slug="nur-ein-titel").exists()


@pytest.mark.parametrize("text", ["", "<p></p>", "<p> &nbsp; </p>", "<h2>Nur eine Überschrift</h2>"])
def test_a_news_page_without_text_is_saved_as_a_draft(login, author, text: str) -> None:
    page = news_page(author=author, live=False, lead="Alt")
    body = streamfield([("text", rich_text(text))] if text else [])
    data = post_data(page, lead="Neu getippt", body=body, **{"action-submit": "1"})
    answer = login(author).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, follow=True)
    assert "Hier fehlt noch der Text der Nachricht" in answer.content.decode()
    draft = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert draft.lead == "Neu getippt"
    assert page.current_workflow_state is None


def test_a_complete_report_is_submitted(login, author) -> None:
    report = fill_in(practice_report(live=False, author=author))
    report.save_revision(user=author)
    assert report.missing_for_review() == {}


def test_the_reviewer_sees_what_is_missing_and_cannot_release_it(login, person, author) -> None:
    report = practice_report(live=False, author=author)
    report.get_workflow().start(report, author)  # as if submitted before the rule existed
    client, url = login(person(EDITOR)), reverse("portal_review", args=[report.current_workflow_task_state.pk])
    shown = client.get(url).content.decode()
    assert "Zu „Ergebnisse“ steht hier noch nichts" in shown
    assert "Freigeben und veröffentlichen" not in shown
    client.post(url, {"decision": "approve", "comment": ""})
    assert not Page.objects.get(pk=report.pk).live


def submitted(author) -> NewsPage:
    page = news_page(author=author, live=False, title="Neue Sprechstunde")
    page.get_workflow().start(page, author)
    return page


def test_reviewers_are_notified_and_the_author_is_not(person, author) -> None:
    editor, office = person(EDITOR), person(OFFICE)
    page = submitted(author)
    url = reverse("portal_review", args=[page.current_workflow_task_state.pk])
    notifications = Notification.objects.filter(kind="review-waiting", url=url)
    assert {editor.pk, office.pk} <= set(notifications.values_list("person", flat=True))
    assert not notifications.filter(person=author).exists()
    assert len({(one.title, one.text) for one in notifications}) == 1
    mail = Message.objects.get(to=[editor.email])
    assert "Neue Sprechstunde" in mail.subject


@pytest.mark.parametrize(("decision", "words"), [("approve", "freigegeben"), ("reject", "bittet um Änderungen")])
def test_the_author_is_notified_once_with_the_comment(login, person, author, decision: str, words: str) -> None:
    page, second = submitted(author), person(EDITOR)
    url = reverse("portal_review", args=[page.current_workflow_task_state.pk])
    login(second).post(url, {"decision": decision, "comment": "Der zweite Absatz überzeugt."})
    notification = Notification.objects.get(kind="review-outcome")
    assert notification.person == author
    assert words in notification.text
    assert "Der zweite Absatz überzeugt." in notification.text
    assert Message.objects.filter(to=[author.email]).count() == 1
    assert not Notification.objects.filter(kind="review-waiting", url=url).exists(), (
        "the reviewers' notifications are deleted"
    )


def test_a_withdrawn_submission_deletes_its_notification_and_the_link_in_the_mail_explains_it(
    login, person, author
) -> None:
    second = person(EDITOR)
    page = submitted(author)
    url = reverse("portal_review", args=[page.current_workflow_task_state.pk])
    page.current_workflow_state.cancel(user=author)
    assert not Notification.objects.filter(kind="review-waiting", url=url).exists()
    assert "zurückgezogen" in login(second).get(url, follow=True).content.decode()
    assert login(author).get(url).status_code == 404


def test_a_list_of_news_may_be_submitted_without_text() -> None:
    assert NewsIndexPage.objects.get().missing_for_review() == {}
