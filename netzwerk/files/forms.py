"""Wagtail's upload forms with the guard in front."""

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Sum
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from netzwerk.files import guard
from netzwerk.files.models import PortalDocument, PortalImage


def bytes_used_by(user) -> int:
    """Bytes of everything this person has uploaded."""
    used = 0
    for model in (PortalImage, PortalDocument):
        own = model.objects.filter(uploaded_by_user=user)
        used += own.aggregate(total=Sum("file_size"))["total"] or 0
    return used


class GuardedUpload:
    """Mixin: `clean_file` runs the guard on a newly chosen file only; a stored one has passed already."""

    guard_file = staticmethod(guard.guard_document)

    def __init__(self, *args, user=None, **kwargs):
        self.uploading_user = user
        super().__init__(*args, user=user, **kwargs)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        if self.uploading_user is not None:
            guard.check_quota(bytes_used_by(self.uploading_user), file.size)
        return self.guard_file(file)


class ImageForm(GuardedUpload, BaseImageForm):
    guard_file = staticmethod(guard.guard_picture)


class DocumentForm(GuardedUpload, BaseDocumentForm):
    pass
