"""Wagtail's upload forms with the guard in front."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from netzwerk.files import guard
from netzwerk.files.access import is_on_a_live_page
from netzwerk.files.services import bytes_used_by
from netzwerk.surfaces.texts import one_line


class GuardedUpload:
    """Mixin: `clean_file` runs the guard on a newly chosen file only; a stored one has passed already."""

    guard_file = staticmethod(guard.guard_document)

    def __init__(self, *args, user=None, **kwargs):
        self.uploading_user = user
        super().__init__(*args, user=user, **kwargs)
        if "file" in self.fields:
            self.fields["file"].error_messages["file_too_large"] = guard.TOO_LARGE

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        if self.instance.pk and is_on_a_live_page(self.instance):
            raise guard.refuse(
                "Diese Datei steht auf einer veröffentlichten Seite. Bitte laden Sie die neue Fassung als eigene Datei hoch "
                "und tauschen Sie sie auf der Seite aus: So sieht auch diese Änderung eine zweite Person."
            )
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
