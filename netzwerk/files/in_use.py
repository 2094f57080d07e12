"""Files in use: on a page that is live, in review or scheduled, or in another registered place (an organisation's logo).

They cannot be changed or deleted, because that would change what a second person has approved.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from wagtail.models import Collection, Page

from netzwerk.files.access import is_on_a_live_page, references_by_pages
from netzwerk.files.models import PortalDocument, PortalImage

ON_A_PAGE = (
    "Diese Datei steht auf einer veröffentlichten Seite. Bitte laden Sie die neue Fassung als eigene Datei hoch "
    "und tauschen Sie sie auf der Seite aus: So sieht auch diese Änderung eine zweite Person."
)


class Use(NamedTuple):
    """Another place where files are shown. `ids` returns the primary keys of the files of this model that are shown there."""

    reason: str  # why they cannot be changed, and what to do instead
    ids: Callable[[type[Model]], Iterable[int] | QuerySet]


USES: list[Use] = []


def register_use(reason: str, ids: Callable[[type[Model]], Iterable[int] | QuerySet]) -> None:
    """For the layers above, from their apps.py."""
    USES.append(Use(reason, ids))


def reason_to_keep(file: Model) -> str:
    """Why this file cannot be changed; empty if it is not in use."""
    if is_on_a_live_page(file):
        return ON_A_PAGE
    one = type(file)._default_manager.filter(pk=file.pk)
    return next((use.reason for use in USES if one.filter(pk__in=use.ids(type(file))).exists()), "")


def files_in_use(files: QuerySet) -> QuerySet:
    """Those of the files that are in use."""
    live = Page.objects.live().filter(pk=OuterRef("page_pk"))
    used = Q(Exists(references_by_pages(files.model, OuterRef("pk")).filter(Exists(live))))
    for use in USES:
        used |= Q(pk__in=use.ids(files.model))
    return files.filter(used)


def has_files_in_use(collection: Collection) -> bool:
    """Whether a file in use is in this collection or one below it; then its parent and its audience cannot be changed."""
    return any(
        files_in_use(model.objects.filter(collection__path__startswith=collection.path)).exists()
        for model in (PortalImage, PortalDocument)
    )
