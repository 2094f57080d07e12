"""How much a person has stored, and storing without the admin's forms: the same guard but for the quota, then one row."""

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db.models import Sum
from wagtail import log_actions
from wagtail.models import ReferenceIndex

from netzwerk.files import guard
from netzwerk.files.models import PortalDocument, PortalImage


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
