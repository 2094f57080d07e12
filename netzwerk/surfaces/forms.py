"""What every public form of the portal shares: text without traps, and a field that only robots fill."""

from django import forms
from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: also an empty post is one, and must show its errors."""
    return request.POST if request.method == "POST" else None


def plain_text(value: str) -> str:
    """Text without control characters; line breaks and tabs stay."""
    return "".join(sign for sign in value.replace("\r\n", "\n") if sign in "\n\t" or sign.isprintable()).strip()


def one_line(value: str) -> str:
    """Text for a heading or a header of a mail: no line breaks, no control characters."""
    return " ".join(plain_text(value).split())


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
