"""New slugs are spelled out in ASCII. Existing slugs stay, so that links keep working."""

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.widgets import SlugInput

from netzwerk.portal import access
from netzwerk.texts.cleaning import SPELLED_OUT, address_part

TAKEN = "Diese Adresse gehört schon zu einem Teil des Portals. Bitte wählen Sie eine andere."


class SpelledSlugInput(SlugInput):
    """Spells umlauts out while a title is typed."""

    def __init__(self, attrs: dict | None = None) -> None:
        letters = [(chr(letter), spelling) for letter, spelling in SPELLED_OUT.items()] + [("/", " ")]
        # Without Unicode, Wagtail's script removes the accents of all other letters.
        ascii_only = {"data-w-slug-allow-unicode-value": False}
        super().__init__(attrs={**ascii_only, **(attrs or {})}, formatters=letters)


class PortalCopyForm(CopyForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_slug"].widget = SpelledSlugInput()

    def clean_new_slug(self) -> str:
        slug = self.cleaned_data["new_slug"]
        return address_part(slug) or slug

    def clean(self) -> dict:
        cleaned = super().clean()
        parent = cleaned.get("new_parent_page") or self.page.get_parent()
        if parent.depth == access.START_DEPTH and access.is_address_of_view(cleaned.get("new_slug", "")):
            self.add_error("new_slug", TAKEN)
        return cleaned


def spell_out_slugs_in_admin() -> None:
    """Use the widget for all slugs in the admin: pages, terms, topics, glossary."""
    register_form_field_override(models.SlugField, override={"widget": SpelledSlugInput})
