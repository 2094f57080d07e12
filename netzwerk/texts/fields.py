"""Form fields that all forms of the portal share, and the honeypot."""

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import RegexValidator, URLValidator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

from netzwerk.texts import addresses, notation
from netzwerk.texts.cleaning import one_line, plain_text, without_invisible

MAX_DIGITS = 18  # of an id that surely fits into the database's 64 bits


def posted(request: HttpRequest) -> QueryDict | None:
    """The data to bind a form to. An empty POST binds it too, so that its errors are shown."""
    return request.POST if request.method == "POST" else None


def posted_files(request: HttpRequest) -> MultiValueDict | None:
    """The files of `posted`. None on GET: an empty dictionary of files would bind the form and show it empty."""
    return request.FILES if request.method == "POST" else None


def submitted_values(form: forms.Form) -> list[tuple[str, str]]:
    """Names and values of what was submitted, for the hidden inputs of a page that asks for confirmation."""
    return [(name, value) for name in form.fields for value in form.data.getlist(form.add_prefix(name))]


class OneLineField(forms.CharField):
    """A text that is cleaned to one line without control characters."""

    def clean(self, value: str) -> str:
        return super().clean(one_line(value or ""))


class TextField(forms.CharField):
    """Several lines of text without control characters."""

    widget = forms.Textarea

    def clean(self, value: str) -> str:
        return super().clean(plain_text(value or ""))


class HoneypotForm(forms.Form):
    """A field that people neither see nor fill in. A robot that fills it in gets the usual answer, and nothing is sent."""

    contact_url = forms.CharField(
        label="Bitte leer lassen",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    honeypot_name = "contact_url"  # tempting to robots, and the name of no real field

    @property
    def honeypot(self) -> forms.BoundField:
        return self[self.honeypot_name]

    def is_robot(self) -> bool:
        return bool(self.cleaned_data.get(self.honeypot_name))

    def values(self) -> dict[str, Any]:
        """The cleaned data without the honeypot."""
        return {name: value for name, value in self.cleaned_data.items() if name != self.honeypot_name}


class DayInput(forms.DateInput):
    """The browser's own date picker, which needs a value like 2026-03-24 in every language."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs={"autocomplete": "off"} | (attrs or {}), format="%Y-%m-%d")

    def format_value(self, value: Any) -> str | None:
        """Convert German notation, so that a form that is shown again with errors keeps the day."""
        if isinstance(value, str):
            with suppress(ValueError):
                value = notation.read_day(value)
        return super().format_value(value)


class DayField(forms.DateField):
    """A day between `first` and `last`: date arithmetic on days near the limits of `date` would overflow."""

    widget = DayInput
    first, last = date(1990, 1, 1), date(2100, 12, 31)
    default_error_messages = {
        "invalid": "Bitte geben Sie ein Datum an, zum Beispiel 3.3.2026 oder 3. März 2026.",
        "unknown": "Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.",
    }

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, str):
            return super().to_python(value)
        if not without_invisible(value):
            return None
        try:
            return notation.read_day(value)
        except notation.UnknownDay as error:
            raise forms.ValidationError(self.error_messages["unknown"], code="invalid") from error
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        if day and not self.first <= day <= self.last:
            raise forms.ValidationError("Bitte geben Sie einen Tag zwischen 1990 und 2100 an.")
        return day


class GermanNumberMixin:
    """Reads numbers in German notation, for fields of whole and of decimal numbers."""

    widget = forms.TextInput
    groups_by_point = True

    def to_python(self, value: Any) -> Decimal | None:
        written = without_invisible(str(value)) if value is not None else ""
        if not written:
            return None
        try:
            return notation.read_number(written, groups_by_point=self.groups_by_point)
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error


class NumberField(GermanNumberMixin, forms.IntegerField):
    """A whole number in any notation that is usual in Germany: 9400, 9.400, 9 400."""

    default_error_messages = {"invalid": "Bitte geben Sie eine ganze Zahl an, zum Beispiel 9.400 oder 9400."}

    def to_python(self, value: Any) -> int | None:
        number = super().to_python(value)
        if number is not None and number != number.to_integral_value():
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return None if number is None else int(number)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "numeric"}


class DecimalNumberField(GermanNumberMixin, forms.DecimalField):
    """A number with a decimal comma. With `groups_by_point=False` a point is a decimal separator too, not a thousands one."""

    default_error_messages = {"invalid": "Bitte geben Sie eine Zahl an, zum Beispiel 4,5."}

    def __init__(self, *, groups_by_point: bool = True, **kwargs: Any) -> None:
        self.groups_by_point = groups_by_point
        super().__init__(**kwargs, localize=True)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal"}


class CodeField(forms.CharField):
    """A code without spaces: spaces and invisible characters are removed.

    The browser gets no `maxlength`, which would cut a pasted code before they are removed.
    """

    def to_python(self, value: Any) -> str:
        return without_invisible(super().to_python(value)).replace(" ", "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class PostcodeField(CodeField):
    """Five digits; a prefix like "D-" is removed."""

    default_validators = [RegexValidator(r"^[0-9]{5}$", "Die Postleitzahl hat fünf Ziffern.")]

    def to_python(self, value: Any) -> str:
        return re.sub(r"^DE?[-\u2010-\u2013]?(?=[0-9])", "", super().to_python(value).upper())

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"inputmode": "numeric"}


class PhoneField(forms.CharField):
    """A telephone number in any notation that is usual in Germany; it is stored as it was written."""

    widget = forms.TextInput(attrs={"type": "tel"})
    default_error_messages = {"invalid": notation.NO_PHONE}

    def to_python(self, value: Any) -> str:
        written = without_invisible(super().to_python(value))
        if not written:
            return ""
        try:
            return notation.read_phone(written)
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error


class AddressField(forms.EmailField):
    """An e-mail address, normalised before it is checked.

    No `type="email"`: browsers rewrite the domain in such an input, some by IDNA 2003, which turns "faß.example" into
    fass.example. `inputmode` gives phones the right keyboard.
    """

    default_validators = [addresses.check_email]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        if isinstance(widget, forms.EmailInput):
            widget.input_type = "text"
        return super().widget_attrs(widget) | {"inputmode": "email", "autocapitalize": "none", "spellcheck": "false"}

    def to_python(self, value: Any) -> str:
        return addresses.normalise_email(super().to_python(value))


class WebAddressField(forms.URLField):
    """An internet address: shown in the letters that people write, stored with its host in ASCII."""

    widget = forms.TextInput(attrs={"inputmode": "url"})
    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages = {"invalid": "Bitte geben Sie eine gültige Adresse an, zum Beispiel www.rathaus.example."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, assume_scheme="https")

    def to_python(self, value: Any) -> str:
        written = without_invisible(addresses.NO_BREAK_SPACES.sub("", value or ""))
        try:
            return addresses.normalise_url(super().to_python(written))
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        return addresses.shown_url(value) if isinstance(value, str) else value


class ChoicesField(forms.ModelMultipleChoiceField):
    """Rows to tick. An id that is too long for the database is refused like an unknown one."""

    def clean(self, value: Any) -> QuerySet:
        for one in value or []:
            if len(str(one)) > MAX_DIGITS:
                raise forms.ValidationError(self.error_messages["invalid_choice"], params={"value": str(one)[:20]})
        return super().clean(value)


def disable_autocomplete(form: forms.Form) -> None:
    """For forms about somebody or something else: the browser must not offer the data of the person who fills them in."""
    for field in form.fields.values():
        if not isinstance(field.widget, forms.CheckboxInput | forms.RadioSelect | forms.FileInput | forms.HiddenInput):
            field.widget.attrs.setdefault("autocomplete", "off")
