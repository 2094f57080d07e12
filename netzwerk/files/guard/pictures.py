"""Pictures: re-encoded as 8-bit sRGB, upright, without metadata, after test renditions in every size that templates use."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.formats import number_format
from PIL import Image
from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage

from netzwerk.files import renditions, scanner
from netzwerk.files.guard.colours import note_depth, to_srgb
from netzwerk.files.guard.refusals import check_extension, check_size, refuse
from netzwerk.files.models import PortalImage

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
SAVE_OPTIONS = {"JPEG": {"quality": 92, "optimize": True}, "WEBP": {"quality": 92}, "PNG": {"optimize": True}}
SHORTEST_SIDE = 16  # pixels
ORIENTATION = 0x0112  # in EXIF
TRANSPOSE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def guard_picture(file: File) -> ContentFile:
    """Returns the re-encoded picture to store. Raises ValidationError."""
    extension = check_extension(file.name, settings.WAGTAILIMAGES_EXTENSIONS)
    check_size(file, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    scanner.scan(file)
    file.seek(0)
    picture = _read(file, extension)
    check_sides(picture)
    data = _encoded(picture, FORMATS[extension], lossless=_is_lossless(file))
    check_renditions(data, extension)
    return ContentFile(data, name=file.name)


def _read(file: File, extension: str) -> Image.Image:
    """The pixels as upright sRGB. Raises ValidationError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=[FORMATS[extension]]) as picture:
                _check_frames(picture)
                if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                    raise Image.DecompressionBombError
                note_depth(picture)
                return _upright(picture, to_srgb(picture))
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
        raise refuse(
            f"Das Bild hat zu viele Bildpunkte; erlaubt sind {limit} Millionen. Bitte verkleinern Sie es."
        ) from error
    except Exception as error:  # decoders raise many types for a damaged file
        raise refuse(
            f"Der Inhalt ist kein lesbares {extension.upper()}-Bild. Bitte öffnen Sie das Bild und speichern Sie es neu."
        ) from error


def _check_frames(picture: Image.Image) -> None:
    """Refuses animations. MPO photos are no animation: their second picture (depth, brightness) is not shown by viewers."""
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise refuse(
            "Das Bild ist bewegt. Das Portal zeigt nur stehende Bilder. Bitte speichern Sie ein Einzelbild daraus, "
            "oder laden Sie den Ablauf als Video hoch."
        )


def _upright(picture: Image.Image, pixels: Image.Image) -> Image.Image:
    """Applies the EXIF orientation; damaged EXIF data is ignored."""
    try:
        transpose = TRANSPOSE.get(picture.getexif().get(ORIENTATION))
    except Exception:  # as above
        transpose = None
    return pixels if transpose is None else pixels.transpose(transpose)


def _is_lossless(file: File) -> bool:
    """Whether a WebP is lossless, as logos and drawings often are; it is stored lossless again."""
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    return b"VP8L" in head and b"VP8 " not in head


def _encoded(picture: Image.Image, kind: str, *, lossless: bool) -> bytes:
    out = io.BytesIO()
    options = {"lossless": True} if kind == "WEBP" and lossless else SAVE_OPTIONS[kind]
    picture.save(out, kind, **options)
    return out.getvalue()


def check_sides(picture: Image.Image) -> None:
    if min(picture.size) < SHORTEST_SIDE:
        raise refuse(
            f"Das Bild ist mit {_size(picture)} zu klein. Jede Seite braucht mindestens {SHORTEST_SIDE} Bildpunkte."
        )


class _InMemoryFilter(Filter):
    """Renders from decoded pixels; Wagtail's own filter decodes the file for each size."""

    def __init__(self, spec: str, pixels: PillowImage) -> None:
        super().__init__(spec)
        self.pixels = pixels

    @contextmanager
    def get_willow_image(self, image: PortalImage, source: File | None = None) -> Iterator[PillowImage]:
        yield self.pixels


def check_renditions(data: bytes, extension: str) -> None:
    """Renders every size that a template may use. Raises ValidationError."""
    with Image.open(io.BytesIO(data)) as stored:
        stored.load()
        pixels = PillowImage(stored)
        pixels.format_name = FORMATS[extension].lower()
        image = PortalImage(width=stored.width, height=stored.height, file=f"x.{extension}", collection_id=None)
        try:
            for spec in renditions.all_for(stored.width):
                _InMemoryFilter(spec, pixels).run(image, io.BytesIO())
        except Exception as error:  # as above
            raise refuse(
                f"Das Bild lässt sich mit {_size(stored)} nicht in allen Größen zeigen, die das Portal braucht. "
                f"Bitte schneiden Sie es so zu, dass keine Seite länger ist als {_formatted(renditions.WEBP_SIDE)} Bildpunkte "
                "und keine ein Vielfaches der anderen."
            ) from error


def _size(picture: Image.Image) -> str:
    return f"{_formatted(picture.width)} × {_formatted(picture.height)} Bildpunkten"


def _formatted(pixels: int) -> str:
    return number_format(pixels, force_grouping=True)
