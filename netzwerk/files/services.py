"""Storing files without the admin's forms (with the same upload guard, except the quota), and the quota's usage."""

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile, File
from django.db.models import Sum
from PIL import Image
from wagtail import log_actions
from wagtail.models import ReferenceIndex

from netzwerk.files import guard
from netzwerk.files.models import PortalDocument, PortalImage

SAFE_MODES = {"RGB", "RGBA", "L", "LA", "P"}  # always rendered in the right colours


def _check_actor(actor, permission: str) -> None:
    """Raises PermissionDenied. `actor` is None where the project itself stores a file (demo content)."""
    if actor is not None and not actor.has_perm(permission):
        raise PermissionDenied


def store_image(file: File, *, title: str, description: str = "", actor=None) -> PortalImage:
    """Checks and stores a picture. Raises PermissionDenied, and ValidationError for a file that the guard refuses."""
    _check_actor(actor, "wagtailimages.add_image")
    clean = guard.guard_picture(file)
    picture = PortalImage(title=title, description=description, uploaded_by_user=actor, file=clean)
    picture._set_image_file_metadata()
    picture.full_clean(exclude=["collection"])
    picture.save()
    log_actions.log(picture, "wagtail.create", user=actor)
    return picture


def store_document(file: File, *, title: str, actor=None) -> PortalDocument:
    """Checks and stores a document, video or caption file. Raises PermissionDenied and ValidationError as `store_image`."""
    _check_actor(actor, "wagtaildocs.add_document")
    clean = guard.guard_document(file)
    document = PortalDocument(title=title, uploaded_by_user=actor, file=clean)
    document._set_document_file_metadata()
    document.full_clean(exclude=["collection"])
    document.save()
    log_actions.log(document, "wagtail.create", user=actor)
    return document


def has_right_colours(picture: PortalImage) -> bool:
    """False for a picture from before the guard converted to 8-bit sRGB that is shown in wrong colours.

    Raises ValidationError if the guard would refuse the picture today, and FileNotFoundError.
    """
    clean = guard.guard_picture(_stored(picture))
    with Image.open(clean) as expected, picture.file.open("rb") as file, Image.open(file) as stored:
        return stored.mode == expected.mode or stored.mode in SAFE_MODES


def reencode_picture(picture: PortalImage) -> None:
    """Stores a picture again, through the current guard. Raises ValidationError and FileNotFoundError."""
    old = picture.file.name
    picture.file = guard.guard_picture(_stored(picture))
    picture._set_image_file_metadata()
    picture.save()
    picture.renditions.all().delete()
    picture.file.storage.delete(old)


def _stored(picture: PortalImage) -> ContentFile:
    with picture.file.open("rb") as file:
        return ContentFile(file.read(), name=picture.file.name)


def delete_unused_image(picture: PortalImage) -> bool:
    """Deletes a picture that nothing refers to. Returns whether it did."""
    if ReferenceIndex.get_references_to(picture).exists():
        return False
    picture.delete()
    return True


def bytes_used_by(user) -> int:
    """Size of all uploads of this user."""
    used = 0
    for model in (PortalImage, PortalDocument):
        own = model.objects.filter(uploaded_by_user=user)
        used += own.aggregate(total=Sum("file_size"))["total"] or 0
    return used
