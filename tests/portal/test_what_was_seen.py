"""An approval is for text, URL, audience, schedule and files; later changes withdraw it and notify those concerned."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, WorkflowState

from netzwerk.members.roles import EDITOR
from netzwerk.portal.models import ContentPage, StartPage
from netzwerk.portal.services.publishing import publish_scheduled
from netzwerk.post.models import Notification
from tests.factories.pages import content_page, paper, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(person):
    return person(EDITOR)


@pytest.fixture
def second(person):
    return person(EDITOR)


@pytest.fixture
def document():
    return paper("Das Papier")


@pytest.fixture
def section() -> ContentPage:
    section = content_page(title="Bereich für Mitglieder")
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    return section


@pytest.fixture
def waiting(author, section, document) -> ContentPage:
    """A page in review, in a restricted section, with a picture and a document."""
    files = [{"document": document.pk, "description": ""}]
    page = content_page(
        parent=section,
        live=False,
        title="Interna",
        blocks=[
            {"type": "text", "value": "<p>Nur für uns.</p>"},
            {"type": "downloads", "value": {"title": "", "files": files}},
        ],
        picture=picture("Das Bild"),
        picture_decorative=True,
        go_live_at=timezone.now() + timedelta(hours=1),
    )
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    return page


@pytest.fixture
def scheduled(waiting, second) -> ContentPage:
    waiting.current_workflow_task_state.approve(user=second)
    return waiting


def move_to_public_section(client: Client, page: ContentPage) -> None:
    start = StartPage.objects.get()
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, start.pk]))


def lift_restriction(client: Client, page: ContentPage) -> None:
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.get_parent().pk])
    page.get_parent().unpublish()
    client.post(url, {"restriction_type": "none"})


CHANGES = pytest.mark.parametrize("change", [move_to_public_section, lift_restriction])


@CHANGES
def test_a_submission_whose_audience_changes_is_withdrawn(login, second, author, waiting, change) -> None:
    change(login(second), Page.objects.get(pk=waiting.pk))
    state = waiting.workflow_states.get()
    assert state.status == WorkflowState.STATUS_CANCELLED
    notification = Notification.objects.get(person=author, kind="review-outcome")
    assert "wer die Seite sehen darf" in notification.text


@CHANGES
def test_an_approved_page_whose_audience_changes_is_not_published(login, second, author, scheduled, change) -> None:
    change(login(second), Page.objects.get(pk=scheduled.pk))
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        publish_scheduled()
    assert not Page.objects.get(pk=scheduled.pk).live
    assert Notification.objects.filter(kind="review-outcome", title__startswith="Bitte neu einreichen").count() == 2


def test_a_change_before_the_next_tick_prevents_the_approval(second, waiting) -> None:
    """The restriction is deleted directly in the database."""
    PageViewRestriction.objects.all().delete()
    with pytest.raises(PermissionDenied, match="Seit dem Einreichen hat sich geändert"):
        waiting.current_workflow_task_state.approve(user=second)
    assert not Page.objects.get(pk=waiting.pk).live


@pytest.mark.parametrize("state", ["waiting", "scheduled"])
def test_a_file_of_a_pending_page_cannot_be_replaced(request, login, second, document, state: str) -> None:
    page = request.getfixturevalue(state)
    client, collection = login(second), document.collection_id
    data = {
        "title": document.title,
        "file": SimpleUploadedFile("b.csv", b"anders;1"),
        "collection": collection,
        "tags": "",
    }
    answer = client.post(reverse("wagtaildocs:edit", args=[document.pk]), data)
    assert "zur Prüfung vorliegt oder für später freigegeben ist" in answer.content.decode()
    image = page.picture
    answer = client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": image.title, "credit": "Andere", "collection": collection},
    )
    assert "zur Prüfung vorliegt" in answer.content.decode()
    image.refresh_from_db()
    assert image.credit == ""


def test_a_file_replaced_in_the_database_stops_the_page(scheduled, document) -> None:
    type(document).objects.filter(pk=document.pk).update(file_hash="f" * 40)
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        publish_scheduled()
    assert not Page.objects.get(pk=scheduled.pk).live


def test_an_unchanged_page_is_published_on_schedule(scheduled) -> None:
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        publish_scheduled()
    assert Page.objects.get(pk=scheduled.pk).live


def test_tags_of_a_file_in_use_may_change(login, second, waiting) -> None:
    image = waiting.picture
    data = {
        "title": image.title,
        "description": "",
        "credit": "",
        "collection": image.collection_id,
        "tags": "rathaus",
    }
    assert login(second).post(reverse("wagtailimages:edit", args=[image.pk]), data).status_code == 302


def test_the_reviewer_sees_url_audience_schedule_and_files(login, second, waiting) -> None:
    url = reverse("portal_review", args=[waiting.current_workflow_task_state.pk])
    shown = login(second).get(url).content.decode()
    for words in ("nur Mitglieder", waiting.slug, "geht am", "Das Papier", "Das Bild", "Ordner „"):
        assert words in shown
    public = content_page(live=False, title="Für alle")
    public.save_revision(user=waiting.latest_revision.user)
    public.get_workflow().start(public, public.latest_revision.user)
    url = reverse("portal_review", args=[public.current_workflow_task_state.pk])
    assert "öffentlich (alle, auch ohne Anmeldung)" in login(second).get(url).content.decode()
