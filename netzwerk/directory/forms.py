"""Filters of the two directories. They come from the URL, so unknown query parameters and values are ignored."""

from django import forms

from netzwerk.lists.fields import KnownChoiceField, KnownChoicesField, WordsField
from netzwerk.members.area import Area
from netzwerk.members.models import Organisation
from netzwerk.members.models.organisations import SizeClass


class AreaField(forms.CharField):
    def clean(self, value: str | None) -> Area | None:
        return Area.parse(str(value or ""))


class DirectoryForm(forms.Form):
    """Filters of the directory; `districts` and `topics` are the current choices."""

    q = WordsField(label="Name, Ort, Postleitzahl oder Kreis")
    art = KnownChoicesField(label="Art der Organisation", choices=Organisation.Kind.choices)
    kreis = KnownChoicesField(label="Kreis oder kreisfreie Stadt")
    groesse = KnownChoicesField(label="Größe der Kommune", choices=SizeClass.choices)
    thema = KnownChoicesField(label="Thema")
    pilot = KnownChoicesField(label="Pilotstandorte", choices=[("1", "nur Pilotstandorte")])
    ort = AreaField(label="Ort auf der Karte")
    sortierung = KnownChoiceField(choices=[("name", "Name"), ("ort", "Ort"), ("neueste", "neueste Mitglieder")])

    def __init__(self, data, *, districts: list[tuple[str, str]], topics: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["kreis"].choices = districts
        self.fields["thema"].choices = topics


class PeopleForm(forms.Form):
    """Filters of the people directory; `topics` are the current choices."""

    q = WordsField(label="Name oder Funktion")
    thema = KnownChoicesField(label="Fragen Sie mich zu")
    art = KnownChoicesField(label="Art der Organisation", choices=Organisation.Kind.choices)

    def __init__(self, data, *, topics: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["thema"].choices = topics
