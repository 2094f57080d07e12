"""A picture that is damaged, lost or unusual does not break pages and screens that show it."""

import io
import json
import struct
import zlib
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, UploadedFile

from knowledge.tasks import picture_of
from netzwerk.files.models import PortalImage, PortalRendition
from netzwerk.members.roles import EDITOR
from tests.factories.pages import content_page, news_page, picture, png

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(person, login):
    return login(person(EDITOR))


def damaged(kind: str) -> PortalImage:
    """A stored picture whose file was damaged after the upload."""
    image = picture(f"Kaputt {kind}")
    stored = Path(image.file.path)
    if kind == "lost":
        stored.unlink()
    elif kind == "cut off":
        stored.write_bytes(png(400, 400)[:300])
    elif kind == "empty":
        stored.write_bytes(b"")
    elif kind == "wrong length":
        stored.write_bytes(png()[:33] + struct.pack("!I", 2**31) + b"IDAT" + zlib.compress(b"x"))
    elif kind == "a bomb":
        header = b"IHDR" + struct.pack("!IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
        stored.write_bytes(png()[:8] + struct.pack("!I", 13) + header + struct.pack("!I", zlib.crc32(header)))
    return image


KINDS = ("lost", "cut off", "empty", "wrong length", "a bomb")


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_picture_breaks_no_screen_of_the_admin(kind: str, editor) -> None:
    image, whole, unused = damaged(kind), picture("Ganz"), damaged(kind)
    page = content_page(picture=image, picture_alt="Bild")
    for address in (
        reverse("wagtailimages:index"),
        reverse("wagtailimages:index_results"),
        f"{reverse('wagtailimages:index')}?layout=list",
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:choose_results"),
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
        reverse("wagtailimages_chooser:select_format", args=[image.pk]),
        reverse("wagtailimages:edit", args=[image.pk]),
        reverse("wagtailimages:delete", args=[unused.pk]),
        reverse("wagtailimages:image_usage", args=[image.pk]),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
    ):
        answer = editor.get(address)
        assert answer.status_code == 200, address
    index = editor.get(reverse("wagtailimages:index")).content.decode()
    assert whole.title in index
    assert image.title in index
    assert "files/unreadable" in index


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_picture_breaks_no_page_of_the_portal(kind: str) -> None:
    image = damaged(kind)
    news = news_page(picture=image, picture_alt="Bild")
    value = {"image": image.pk, "alt": "Bild", "decorative": False, "caption": ""}
    page = content_page(picture=image, picture_alt="Bild", blocks=[{"type": "image", "value": value}])
    for address in ("/", news.url, page.url, news.get_parent().url):
        assert Client().get(address).status_code == 200
    assert Client().get(image.url_for("width-40|format-webp")).status_code == 404


def test_a_lost_rendition_is_rendered_again() -> None:
    image = picture()
    content_page(picture=image, picture_alt="Bild")
    address = image.url_for("width-40|format-webp")
    whole = Client().get(address).getvalue()
    first = PortalRendition.objects.get(image=image)
    Path(first.file.path).unlink()
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer.getvalue() == whole
    assert PortalRendition.objects.get(image=image).pk != first.pk


UPLOADS = {
    "a cut off PNG": (png(400, 400)[:60], "kein lesbares PNG-Bild"),
    "a PNG without pixels": (png(400, 400)[:33], "kein lesbares PNG-Bild"),
    "only the first bytes of a PNG": (b"\x89PNG\r\n\x1a\n", "kein lesbares PNG-Bild"),
    "a JPEG under the wrong ending": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "kein lesbares PNG-Bild"),
    "a drawing from Photoshop": (b"8BPS\x00\x01" + b"\0" * 100, "kein lesbares PNG-Bild"),
    "nothing like a picture": (b"Hallo", "kein lesbares PNG-Bild"),
    "a single pixel": (png(1, 1), "zu klein"),
    "a tower": (png(800, 17_000), "nicht in allen Größen zeigen"),
}


@pytest.mark.parametrize("case", UPLOADS, ids=str)
def test_every_upload_form_refuses_unusable_pictures_with_a_reason(case: str, editor) -> None:
    data, sentence = UPLOADS[case]
    before = PortalImage.objects.count()

    def upload() -> SimpleUploadedFile:
        return SimpleUploadedFile("bild.png", data)

    root = Collection.get_first_root_node().pk
    values = {"title": "Titel", "collection": root}
    several = editor.post(
        reverse("wagtailimages:add_multiple"),
        values | {"files[]": upload()},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert sentence in json.loads(several.content)["error_message"]
    one = editor.post(reverse("wagtailimages:add"), values | {"file": upload()})
    assert sentence in one.content.decode()
    prefix = "image-chooser-upload"
    chosen = editor.post(
        reverse("wagtailimages_chooser:create"),
        {f"{prefix}-title": "Titel", f"{prefix}-collection": root, f"{prefix}-file": upload()},
    )
    assert sentence in json.loads(chosen.content)["htmlFragment"]
    stored = picture()
    replaced = editor.post(reverse("wagtailimages:edit", args=[stored.pk]), values | {"file": upload()})
    assert sentence in replaced.content.decode()
    stored.refresh_from_db()
    assert stored.width == 40
    assert PortalImage.objects.count() == before + 1
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("kind", ["images", "docs"])
def test_a_title_that_is_too_long_is_reported(kind: str, editor) -> None:
    name, data = ("a.png", png()) if kind == "images" else ("a.csv", b"a;b")
    values = {"title": "x" * 256, "collection": Collection.get_first_root_node().pk}
    several = editor.post(
        reverse(f"wagtail{kind}:add_multiple"),
        values | {"files[]": SimpleUploadedFile(name, data)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    message = json.loads(several.content)["error_message"]
    assert "Titel: " in message
    assert "höchstens 255 Zeichen" in message
    one = editor.post(reverse(f"wagtail{kind}:add"), values | {"file": SimpleUploadedFile(name, data)})
    assert "höchstens 255 Zeichen" in one.context["form"].errors["title"][0]


def test_a_refused_picture_is_not_stored(editor, settings) -> None:
    def files() -> set[Path]:
        return set(Path(settings.MEDIA_ROOT).rglob("*.*"))

    before = files()
    upload = ContentFile(png(800, 17_000), name="turm.png")
    values = {"title": "Turm", "collection": Collection.get_first_root_node().pk, "file": upload}
    assert editor.post(reverse("wagtailimages:add"), values).status_code == 200
    assert files() == before


def checked(*options: str) -> str:
    out = io.StringIO()
    call_command("check_pictures", *options, stdout=out)
    return out.getvalue()


def test_old_pictures_in_wrong_colours_are_listed_and_converted() -> None:
    whole, deep, lost = picture("Ganz"), picture("Tief"), damaged("lost")
    address = Path(deep.file.path)
    Image.new("I;16", (40, 30), 20_000).save(address, "PNG")
    deep.get_rendition("width-20|format-webp")
    output = checked()
    assert "„Tief“: wird in falschen Farben gezeigt" in output
    assert f"„{lost.title}“: die Datei fehlt" in output
    assert f"„{whole.title}“" not in output
    assert "„Tief“: neu geschrieben" in checked("--convert")
    deep.refresh_from_db()
    with Image.open(deep.file.path) as stored:
        assert (stored.mode, stored.getpixel((0, 0))) == ("RGB", (78, 78, 78))
    assert not address.exists()
    assert not deep.renditions.exists()
    assert "Tief" not in checked()


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_picture_is_left_out_of_a_pdf(kind: str) -> None:
    assert picture_of(damaged(kind).pk) is None
