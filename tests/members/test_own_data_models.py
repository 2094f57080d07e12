"""Every model that names a person stands in a part of the own data (surfaces.registry), so that nothing is forgotten."""

from collections import Counter

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import Comment, Page, PageSubscription
from wagtail.users.models import UserProfile

from netzwerk.members.roles import EDITOR
from netzwerk.members.services import own_data
from netzwerk.surfaces import registry
from tests.factories.pages import news_page

# Tables that Wagtail creates for its own image and document models; ours (files.*) are used instead.
UNUSED = {"wagtailimages.Image", "wagtaildocs.Document"}


def models_with_a_person() -> set[str]:
    user = get_user_model()
    return {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if field.is_relation and field.related_model is user and not getattr(field.remote_field, "parent_link", False)
        if not (model is user and field.many_to_many)
    }


def test_every_model_with_a_key_to_a_person_stands_in_exactly_one_part() -> None:
    named = Counter(label for part in registry.own_data for label in part.models)
    assert models_with_a_person() - set(named) - UNUSED == set()
    assert [label for label, times in named.items() if times > 1] == []
    for label in named:
        apps.get_model(label)


def test_unused_tables_are_unused() -> None:
    from wagtail.documents import get_document_model
    from wagtail.images import get_image_model

    assert {get_image_model()._meta.label, get_document_model()._meta.label} & UNUSED == set()


@pytest.mark.django_db
def test_what_the_editing_desk_stores_is_shown_and_erased(person, django_capture_on_commit_callbacks) -> None:
    user = person(EDITOR)
    page = news_page(title="Neues", author=user)
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=user, locked_at=timezone.now())
    Comment.objects.create(page=page, user=user, text="Bitte kürzen.", contentpath="title")
    PageSubscription.objects.create(page=page, user=user, comment_notifications=True)
    FormState.objects.create(
        user=user,
        data="{}",
        content_type=page.cached_content_type,
        object_id=str(page.pk),
        last_updated_at=timezone.now(),
    )
    EditingSession.objects.create(
        user=user, content_type=page.cached_content_type, object_id=str(page.pk), last_seen_at=timezone.now()
    )
    profile = UserProfile.get_for_user(user)
    profile.avatar.save("ich.png", ContentFile(b"x"))
    file = profile.avatar
    held = own_data.collect(user)
    assert {"Kommentar zu": "Neues", "Text": "Bitte kürzen."}.items() <= held["Redaktionsbereich"][0].items()
    assert {"Profilbild im Redaktionsbereich": True}.items() <= held["Redaktionsbereich"][-1].items()
    with django_capture_on_commit_callbacks(execute=True):
        own_data.erase_account(user, actor=user)
        assert file.storage.exists(file.name), "a rollback would still need it"
    assert not file.storage.exists(file.name)
    for model in (FormState, EditingSession, PageSubscription, UserProfile):
        assert not model.objects.filter(user=user).exists()
    assert Comment.objects.get(user=user).text == "Bitte kürzen."
    assert not Page.objects.get(pk=page.pk).locked
