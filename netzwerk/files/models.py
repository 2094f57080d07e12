"""Images and documents of the portal: random names on disk, and addresses that lead to the one view that checks access."""

import uuid
from functools import cache
from pathlib import PurePath
from urllib.parse import quote

from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet
from wagtail.search import index

from netzwerk.files import access, signing


def random_name(folder: str, filename: str) -> str:
    """A name that says nothing and cannot be guessed; only the extension stays."""
    return f"{folder}/{uuid.uuid4().hex}{PurePath(filename).suffix.lower()}"


def document_path(instance: models.Model, filename: str) -> str:
    return random_name("documents", filename)


# The choosers ask for words and a tag together, which Wagtail's own list of fields does not foresee.
TAG_FILTER = index.RelatedFields("tags", [index.FilterField("name")])


class PortalImageQuerySet(ImageQuerySet):
    def visible_to(self, user) -> "PortalImageQuerySet":
        return access.files_visible_to(self, user)


class PortalDocumentQuerySet(DocumentQuerySet):
    def visible_to(self, user) -> "PortalDocumentQuerySet":
        return access.files_visible_to(self, user)


class PortalImage(AbstractImage):
    """A picture. Where it stands says its alt text; `description` is the default the editor starts from."""

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

    def url_for(self, filter_spec: str) -> str:
        """Address of this picture in one size, known without asking the database."""
        extension = "webp" if "format-webp" in filter_spec else PurePath(self.file.name).suffix.lstrip(".")
        name = f"{slugify(self.title)[:60] or 'bild'}.{extension}"
        signature = signing.sign(self.pk, filter_spec)
        return f"{_address_of_pictures()}{signature}/{self.pk}/{quote(filter_spec)}/{name}"


@cache
def _address_of_pictures() -> str:
    """Where all pictures begin; asked once, as a page of cards needs dozens of addresses."""
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
    def url(self) -> str:
        return self.image.url_for(self.filter_spec)


class PortalDocument(AbstractDocument):
    file = models.FileField("Datei", upload_to=document_path)

    search_fields = [*AbstractDocument.search_fields, TAG_FILTER]
    objects = PortalDocumentQuerySet.as_manager()
    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = "Dokument"
        verbose_name_plural = "Dokumente"

    @property
    def filename(self) -> str:
        """The name a person sees when saving: made of the title, never the one that was uploaded."""
        return f"{slugify(self.title)[:80] or 'dokument'}{PurePath(self.file.name).suffix.lower()}"

    @property
    def url(self) -> str:
        return reverse("files:document", args=[self.pk, self.filename])
