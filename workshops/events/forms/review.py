"""What the second person writes, and the data of a copy."""

from typing import Any

from django import forms

from netzwerk.texts.fields import DayField, OneLineField, disable_autocomplete


class NoteForm(forms.Form):
    note = OneLineField(
        label="Was soll geändert werden?",
        max_length=1000,
        required=False,
        help_text="Nötig, wenn Sie zurückgeben oder ablehnen. Es lesen alle, die den Workshop planen.",
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


class CopyForm(forms.Form):
    title = OneLineField(label="Titel der Kopie", max_length=160)
    first_day = DayField(
        label="Tag des ersten Termins",
        required=False,
        help_text="Die weiteren Termine liegen so weit auseinander wie jetzt. Leer: ohne Termine.",
    )
    as_template = forms.BooleanField(label="als Vorlage speichern, ohne Termine", required=False)

    def __init__(self, data: Any = None, *, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        disable_autocomplete(self)
