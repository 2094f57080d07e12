"""Forms of the screen "Plätze": another number of seats, and a new allotment."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from netzwerk.lists.picking import MOST_FOUND, Candidate, PickerField, PickingForm
from netzwerk.members.models import Organisation
from netzwerk.seats.models import Place
from netzwerk.texts.fields import MAX_DIGITS, DayField, NumberField, disable_autocomplete
from workshops.events.models.workshops import MOST_SEATS

RELEASE_AT = time(12)


class CapacityForm(forms.Form):
    seats = NumberField(label="Plätze für alle", min_value=0, max_value=MOST_SEATS)


class Houses:
    """Organisations of the network, found by name."""

    def __init__(self, organisations: Any) -> None:
        self.organisations = organisations

    def find(self, words: str) -> list[Candidate]:
        if not words:
            return []
        found = self.organisations.matching(words).order_by("name_key", "pk")
        return [_candidate(one) for one in found[:MOST_FOUND]]

    def look_up(self, keys: Any) -> dict[str, Candidate]:
        return {str(one.pk): _candidate(one) for one in self._known(keys)}

    def pick(self, keys: Any) -> list[Organisation]:
        known = {str(one.pk): one for one in self._known(keys)}
        return [known[key] for key in keys]

    def _known(self, keys: Any) -> Any:
        return self.organisations.filter(
            pk__in=[int(key) for key in keys if key.isdecimal() and len(key) <= MAX_DIGITS]
        )


def _candidate(one: Organisation) -> Candidate:
    return Candidate(str(one.pk), one.name, one.get_kind_display())


class AllotmentForm(PickingForm):
    """For whom, how many, and until when."""

    format = forms.ChoiceField(label="Form der Teilnahme", widget=forms.RadioSelect)
    organisations = PickerField(label="Organisationen", required=False, search_label="Nach dem Namen suchen")
    kinds = forms.MultipleChoiceField(
        label="Oder Arten von Organisationen",
        required=False,
        choices=Organisation.Kind.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    seats = NumberField(label="Plätze", min_value=1, max_value=MOST_SEATS)
    release_on = DayField(
        label="Reserviert bis",
        help_text="Um 12 Uhr dieses Tages werden die Plätze, die noch frei sind, für alle frei.",
    )

    def __init__(self, data: Any, *, place: Place, organisations: Any) -> None:
        super().__init__(data)
        self.place = place
        self.fields["organisations"].source = Houses(organisations)
        formats = [(str(one.pk), str(one)) for one in place.formats.all()]
        self.fields["format"].choices = formats
        if len(formats) == 1:
            del self.fields["format"]
        disable_autocomplete(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "organisations" not in self.errors and not data.get("organisations") and not data.get("kinds"):
            self.add_error(
                "organisations",
                "Für wen sind die Plätze? Bitte wählen Sie Organisationen oder Arten von Organisationen.",
            )
        if data.get("release_on") and not timezone.now() < self.release_at() <= self.place.starts_at:
            self.add_error("release_on", "Die Plätze werden spätestens zum Beginn frei, und frühestens ab jetzt.")
        return data

    def release_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["release_on"], RELEASE_AT))
