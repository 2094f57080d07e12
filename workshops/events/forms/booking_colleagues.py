"""Booking for several colleagues, and for people of one's organisation without account."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from django import forms

from netzwerk.seats.models import Format
from netzwerk.seats.services.booking import Guest
from netzwerk.texts.fields import AddressField, OneLineField, disable_autocomplete
from workshops.events.forms.booking import QuietForm

MOST_GUESTS, MOST_PEOPLE = 5, 50
WAIT, ALL = "warteliste", "alle"


def new_key() -> str:
    """Short enough to be followed by the key of a person in Booking.form_key."""
    return uuid4().hex[:24]


class ColleaguesForm(QuietForm):
    """`selectable`: keys and names of those who can be chosen."""

    people = forms.MultipleChoiceField(label="Aus Ihrem Haus", required=False)
    format = forms.ChoiceField(label="Wie nehmen sie teil?", widget=forms.RadioSelect)
    if_short = forms.ChoiceField(
        label="Wenn bis zum Absenden Plätze weggehen",
        choices=[
            (WAIT, "Wer keinen Platz bekommt, kommt auf die Warteliste"),
            (ALL, "Nur anmelden, wenn alle einen Platz bekommen"),
        ],
        initial=WAIT,
        widget=forms.RadioSelect,
    )
    form_key = forms.RegexField(r"^[0-9a-f]{24}$", widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any,
        *,
        selectable: Sequence[tuple[int, str]],
        formats: Sequence[tuple[Format, str]],
        has_waiting_list: bool,
        takes_guests: bool,
    ) -> None:
        super().__init__(data, initial={"form_key": new_key()})
        self.fields["people"].choices = [(str(key), name) for key, name in selectable]
        self.formats = {str(one.pk): one for one, _words in formats}
        if len(formats) > 1:
            self.fields["format"].choices = [(str(one.pk), f"{one}: {seats}") for one, seats in formats]
        else:
            del self.fields["format"]
        if not has_waiting_list:
            del self.fields["if_short"]
        for number in range(MOST_GUESTS if takes_guests else 0):
            self.fields[f"name{number}"] = OneLineField(label="Name", max_length=200, required=False)
            self.fields[f"email{number}"] = AddressField(label="Dienstliche E-Mail", max_length=254, required=False)
        disable_autocomplete(self)

    def guest_rows(self, number: int) -> Iterable[tuple[forms.BoundField, forms.BoundField]]:
        known = [one for one in range(MOST_GUESTS) if f"name{one}" in self.fields][:number]
        return [(self[f"name{one}"], self[f"email{one}"]) for one in known]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for number in range(MOST_GUESTS):
            name, email = data.get(f"name{number}", ""), data.get(f"email{number}", "")
            if name and not email and f"email{number}" not in self.errors:
                self.add_error(f"email{number}", "Bitte geben Sie auch die E-Mail-Adresse an.")
            if email and not name and f"name{number}" not in self.errors:
                self.add_error(f"name{number}", "Bitte geben Sie auch den Namen an.")
        if len(data.get("people", [])) > MOST_PEOPLE:
            self.add_error("people", f"Bitte melden Sie höchstens {MOST_PEOPLE} Personen auf einmal an.")
        if not self.errors and not data.get("people") and not self.guests():
            self.add_error("people", "Bitte wählen Sie mindestens eine Person aus.")
        return data

    def guests(self) -> list[Guest]:
        data = self.cleaned_data
        rows = [(data.get(f"name{one}"), data.get(f"email{one}")) for one in range(MOST_GUESTS)]
        return [Guest(name, email) for name, email in rows if name and email]

    @property
    def chosen_format(self) -> Format:
        return self.formats[self.cleaned_data.get("format") or next(iter(self.formats))]

    @property
    def all_or_none(self) -> bool:
        """Without a waiting list nobody could come on one."""
        return self.cleaned_data.get("if_short", ALL) == ALL

    @property
    def if_short_words(self) -> str:
        return dict(ColleaguesForm.base_fields["if_short"].choices)[ALL if self.all_or_none else WAIT]


class RuleForm(forms.Form):
    needs_release = forms.BooleanField(label="Anmeldungen unserer Mitarbeitenden erst freigeben", required=False)


class WishForm(forms.Form):
    by_colleagues = forms.BooleanField(label="Die Koordination darf mich zu Veranstaltungen anmelden", required=False)
