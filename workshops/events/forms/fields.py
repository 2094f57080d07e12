"""Fields that forms of workshops share: organisations to pick, a time of day, learning hours."""

import re
from collections.abc import Sequence
from datetime import time
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import formats

from netzwerk.hours.counting import UNIT
from netzwerk.lists.picking import MOST_FOUND, Candidate, PickerField, PickerWidget
from netzwerk.members.models.organisations import OrganisationQuerySet
from netzwerk.texts.cleaning import without_invisible
from netzwerk.texts.notation import read_number

CLOCK = re.compile(r"^([0-9]{1,2})(?:[:.h ]?([0-9]{2}))?(?:uhr)?$")
MINUTES = re.compile(r"\s*(?:minuten|minute|min\.?)$", re.IGNORECASE)
UNITS = re.compile(r"\s*(?:unterrichtseinheiten|ue)$", re.IGNORECASE)
MOST_MINUTES = 24 * 60 * 7


class Organisations:
    """Organisations that somebody may pick, found by the words of their name or place."""

    def __init__(self, organisations: OrganisationQuerySet) -> None:
        self.organisations = organisations

    def find(self, words: str) -> list[Candidate]:
        if not words:
            return []
        return [self._candidate(one) for one in self.organisations.matching(words).order_by("name", "pk")[:MOST_FOUND]]

    def look_up(self, keys: Sequence[str]) -> dict[str, Candidate]:
        return {key: self._candidate(one) for key, one in self._known(keys).items()}

    def pick(self, keys: Sequence[str]) -> list[Any]:
        known = self._known(keys)
        return [known[key] for key in keys]

    def _known(self, keys: Sequence[str]) -> dict[str, Any]:
        pks = [int(key) for key in keys if key.isdecimal() and len(key) <= 18]
        return {str(one.pk): one for one in self.organisations.filter(pk__in=pks)} if pks else {}

    @staticmethod
    def _candidate(one: Any) -> Candidate:
        return Candidate(str(one.pk), one.name, one.place)


class OrganisationsWidget(PickerWidget):
    search_label = "Nach Name oder Ort suchen"
    nothing_found = "Dazu gibt es keine Organisation im Netzwerk. Schon ein Teil des Namens genügt."


class OrganisationsField(PickerField):
    widget = OrganisationsWidget


class ClockField(forms.TimeField):
    """A time of day as people write it: 9:30, 9.30, 930, 9 Uhr."""

    widget = forms.TimeInput
    default_error_messages = {"invalid": "Bitte geben Sie eine Uhrzeit an, zum Beispiel 9:30."}

    def __init__(self, **options: Any) -> None:
        widget = forms.TimeInput(attrs={"type": "time", "autocomplete": "off"}, format="%H:%M")
        super().__init__(**{"widget": widget} | options)

    def to_python(self, value: Any) -> time | None:
        if value is None or isinstance(value, time):
            return value
        written = without_invisible(str(value)).lower().replace(" ", "")
        if not written:
            return None
        match = CLOCK.match(written.removesuffix(":00") if written.count(":") == 2 else written)
        hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 0)
        if hour > 23 or minute > 59:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return time(hour, minute)


class UnitsField(forms.CharField):
    """Learning hours: a number is in Unterrichtseinheiten, "200 Minuten" in minutes. Its value are minutes."""

    default_error_messages = {
        "invalid": "Bitte geben Sie Unterrichtseinheiten an, zum Beispiel 6, oder Minuten, zum Beispiel 200 Minuten.",
        "not_whole": "Das ergibt keine ganzen Minuten. Bitte schreiben Sie zum Beispiel 200 Minuten.",
        "too_many": "Das ist mehr, als an einem Termin möglich ist. Bitte prüfen Sie die Zahl.",
    }

    def to_python(self, value: Any) -> int:
        written = without_invisible(super().to_python(value) or "").strip()
        if not written:
            return 0
        factor = 1 if MINUTES.search(written) else UNIT
        try:
            number = read_number(UNITS.sub("", MINUTES.sub("", written)), groups_by_point=False)
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error
        minutes = number * factor
        if minutes < 0:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        if minutes > MOST_MINUTES:
            raise forms.ValidationError(self.error_messages["too_many"], code="too_many")
        if minutes != minutes.to_integral_value():
            raise forms.ValidationError(self.error_messages["not_whole"], code="not_whole")
        return int(minutes)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        if not value:
            return ""
        units = Decimal(value) / UNIT
        if units * 2 == (units * 2).to_integral_value():
            return formats.number_format(units.normalize(), use_l10n=True, force_grouping=False)
        return f"{value} Minuten"
