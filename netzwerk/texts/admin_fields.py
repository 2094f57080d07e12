"""Wagtail's admin reads numbers and addresses with the form fields of the portal."""

from django.db import models
from wagtail.admin.forms.models import register_form_field_override

from netzwerk.texts.fields import AddressField, DecimalNumberField, NumberField, WebAddressField

FIELDS = {
    models.EmailField: AddressField,
    models.URLField: WebAddressField,
    models.DecimalField: DecimalNumberField,
    models.IntegerField: NumberField,  # and its subclasses
}


def register() -> None:
    for model_field, form_field in FIELDS.items():
        register_form_field_override(model_field, override={"form_class": form_field})
