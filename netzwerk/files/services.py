"""How much a person has stored, and storing without the admin's forms: the same guard but for the quota, then one row."""

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile, File
from django.db.models import Sum
from PIL import Image
from wagtail import log_actions
from wagtail.models import ReferenceIndex

from netzwerk.files import guard
from netzwerk.files.models import PortalDocument, PortalImage

RIGHT_AS_THEY_ARE = {"RGB", "RGBA", "L", "LA", "P"}  # modes that every size came out of before, too


def _check_actor(actor, permission: str) -> None:
    """`actor` is None where the project itself stores a file (demo content)."""
    if actor is not None and not actor.has_perm(permission):
        raise PermissionDenied


def store_image(file: File, *, title: str, description: str = "", actor=None) -> PortalImage:
    """Guard and store a picture. Raises ValidationError with a sentence to act on."""
    _check_actor(actor, "wagtailimages.add_image")
    clean = guard.guard_picture(file)
    picture = PortalImage(title=title, description=description, uploaded_by_user=actor, file=clean)
    picture._set_image_file_metadata()
    picture.full_clean(exclude=["collection"])
    picture.save()
    log_actions.log(picture, "wagtail.create", user=actor)
    return picture


def store_document(file: File, *, title: str, actor=None) -> PortalDocument:
    """Guard and store a document, video or caption file. Raises ValidationError with a sentence to act on."""
    _check_actor(actor, "wagtaildocs.add_document")
    clean = guard.guard_document(file)
    paper = PortalDocument(title=title, uploaded_by_user=actor, file=clean)
    paper._set_document_file_metadata()
    paper.full_clean(exclude=["collection"])
    paper.save()
    log_actions.log(paper, "wagtail.create", user=actor)
    return paper


def is_stored_as_shown(picture: PortalImage) -> bool:
    """False for what was stored before the guard wrote every picture as 8-bit sRGB and comes out in other colours. Raises
    ValidationError for what the guard would not accept today, FileNotFoundError where the file is gone."""
    clean = guard.guard_picture(_stored(picture))
    with Image.open(clean) as expected, picture.file.open("rb") as file, Image.open(file) as stored:
        return stored.mode == expected.mode or stored.mode in RIGHT_AS_THEY_ARE


def renew_picture(picture: PortalImage) -> None:
    """Write a stored picture as it would be stored today: the same picture, in the right colours."""
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
    """Delete a picture that nothing shows (any more). Returns whether it went."""
    if ReferenceIndex.get_references_to(picture).exists():
        return False
    picture.delete()
    return True


def bytes_used_by(user) -> int:
    """Bytes of everything this person has uploaded."""
    used = 0
    for model in (PortalImage, PortalDocument):
        own = model.objects.filter(uploaded_by_user=user)
        used += own.aggregate(total=Sum("file_size"))["total"] or 0
    return used
