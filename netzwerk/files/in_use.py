"""Files that people see or are about to see: on a page that is online, before its reviewers or scheduled, or in another place
that says so (an organisation's logo). What two people have released is not changed behind the page by one of them.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from wagtail.models import Collection, Page

from netzwerk.files.access import is_on_a_live_page, references_by_pages

ON_A_PAGE = (
    "Diese Datei steht auf einer veröffentlichten Seite. Bitte laden Sie die neue Fassung als eigene Datei hoch "
    "und tauschen Sie sie auf der Seite aus: So sieht auch diese Änderung eine zweite Person."
)


class Use(NamedTuple):
    """Another place where files are shown. `ids` gives the primary keys of the files of this model that stand there."""

    reason: str  # why one person does not change them, and what to do instead
    ids: Callable[[type[Model]], Iterable[int] | QuerySet]


USES: list[Use] = []


def register_use(reason: str, ids: Callable[[type[Model]], Iterable[int] | QuerySet]) -> None:
    """For the layers above, from their apps.py."""
    USES.append(Use(reason, ids))


def reason_to_keep(file: Model) -> str:
    """Why this file stays as it is; empty where nobody sees it."""
    if is_on_a_live_page(file):
        return ON_A_PAGE
    one = type(file)._default_manager.filter(pk=file.pk)
    return next((use.reason for use in USES if one.filter(pk__in=use.ids(type(file))).exists()), "")


def files_in_use(files: QuerySet) -> QuerySet:
    """Those of the files that stay as they are."""
    live = Page.objects.live().filter(pk=OuterRef("page_pk"))
    used = Q(Exists(references_by_pages(files.model, OuterRef("pk")).filter(Exists(live))))
    for use in USES:
        used |= Q(pk__in=use.ids(files.model))
    return files.filter(used)


def has_files_in_use(collection: Collection) -> bool:
    """Whether this collection or one below it holds a file that stays as it is: then its place and its audience do too."""
    from netzwerk.files.models import PortalDocument, PortalImage  # which rest on access, as this module does

    return any(
        files_in_use(model.objects.filter(collection__path__startswith=collection.path)).exists()
        for model in (PortalImage, PortalDocument)
    )
