"""Files that are attached to objects: documents and pictures of the kinds that the feature takes."""

from collections.abc import Sequence

from django.conf import settings
from django.core.files.base import File

from netzwerk.files.guard.documents import guard_document
from netzwerk.files.guard.pictures import guard_picture
from netzwerk.files.guard.refusals import check_extension, check_size


def guard_attached(file: File, *, endings: Sequence[str]) -> File:
    """Returns what to store. `endings` are those of settings.FILES_ATTACHED_ENDINGS that the feature takes.
    Raises ValidationError.
    """
    extension = check_extension(file.name, [one for one in settings.FILES_ATTACHED_ENDINGS if one in endings])
    check_size(file, settings.FILES_ATTACHED_BYTES)
    return guard_picture(file) if extension in settings.WAGTAILIMAGES_EXTENSIONS else guard_document(file)
