"""Hashes over all that readers see of a file (bytes, texts, focal point) and over who may see it: an approval is for these."""

import hashlib
import json
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ReferenceIndex

from netzwerk.files.models import PortalDocument, PortalImage
from netzwerk.files.restrictions import audience_of_file

VISIBLE_FIELDS = {
    PortalImage: (
        "title",
        "description",
        "credit",
        *(f"focal_point_{part}" for part in ("x", "y", "width", "height")),
    ),
    PortalDocument: ("title",),
}


def files_shown_by(thing: Model) -> list[Model]:
    """Pictures and documents that fields, streams and children of this instance refer to. It need not be saved."""
    wanted: dict[int, set[int]] = {}
    for content_type, pk, _model_path, _content_path in ReferenceIndex._extract_references_from_object(thing):
        wanted.setdefault(content_type, set()).add(pk)
    found: list[Model] = []
    for model in VISIBLE_FIELDS:
        pks = [int(pk) for pk in wanted.get(ContentType.objects.get_for_model(model).pk, ()) if str(pk).isdecimal()]
        found += model.objects.filter(pk__in=pks).select_related("collection").order_by("pk")
    return found


def ids_of(files: Iterable[Model], model: type[Model]) -> set[int]:
    return {file.pk for file in files if isinstance(file, model)}


def fingerprint(file: Model) -> str:
    """SHA-256 as hex. Wagtail may read the file once, to store the hash of its bytes."""
    values = [str(getattr(file, name)) for name in VISIBLE_FIELDS[type(file)]]
    stored = [file.file.name, file.get_file_hash(), str(file.collection_id), audience_of_file(file)]
    return hashlib.sha256(json.dumps([*values, *stored], ensure_ascii=False).encode()).hexdigest()
