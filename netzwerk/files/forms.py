"""Wagtail's upload forms with the upload guard. They also refuse changes to files in use and to their collections."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.admin.forms.collections import CollectionForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.models import Collection

from netzwerk.files import guard
from netzwerk.files.in_use import has_files_in_use, reason_to_keep
from netzwerk.files.services import bytes_used_by
from netzwerk.texts.cleaning import one_line

FOLDER_IN_USE = (
    "In diesem Ordner liegen Dateien, die auf veröffentlichten oder eingereichten Seiten stehen. Wer sie sehen "
    "darf, ändert eine "
    "Person nicht allein. Bitte nehmen Sie die Dateien dort heraus, oder laden Sie sie in den anderen Ordner neu "
    "hoch und tauschen Sie sie auf den Seiten aus."
)
# Only editors see these fields.
INTERNAL_FIELDS = {"tags"}


class GuardedUpload:
    """Mixin: runs the guard on a newly uploaded file, and refuses changes to a file in use: to its bytes, title, description,
    credit, focal point and collection."""

    guard_file = staticmethod(guard.guard_document)

    def __init__(self, *args, user=None, **kwargs):
        self.uploading_user = user
        super().__init__(*args, user=user, **kwargs)
        if "file" in self.fields:
            self.fields["file"].error_messages["file_too_large"] = guard.TOO_LARGE
        self.reason_to_keep = reason_to_keep(self.instance) if self.instance.pk else ""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        if self.reason_to_keep:
            raise guard.refuse(self.reason_to_keep)
        if self.uploading_user is not None:
            guard.check_quota(bytes_used_by(self.uploading_user), file.size)
        return self.guard_file(file)

    def clean_title(self) -> str:
        return one_line(self.cleaned_data["title"])

    def _post_clean(self) -> None:
        """Drops the follow-up error of Wagtail's model, which misses an extension where the guard has refused the file."""
        refused = self.errors["file"].copy() if "file" in self.errors else None
        super()._post_clean()
        if refused:
            self.errors["file"] = refused

    def clean(self):
        """Adds an error to `file` if only other fields are wrong: Wagtail would then store the raw upload for a retry."""
        data = super().clean()
        if self.reason_to_keep:
            self._refuse_changes()
        if self.errors and "file" not in self.errors and not self.instance.pk:
            wrong = " ".join(
                f"{self[name].label}: {' '.join(errors)}"
                for name, errors in self.errors.items()
                if name in self.fields
            )
            self.add_error(
                "file", f"{wrong} Bitte ändern Sie das und wählen Sie die Datei dann noch einmal aus.".strip()
            )
        return data

    def _refuse_changes(self) -> None:
        for name in self.changed_data:
            if name not in INTERNAL_FIELDS and name not in self.errors:
                is_hidden = self.fields[name].widget.is_hidden  # the focal point of a picture
                self.add_error(None if is_hidden else name, self.reason_to_keep)


class PictureField(WagtailImageField):
    """Without Wagtail's own checks, which fail with a server error for a damaged picture; the guard checks instead."""

    default_validators = []

    def to_python(self, data):
        return forms.FileField.to_python(self, data)


class ImageForm(GuardedUpload, BaseImageForm):
    guard_file = staticmethod(guard.guard_picture)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:  # Wagtail adds the field to the finished form class, so a subclass cannot replace it
            field = self.fields["file"]
            self.fields["file"] = PictureField(label=field.label, widget=field.widget)


class DocumentForm(GuardedUpload, BaseDocumentForm):
    pass


class FolderForm(CollectionForm):
    """Refuses to move a collection with files in use, because their audience would change."""

    def clean_parent(self) -> Collection:
        parent = super().clean_parent()
        moves = self.instance.pk and parent != self.instance.get_parent()
        if moves and has_files_in_use(self.instance):
            raise forms.ValidationError(FOLDER_IN_USE)
        return parent
