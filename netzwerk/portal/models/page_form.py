"""The form in which every page of the portal is edited."""

from django import forms
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.widgets import BaseChooser, SlugInput

from netzwerk.surfaces.texts import address_part

KEEPS_ADDRESS = (
    "Unter dieser Seite stehen veröffentlichte Seiten, deren Adressen sich mit dieser ändern würden. Bitte reichen Sie den "
    "neuen Namen erst ein, wenn diese Seite wieder online ist, oder nehmen Sie die Seiten darunter vorher offline."
)


class PortalPageForm(WagtailAdminPageForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields and not (self.instance.slug or "").isascii():
            # Ours would change it as soon as somebody passes through the field.
            self.fields["slug"].widget = SlugInput()

    def full_clean(self) -> None:
        """What is no id of anything comes back as an empty choice with its message: Wagtail's chooser cannot show it."""
        super().full_clean()
        rows = [form for formset in self.formsets.values() for form in formset.forms]
        for form in (self, *rows):
            choosers = [name for name, field in form.fields.items() if isinstance(field.widget, BaseChooser)]
            for name in form.errors.keys() & choosers:
                form.data = form.data.copy()
                form.data[form.add_prefix(name)] = ""

    def clean_slug(self) -> str:
        """A new address is spelled out. A draft of a page that is offline is stored at once, and with its address those of all
        pages below it: then the address stays."""
        slug = self.cleaned_data["slug"]
        if slug != self.instance.slug:
            slug = address_part(slug) or slug
        page = self.instance
        if page.pk and not page.live and "slug" in self.changed_data and page.get_descendants().live().exists():
            raise forms.ValidationError(KEEPS_ADDRESS)
        return slug

    def show_missing(self, missing: dict[str, str]) -> None:
        """Say at the fields of a form that nobody has sent yet what the page needs before it is submitted."""
        self._errors, self.cleaned_data = forms.utils.ErrorDict(), {}
        for name, message in missing.items():
            self.add_error(name if name in self.fields else None, message)
