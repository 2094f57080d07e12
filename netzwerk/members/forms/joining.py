"""Forms for applicants and invited people."""

from django import forms
from django.contrib.auth import password_validation

from netzwerk.members.forms.autocomplete import PERSON, AutocompleteForm
from netzwerk.members.models import Organisation, User
from netzwerk.members.regions import ags_error, check_ags
from netzwerk.texts.fields import (
    AddressField,
    ChoicesField,
    CodeField,
    HoneypotForm,
    NumberField,
    OneLineField,
    PhoneField,
    PostcodeField,
    TextField,
    WebAddressField,
)


class ApplicationForm(AutocompleteForm, HoneypotForm):
    """An organisation applies."""

    autocomplete = PERSON | {
        "name": "organization",
        "street": "address-line1",
        "postcode": "postal-code",
        "place": "address-level2",
        "district_name": "address-level1",
        "ags": "off",
        "inhabitants": "off",
        "website": "url",
    }

    name = OneLineField(label="Name der Organisation", max_length=200)
    kind = forms.ChoiceField(label="Art der Organisation", choices=[("", "Bitte wählen"), *Organisation.Kind.choices])
    street = OneLineField(label="Straße und Hausnummer", max_length=120, required=False)
    postcode = PostcodeField(label="Postleitzahl")
    place = OneLineField(label="Ort", max_length=120)
    district_name = OneLineField(label="Kreis oder kreisfreie Stadt", max_length=120, required=False)
    ags = CodeField(
        label="Amtlicher Gemeindeschlüssel (AGS)",
        required=False,
        validators=[check_ags],
        help_text="Acht Ziffern. Für Gemeinden, Städte und Kreise, wenn Sie ihn zur Hand haben.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    inhabitants = NumberField(
        label="Einwohner:innen",
        required=False,
        min_value=1,
        max_value=20_000_000,
        help_text="Für Gemeinden, Städte und Kreise: eine gerundete Zahl genügt.",
    )
    website = WebAddressField(label="Internetadresse", required=False, max_length=200)
    reason = TextField(
        label="Was erhoffen Sie sich vom Netzwerk?",
        max_length=3000,
        help_text="Zwei, drei Sätze genügen. Bitte keine Angaben über Menschen, die Sie beraten.",
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )
    first_name = OneLineField(label="Ihr Vorname", max_length=100)
    last_name = OneLineField(label="Ihr Nachname", max_length=100)
    function = OneLineField(label="Ihre Funktion", max_length=120)
    email = AddressField(
        label="Ihre dienstliche E-Mail-Adresse",
        max_length=254,
        help_text="Dorthin schreiben wir. Mit dieser Adresse melden Sie sich später an.",
    )
    phone = PhoneField(label="Telefon", max_length=40, required=False)

    def clean(self) -> dict:
        data = super().clean()
        kind, ags = data.get("kind", ""), data.get("ags", "")
        if wrong := ags_error(kind, ags):
            self.add_error("ags", wrong)
        return data

    def organisation_fields(self) -> list[forms.BoundField]:
        person = {field.name for field in self.person_fields()}
        return [field for field in self if field.name not in person and field.name != self.honeypot_name]

    def person_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("first_name", "last_name", "function", "email", "phone")]

    def summary(self) -> list[tuple[str, str]]:
        """Label and text of every filled-in field, for the review before sending."""
        kinds = dict(Organisation.Kind.choices)
        texts = {
            name: kinds.get(value, value) if name == "kind" else value for name, value in self.cleaned_data.items()
        }
        return [
            (str(field.label), str(texts[name]))
            for name, field in self.fields.items()
            if name != self.honeypot_name and texts.get(name)
        ]


class AskForInvitationForm(AutocompleteForm, HoneypotForm):
    """A person asks the coordination of a member organisation for an invitation."""

    autocomplete = PERSON | {"name": "name"}

    name = OneLineField(label="Ihr Name", max_length=120)
    function = OneLineField(label="Ihre Funktion", max_length=120)
    email = AddressField(label="Ihre dienstliche E-Mail-Adresse", max_length=254)
    text = TextField(
        label="Nachricht an die Koordination",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


class AnswerForm(forms.Form):
    answer = TextField(
        label="Ihre Antwort", max_length=3000, widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"})
    )


class AccountForm(AutocompleteForm):
    """An invited person creates an account."""

    first_name = OneLineField(label="Vorname", max_length=100)
    last_name = OneLineField(label="Nachname", max_length=100)
    password = forms.CharField(
        label="Passwort",
        strip=False,
        max_length=200,
        help_text="Mindestens zwölf Zeichen. Ein Satz, den nur Sie kennen, ist leichter zu merken als Sonderzeichen.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, email: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self) -> dict:
        data = super().clean()
        if data.get("password"):
            person = User(email=self.email, first_name=data.get("first_name", ""), last_name=data.get("last_name", ""))
            try:
                password_validation.validate_password(data["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data


class JoinForm(forms.Form):
    """A person with an account accepts an invitation, and may leave other organisations."""

    leave = ChoicesField(
        label="Ich wechsle: Diese Mitgliedschaft endet damit",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Nur ankreuzen, wenn Sie dort nicht mehr arbeiten. Ihre Rollen dort enden mit.",
    )

    def __init__(self, *args, memberships, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leave"].queryset = memberships
        self.fields["leave"].label_from_instance = lambda membership: str(membership.organisation)
        if not memberships:
            del self.fields["leave"]
