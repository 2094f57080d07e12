"""Who was there: the answers on the page that closes dates, and the correction of one person afterwards."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from netzwerk.seats.models import Attendance
from netzwerk.texts.dates import long_date
from netzwerk.texts.fields import NumberField, OneLineField
from workshops.events.models import WorkshopDate

Extent = Attendance.Extent
CLOSE_CHOICES = [
    ("", "bitte angeben"),
    (str(Extent.WHOLE), "da"),
    (str(Extent.HALF), "halb da"),
    (str(Extent.MINUTES), "zeitweise, in Minuten"),
    (str(Extent.ABSENT), "nicht da"),
    (str(Extent.EXCUSED), "entschuldigt"),
]
MOST_MINUTES = 1440
HOW_MANY = f"Wie viele Minuten? Bitte geben Sie eine Zahl von 1 bis {MOST_MINUTES} an."


def read_answer(data: Mapping[str, str], name: str) -> tuple[str, int | None, str]:
    """Extent, minutes and error of the field `name`; an empty extent says nothing."""
    extent = data.get(name, "")
    if extent not in (key for key, _label in CLOSE_CHOICES):
        return "", None, "Bitte wählen Sie eine der Angaben."
    if extent != Extent.MINUTES:
        return extent, None, ""
    said = str(data.get(f"{name}-minuten", "")).strip()
    if not (said.isascii() and said.isdecimal() and len(said) <= 4 and 0 < int(said) <= MOST_MINUTES):
        return extent, None, HOW_MANY
    return extent, int(said), ""


class CorrectionForm(forms.Form):
    """For each closed date the extent and the minutes, and the reason for the change."""

    def __init__(self, data: Any, *, rows: Sequence[WorkshopDate], known: Mapping[int, Attendance]) -> None:
        super().__init__(data)
        self.rows = rows
        for row in rows:
            day, said = long_date(row.date.start_day), known.get(row.date_id)
            self.fields[f"extent-{row.pk}"] = forms.ChoiceField(
                label=f"{day}: Anwesenheit", choices=CLOSE_CHOICES, initial=said.extent if said else ""
            )
            self.fields[f"minutes-{row.pk}"] = NumberField(
                label=f"{day}: Minuten, nur bei „zeitweise“",
                required=False,
                min_value=1,
                max_value=MOST_MINUTES,
                initial=said.minutes if said else None,
            )
        self.fields["reason"] = OneLineField(
            label="Grund der Berichtigung",
            max_length=300,
            help_text="Er steht in der Stundenbuchung der Person und auf der Seite, die das Papier prüft.",
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for row in self.rows:
            name = f"minutes-{row.pk}"
            if data.get(f"extent-{row.pk}") == Extent.MINUTES and not data.get(name) and name not in self.errors:
                self.add_error(name, HOW_MANY)
        return data

    def values(self) -> dict[int, tuple[str, int | None]]:
        """Extent and minutes by key of the calendar's date."""
        found = {}
        for row in self.rows:
            extent = self.cleaned_data[f"extent-{row.pk}"]
            minutes = self.cleaned_data[f"minutes-{row.pk}"] if extent == Extent.MINUTES else None
            found[row.date_id] = (extent, minutes)
        return found
