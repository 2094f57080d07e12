"""Who may see a file: a file is as public as the most public page that shows it, and private until then.

Wagtail's reference index knows which page shows which file; it follows the live content of a page, not its drafts.
What stands outside of pages (an organisation's logo) says so itself through SHOWN_ELSEWHERE.
Who may choose or change the files of a collection in the Wagtail admin sees all of them; being in the admin opens none. A
collection's own restriction narrows both.
"""

from collections.abc import Callable
from typing import TypeVar

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

FileQuerySet = TypeVar("FileQuerySet", bound=QuerySet)

WORKING_WITH_FILES = ("choose", "change")

# By label of the file's model: functions that give the ids of files shown to a person outside of pages.
SHOWN_ELSEWHERE: dict[str, list[Callable[..., QuerySet]]] = {}


def register_shown_files(model_label: str, ids_for: Callable[..., QuerySet]) -> None:
    """For the floors above, from their apps.py: files of this model whose ids `ids_for(user)` gives are visible too."""
    SHOWN_ELSEWHERE.setdefault(model_label, []).append(ids_for)


def is_on_a_live_page(file: Model) -> bool:
    """Whether some page that is online shows this file, restricted or not."""
    live = Page.objects.live().filter(pk=OuterRef("page_pk"))
    return references_by_pages(type(file), Value(file.pk)).filter(Exists(live)).exists()


def references_by_pages(model: type[Model], pk: Expression) -> QuerySet:
    """What refers to a file, each with its `page_pk`, which is null where it is no page.

    Page by page: a list of all live pages would be made anew for each question. The case keeps the database from reading the
    ids of other things as numbers.
    """
    is_page = When(
        base_content_type=ContentType.objects.get_for_model(Page), then=Cast("object_id", BigIntegerField())
    )
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model), to_object_id=Cast(pk, CharField())
    ).alias(page_pk=Case(is_page))


def can_use_admin(user) -> bool:
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


def files_visible_to(files: FileQuerySet, user) -> FileQuerySet:
    """Images or documents that this person may see; one query with the restrictions read before it."""
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
