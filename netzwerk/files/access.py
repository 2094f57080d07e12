"""Who may see a file: whoever may see a live page that shows it. A file that no live page shows is private.

Which page shows which file is read from Wagtail's reference index, which covers the live content of pages, not drafts.
Apps that show files outside of pages (an organisation's logo) register them in SHOWN_ELSEWHERE.
A user who may choose or change the files of a collection in the Wagtail admin sees all of them; admin access alone is not
enough. View restrictions of a collection apply in all these cases.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Exists,
    Expression,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from netzwerk.files.restrictions import files_in_open_collections, pages_open_to

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

FileQuerySet = TypeVar("FileQuerySet", bound=QuerySet)

WORKING_WITH_FILES = ("choose", "change")

# By label of the file's model: functions that return the ids of files shown to a user outside of pages.
SHOWN_ELSEWHERE: dict[str, list[Callable[..., QuerySet]]] = {}


def register_shown_files(model_label: str, ids_for: Callable[..., QuerySet]) -> None:
    """For apps of higher layers, from their apps.py: files of this model with the ids of `ids_for(user)` are visible too."""
    SHOWN_ELSEWHERE.setdefault(model_label, []).append(ids_for)


# By label of a model with attached files: functions that return the ids of the objects that a user may see.
OBJECTS_WITH_FILES: dict[str, Callable[..., QuerySet]] = {}


def register_objects(model_label: str, ids_for: Callable[..., QuerySet]) -> None:
    """For apps of higher layers, from their apps.py: `ids_for(user)` are the objects of this model ("app.Model") that a user
    may see, and with them their attached files."""
    OBJECTS_WITH_FILES[model_label] = ids_for


def of_visible_objects(user: "AbstractBaseUser | AnonymousUser") -> Q:
    """The condition for files attached to an object that this user may see."""
    seen = Q(pk__in=[])
    for label, ids_for in OBJECTS_WITH_FILES.items():
        kind = ContentType.objects.get_for_model(apps.get_model(label))
        seen |= Q(content_type=kind, object_id__in=ids_for(user))
    return seen


def is_on_a_live_page(file: Model) -> bool:
    """Whether a live page, restricted or not, shows this file."""
    live = Page.objects.live().filter(pk=OuterRef("page_pk"))
    return references_by_pages(type(file), Value(file.pk)).filter(Exists(live)).exists()


def references_by_pages(model: type[Model], pk: Expression) -> QuerySet:
    """References to a file, each with its `page_pk`, which is null where the source is not a page.

    For use in a correlated subquery, which is faster than a list of all live pages for each query. The CASE keeps the database
    from casting ids of other models, which need not be numbers.
    """
    is_page = When(
        base_content_type=ContentType.objects.get_for_model(Page), then=Cast("object_id", BigIntegerField())
    )
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model), to_object_id=Cast(pk, CharField())
    ).alias(page_pk=Case(is_page))


def can_use_admin(user: "AbstractBaseUser | AnonymousUser") -> bool:
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


def files_visible_to(files: FileQuerySet, user: "AbstractBaseUser | AnonymousUser") -> FileQuerySet:
    """Images or documents that this user may see."""
    files = files_in_open_collections(files, user)
    if user.is_active and user.is_superuser:
        return files
    pages = pages_open_to(Page.objects.filter(pk=OuterRef("page_pk")), user)
    visible = Q(Exists(references_by_pages(files.model, OuterRef("pk")).filter(Exists(pages))))
    for ids_for in SHOWN_ELSEWHERE.get(files.model._meta.label, []):
        visible |= Q(pk__in=ids_for(user))
    if can_use_admin(user):
        policy = policy_registry.get_by_type(files.model)
        visible |= Q(collection__in=policy.collections_user_has_any_permission_for(user, WORKING_WITH_FILES))
    return files.filter(visible)
