"""Storing files without the admin's forms (with the same upload guard, except the quota), attaching files to objects, and the
quota's usage."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import PurePath

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.db.models import Model, Sum
from django.utils import timezone
from PIL import Image
from wagtail import log_actions
from wagtail.models import ReferenceIndex

from netzwerk.files import guard
from netzwerk.files.models import ATTACHED_FOLDER, AttachedFile, PortalDocument, PortalImage
from netzwerk.texts.cleaning import one_line

LEFTOVER_AGE, LEFTOVER_KEY = (
    timedelta(hours=1),
    "files:attached-leftovers",
)  # a file is written before its row is committed
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
    used = AttachedFile.objects.filter(uploaded_by=user).aggregate(total=Sum("file_size"))["total"] or 0
    for model in (PortalImage, PortalDocument):
        own = model.objects.filter(uploaded_by_user=user)
        used += own.aggregate(total=Sum("file_size"))["total"] or 0
    return used


def attach_file(owner: Model, file: File, *, actor, endings: Sequence[str], most: int) -> AttachedFile:
    """Stores a file of a plain object; the caller has checked that `actor` may change the object and has locked it.

    Raises ValidationError for a file that the guard refuses, beyond the quota and for more than `most` files.
    """
    kind = ContentType.objects.get_for_model(owner)
    if AttachedFile.objects.filter(content_type=kind, object_id=owner.pk).count() >= most:
        raise guard.refuse(
            f"Mehr als {most} Dateien sind nicht möglich. Bitte fassen Sie Seiten in einem PDF zusammen."
        )
    guard.check_quota(bytes_used_by(actor), file.size)
    title = PurePath(one_line(file.name)).stem[:200] or "Datei"
    clean = guard.guard_attached(file, endings=endings)
    clean.seek(0)
    digest = hashlib.sha256()
    for chunk in clean.chunks():
        digest.update(chunk)
    clean.seek(0)
    attached = AttachedFile(
        attached_to=owner, title=title, file_size=clean.size, file_hash=digest.hexdigest(), uploaded_by=actor
    )
    attached.file = clean
    attached.full_clean()
    attached.save()
    return attached


def detach_file(attached: AttachedFile) -> None:
    """Deletes the row, and its file with the commit: a rollback would still need it."""
    storage, name = attached.file.storage, attached.file.name
    attached.delete()
    transaction.on_commit(partial(storage.delete, name))


def detach_all_files(owner: Model) -> int:
    """Before the object is deleted, or when its files are no longer needed. Returns how many there were."""
    found = list(
        AttachedFile.objects.filter(content_type=ContentType.objects.get_for_model(owner), object_id=owner.pk)
    )
    for one in found:
        detach_file(one)
    return len(found)


def delete_leftover_attached_files() -> int:
    """For the clock: files without a row, left by a deletion that went along with its object, or by a rollback."""
    if not cache.add(LEFTOVER_KEY, True, LEFTOVER_AGE.total_seconds()):
        return 0
    storage = AttachedFile._meta.get_field("file").storage
    try:
        files = {f"{ATTACHED_FOLDER}/{name}" for name in storage.listdir(ATTACHED_FOLDER)[1]}
    except FileNotFoundError:  # nothing was attached yet
        return 0
    done = 0
    for name in files - set(AttachedFile.objects.values_list("file", flat=True)):
        with suppress(FileNotFoundError):  # deleted by another process
            if timezone.now() - storage.get_modified_time(name) > LEFTOVER_AGE:
                storage.delete(name)
                done += 1
    return done
