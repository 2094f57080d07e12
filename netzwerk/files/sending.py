"""Sends stored files: conditional requests, single byte ranges (videos), or X-Accel-Redirect for the web server in front."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import quote

from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control

from netzwerk.texts.cleaning import address_part

CHUNK = 64 * 1024
PUBLIC_SECONDS = 60 * 60
# A file opened directly may run and load nothing; browsers wrap a video in a page of their own.
FILE_POLICY = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"


def content_disposition(filename: str, *, inline: bool = False) -> str:
    """The name in both forms of RFC 6266: in ASCII for old clients, and in UTF-8."""
    kind = "inline" if inline else "attachment"
    name = PurePath(filename)
    ending = address_part(name.suffix)
    plain = f"{address_part(name.stem) or 'datei'}{'.' if ending else ''}{ending}"
    if filename == plain:
        return f'{kind}; filename="{plain}"'
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"


def parse_range(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a single range; None for an invalid header or several ranges.

    Raises ValueError for a range outside of the file (status 416).
    """
    match = re.fullmatch(r"bytes=(\d*)-(\d*)", header.strip())
    if not match or match.group(0) == "bytes=-":
        return None
    first, last = match.groups()
    if not first:
        start, end = max(size - int(last), 0), size - 1
        if int(last) == 0:
            raise ValueError(header)
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
    if start > end or start >= size:
        raise ValueError(header)
    return start, end


def has_content(file: FieldFile) -> bool:
    """Whether the file exists and is not empty."""
    try:
        with file.storage.open(file.name, "rb") as source:
            return bool(source.read(1))
    except OSError:
        return False


def _read(file: FieldFile, start: int, length: int) -> Iterator[bytes]:
    with file.storage.open(file.name, "rb") as source:
        source.seek(start)
        while length > 0 and (chunk := source.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk


def send_file(
    request: HttpRequest, file: FieldFile, *, content_type: str, filename: str, inline: bool, public: bool, etag: str
) -> HttpResponseBase:
    """A response with a stored file. With `public`, shared caches may store it for an hour; else no cache may."""
    quoted_etag = f'"{etag}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=quoted_etag)
    if response is None:
        response = _body(request, file, content_type, quoted_etag)
    response["ETag"] = quoted_etag
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = content_disposition(filename, inline=inline)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = FILE_POLICY
    response._csp_exempt = True  # FILE_POLICY above is stricter than that of pages
    if public:
        patch_cache_control(response, public=True, max_age=PUBLIC_SECONDS)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def _body(request: HttpRequest, file: FieldFile, content_type: str, etag: str) -> HttpResponseBase:
    if settings.FILES_X_ACCEL_PREFIX:
        response = HttpResponse(content_type=content_type)
        response["X-Accel-Redirect"] = settings.FILES_X_ACCEL_PREFIX + quote(file.name)
        return response
    size = file.size
    wanted = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag:
        wanted = ""
    try:
        span = parse_range(wanted, size)
    except ValueError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    start, end = span or (0, size - 1)
    length = end - start + 1
    response = StreamingHttpResponse(_read(file, start, length), content_type=content_type)
    response["Content-Length"] = str(length)
    if span:
        response.status_code = 206
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response
