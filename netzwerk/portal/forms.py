"""The form renderer of all forms, the two forms to the network office, and the form of a review."""

from django import forms
from django.forms.renderers import TemplatesSetting

from netzwerk.texts.cleaning import one_line, plain_text
from netzwerk.texts.fields import AddressField, HoneypotForm


class PortalFormRenderer(TemplatesSetting):
    """Renders all forms alike: label, help, error and autocomplete."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    formset_template_name = "forms/form.html"


class ContactForm(HoneypotForm):
    name = forms.CharField(
        label="Ihr Name", max_length=120, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = AddressField(
        label="Ihre E-Mail-Adresse",
        max_length=254,
        help_text="Dorthin antworten wir.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    subject = forms.CharField(
        label="Worum geht es?", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    message = forms.CharField(
        label="Ihre Nachricht",
        max_length=5000,
        help_text="Bitte nennen Sie keine Namen oder Daten von Menschen, die Sie beraten.",
        widget=forms.Textarea(attrs={"rows": 7, "autocomplete": "off"}),
    )

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_subject(self) -> str:
        return one_line(self.cleaned_data["subject"])

    def clean_message(self) -> str:
        return plain_text(self.cleaned_data["message"])


class BarrierForm(HoneypotForm):
    page = forms.CharField(
        label="Auf welcher Seite?",
        max_length=300,
        required=False,
        help_text="Adresse oder Titel der Seite, wenn Sie sie kennen.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    barrier = forms.CharField(
        label="Was hat nicht funktioniert?",
        max_length=5000,
        help_text="Wenn Sie mögen: mit welchem Gerät, welchem Browser oder welcher Hilfe Sie unterwegs waren.",
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )
    email = AddressField(
        label="Ihre E-Mail-Adresse",
        max_length=254,
        required=False,
        help_text="Nur wenn Sie eine Antwort wünschen.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_page(self) -> str:
        return one_line(self.cleaned_data["page"])

    def clean_barrier(self) -> str:
        return plain_text(self.cleaned_data["barrier"])


class ReviewForm(forms.Form):
    """A decision on a submitted version; a request for changes needs a comment."""

    decision = forms.ChoiceField(choices=[("approve", "Freigeben"), ("reject", "Änderungen erbitten")])
    comment = forms.CharField(
        label="Anmerkung",
        max_length=2000,
        required=False,
        help_text="Für die Person, die geschrieben hat. Wenn Sie Änderungen erbitten: Was soll anders werden?",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict:
        data = super().clean()
        if data.get("decision") == "reject" and not data.get("comment", "").strip():
            self.add_error("comment", "Bitte schreiben Sie, was geändert werden soll.")
        return data
