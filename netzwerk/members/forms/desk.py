"""Forms of the office desk: decisions on applications, and filters of its lists (GET; wrong values are ignored)."""

from django import forms
from django.utils.formats import localize

from netzwerk.members.models import Application, Organisation
from netzwerk.members.roles import ROLES
from netzwerk.texts.fields import DayField, TextField

ANY = ("", "alle")
ROLE_CHOICES = [ANY, *((role.key, role.label) for role in ROLES)]
SEARCH = {"autocomplete": "off", "type": "search"}


class DecisionForm(forms.Form):
    """One text field and three buttons. A question and a refusal need a text; an approval may have one."""

    QUESTION, APPROVE, DECLINE = "question", "approve", "decline"

    words = TextField(
        label="Nachricht an die antragstellende Person",
        required=False,
        max_length=3000,
        help_text="Bei einer Rückfrage oder Ablehnung nötig. Der Text steht in der E-Mail und auf der Seite zum Antrag.",
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )
    decision = forms.ChoiceField(
        choices=[(QUESTION, "Rückfrage stellen"), (APPROVE, "Aufnehmen"), (DECLINE, "Ablehnen")],
        widget=forms.HiddenInput,
    )

    def clean(self) -> dict:
        data = super().clean()
        if data.get("decision") in (self.QUESTION, self.DECLINE) and not data.get("words"):
            self.add_error("words", "Bitte schreiben Sie, was Sie wissen möchten oder warum Sie ablehnen.")
        return data


class FilterForm(forms.Form):
    """Base of the filters. A wrong value filters nothing."""

    suche = forms.CharField(label="Suche", required=False, max_length=100, widget=forms.TextInput(attrs=SEARCH))

    def chosen(self) -> dict:
        """Valid values by field, "" for all others."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def in_words(self) -> list[str]:
        """The chosen values as German text, for the title of the page."""
        words = []
        for name, value in self.chosen().items():
            if value:
                shown = dict(getattr(self.fields[name], "choices", ())).get(value)
                words.append(str(shown) if shown else f"{self.fields[name].label}: {localize(value)}")
        return words


class ApplicationFilter(FilterForm):
    stand = forms.ChoiceField(
        label="Stand", required=False, choices=[("offen", "offen"), *Application.State.choices, ("alle", "alle")]
    )


class OrganisationFilter(FilterForm):
    art = forms.ChoiceField(label="Art", required=False, choices=[ANY, *Organisation.Kind.choices])
    stand = forms.ChoiceField(
        label="Stand",
        required=False,
        choices=[
            ("", "Mitglieder"),
            ("pilot", "Pilotstandorte"),
            ("ohne", "ohne Koordination"),
            ("aus", "ausgetreten"),
        ],
    )


class PersonFilter(FilterForm):
    rolle = forms.ChoiceField(label="Rolle", required=False, choices=ROLE_CHOICES)
    stand = forms.ChoiceField(
        label="Konto",
        required=False,
        choices=[("", "aktiv"), ("gesperrt", "gesperrt"), ("ohne", "ohne Organisation"), ("alle", "alle")],
    )


class InvitationFilter(FilterForm):
    stand = forms.ChoiceField(
        label="Stand",
        required=False,
        choices=[
            ("", "offen"),
            ("abgelaufen", "abgelaufen"),
            ("angenommen", "angenommen"),
            ("zurueck", "zurückgezogen oder abgelehnt"),
        ],
    )


class GrantFilter(FilterForm):
    rolle = forms.ChoiceField(label="Rolle", required=False, choices=ROLE_CHOICES)
    stand = forms.ChoiceField(
        label="Stand",
        required=False,
        choices=[
            ("", "gilt jetzt"),
            ("spaeter", "beginnt später"),
            ("endet", "endet demnächst"),
            ("beendet", "beendet"),
        ],
    )


class LogFilter(FilterForm):
    bereich = forms.ChoiceField(label="Bereich", required=False, choices=[])
    was = forms.ChoiceField(label="Was", required=False, choices=[])
    von = DayField(label="Ab Tag", required=False)

    def __init__(self, *args, actions: list[tuple[str, str]], features: list[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bereich"].choices = [ANY, *features]
        self.fields["was"].choices = [ANY, *actions]
