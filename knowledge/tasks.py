"""Jobs that make the PDF of a version. They may run twice; a version without a PDF may be queued again at any time."""

import io
import logging
from pathlib import Path

from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django_q.tasks import async_task
from PIL import Image

from knowledge.models import ReportVersion
from knowledge.snapshot import Snapshot
from netzwerk.files.models import PortalImage
from netzwerk.files.restrictions import files_in_open_collections
from netzwerk.pdf import PdfError, render

logger = logging.getLogger(__name__)

TEMPLATE = Path(__file__).parent / "pdf" / "report.typ"
PICTURE_WIDTH = 1600
AT_ONCE = 20


def make_pdf(version_pk: int) -> bool:
    """Makes the PDF if it is missing. Returns whether it did."""
    version = ReportVersion.objects.not_withdrawn().filter(pk=version_pk).first()
    if version is None or version.pdf:
        return False
    try:
        content = pdf_of(version.document)
    except PdfError as error:
        ReportVersion.objects.filter(pk=version_pk).update(pdf_error=str(error)[:200], pdf_tries=F("pdf_tries") + 1)
        logger.exception("no PDF of version %s", version_pk)
        return False
    with transaction.atomic():
        locked = ReportVersion.objects.not_withdrawn().select_for_update().filter(pk=version_pk).first()
        if locked is None or locked.pdf:  # PDF made, version deleted or withdrawn meanwhile
            return False
        locked.pdf.save("fassung.pdf", ContentFile(content), save=False)
        locked.pdf_error = ""
        locked.save(update_fields=["pdf", "pdf_error"])
    return True


def queue_pdf(version_pk: int) -> None:
    async_task("knowledge.tasks.make_pdf", version_pk)


def queue_missing_pdfs() -> int:
    """For the clock: a job for each version that a lost or failed job left without a PDF. Returns how many."""
    pks = list(ReportVersion.objects.without_pdf().order_by("pdf_tries", "pk").values_list("pk", flat=True)[:AT_ONCE])
    for pk in pks:
        queue_pdf(pk)
    return len(pks)


def pdf_of(snapshot: Snapshot) -> bytes:
    """Raises PdfError."""
    files: dict[str, bytes] = {}
    shown = {**snapshot, "picture": _with_file(snapshot["picture"], files)}
    shown["sections"] = [
        {**section, "nodes": [node for one in section["nodes"] if (node := _with_file(one, files))]}
        for section in snapshot["sections"]
    ]
    return render(TEMPLATE, shown, files)


def _with_file(node: dict | None, files: dict[str, bytes]) -> dict | None:
    """The node with a file name for its picture, whose content is added to `files`; None if the picture is gone."""
    if node is None or "image" not in node:
        return node
    content = picture_of(node["image"])
    if content is None:
        return None
    name = f"bild-{node['image']}.jpg"
    files[name] = content
    return {**{key: value for key, value in node.items() if key != "image"}, "file": name}


def picture_of(pk: int) -> bytes | None:
    """As JPEG on white, small enough for a PDF that is sent by mail; None if it is gone, damaged or restricted."""
    # Not `visible_to`: an old version may contain pictures that no page shows any more. Restricted collections still apply.
    image = files_in_open_collections(PortalImage.objects.all(), AnonymousUser()).filter(pk=pk).first()
    if image is None:
        return None
    try:
        with image.file.open("rb") as source, Image.open(source) as picture:
            picture.thumbnail((PICTURE_WIDTH, PICTURE_WIDTH))
            flat = Image.new("RGB", picture.size, "white")
            layer = picture.convert("RGBA")
            flat.paste(layer, mask=layer)
    except Exception:  # decoders raise many types for a damaged file
        return None
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=82)
    return out.getvalue()
