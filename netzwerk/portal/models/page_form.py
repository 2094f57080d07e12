"""The form of the page editor."""

from django import forms
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.widgets import BaseChooser, SlugInput

from netzwerk.portal import access
from netzwerk.portal.slugs import TAKEN
from netzwerk.texts.cleaning import address_part

KEEPS_ADDRESS = (
    "Unter dieser Seite stehen veröffentlichte Seiten, deren Adressen sich mit dieser ändern würden. Bitte reichen Sie den "
    "neuen Namen erst ein, wenn diese Seite wieder online ist, oder nehmen Sie die Seiten darunter vorher offline."
)


class PortalPageForm(WagtailAdminPageForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields and not (self.instance.slug or "").isascii():
            # Our widget would change an existing slug when the field loses focus.
            self.fields["slug"].widget = SlugInput()

    def full_clean(self) -> None:
        """Empty invalid values of choosers, which cannot show them; the error message stays."""
        super().full_clean()
        rows = [form for formset in self.formsets.values() for form in formset.forms]
        for form in (self, *rows):
            choosers = [name for name, field in form.fields.items() if isinstance(field.widget, BaseChooser)]
            for name in form.errors.keys() & choosers:
                form.data = form.data.copy()
                form.data[form.add_prefix(name)] = ""

    def clean_slug(self) -> str:
        """Spell umlauts out in a new slug. Refuse a new slug for an offline page with live descendants: Wagtail would apply it
        at once, and change their URLs without a review."""
        slug = self.cleaned_data["slug"]
        if slug != self.instance.slug:
            slug = address_part(slug) or slug
        page = self.instance
        if page.pk and not page.live and "slug" in self.changed_data and page.get_descendants().live().exists():
            raise forms.ValidationError(KEEPS_ADDRESS)
        is_section = self.parent_page is not None and self.parent_page.depth == access.START_DEPTH
        if is_section and access.is_address_of_view(slug):
            raise forms.ValidationError(TAKEN)
        return slug

    def show_missing(self, missing: dict[str, str]) -> None:
        """Add the messages of `missing_for_review` to an unbound form."""
        self._errors, self.cleaned_data = forms.utils.ErrorDict(), {}
        for name, message in missing.items():
            self.add_error(name if name in self.fields else None, message)
