"""Forms of the desk: the filter of bookings, and what is done with one booking."""

from collections.abc import Sequence
from typing import Any

from django import forms

from netzwerk.lists.fields import KnownChoiceField, WordsField
from netzwerk.lists.picking import PickingForm
from netzwerk.members.forms.people import People, PeopleField
from netzwerk.members.models.people import UserQuerySet
from netzwerk.seats.models import Format, Place, Pool
from netzwerk.seats.services.booking import Guest
from netzwerk.seats.words import reserved_for
from netzwerk.seats.words import seats as seats_in_words
from netzwerk.texts.fields import AddressField, OneLineField, TextField, disable_autocomplete
from workshops.events.services.registrations import BY_NAME, BY_STATE, NEWEST, STATES, WITH_NEEDS, Chosen

Choices = Sequence[tuple[str, str]]
ALL = ("", "alle")


class DeskFilter(forms.Form):
    """From the URL; unknown values filter nothing. `dates` are given where each date is booked singly."""

    suche = WordsField(
        label="Name oder Organisation",
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "maxlength": 100}),
    )
    bedarf = KnownChoiceField(label="Bedarf", required=False)
    termin = KnownChoiceField(label="Termin", required=False)
    form = KnownChoiceField(label="Form", required=False)
    sortierung = KnownChoiceField(
        label="Reihenfolge",
        required=False,
        choices=[(BY_NAME, "nach Name"), (BY_STATE, "nach Stand"), (NEWEST, "neueste zuerst")],
    )
    stand = KnownChoiceField(required=False, choices=[(key, key) for key in STATES], widget=forms.HiddenInput)

    def __init__(self, data: Any, *, needs: Choices, dates: Choices, formats: Choices) -> None:
        super().__init__(data)
        several = {
            "bedarf": [ALL, (WITH_NEEDS, "mit Angabe zum Bedarf"), *(needs if len(needs) > 1 else ())]
            if needs
            else [],
            "termin": [ALL, *dates] if len(dates) > 1 else [],
            "form": [ALL, *formats] if len(formats) > 1 else [],
        }
        for name, choices in several.items():
            if choices:
                self.fields[name].choices = choices
            else:
                del self.fields[name]
        self.is_valid()

    def chosen(self) -> Chosen:
        data = self.cleaned_data
        return Chosen(
            words=data["suche"],
            need=data.get("bedarf", ""),
            place=data.get("termin", ""),
            format=data.get("form", ""),
            tab=data["stand"],
            order=data["sortierung"],
        )

    def in_words(self) -> list[str]:
        """The chosen filters, for the title of the page."""
        data = self.cleaned_data
        words = [f"„{data['suche']}“"] if data["suche"] else []
        used = [name for name in ("bedarf", "termin", "form") if data.get(name)]
        return [*words, *(str(dict(self.fields[name].choices)[data[name]]) for name in used)]


class ConfirmForm(forms.Form):
    """Nothing to fill in: a button."""


class ReasonForm(forms.Form):
    reason = OneLineField(
        label="Grund",
        max_length=300,
        help_text="Die Person liest ihn in ihrer E-Mail.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class AddressForm(forms.Form):
    email = AddressField(
        label="E-Mail-Adresse", max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )


class FormatForm(forms.Form):
    format = forms.ChoiceField(label="Form der Teilnahme", widget=forms.RadioSelect)

    def __init__(self, data: Any, *, formats: Sequence[Format]) -> None:
        super().__init__(data)
        self.fields["format"].choices = [(str(one.pk), str(one)) for one in formats]


class PoolForm(forms.Form):
    pool = forms.ChoiceField(label="Platz aus", widget=forms.RadioSelect)

    def __init__(self, data: Any, *, pools: Sequence[Pool]) -> None:
        super().__init__(data)
        self.fields["pool"].choices = [(str(one.pk), words_on(one)) for one in pools]


def words_on(pool: Pool) -> str:
    """ "freie Plätze, 3 Plätze frei" """
    name = "freie Plätze" if pool.is_rest else f"Kontingent {reserved_for(pool)}"
    return f"{name}, {seats_in_words(pool.free)} frei"


class SubstituteForm(PickingForm):
    person = PeopleField(label="Ersatzperson", several=False)

    def __init__(self, data: Any, *, people: UserQuerySet) -> None:
        super().__init__(data)
        self.fields["person"].source = People(people, shows_first=True)


class GuestFields(forms.Form):
    """Somebody without an account. Without an address they get no mail and no certificate."""

    name = OneLineField(label="Vor- und Nachname", max_length=200, required=False)
    email = AddressField(
        label="E-Mail-Adresse",
        max_length=254,
        required=False,
        help_text="Ohne Adresse gibt es weder E-Mails noch eine Teilnahmebescheinigung.",
    )
    affiliation = OneLineField(label="Organisation", max_length=200, required=False)

    def guest(self) -> Guest:
        data = self.cleaned_data
        return Guest(data["name"], data["email"], data["affiliation"])


class SeatFields(forms.Form):
    """Which date and form, and whether the number of seats may grow."""

    place = forms.ChoiceField(label="Termin")
    format = forms.ChoiceField(label="Form der Teilnahme", widget=forms.RadioSelect)
    one_more = forms.BooleanField(label="Ein Platz mehr, falls keiner frei ist", required=False)

    def set_choices(self, *, places: Choices, formats: Choices) -> None:
        self.fields["place"].choices = places
        self.fields["format"].choices = formats
        if len(places) == 1:
            del self.fields["place"]
        if len(formats) == 1:
            del self.fields["format"]


class AddForm(SeatFields, GuestFields, PickingForm):
    """Somebody is added by hand: a person of the network, or a guest."""

    person = PeopleField(
        label="Person mit Konto",
        several=False,
        required=False,
        help_text="Oder füllen Sie die Felder für einen Gast aus.",
    )
    field_order = ("place", "format", "person", "name", "email", "affiliation", "one_more")

    def __init__(self, data: Any, *, people: UserQuerySet, places: Choices, formats: Choices) -> None:
        super().__init__(data)
        self.fields["person"].source = People(people)
        self.fields["name"].label = "Gast: Vor- und Nachname"
        self.fields["email"].label = "Gast: E-Mail-Adresse"
        self.fields["affiliation"].label = "Gast: Organisation"
        self.set_choices(places=places, formats=formats)
        disable_autocomplete(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "person" in self.errors:
            return data
        if data.get("person") and data.get("name"):
            self.add_error(
                "name", "Bitte wählen Sie eine Person mit Konto oder tragen Sie einen Gast ein, nicht beides."
            )
        if not data.get("person") and not data.get("name"):
            self.add_error(
                "name", "Wen möchten Sie eintragen? Bitte wählen Sie eine Person oder nennen Sie den Namen des Gastes."
            )
        return data


class WalkInForm(GuestFields):
    """Somebody stands at the door."""

    format = forms.ChoiceField(label="Form der Teilnahme", widget=forms.RadioSelect)
    one_more = forms.BooleanField(label="Ein Platz mehr, falls keiner frei ist", required=False)
    field_order = ("name", "affiliation", "email", "format", "one_more")

    def __init__(self, data: Any, *, formats: Choices) -> None:
        super().__init__(data)
        self.fields["name"].required = True
        self.fields["format"].choices = formats
        if len(formats) == 1:
            del self.fields["format"]
        disable_autocomplete(self)


class MessageForm(forms.Form):
    """To a group, or to the chosen ones (then without `group`)."""

    group = forms.ChoiceField(label="An wen")
    subject = OneLineField(label="Betreff", max_length=150)
    text = TextField(
        label="Nachricht",
        max_length=5000,
        help_text="Ohne Anrede und Gruß: Die E-Mail beginnt mit „Guten Tag“ und dem Namen und nennt Sie als Absender:in. "
        "Antworten gehen an die Kontaktadresse des Workshops.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    form_key = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, groups: Choices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["group"].choices = groups
        if not groups:
            del self.fields["group"]
        disable_autocomplete(self)


def formats_of(place: Place) -> list[tuple[str, str]]:
    return [(one.key, str(one)) for one in place.formats.all()]
