"""Wagtail's upload forms with the guard in front; and what nobody changes alone: files that people see, and their folders."""

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
from netzwerk.surfaces.texts import one_line

FOLDER_IN_USE = (
    "In diesem Ordner liegen Dateien, die auf veröffentlichten oder eingereichten Seiten stehen. Wer sie sehen "
    "darf, ändert eine "
    "Person nicht allein. Bitte nehmen Sie die Dateien dort heraus, oder laden Sie sie in den anderen Ordner neu "
    "hoch und tauschen Sie sie auf den Seiten aus."
)
# Read by nobody but editors.
CHANGES_NOTHING_PUBLIC = {"tags"}


class GuardedUpload:
    """Mixin: `clean_file` runs the guard on a newly chosen file only; a stored one has passed already. What people see stays as
    it was released: bytes, title, description, credit, detail and collection."""

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
        """A file that was refused is none, and Wagtail's model then complains of its missing ending: one reason is enough."""
        refused = self.errors["file"].copy() if "file" in self.errors else None
        super()._post_clean()
        if refused:
            self.errors["file"] = refused

    def clean(self):
        """Wagtail keeps the raw upload aside where only another field is wrong; then nothing may be kept."""
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
            if name not in CHANGES_NOTHING_PUBLIC and name not in self.errors:
                is_hidden = self.fields[name].widget.is_hidden  # the detail of a picture
                self.add_error(None if is_hidden else name, self.reason_to_keep)


class PictureField(WagtailImageField):
    """Leaves everything to the guard: Wagtail's own checks answer a damaged picture with an error page."""

    default_validators = []

    def to_python(self, data):
        return forms.FileField.to_python(self, data)


class ImageForm(GuardedUpload, BaseImageForm):
    guard_file = staticmethod(guard.guard_picture)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:  # Wagtail gives it to the form's class from outside, where no subclass can change it
            wagtails = self.fields["file"]
            self.fields["file"] = PictureField(label=wagtails.label, widget=wagtails.widget)


class DocumentForm(GuardedUpload, BaseDocumentForm):
    pass


class FolderForm(CollectionForm):
    """Moving a folder moves its files to another audience."""

    def clean_parent(self) -> Collection:
        parent = super().clean_parent()
        moves = self.instance.pk and parent != self.instance.get_parent()
        if moves and has_files_in_use(self.instance):
            raise forms.ValidationError(FOLDER_IN_USE)
        return parent
