"""Forms: applying for credit, proofs, answers, and what the office decides."""

from decimal import Decimal
from typing import Any

from django import forms

from netzwerk.hours.counting import UNIT
from netzwerk.hours.models import Category, Certificate, Credit, Presence
from netzwerk.hours.models.credits import MOST_MINUTES
from netzwerk.hours.services.credits import PROOF_ENDINGS
from netzwerk.members.forms.desk import FilterForm
from netzwerk.texts.fields import DayField, DecimalNumberField, OneLineField, TextField

MINUTES_OF = {"ue": UNIT, "stunden": 60, "minuten": 1}
UNITS = [("ue", "Unterrichtseinheiten (45 Minuten)"), ("stunden", "Stunden (60 Minuten)"), ("minuten", "Minuten")]
NOT_WHOLE = "Das ergibt keine ganzen Minuten. Bitte geben Sie den Umfang in Minuten an."
OFF = {"autocomplete": "off"}


def amount_of(minutes: int) -> dict[str, Any]:
    """Initial values of AmountMixin."""
    units, left = divmod(minutes, UNIT)
    return {"amount": minutes, "unit": "minuten"} if left else {"amount": units, "unit": "ue"}


class AmountMixin(forms.Form):
    """An amount in units, hours or minutes; `minutes` in the cleaned data."""

    amount = DecimalNumberField(
        label="Umfang",
        groups_by_point=False,
        min_value=Decimal(0),
        max_value=Decimal(MOST_MINUTES),
        max_digits=8,
        decimal_places=2,
        widget=forms.TextInput(attrs=OFF),
    )
    unit = forms.ChoiceField(label="Gezählt in", choices=UNITS)

    is_zero_possible = False

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        amount, unit = data.get("amount"), data.get("unit")
        if amount is None or unit is None:
            return data
        minutes = amount * MINUTES_OF[unit]
        if minutes != minutes.to_integral_value():
            self.add_error("amount", NOT_WHOLE)
        elif not minutes and not self.is_zero_possible:
            self.add_error("amount", "Bitte geben Sie mehr als 0 an.")
        elif minutes > MOST_MINUTES:
            self.add_error(
                "amount", f"Das ist zu viel: möglich sind {MOST_MINUTES // UNIT} UE. Bitte prüfen Sie die Zahl."
            )
        else:
            data["minutes"] = int(minutes)
        return data


class CategoryField(forms.ModelChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=None, to_field_name="key", empty_label=None, **options)

    def label_from_instance(self, category: Category) -> str:
        return f"{category.label} ({category.explanation})" if category.explanation else category.label


class CreditForm(AmountMixin):
    title = OneLineField(
        label="Was haben Sie gelernt?",
        max_length=200,
        help_text="Titel der Fortbildung, wie er auf dem Nachweis steht",
        widget=forms.TextInput(attrs=OFF),
    )
    provider = OneLineField(label="Wer hat es angeboten?", max_length=200, widget=forms.TextInput(attrs=OFF))
    category = CategoryField(label="Art", widget=forms.RadioSelect)
    presence = forms.ChoiceField(label="Form", choices=Presence.choices, widget=forms.RadioSelect)
    first_day = DayField(label="Erster Tag")
    last_day = DayField(label="Letzter Tag", help_text="Bei einem einzelnen Tag derselbe")
    explanation = TextField(
        label="Was sollen wir dazu wissen?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4} | OFF),
    )

    field_order = (
        "title",
        "provider",
        "first_day",
        "last_day",
        "category",
        "presence",
        "amount",
        "unit",
        "explanation",
    )

    def __init__(self, data: Any, *, categories: Any, credit: Credit | None = None) -> None:
        super().__init__(data, initial=self._initial(credit))
        self.fields["category"].queryset = categories

    @staticmethod
    def _initial(credit: Credit | None) -> dict[str, Any]:
        if credit is None:
            return {}
        names = ("title", "provider", "presence", "first_day", "last_day", "explanation")
        return (
            {name: getattr(credit, name) for name in names}
            | {"category": credit.category.key}
            | amount_of(credit.minutes)
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide.")
        return data

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("amount", "unit")}


class ProofForm(forms.Form):
    file = forms.FileField(
        label="Nachweis hochladen",
        help_text="PDF, JPG, PNG oder WebP, höchstens 15 MB. Schwärzen Sie, was wir nicht brauchen, etwa die Namen anderer.",
        max_length=250,
        widget=forms.FileInput(attrs={"accept": ",".join(f".{ending}" for ending in PROOF_ENDINGS)}),
        error_messages={"required": "Bitte wählen Sie eine Datei aus.", "empty": "Die Datei ist leer."},
    )


class AnswerForm(forms.Form):
    answer = TextField(label="Ihre Antwort", max_length=2000, widget=forms.Textarea(attrs={"rows": 5} | OFF))


class DecisionForm(AmountMixin):
    """One text field and three buttons. Question and refusal need a text; so does an amount or form other than applied for."""

    QUESTION, GRANT, DECLINE = "question", "grant", "decline"

    category = CategoryField(label="Anrechnen als")
    presence = forms.ChoiceField(label="Form", choices=Presence.choices)
    words = TextField(
        label="Nachricht an die Person",
        required=False,
        max_length=1500,
        help_text="Nötig bei Rückfrage und Ablehnung, und wenn Sie anders anrechnen als beantragt.",
        widget=forms.Textarea(attrs={"rows": 5} | OFF),
    )
    decision = forms.ChoiceField(
        choices=[(GRANT, "Anrechnen"), (QUESTION, "Rückfrage stellen"), (DECLINE, "Ablehnen")],
        widget=forms.HiddenInput,
    )

    field_order = ("amount", "unit", "category", "presence", "words", "decision")

    def __init__(self, data: Any, *, categories: Any, credit: Credit) -> None:
        super().__init__(
            data, initial=amount_of(credit.minutes) | {"category": credit.category.key, "presence": credit.presence}
        )
        self.credit = credit
        self.fields["category"].queryset = categories
        if data is not None and data.get("decision") in (self.QUESTION, self.DECLINE):
            for name in ("amount", "unit", "category", "presence"):
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        decision = data.get("decision")
        if decision != self.GRANT:
            for name in ("amount", "unit", "category", "presence"):
                self.errors.pop(name, None)
            if decision and not data.get("words") and "words" not in self.errors:
                self.add_error("words", "Bitte schreiben Sie, was Sie wissen möchten oder warum Sie ablehnen.")
            return data
        if data.get("minutes", 0) > self.credit.minutes:
            self.add_error("amount", f"Beantragt sind {self.credit.amount}; mehr können Sie nicht anrechnen.")
        granted = (data.get("minutes"), data.get("category"), data.get("presence"))
        applied = (self.credit.minutes, self.credit.category, self.credit.presence)
        if not self.errors and granted != applied and not data.get("words"):
            self.add_error(
                "words", "Sie rechnen anders an, als es beantragt ist. Bitte schreiben Sie der Person, warum."
            )
        return data


class CorrectionForm(AmountMixin):
    """0 takes everything back."""

    is_zero_possible = True
    words = TextField(
        label="Grund der Berichtigung",
        max_length=450,
        help_text="Die Person liest ihn, und wer die Bescheinigung prüft.",
        widget=forms.Textarea(attrs={"rows": 3} | OFF),
    )

    field_order = ("amount", "unit", "words")

    def __init__(self, data: Any, *, credit: Credit) -> None:
        super().__init__(data, initial=amount_of(credit.granted_minutes or 0))
        self.fields["amount"].help_text = f"Beantragt waren {credit.amount}. 0 nimmt die Anrechnung ganz zurück."


class RevokeForm(forms.Form):
    reason = OneLineField(
        label="Warum gilt die Bescheinigung nicht mehr?",
        max_length=450,
        help_text="Der Grund steht öffentlich auf der Seite, die das Papier prüft. Bitte ohne Namen und Vorwürfe.",
        widget=forms.TextInput(attrs=OFF),
    )


class CreditFilter(FilterForm):
    stand = forms.ChoiceField(
        label="Stand",
        required=False,
        choices=[
            ("", "zu entscheiden"),
            *((value, label) for value, label in Credit.State.choices if value != Credit.State.DRAFT),
            ("alle", "alle"),
        ],
    )


class CertificateFilter(FilterForm):
    stand = forms.ChoiceField(label="Stand", required=False, choices=[("", "alle"), *Certificate.State.choices])
