"""The rows of authors in the editor of a report: a name, or a person of the network who is picked."""

from typing import Any

from django.urls import reverse_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel
from wagtail.admin.panels.base import get_form_for_model

from netzwerk.members.forms.people import People, PeopleField, PeopleWidget, words_on
from netzwerk.members.models import User

LONGEST_ROLE = 200


class AuthorWidget(PeopleWidget):
    address = reverse_lazy("knowledge_author_hits")

    class Media:
        js = ("portal/picker.js",)
        css = {"all": ("portal/picker-admin.css",)}


class AuthorField(PeopleField):
    widget = AuthorWidget


class AuthorForm(WagtailAdminModelForm):
    """Name and function of a person who is picked are filled in where nothing stands; later changes of them stay."""

    person = AuthorField(
        label="Person im Netzwerk",
        required=False,
        several=False,
        help_text="Mitglieder kommen vom Namen zum Profil der Person, wenn es offen ist. Wer kein Konto hat, steht nur mit "
        "Namen da.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        author = self.instance
        key = str(author.person_id) if author.person_id else ""
        kept = {key: (author.person, author.name)} if key else {}
        self.fields["person"].source = People(User.objects.visible_to(self.for_user), kept=kept)
        self.initial["person"] = [key] if key else []

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        person = data.get("person")
        if data.get("name"):
            return data
        if person:
            data["name"] = person.get_full_name()
            data["role"] = data.get("role") or words_on(person)[:LONGEST_ROLE]
        elif not self.is_deferred_validation and "person" not in self.errors:
            self.add_error("name", "Bitte geben Sie einen Namen an, oder wählen Sie eine Person.")
        return data


class AuthorsPanel(InlinePanel):
    """Its rows know who edits, because the people to pick from depend on it."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        deferred = rows["form"]._meta.defer_required_on_fields
        rows["form"] = get_form_for_model(
            self.db_field.related_model, form_class=AuthorForm, defer_required_on_fields=deferred
        )
        rows["inherit_kwargs"] = ["for_user"]
        return options
