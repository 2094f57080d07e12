"""A field that several forms of people share."""

from typing import Any

from django import forms

from netzwerk.members.models import normalise_email


class AddressField(forms.EmailField):
    """An e-mail address in its one spelling; what is checked is what will be stored."""

    def to_python(self, value: Any) -> str:
        return normalise_email(super().to_python(value))
