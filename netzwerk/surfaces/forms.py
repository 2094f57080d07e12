"""What every public form of the portal shares: text without traps, and a field that only robots fill."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

from netzwerk.surfaces.texts import one_line, plain_text

MAX_DIGITS = 18  # of an id that fits into the database's 64 bits


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: also an empty post is one, and must show its errors."""
    return request.POST if request.method == "POST" else None


def posted_files(request: HttpRequest) -> MultiValueDict | None:
    """The files of `posted`. On GET there are none: an empty dictionary of files would bind the form, and show it empty."""
    return request.FILES if request.method == "POST" else None


def kept_values(form: forms.Form) -> list[tuple[str, str]]:
    """Names and values of what was typed, for hidden inputs on a page that asks once more before something binding."""
    return [(name, value) for name in form.fields for value in form.data.getlist(form.add_prefix(name))]


class OneLineField(forms.CharField):
    """A line of text, brought into one line without control characters."""

    def clean(self, value: str) -> str:
        return super().clean(one_line(value or ""))


class TextField(forms.CharField):
    """Several lines of text without control characters."""

    widget = forms.Textarea

    def clean(self, value: str) -> str:
        return super().clean(plain_text(value or ""))


class HoneypotForm(forms.Form):
    """A field that people neither see nor fill. Who fills it is answered politely and sends nothing."""

    website = forms.CharField(
        label="Bitte leer lassen",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    honeypot_name = "website"

    def is_robot(self) -> bool:
        return bool(self.cleaned_data.get(self.honeypot_name))


class DayInput(forms.DateInput):
    """The browser's own calendar, which wants a day as 2026-03-24 whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs={"autocomplete": "off"} | (attrs or {}), format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day in a time that a calendar of this portal may mean; others would not fit into the arithmetic of dates."""

    widget = DayInput
    first, last = date(1990, 1, 1), date(2100, 12, 31)

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        if day and not self.first <= day <= self.last:
            raise forms.ValidationError("Bitte geben Sie einen Tag zwischen 1990 und 2100 an.")
        return day


class ChoicesField(forms.ModelMultipleChoiceField):
    """Rows to tick. An id that no database could hold is as foreign as any other."""

    def clean(self, value: Any) -> QuerySet:
        for one in value or []:
            if len(str(one)) > MAX_DIGITS:
                raise forms.ValidationError(self.error_messages["invalid_choice"], params={"value": str(one)[:20]})
        return super().clean(value)


def complete_nothing(form: forms.Form) -> None:
    """For a form about somebody or something else than the person who fills it in: the browser proposes no own data."""
    for field in form.fields.values():
        if not isinstance(field.widget, forms.CheckboxInput | forms.RadioSelect | forms.FileInput):
            field.widget.attrs.setdefault("autocomplete", "off")
