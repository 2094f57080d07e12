"""Forms about organisations: their own profile, official data, pilot site."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from netzwerk.autosave.forms import SEEN, AutosavedForm, hidden
from netzwerk.members.models import Organisation, PilotSite, User
from netzwerk.members.regions import ags_error, check_ags
from netzwerk.members.services import profile_drafts
from netzwerk.texts.fields import (
    AddressField,
    CodeField,
    DayField,
    DecimalNumberField,
    NumberField,
    OneLineField,
    PhoneField,
    PostcodeField,
    TextField,
    WebAddressField,
    disable_autocomplete,
)
from netzwerk.vocabulary.forms import TermsField
from netzwerk.vocabulary.models import Term

LOGO_BYTES = 2 * 1024 * 1024


def values_of(instance: Organisation, names: tuple[str, ...]) -> dict:
    return {name: getattr(instance, name) for name in names}


def degrees_field(label: str, low: Decimal, high: Decimal, example: str) -> DecimalNumberField:
    return DecimalNumberField(
        label=label,
        groups_by_point=False,
        required=False,
        max_digits=7,
        decimal_places=5,
        min_value=low,
        max_value=high,
        help_text=f"Dezimalgrad, zum Beispiel {example}.",
    )


class ProfileForm(AutosavedForm, forms.Form):
    """The part of the profile that the organisation maintains. Its texts are saved as a draft while somebody writes."""

    OWN = ("description", "street", "postcode", "contact_name", "email", "phone", "website")

    description = TextField(
        label="Beschreibung",
        max_length=4000,
        required=False,
        help_text="Was tun Sie, für wen, und was bringen Sie ins Netzwerk ein? Zwei bis fünf Sätze.",
        widget=forms.Textarea(attrs={"rows": 7, "autocomplete": "off"}),
    )
    topics = TermsField(label="Themen")
    street = OneLineField(label="Straße und Hausnummer", max_length=120, required=False)
    postcode = PostcodeField(label="Postleitzahl", required=False)
    contact_name = OneLineField(
        label="Ansprechperson",
        max_length=120,
        required=False,
        help_text="Steht öffentlich auf dem Profil. Fragen Sie die Person vorher.",
    )
    email = AddressField(
        label="E-Mail-Adresse", max_length=254, required=False, help_text="Steht öffentlich auf dem Profil."
    )
    phone = PhoneField(label="Telefon", max_length=40, required=False)
    website = WebAddressField(label="Internetadresse", required=False, max_length=200)
    logo = forms.ImageField(
        label="Logo",
        required=False,
        help_text="JPEG, PNG oder WebP, höchstens 2 MB. Ein neues Bild ersetzt das alte.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    remove_logo = forms.BooleanField(label="Logo entfernen", required=False)
    profile = TextField(
        label="So arbeitet der Pilotstandort",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict | None = None,
        *,
        organisation: Organisation,
        topics: QuerySet[Term],
        user: User,
        choices: dict[str, Any] | None = None,
    ) -> None:
        """`choices` are those of a form whose draft has just been saved, for an unbound form that goes on with them."""
        self.organisation, self.topics = organisation, topics
        about = {"of": organisation, "key": str(organisation.pk), "user": user, "gives_back": choices is None}
        initial = {"topics": list(organisation.topics.all())} | (choices or {})
        super().__init__(data, files, initial=initial, autosaved="organisation-profile", **about)

    def adapt_fields(self) -> None:
        for name, version in profile_drafts.choice_versions(self.organisation).items():
            self.fields[SEEN + name] = hidden(version)
        self.fields["topics"].queryset = self.topics
        disable_autocomplete(self)
        if "profile" not in self.stored:  # of pilot sites only
            del self.fields["profile"]
        if not self.organisation.logo_id:
            del self.fields["remove_logo"]

    def clean_logo(self):
        """Checks the size; the upload guard checks everything else when the picture is stored."""
        upload = self.cleaned_data["logo"]
        if upload and upload.size > LOGO_BYTES:
            raise ValidationError("Das Bild ist größer als 2 MB. Bitte wählen Sie ein kleineres.")
        return upload

    @property
    def seen(self) -> dict[str, str]:
        """Of topics and logo too: the versions that were chosen from."""
        return super().seen | {name: self.data.get(SEEN + name, "") for name in profile_drafts.CHOICES}

    @property
    def choices(self) -> dict[str, Any]:
        """What was chosen and is not part of the draft, with the versions that it was chosen from."""
        chosen = {"topics": self.data.getlist("topics"), "remove_logo": bool(self.data.get("remove_logo"))}
        return chosen | {SEEN + name: self.seen[name] for name in profile_drafts.CHOICES}

    @property
    def has_new_choices(self) -> bool:
        """Whether this person has changed what a draft does not keep."""
        is_new_logo = bool(self.files.get("logo") or self.data.get("remove_logo"))
        return is_new_logo or set(self.data.getlist("topics")) != set(self.seen["topics"].split())

    def data_on(self, organisation: Organisation) -> QueryDict:
        """What was sent, as if it had been chosen from the topics and the logo of now: what this person has ticked or unticked
        is ticked or unticked there."""
        versions = profile_drafts.choice_versions(organisation)
        ticked, seen = set(self.data.getlist("topics")), set(self.seen["topics"].split())
        data = self.data.copy()
        data.setlist("topics", sorted(set(versions["topics"].split()) - (seen - ticked) | (ticked - seen)))
        if self.seen["logo"] != versions["logo"]:
            data.pop("remove_logo", None)
        for name, version in versions.items():
            data[SEEN + name] = version
        return data

    def values(self) -> dict:
        data = {name: self.cleaned_data[name] for name in self.OWN}
        return data | {"topics": list(self.cleaned_data["topics"])}


class OfficialForm(forms.Form):
    """The data that the network office maintains."""

    NAMES = ("name", "kind", "ags", "place", "postcode", "street", "inhabitants", "latitude", "longitude")

    name = OneLineField(label="Name", max_length=200)
    kind = forms.ChoiceField(label="Art", choices=[("", "Bitte wählen"), *Organisation.Kind.choices])
    ags = CodeField(
        label="Gemeindeschlüssel (AGS)",
        required=False,
        validators=[check_ags],
        help_text="Acht Ziffern; bei Trägern und Verbänden der Schlüssel des Sitzes.",
    )
    district_name = OneLineField(
        label="Name des Kreises",
        max_length=120,
        required=False,
        help_text="Nur nötig, wenn das Portal den Kreis noch nicht kennt.",
    )
    street = OneLineField(label="Straße und Hausnummer", max_length=120, required=False)
    postcode = PostcodeField(label="Postleitzahl", required=False)
    place = OneLineField(label="Ort", max_length=120)
    inhabitants = NumberField(label="Einwohner:innen", required=False, min_value=1, max_value=20_000_000)
    latitude = degrees_field("Geografische Breite", Decimal(47), Decimal("55.2"), "51,48165")
    longitude = degrees_field("Geografische Länge", Decimal("5.5"), Decimal("15.5"), "7,21648")

    def __init__(self, *args, organisation: Organisation | None = None, **kwargs) -> None:
        initial = values_of(organisation, self.NAMES) if organisation else {}
        super().__init__(*args, initial=initial, **kwargs)
        disable_autocomplete(self)

    def clean(self) -> dict:
        data = super().clean()
        kind, ags = data.get("kind", ""), data.get("ags") or ""
        if wrong := ags_error(kind, ags):
            self.add_error("ags", wrong)
        if (data.get("latitude") is None) != (data.get("longitude") is None):
            self.add_error("longitude", "Bitte geben Sie Breite und Länge an, oder keine von beiden.")
        return data


class PilotSiteForm(forms.Form):
    goals = forms.MultipleChoiceField(
        label="Breite des Ziels",
        choices=[(name, str(PilotSite._meta.get_field(name).verbose_name)) for name in PilotSite.GOALS],
        widget=forms.CheckboxSelectMultiple,
        help_text="Eines, zwei oder alle drei.",
    )
    payment = forms.ChoiceField(
        label="Fallmanagement und Leistung", choices=PilotSite.Payment, widget=forms.RadioSelect
    )
    background = forms.ChoiceField(
        label="Herkunft der Fachkräfte", choices=PilotSite.Background, widget=forms.RadioSelect
    )
    started_on = DayField(label="Beginn")
    ended_on = DayField(label="Ende", required=False)
    full_time_posts = DecimalNumberField(
        label="Vollzeitstellen",
        max_digits=5,
        decimal_places=2,
        min_value=Decimal("0.25"),
        help_text="Zum Beispiel 4,5.",
    )

    def __init__(self, *args, site: PilotSite | None = None, **kwargs) -> None:
        names = [name for name in self.base_fields if name != "goals"]
        initial = {name: getattr(site, name) for name in names} if site else {}
        initial["goals"] = [name for name in PilotSite.GOALS if getattr(site, name, False)]
        super().__init__(*args, initial=initial, **kwargs)
        disable_autocomplete(self)

    def clean(self) -> dict:
        data = super().clean()
        if data.get("ended_on") and data.get("started_on") and data["ended_on"] < data["started_on"]:
            self.add_error("ended_on", "Das Ende liegt vor dem Beginn.")
        return data

    def values(self) -> dict:
        """Keyword arguments for set_pilot_site()."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "goals"}
        return data | {name: name in self.cleaned_data["goals"] for name in PilotSite.GOALS}
