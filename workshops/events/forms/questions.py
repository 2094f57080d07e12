"""A question at the booking."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from netzwerk.texts.fields import OneLineField, TextField, disable_autocomplete
from workshops.events.models import Question
from workshops.events.services.questions import LONGEST_CHOICE, MOST_CHOICES, WITH_CHOICES


class QuestionForm(forms.Form):
    label = OneLineField(label="Frage", max_length=200)
    kind = forms.ChoiceField(
        label="Art der Antwort",
        choices=Question.Kind.choices,
        widget=forms.RadioSelect,
        help_text="Antworten zu Unterstützung, Essen und Bedarf sehen nur die Veranstalter:innen; 30 Tage nach dem letzten "
        "Termin werden sie gelöscht.",
    )
    choices = TextField(
        label="Antworten zur Auswahl",
        required=False,
        max_length=MOST_CHOICES * (LONGEST_CHOICE + 2),
        help_text="Je eine in einer Zeile. Nur bei einer oder mehreren Antworten zur Auswahl.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    help = OneLineField(label="Hinweis zur Frage", max_length=300, required=False)
    is_required = forms.BooleanField(label="muss beantwortet werden", required=False)

    def __init__(self, data: Any = None, *, question: Question | None = None) -> None:
        initial: dict[str, Any] = {"kind": Question.Kind.TEXT}
        if question is not None:
            initial = {name: getattr(question, name) for name in ("label", "kind", "help", "is_required")}
            initial["choices"] = "\n".join(question.choices)
        super().__init__(data, initial=initial)
        disable_autocomplete(self)

    def clean_choices(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["choices"].splitlines()]
        found = list(dict.fromkeys(line for line in lines if line))
        if len(found) > MOST_CHOICES:
            raise ValidationError(f"Bitte geben Sie höchstens {MOST_CHOICES} Antworten an.")
        if any(len(one) > LONGEST_CHOICE for one in found):
            raise ValidationError(f"Eine Antwort hat höchstens {LONGEST_CHOICE} Zeichen. Bitte kürzen Sie.")
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        kind, choices = data.get("kind"), data.get("choices")
        if kind in WITH_CHOICES and choices is not None and len(choices) < 2:
            self.add_error("choices", "Bitte geben Sie mindestens zwei Antworten an, je eine in einer Zeile.")
        elif kind and kind not in WITH_CHOICES and choices:
            self.add_error("choices", "Diese Art der Antwort hat keine Auswahl. Bitte leeren Sie dieses Feld.")
        return data
