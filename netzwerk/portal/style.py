"""Example data for the style page, which shows every component with its states."""

from collections.abc import Sequence

from django import forms
from django.utils.text import slugify

from netzwerk.lists.filters import Option
from netzwerk.lists.picking import Candidate, PickerField, PickingForm
from netzwerk.surfaces import registry
from netzwerk.texts.fields import AddressField, DayField, PhoneField


class Towns:
    """What the example of a picker finds."""

    NAMES = ("Auenrode", "Brakenfels", "Hellenfurt", "Lindenbrück", "Tannwerder")

    def find(self, words: str) -> list[Candidate]:
        return [Candidate(name, name, "Lindmark") for name in self.NAMES if words.lower() in name.lower()]

    def look_up(self, keys: Sequence[str]) -> dict[str, Candidate]:
        return {name: Candidate(name, name, "Lindmark") for name in keys if name in self.NAMES}

    def pick(self, keys: Sequence[str]) -> list[str]:
        return list(keys)


class StyleForm(PickingForm):
    """One field of each kind."""

    name = forms.CharField(label="Vor- und Nachname", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = AddressField(
        label="E-Mail-Adresse",
        help_text="Dorthin antworten wir.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = PhoneField(
        label="Telefon", required=False, widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"})
    )
    day = DayField(label="Tag des Besuchs")
    kind = forms.ChoiceField(
        label="Art der Organisation", choices=[("", "Bitte wählen"), ("k", "Kreis"), ("s", "Stadt")]
    )
    way = forms.ChoiceField(
        label="Wie möchten Sie teilnehmen?", choices=[("o", "vor Ort"), ("d", "online")], widget=forms.RadioSelect
    )
    topics = forms.MultipleChoiceField(
        label="Themen",
        required=False,
        choices=[("w", "Wohnen"), ("s", "Schulden"), ("a", "Arbeit")],
        widget=forms.CheckboxSelectMultiple,
    )
    towns = PickerField(label="Orte", can_be_moved=True, initial=["Auenrode", "Hellenfurt"], required=False)
    message = forms.CharField(label="Nachricht", max_length=500, widget=forms.Textarea(attrs={"rows": 4}))
    agree = forms.BooleanField(label="Ich habe die Hinweise gelesen")
    closed = forms.CharField(label="Nicht änderbar", initial="Kreis Auenrode", disabled=True, required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["towns"].source = Towns()


def facet(legend: str, *rows: tuple[str, int, bool], rest: int = 0) -> dict:
    """The context of components/facet.html; the last `rest` values are collapsed."""
    options = [Option(label, label, count, checked) for label, count, checked in rows]
    return {
        "name": slugify(legend),
        "legend": legend,
        "is_used": any(one.checked for one in options),
        "first": options[: len(options) - rest],
        "rest": options[len(options) - rest :],
    }


def style_context() -> dict:
    return {
        "examples": [(one, one.context()) for one in registry.style_examples],
        "swatches": ["brand", "accent", "warm", "ink", "muted", "paper", "band", "line", "link"],
        "facets": [
            facet("Themenfeld", ("Wohnen", 31, True), ("Schulden", 22, False), ("Arbeit", 19, False)),
            facet("Phase", ("Zugang", 12, False), ("Hilfeplanung", 31, False), ("Abschluss", 0, False), rest=2),
        ],
        "tabs": [
            {"label": "Alle", "url": "#daten", "count": 43, "current": False},
            {"label": "Seiten", "url": "#daten", "count": 31, "current": True},
            {"label": "Aktuelles", "url": "#daten", "count": 12, "current": False},
            {"label": "Organisationen", "url": "#daten", "count": 0, "current": False},
        ],
        "steps": [("Ihre Daten", "done"), ("Fragen", "current"), ("Prüfen", "todo"), ("Bestätigung", "todo")],
    }
