"""Which step of the way to a seat is shown. What was said in other steps travels in hidden fields, so that nothing is stored
before the booking and every step can be gone back to."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from netzwerk.texts.fields import submitted_values
from workshops.events.forms.booking import QuietForm

DATA, QUESTIONS, REVIEW, SEND = "angaben", "fragen", "pruefen", "anmelden"
TITLES = {DATA: "Angaben", QUESTIONS: "Fragen", REVIEW: "Prüfen", SEND: "Bestätigung"}


@dataclass(frozen=True)
class Shown:
    """A step; without `key` everything is valid and is to be sent."""

    key: str
    form: QuietForm | None
    hidden: list[tuple[str, str]]
    status: int = 200

    def stepper(self, forms: Mapping[str, QuietForm | None]) -> list[tuple[str, str]]:
        keys = [*forms, SEND]
        at = keys.index(self.key)
        states = ["done"] * at + ["current"] + ["todo"] * (len(keys) - at - 1)
        return [(TITLES[key], state) for key, state in zip(keys, states, strict=True)]


def step_to_show(forms: Mapping[str, QuietForm | None], posted: QueryDict | None) -> Shown | None:
    """`forms` by step, in order; None for a step without a form. The button that was pressed (`zu`) names the step to go to, or
    SEND. Returns None once all are valid and were sent."""
    steps = list(forms)
    if posted is None:
        return Shown(steps[0], forms[steps[0]], [])
    target = posted.get("zu", "")
    if target not in (*steps, SEND):
        target = steps[0]
    before = steps if target == SEND else steps[: steps.index(target)]
    for step in before:
        form = forms[step]
        if form is not None and not form.is_valid():
            return step_with_errors(forms, step)
    if target == SEND:
        return None
    form = forms[target]
    if form is not None:
        form.hide_errors()
    return Shown(target, form, _hidden(forms, target))


def step_with_errors(forms: Mapping[str, QuietForm | None], step: str) -> Shown:
    """This step again, after what was sent was refused."""
    return Shown(step, forms[step], _hidden(forms, step), 422)


def _hidden(forms: Mapping[str, QuietForm | None], shown: str) -> list[tuple[str, str]]:
    others = [form for step, form in forms.items() if step != shown and form is not None]
    return [pair for form in others for pair in submitted_values(form)]
