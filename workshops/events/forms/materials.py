"""A file to hand out."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from netzwerk.texts.fields import DayField, OneLineField, disable_autocomplete
from workshops.events.models import Material
from workshops.events.services.materials import ENDINGS


class MaterialForm(forms.Form):
    title = OneLineField(label="Titel", max_length=160)
    file = forms.FileField(
        label="Datei",
        help_text="PDF, Text, Tabelle, Folien oder Bild, höchstens 15 MB.",
        max_length=250,
        widget=forms.FileInput(attrs={"accept": ",".join(f".{ending}" for ending in ENDINGS)}),
        error_messages={"required": "Bitte wählen Sie eine Datei aus.", "empty": "Die Datei ist leer."},
    )
    audience = forms.ChoiceField(label="Für wen", choices=Material.Audience.choices, widget=forms.RadioSelect)
    open_from = DayField(label="Ab wann", required=False, help_text="Leer: sofort. Sonst ab 0 Uhr dieses Tages.")

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"audience": Material.Audience.REGISTERED})
        disable_autocomplete(self)

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        day = data["open_from"]
        moment = timezone.make_aware(datetime.combine(day, time())) if day else None
        return {"title": data["title"], "file": data["file"], "audience": data["audience"], "open_from": moment}
