"""Ways for one person to change pictures, documents and their folders, for attempts.py."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.factories.pages import png
from tests.portal.world import World


def change_image(name: str, **values) -> Callable[[Client, World], HttpResponseBase]:
    def go(client: Client, world: World) -> HttpResponseBase:
        image = getattr(world, name)
        data = {"title": image.title, "description": "", "credit": "", "collection": image.collection_id, "tags": ""}
        made = {key: value(world) if callable(value) else value for key, value in values.items()}
        return client.post(reverse("wagtailimages:edit", args=[image.pk]), data | made)

    return go


def change_document(name: str, **values) -> Callable[[Client, World], HttpResponseBase]:
    def go(client: Client, world: World) -> HttpResponseBase:
        document = getattr(world, name)
        data = {"title": document.title, "collection": document.collection_id, "tags": ""}
        made = {key: value(world) if callable(value) else value for key, value in values.items()}
        return client.post(reverse("wagtaildocs:edit", args=[document.pk]), data | made)

    return go


def red(world: World) -> SimpleUploadedFile:
    return SimpleUploadedFile("rot.png", png(colour="red"), "image/png")


def other_table(world: World) -> SimpleUploadedFile:
    return SimpleUploadedFile("b.csv", b"ganz;anders\r\n", "text/csv")


def to_open_folder(world: World) -> int:
    return world.open_folder.pk


def files_in_bulk(app: str, model: str, name: str, action: str) -> Callable[[Client, World], HttpResponseBase]:
    def go(client: Client, world: World) -> HttpResponseBase:
        url = reverse("wagtail_bulk_action", args=[app, model, action])
        return client.post(f"{url}?id={getattr(world, name).pk}", {"collection": world.open_folder.pk})

    return go


def at_many(kind: str, name: str) -> Callable[[Client, World], HttpResponseBase]:
    """The form below a freshly uploaded file, with the id of any file."""

    def go(client: Client, world: World) -> HttpResponseBase:
        file = getattr(world, name)
        prefix = "image" if kind == "images" else "doc"
        data = {
            f"{prefix}-{file.pk}-title": "Anders",
            f"{prefix}-{file.pk}-collection": world.open_folder.pk,
            f"{prefix}-{file.pk}-credit": "Anders",
        }
        url = reverse(f"wagtail{kind}:edit_multiple", args=[file.pk])
        return client.post(url, data, headers={"x-requested-with": "XMLHttpRequest"})

    return go


def delete_file(kind: str, name: str) -> Callable[[Client, World], HttpResponseBase]:
    return lambda client, world: client.post(reverse(f"wagtail{kind}:delete", args=[getattr(world, name).pk]))


def move_folder(client: Client, world: World) -> HttpResponseBase:
    url = reverse("wagtailadmin_collections:edit", args=[world.folder.pk])
    return client.post(url, {"name": "Nur für Mitglieder", "parent": world.open_folder.pk})


def open_folder(client: Client, world: World) -> HttpResponseBase:
    url = reverse("wagtailadmin_collections:set_privacy", args=[world.folder.pk])
    return client.post(url, {"restriction_type": "none"})
