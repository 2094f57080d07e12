"""Nothing is published without a second person: attempts to bypass the four-eyes rule."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision, TaskState, Workflow, WorkflowState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from netzwerk.members.models import User
from netzwerk.members.roles import ADMINISTRATION, EDITOR, MEMBER
from netzwerk.portal.models import ContentPage, NewsIndexPage, NewsPage, StartPage
from netzwerk.portal.services.publishing import publish_scheduled
from tests.factories.pages import content_page, news_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(person) -> User:
    return person(EDITOR)


@pytest.fixture
def second(person) -> User:
    return person(EDITOR)


@pytest.fixture
def draft(author: User) -> NewsPage:
    return news_page(author=author, live=False)


def submit(page: Page, by: User) -> TaskState:
    page.get_workflow().start(page, by)
    return page.current_workflow_task_state.specific


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def post_data(page: NewsPage, **extra: str) -> dict:
    """The POST data of the page editor for a news page."""
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "lead": "Neu",
            "date": page.date.isoformat(),
            "topic": page.topic,
            "picture": "",
            "picture_alt": "",
            "footer_group": "",
            "body": streamfield([("text", rich_text("<p>Text</p>"))]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
            **extra,
        }
    )


def click(client: Client, page: Page, action: str = "approve") -> None:
    """POST of a workflow button outside the editor, without the page's form."""
    state = page.current_workflow_task_state
    args = [page.pk, action, state.pk if state else 0]
    client.post(reverse("wagtailadmin_pages:workflow_action", args=args), {"comment": "gut"})


def test_a_second_editor_releases_and_the_page_goes_online(login, draft, author, second) -> None:
    submit(draft, author)
    click(login(second), draft)
    assert is_live(draft)
    assert draft.workflow_states.get().status == WorkflowState.STATUS_APPROVED


def test_the_author_cannot_release_their_own_text(login, draft, author) -> None:
    submit(draft, author)
    click(login(author), draft)
    assert not is_live(draft)
    assert draft.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_whoever_submitted_cannot_release_what_another_wrote(login, draft, second) -> None:
    submit(draft, second)
    click(login(second), draft)
    assert not is_live(draft)


def test_a_superuser_cannot_release_their_own_text(login, person) -> None:
    chief = person(superuser=True)
    page = news_page(author=chief, live=False)
    state = submit(page, chief)
    click(login(chief), page)
    assert not is_live(page)
    with pytest.raises(PermissionDenied):
        state.approve(user=chief)


def test_people_without_the_right_cannot_release(login, person, draft, author) -> None:
    submit(draft, author)
    for role in (MEMBER, ADMINISTRATION):
        click(login(person(role)), draft)
        assert not is_live(draft)


@pytest.mark.parametrize("superuser", [False, True])
def test_a_crafted_post_to_the_editor_publishes_nothing(login, person, draft, superuser: bool) -> None:
    user = person(superuser=True) if superuser else person(EDITOR)
    answer = login(user).post(
        reverse("wagtailadmin_pages:edit", args=[draft.pk]), post_data(draft, **{"action-publish": "action-publish"})
    )
    assert answer.status_code == 302, "the text is saved as a draft"
    draft.refresh_from_db()
    assert draft.latest_revision.user == user
    assert not is_live(draft)


def test_a_crafted_post_to_the_form_of_a_new_page_publishes_nothing(login, person) -> None:
    chief = person(superuser=True)
    parent = NewsIndexPage.objects.get()
    page = NewsPage(title="Neu", slug="neu-und-heimlich", date=timezone.localdate(), topic="netzwerk")
    url = reverse("wagtailadmin_pages:add", args=["portal", "newspage", parent.pk])
    answer = login(chief).post(url, post_data(page, **{"action-publish": "action-publish"}))
    assert answer.status_code == 302
    assert not NewsPage.objects.get(slug="neu-und-heimlich").live


def test_a_crafted_action_of_the_workflow_saves_no_other_text(login, draft, author, second) -> None:
    """Approving with a changed form would publish a text that only the approver has seen."""
    submit(draft, author)
    data = post_data(
        draft, lead="Heimlich geändert", **{"action-workflow-action": "true", "workflow-action-name": "approve"}
    )
    login(second).post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), data)
    assert not is_live(draft)
    assert "Heimlich" not in json.dumps(Page.objects.get(pk=draft.pk).get_latest_revision().content)


def test_nobody_edits_a_page_in_review(login, draft, author) -> None:
    submit(draft, author)
    before = draft.latest_revision_id
    login(author).post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), post_data(draft, lead="Nachgeschoben"))
    assert Page.objects.get(pk=draft.pk).latest_revision_id == before


def test_the_release_of_an_old_submission_does_not_release_the_new_one(login, draft, author, second) -> None:
    """A reviewer approves the old task after the author has withdrawn, changed and submitted the page again."""
    old = submit(draft, author)
    draft.current_workflow_state.cancel(user=author)
    draft.lead = "Etwas ganz anderes"
    draft.save_revision(user=author)
    submit(draft, author)
    login(second).post(reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", old.pk]))
    assert not is_live(draft)


def test_bulk_publishing_publishes_nothing(login, person, draft) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={draft.pk}"
    login(person(superuser=True)).post(url)
    assert not is_live(draft)


@pytest.mark.parametrize("action", ["publish", "create_alias", "copy", "revert_to_page_revision"])
def test_the_admin_api_puts_nothing_online(login, person, author, draft, action: str) -> None:
    chief = person(superuser=True)
    live = content_page(title="Schon online")
    live.save_revision(user=chief)
    before = set(Page.objects.live().values_list("pk", flat=True))
    for page in (draft, live):
        url = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
        data = {"slug": "kopie", "keep_live": True, "recursive": True, "revision_id": page.latest_revision_id}
        answer = login(chief).post(url, json.dumps(data), content_type="application/json")
        assert answer.status_code < 500
    assert set(Page.objects.live().values_list("pk", flat=True)) == before


@pytest.mark.parametrize("wish", [{}, {"publish_copies": "on"}, {"alias": "on"}])
def test_a_copy_of_a_live_page_is_never_online(login, person, wish: dict) -> None:
    page = content_page(title="Original")
    page.save_revision()
    data = {"new_title": "Kopie", "new_slug": "kopie-1", "new_parent_page": page.get_parent().pk, **wish}
    login(person(superuser=True)).post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert not Page.objects.filter(slug="kopie-1", live=True).exists()
    if not wish:
        assert Page.objects.filter(slug="kopie-1", live=False).exists(), "the plain copy is made, as a draft"


def test_a_scheduled_version_goes_online_at_its_time_after_release(login, draft, author, second) -> None:
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    draft.save_revision(user=author)
    submit(draft, author)
    click(login(second), draft)
    assert not is_live(draft)
    assert publish_scheduled() == 0
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        assert publish_scheduled() == 1
    assert is_live(draft)


def test_a_schedule_without_release_puts_nothing_online(draft, author) -> None:
    revision = draft.save_revision(user=author)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    assert publish_scheduled() == 0
    assert not is_live(draft)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None, "it does not try again every minute"


def test_wagtails_own_command_puts_nothing_online_either(draft, author) -> None:
    revision = draft.save_revision(user=author)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    with pytest.raises(PermissionDenied):
        call_command("publish_scheduled", verbosity=0)
    assert not is_live(draft)


def test_a_page_expires_by_itself(author) -> None:
    page = news_page(author=author, expire_at=timezone.now() - timedelta(minutes=1))
    assert publish_scheduled() == 1
    assert not is_live(page)


def test_a_released_text_that_was_overwritten_is_not_released(draft, author, second) -> None:
    """Wagtail's autosave overwrites a revision in place, after its approval."""
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    revision = draft.save_revision(user=author)
    submit(draft, author).approve(user=second)
    revision.refresh_from_db()
    Revision.objects.filter(pk=revision.pk).update(content={**revision.content, "lead": "Heimlich getauscht"})
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        assert publish_scheduled() == 0
    assert not is_live(draft)


def test_code_cannot_publish_past_the_rule(draft, person) -> None:
    for user in (None, person(superuser=True)):
        with pytest.raises(PermissionDenied):
            draft.get_latest_revision().publish(user=user, skip_permission_checks=True)


def test_a_page_without_workflow_cannot_go_online(login, person, draft) -> None:
    Workflow.objects.update(active=False)
    chief = person(superuser=True)
    login(chief).post(
        reverse("wagtailadmin_pages:edit", args=[draft.pk]),
        post_data(draft, **{"action-publish": "1", "action-submit": "1"}),
    )
    assert not is_live(draft)


def test_a_live_page_changes_only_by_release(login, author, second) -> None:
    page = news_page(author=author, lead="Alt")
    page.lead = "Neu"
    page.save_revision(user=author)
    assert NewsPage.objects.get(pk=page.pk).lead == "Alt"
    submit(page, author)
    click(login(second), page)
    assert NewsPage.objects.get(pk=page.pk).lead == "Neu"


@pytest.fixture
def members_section():
    """A restricted section with a live page in it."""
    section = content_page(title="Nur für Mitglieder")
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    return section, content_page(parent=section)


def test_one_person_cannot_lift_the_restriction_of_a_section(login, second, members_section) -> None:
    section, inside = members_section
    client = login(second)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[section.pk]))
    for page in (section, inside):
        client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "none"})
    assert Client().get(inside.get_url()).status_code == 302
    inside.unpublish()
    section.refresh_from_db()
    client.post(reverse("wagtailadmin_pages:set_privacy", args=[section.pk]), {"restriction_type": "none"})
    assert not PageViewRestriction.objects.exists(), "with everything offline it may be opened"


@pytest.mark.parametrize("superuser", [False, True])
def test_one_person_cannot_move_a_restricted_page_to_a_public_section(
    login, person, members_section, superuser: bool
) -> None:
    _section, inside = members_section
    start = StartPage.objects.get()
    client = login(person(superuser=True) if superuser else person(EDITOR))
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[inside.pk, start.pk]))
    inside.refresh_from_db()
    assert Client().get(inside.get_url()).status_code == 302
    other = content_page()
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[other.pk, start.pk]))
    assert Client().get(Page.objects.get(pk=other.pk).specific.get_url()).status_code == 200


def test_the_start_page_is_neither_deleted_nor_taken_offline(login, person) -> None:
    start = StartPage.objects.get()
    client = login(person(superuser=True))
    client.post(
        reverse("wagtailadmin_pages:delete", args=[start.pk]), {"confirm_site_name": "Netzwerk Sozialagenturen"}
    )
    client.post(reverse("wagtailadmin_pages:unpublish", args=[start.pk]))
    assert Client().get("/").status_code == 200


def test_a_scheduled_change_of_the_start_page_leaves_it_online(author, second) -> None:
    start = StartPage.objects.get()
    start.go_live_at = timezone.now() + timedelta(days=1)
    start.save_revision(user=author)
    submit(start, author).approve(user=second)
    assert Client().get("/").status_code == 200


def test_one_bad_revision_does_not_stop_the_others(author, second) -> None:
    """A slug that was taken meanwhile: that page is not published, all others are."""
    page = news_page(author=author)
    page.live_revision = page.latest_revision
    page.save()
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.slug = "bald-vergeben"
    page.save_revision(user=author)
    submit(page, author).approve(user=second)
    good = news_page(author=author, live=False, go_live_at=timezone.now() + timedelta(hours=1))
    submit(good, author).approve(user=second)
    news_page(slug="bald-vergeben")
    expired = news_page(expire_at=timezone.now() + timedelta(hours=1))
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        publish_scheduled()
    assert (is_live(good), is_live(expired)) == (True, False)
    assert NewsPage.objects.get(pk=page.pk).slug != "bald-vergeben"


def test_a_version_without_author_cannot_be_released(draft, second) -> None:
    draft.save_revision()
    state = submit(draft, None)
    with pytest.raises(PermissionDenied):
        state.approve(user=second)


def test_an_editor_may_take_a_page_offline_alone(login, second) -> None:
    page = content_page()
    login(second).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert not is_live(page)


def test_the_list_of_work_shows_only_what_one_may_release(draft, author, second) -> None:
    state = submit(draft, author)
    assert state.pk in TaskState.objects.reviewable_by(second).values_list("pk", flat=True)
    assert state.pk not in TaskState.objects.reviewable_by(author).values_list("pk", flat=True)


def test_a_second_start_page_cannot_be_made(person) -> None:
    assert StartPage.can_create_at(Page.get_first_root_node()) is False
    assert ContentPage.can_create_at(Page.get_first_root_node()) is False
