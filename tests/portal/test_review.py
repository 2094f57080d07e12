"""The review screen: read, approve, reject with a comment."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from netzwerk.members.roles import EDITOR
from netzwerk.portal.models import NewsPage
from netzwerk.post.models import Message
from tests.factories.pages import news_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(person):
    return person(EDITOR)


@pytest.fixture
def submitted(author) -> NewsPage:
    page = news_page(author=author, live=False)
    page.get_workflow().start(page, author)
    return page


def address(page: NewsPage) -> str:
    return reverse("portal_review", args=[page.current_workflow_task_state.pk])


def test_the_second_person_reads_releases_and_the_page_is_online(person, login, submitted) -> None:
    client = login(person(EDITOR))
    shown = client.get(address(submitted)).content.decode()
    assert "Freigeben und veröffentlichen" in shown
    assert (
        client.get(
            reverse("wagtailadmin_pages:workflow_preview", args=[submitted.pk, submitted.current_workflow_task.pk])
        ).status_code
        == 200
    )
    answer = client.post(address(submitted), {"decision": "approve", "comment": ""}, follow=True)
    assert "ist freigegeben" in answer.content.decode()
    assert NewsPage.objects.get(pk=submitted.pk).live


def test_asking_for_changes_needs_words_and_reaches_the_author_by_mail(person, login, submitted, author) -> None:
    client = login(person(EDITOR))
    empty = client.post(address(submitted), {"decision": "reject", "comment": " "})
    assert empty.status_code == 422
    assert "was geändert werden soll" in empty.content.decode()
    client.post(address(submitted), {"decision": "reject", "comment": "Bitte den zweiten Absatz kürzen."})
    assert submitted.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert Message.objects.filter(to=[author.email]).exists()


def test_for_the_author_the_page_does_not_exist(login, submitted, author) -> None:
    client = login(author)
    assert client.get(address(submitted)).status_code == 404
    assert client.post(address(submitted), {"decision": "approve"}).status_code == 404
    assert not NewsPage.objects.get(pk=submitted.pk).live


def test_the_page_editor_links_the_review_screen_for_reviewers_only(person, login, submitted, author) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[submitted.pk])
    assert address(submitted) in login(person(EDITOR)).get(edit).content.decode()
    own = login(author).get(edit).content.decode()
    assert address(submitted) not in own
    assert "liegt zur Prüfung vor" in own


def test_a_decision_that_comes_too_late_changes_nothing(person, login, submitted, author) -> None:
    client, url = login(person(EDITOR)), address(submitted)
    submitted.current_workflow_state.cancel(user=author)
    assert client.post(url, {"decision": "approve"}).status_code == 404
    assert not NewsPage.objects.get(pk=submitted.pk).live


def test_my_area_shows_the_second_person_what_waits(person, login, submitted, author) -> None:
    assert address(submitted) in login(person(EDITOR)).get("/mein-bereich/").content.decode()
    assert address(submitted) not in login(author).get("/mein-bereich/").content.decode()
