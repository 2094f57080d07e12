"""The views that serve uploaded files; nothing else does."""

import mimetypes
from pathlib import PurePath

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from wagtail.images.exceptions import InvalidFilterSpecError

from netzwerk.files import signing
from netzwerk.files.models import AttachedFile, PortalDocument, PortalImage, PortalRendition
from netzwerk.files.sending import has_content, send_file
from netzwerk.texts.cleaning import file_name

INLINE_TYPES = {"application/pdf", "video/mp4", "video/webm", "text/vtt"}
PICTURE_TYPES = {"image/jpeg", "image/png", "image/webp"}
CONTENT_TYPES = {
    "vtt": "text/vtt",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webm": "video/webm",
}


def _get_file(model, pk: int, request: HttpRequest):
    """The file and whether it is public. Reads the user only for files that are not, so that responses with public files do
    not vary by cookie. Raises Http404."""
    found = model.objects.visible_to(AnonymousUser()).filter(pk=pk).first()
    if found:
        return found, True
    found = model.objects.visible_to(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found, False


@require_safe
def image(request: HttpRequest, signature: str, image_id: int, filter_spec: str, name: str) -> HttpResponseBase:
    if not signing.is_valid(signature, image_id, filter_spec):
        raise Http404
    picture, public = _get_file(PortalImage, image_id, request)
    try:
        rendition = _rendition(picture, filter_spec)
    except InvalidFilterSpecError as error:
        raise Http404 from error
    if rendition.is_placeholder:
        raise Http404
    return send_file(
        request,
        rendition.file,
        content_type=mimetypes.guess_type(rendition.file.name)[0] or "application/octet-stream",
        filename=f"{file_name(picture.title) or 'Bild'}{PurePath(rendition.file.name).suffix}",
        inline=True,
        public=public,
        etag=f"{picture.file_hash[:16]}-{rendition.pk}",
    )


def _rendition(picture: PortalImage, filter_spec: str) -> PortalRendition:
    """Rendered again if its row exists but its file is missing or empty."""
    rendition = picture.get_rendition(filter_spec)
    if not rendition.is_placeholder and not has_content(rendition.file):
        rendition.delete()
        rendition = picture.get_rendition(filter_spec)
    return rendition


@require_safe
def document(request: HttpRequest, document_id: int, name: str) -> HttpResponseBase:
    found, public = _get_file(PortalDocument, document_id, request)
    if name != found.filename:
        if name == found.former_filename:
            return redirect(found.url, permanent=True)
        raise Http404
    content_type = CONTENT_TYPES.get(found.file_extension) or found.content_type
    if not has_content(found.file):
        raise Http404
    return send_file(
        request,
        found.file,
        content_type=content_type,
        filename=found.download_name,
        inline=content_type in INLINE_TYPES,
        public=public,
        etag=found.get_file_hash()[:20],
    )


@require_safe
def attached(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """A file of an object: for whoever may see the object, and never in a cache."""
    found = AttachedFile.objects.visible_to(request.user).filter(pk=pk).first()
    if found is None or name != found.filename or not has_content(found.file):
        raise Http404
    guessed = mimetypes.guess_type(found.file.name)[0] or "application/octet-stream"
    content_type = CONTENT_TYPES.get(found.ending.lstrip("."), guessed)
    return send_file(
        request,
        found.file,
        content_type=content_type,
        filename=found.download_name,
        inline=content_type in INLINE_TYPES or content_type in PICTURE_TYPES,
        public=False,
        etag=found.file_hash[:20],
    )
