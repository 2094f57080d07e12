"""Titles and texts of the documents that pages show, for the search index.

Whoever may see a page may see the documents on it (decision 0002), except those of a restricted collection; these are left out.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from netzwerk.files.models import DocumentText, PortalDocument
from netzwerk.files.restrictions import files_in_open_collections
from netzwerk.surfaces.search_kinds import Attachment, SearchKind


class ShowsDocuments(SearchKind):
    """Base of search kinds whose rows are pages: the documents of a page are indexed with it."""

    def attachments(self, pks: Collection[int]) -> dict[int, list[Attachment]]:
        return attachments_of(pks)

    def attachment_stamps(self, pks: Collection[int]) -> dict[int, str]:
        return attachment_stamps(pks)

    @property
    def depends_on(self) -> dict[str, Callable[[Any], list[int]]]:
        models = (PortalDocument, DocumentText, CollectionViewRestriction)
        return {model._meta.label: pages_showing for model in models}


def attachments_of(page_pks: Collection[int]) -> dict[int, list[Attachment]]:
    """By page, the public documents that it shows. Two queries, and one for the restrictions."""
    shown = _shown_on(page_pks)
    rows = _public(shown).values_list("pk", "title", "extracted__text")
    found = {pk: Attachment(pk, title, text or "") for pk, title, text in rows}
    return {page: [found[pk] for pk in pks if pk in found] for page, pks in shown.items()}


def attachment_stamps(page_pks: Collection[int]) -> dict[int, str]:
    """By page, a hash that changes with titles, texts and visibility of its documents. Reads no texts."""
    shown = _shown_on(page_pks)
    rows = _public(shown).values_list("pk", "title", "extracted__file_hash", "extracted__error")
    found = {row[0]: repr(row) for row in rows}
    stamps = {page: "".join(found[pk] for pk in pks if pk in found) for page, pks in shown.items()}
    return {page: hashlib.sha256(stamp.encode()).hexdigest()[:12] for page, stamp in stamps.items() if stamp}


def pages_showing(source: Any) -> list[int]:
    """Pages whose live content shows a changed document: `source` is the document, its text or a collection's restriction."""
    match source:
        case PortalDocument():
            pks = [source.pk]
        case DocumentText():
            pks = [source.document_id]
        case CollectionViewRestriction():
            below = source.collection.get_descendants(inclusive=True)
            pks = list(PortalDocument.objects.filter(collection__in=below).values_list("pk", flat=True))
        case _:
            raise TypeError(f"{type(source)} is no document, text or restriction")
    found = _references().filter(to_object_id__in=[str(pk) for pk in pks])
    return [int(pk) for pk in found.values_list("object_id", flat=True).distinct()]


def _references() -> QuerySet:
    content_type = ContentType.objects.get_for_model
    return ReferenceIndex.objects.filter(
        base_content_type=content_type(Page), to_content_type=content_type(PortalDocument)
    )


def _shown_on(page_pks: Collection[int]) -> dict[int, list[int]]:
    """By page, the ids of the documents that its live content shows, in ascending order."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = _references().filter(object_id__in=[str(pk) for pk in page_pks]).values_list("object_id", "to_object_id")
    for page, document in rows:
        found[int(page)].add(int(document))
    return {page: sorted(documents) for page, documents in found.items()}


def _public(shown: dict[int, list[int]]) -> QuerySet:
    pks = {pk for documents in shown.values() for pk in documents}
    return files_in_open_collections(PortalDocument.objects.filter(pk__in=pks), AnonymousUser())
