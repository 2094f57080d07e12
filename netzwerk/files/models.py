"""Images and documents of the portal. Their names on disk are random, and their URLs lead to the views that check access."""

import uuid
from functools import cache
from pathlib import PurePath
from urllib.parse import quote

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import File
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, ImageQuerySet, SourceImageIOError
from wagtail.search import index

from netzwerk.files import access, signing
from netzwerk.files.text_files import READABLE_ENDINGS
from netzwerk.texts.cleaning import address_part, file_name

MOST_TRIES = 3  # to extract the text of a file
ATTACHED_FOLDER = "attached"
PLACEHOLDER_SIDE = 165  # pixels, as previews in the admin


def random_name(folder: str, filename: str) -> str:
    """An unguessable name; only the extension is kept."""
    return f"{folder}/{uuid.uuid4().hex}{PurePath(filename).suffix.lower()}"


def document_path(instance: models.Model, filename: str) -> str:
    return random_name("documents", filename)


def attached_path(instance: models.Model, filename: str) -> str:
    return random_name(ATTACHED_FOLDER, filename)


# The choosers search by words and tag together, for which Wagtail's own search_fields lack the filter.
TAG_FILTER = index.RelatedFields("tags", [index.FilterField("name")])


class PortalImageQuerySet(ImageQuerySet):
    def visible_to(self, user) -> "PortalImageQuerySet":
        return access.files_visible_to(self, user)


class PortalDocumentQuerySet(DocumentQuerySet):
    def visible_to(self, user) -> "PortalDocumentQuerySet":
        return access.files_visible_to(self, user)

    def without_text(self) -> "PortalDocumentQuerySet":
        """Documents whose current file has no extracted text yet, except those that failed MOST_TRIES times."""
        endings = Q()
        for ending in READABLE_ENDINGS:
            endings |= Q(file__iendswith=f".{ending}")
        read = DocumentText.objects.filter(
            Q(error="") | Q(tries__gte=MOST_TRIES), document=OuterRef("pk"), file_hash=OuterRef("file_hash")
        )
        return self.filter(endings).exclude(Exists(read))


class PortalImage(AbstractImage):
    """A picture. The alt text is set where it is used; `description` is its default."""

    credit = models.CharField("Bildnachweis", max_length=200, blank=True)

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "collection",
        "tags",
        *(f"focal_point_{part}" for part in ("x", "y", "width", "height")),
    )
    search_fields = [*AbstractImage.search_fields, TAG_FILTER]
    objects = PortalImageQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = "Bild"
        verbose_name_plural = "Bilder"

    def get_upload_to(self, filename: str) -> str:
        return random_name("originals", filename)

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Raises SourceImageIOError for a file that is gone or damaged."""
        try:
            return super().generate_rendition_file(filter, source=source)
        except InvalidFilterSpecError:
            raise
        except Exception as error:  # decoders raise many types for a damaged file
            raise SourceImageIOError(str(error)) from error

    def get_rendition(self, filter: Filter | str) -> "PortalRendition":
        """A placeholder for a file that is gone or damaged: one picture must not break a whole list."""
        try:
            return super().get_rendition(filter)
        except SourceImageIOError:
            return PortalRendition(image=self, width=PLACEHOLDER_SIDE, height=PLACEHOLDER_SIDE)

    def url_for(self, filter_spec: str) -> str:
        """URL of this picture in one size; needs no query."""
        extension = "webp" if "format-webp" in filter_spec else PurePath(self.file.name).suffix.lstrip(".")
        name = f"{address_part(self.title)[:60] or 'bild'}.{extension}"
        signature = signing.sign(self.pk, filter_spec)
        return f"{_image_url_prefix()}{signature}/{self.pk}/{quote(filter_spec)}/{name}"


@cache
def _image_url_prefix() -> str:
    """The common start of all image URLs, cached because a page of cards needs dozens of them."""
    example = reverse("files:image", args=["x", 0, "y", "z"])
    return example.removesuffix("x/0/y/z")


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="files_rendition_unique"),
        ]

    def get_upload_to(self, filename: str) -> str:
        return random_name("renditions", filename)

    @property
    def is_placeholder(self) -> bool:
        return self.pk is None

    @property
    def url(self) -> str:
        return static("files/unreadable.svg") if self.is_placeholder else self.image.url_for(self.filter_spec)


class PortalDocument(AbstractDocument):
    file = models.FileField("Datei", upload_to=document_path)

    search_fields = [*AbstractDocument.search_fields, TAG_FILTER]
    objects = PortalDocumentQuerySet.as_manager()
    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = "Dokument"
        verbose_name_plural = "Dokumente"

    @property
    def ending(self) -> str:
        return PurePath(self.file.name).suffix.lower()

    @property
    def filename(self) -> str:
        """The last part of its URL: made from the title, never from the uploaded name."""
        return f"{address_part(self.title)[:80] or 'dokument'}{self.ending}"

    @property
    def former_filename(self) -> str:
        """As in old URLs, from before umlauts were transliterated; they redirect."""
        return f"{slugify(self.title)[:80] or 'dokument'}{self.ending}"

    @property
    def download_name(self) -> str:
        """The name in the browser's save dialog: the title, cleaned for file systems."""
        return f"{file_name(self.title) or 'Dokument'}{self.ending}"

    @property
    def url(self) -> str:
        return reverse("files:document", args=[self.pk, self.filename])


class DocumentText(models.Model):
    """The extracted text of a document, for the search. A job fills it; it can be rebuilt at any time."""

    document = models.OneToOneField(
        PortalDocument, on_delete=models.CASCADE, related_name="extracted", verbose_name="Dokument"
    )
    file_hash = models.CharField("Prüfsumme der gelesenen Datei", max_length=40, blank=True)
    text = models.TextField("Text", blank=True)
    error = models.CharField("Warum er nicht zu lesen war", max_length=100, blank=True)
    tries = models.PositiveSmallIntegerField("Versuche", default=0)

    class Meta:
        verbose_name = "Text eines Dokuments"
        verbose_name_plural = "Texte der Dokumente"

    def __str__(self) -> str:
        return f"Text von {self.document_id}"


class AttachedFileQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AttachedFileQuerySet":
        """Whoever may see the object may see its files; objects without a registration have none to show."""
        return self.filter(access.of_visible_objects(user))


class AttachedFile(models.Model):
    """A file of a plain object (not of a page): private, seen by whoever may see the object, deleted with it.

    The object's model names it by a GenericRelation, and its app registers who sees the objects (access.register_objects).
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    attached_to = GenericForeignKey("content_type", "object_id")
    file = models.FileField("Datei", upload_to=attached_path)
    title = models.CharField("Name der Datei", max_length=200)
    file_size = models.PositiveBigIntegerField("Größe in Byte")
    file_hash = models.CharField("Prüfsumme", max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="hochgeladen von",
    )
    uploaded_at = models.DateTimeField("hochgeladen am", default=timezone.now)

    objects = AttachedFileQuerySet.as_manager()

    class Meta:
        verbose_name = "Anlage"
        verbose_name_plural = "Anlagen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="files_attached_by_object")]

    def __str__(self) -> str:
        return f"Anlage Nr. {self.pk}"  # names of files may contain names of people, and the log stores this for good

    @property
    def ending(self) -> str:
        return PurePath(self.file.name).suffix.lower()

    @property
    def filename(self) -> str:
        """The last part of its URL."""
        return f"{address_part(self.title)[:80] or 'datei'}{self.ending}"

    @property
    def download_name(self) -> str:
        return f"{file_name(self.title) or 'Datei'}{self.ending}"

    @property
    def url(self) -> str:
        return reverse("files:attached", args=[self.pk, self.filename])
