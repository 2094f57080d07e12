"""Filters of the list of dates, venues, and rules of repetition in plain German."""

import re
from datetime import date as day_type
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from netzwerk.calendar.models import Date, Venue
from netzwerk.calendar.models.venues import districts
from netzwerk.calendar.repetition import EVERY_CHOICES, INTERVALS, MOST, Every, RepetitionError, Rule
from netzwerk.lists.fields import KnownChoicesField
from netzwerk.surfaces import registry
from netzwerk.texts.fields import (
    DayField,
    NumberField,
    OneLineField,
    PostcodeField,
    TextField,
    disable_autocomplete,
)
from netzwerk.texts.notation import UnknownDay, read_day

FORMATS = (("ort", "vor Ort"), ("online", "online"), ("beides", "beides möglich"))


class DatesForm(forms.Form):
    """Filters. They come from the URL, so unknown values are ignored. Features add theirs (registry.date_filters)."""

    fuer = KnownChoicesField(label="Für wen", choices=[])
    art = KnownChoicesField(label="Art", choices=[])
    wie = KnownChoicesField(label="Wie", choices=FORMATS)
    thema = KnownChoicesField(label="Thema", choices=[])
    kreis = KnownChoicesField(label="Region", choices=[])

    def __init__(
        self, data: Any, *, topics: list[tuple[str, str]], districts: list[tuple[str, str]], has_members: bool
    ) -> None:
        super().__init__(data)
        if has_members:  # whoever is not signed in sees public dates only
            self.fields["fuer"].choices = Date.Audience.choices
        self.fields["art"].choices = registry.date_kind_choices()
        self.fields["thema"].choices = topics
        self.fields["kreis"].choices = districts
        for one in registry.date_filters:
            self.fields[one.key] = KnownChoicesField(label=one.label, choices=list(one.choices))


class VenueForm(forms.Form):
    """A place. The facts on accessibility begin with "nicht geprüft", so that nobody states one by accident."""

    TEXTS = ("name", "street", "postcode", "place", "way", "accessibility")

    name = OneLineField(label="Name des Hauses", max_length=120)
    street = OneLineField(label="Straße und Hausnummer", max_length=120)
    postcode = PostcodeField(label="Postleitzahl")
    place = OneLineField(label="Ort", max_length=80)
    district = forms.ModelChoiceField(
        label="Kreis oder kreisfreie Stadt",
        queryset=None,
        required=False,
        empty_label="keine Angabe",
        help_text="Danach finden Leser:innen Termine in ihrer Region.",
    )
    way = TextField(
        label="Anfahrt und Weg",
        max_length=2000,
        required=False,
        help_text="Haltestelle, Parkplatz, Eingang: so, dass man ohne Nachfrage ankommt.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    accessibility = TextField(
        label="Mehr zur Barrierefreiheit",
        max_length=2000,
        required=False,
        help_text="Zum Beispiel Türbreiten, eine Rampe auf Nachfrage, ein ruhiger Raum, und wen man vorher anruft.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    is_closed = forms.BooleanField(
        label="nicht mehr für neue Termine anbieten",
        required=False,
    )

    field_order = (
        "name",
        "street",
        "postcode",
        "place",
        "district",
        "way",
        *Venue.FACTS,
        "accessibility",
        "is_closed",
    )

    def __init__(self, data: Any = None, *, venue: Venue | None = None) -> None:
        names = (*self.TEXTS, *Venue.FACTS, "district", "is_closed")
        super().__init__(data, initial={name: getattr(venue, name) for name in names} if venue else None)
        self.fields["district"].queryset = districts()
        for name in Venue.FACTS:
            label = str(Venue._meta.get_field(name).verbose_name)
            self.fields[name] = forms.ChoiceField(label=label, choices=Venue.Fact.choices, required=False)
        if venue is None:
            del self.fields["is_closed"]
        self.order_fields(self.field_order)
        disable_autocomplete(self)


class DaysField(forms.CharField):
    """Several days, separated by commas or line breaks: "1.11.2026, 24. Dezember 2026"."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> list[day_type]:
        days = []
        for part in re.split(r"[\n,;]+", super().to_python(value) or ""):
            if not part.strip():
                continue
            try:
                days.append(read_day(part.strip()))
            except UnknownDay as error:
                raise ValidationError(f"Den Tag „{part.strip()}“ gibt es nicht. Bitte prüfen Sie ihn.") from error
            except ValueError as error:
                raise ValidationError(
                    f"„{part.strip()[:40]}“ ist kein Datum. Bitte schreiben Sie zum Beispiel 1.11.2026, mehrere mit Komma."
                ) from error
        if len(days) > MOST:
            raise ValidationError(f"Bitte lassen Sie höchstens {MOST} Tage aus.")
        return sorted(set(days))


class RepetitionForm(forms.Form):
    """How a date repeats. Features put it beside their form of the first date and show `days` before they save."""

    every = forms.ChoiceField(label="Wie oft", choices=[(key.value, label) for key, label in EVERY_CHOICES])
    interval = forms.TypedChoiceField(
        label="Abstand",
        choices=INTERVALS,
        coerce=int,
        required=False,
        empty_value=1,
        help_text="„jedes zweite Mal“ heißt zum Beispiel: alle zwei Wochen.",
    )
    until = DayField(label="Letzter möglicher Tag", required=False, help_text="Oder unten die Zahl der Termine.")
    count = NumberField(label="Zahl der Termine", required=False, help_text="Nur nötig ohne letzten Tag.")
    but = DaysField(
        label="Nicht am",
        required=False,
        max_length=2000,
        help_text="Tage, die ausfallen, zum Beispiel Feiertage: 1.11.2026, 24.12.2026",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, first: day_type | None = None, **kwargs: Any) -> None:
        """`first` is the day of the first date, None while it is unknown or wrong: then no rule is checked."""
        self.first = first
        super().__init__(*args, **kwargs)
        disable_autocomplete(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.first is not None and not self.errors:
            try:
                data["days"] = self.rule().days()
            except RepetitionError as error:
                self.add_error(None, str(error))
        return data

    def rule(self) -> Rule:
        """The chosen rule; call it on a valid form with `first`."""
        data = self.cleaned_data
        return Rule(
            self.first,
            Every(data["every"]),
            data.get("interval") or 1,
            data.get("until"),
            data.get("count"),
            tuple(data.get("but") or ()),
        )
