"""What is asked at the booking. Acts at once; an answer goes with its question."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from netzwerk.texts.cleaning import one_line
from workshops.events.errors import EventsError
from workshops.events.models import Question, Workshop
from workshops.events.services.rows import locked_for_change, touch

MOST, MOST_CHOICES, LONGEST_CHOICE = 20, 20, 120
WITH_CHOICES = (Question.Kind.CHOICE, Question.Kind.CHOICES)
FIELDS = ("kind", "label", "help", "choices", "is_required")


@transaction.atomic
def add_question(workshop: Workshop, *, actor: Any, **values: Any) -> Question:
    """At the end. Raises PermissionDenied, EventsError, ValidationError."""
    row = locked_for_change(workshop, actor=actor)
    last = row.questions.order_by("-position").values_list("position", flat=True).first()
    if row.questions.count() >= MOST:
        raise EventsError(f"Mehr als {MOST} Fragen sind nicht möglich. Bitte fassen Sie zusammen.")
    question = Question(workshop=row, position=0 if last is None else last + 1, **_known(values))
    _check(question)
    question.save(force_insert=True)
    touch(row, actor=actor, fields=["questions"])
    return question


@transaction.atomic
def change_question(question: Question, *, actor: Any, **values: Any) -> None:
    """The kind stays once somebody has answered. Raises PermissionDenied, EventsError, ValidationError."""
    row = locked_for_change(question.workshop, actor=actor)
    if values.get("kind", question.kind) != question.kind and question.answers.exists():
        raise EventsError("Es gibt schon Antworten. Die Art der Antwort lässt sich nicht mehr ändern.")
    for name, value in _known(values).items():
        setattr(question, name, value)
    _check(question)
    question.save()
    touch(row, actor=actor, fields=["questions"])


@transaction.atomic
def remove_question(question: Question, *, actor: Any) -> None:
    """With its answers. Raises PermissionDenied, EventsError."""
    row = locked_for_change(question.workshop, actor=actor)
    question.delete()
    touch(row, actor=actor, fields=["questions"])


@transaction.atomic
def move_question(question: Question, *, actor: Any, step: int) -> None:
    """Up (-1) or down (1). Raises PermissionDenied, EventsError."""
    row = locked_for_change(question.workshop, actor=actor)
    keys = list(row.questions.values_list("pk", flat=True))
    at = keys.index(question.pk)
    keys.insert(min(max(at + step, 0), len(keys) - 1), keys.pop(at))
    for position, key in enumerate(keys):
        Question.objects.filter(pk=key).update(position=position)
    touch(row, actor=actor, fields=["questions"])


def _known(values: dict[str, Any]) -> dict[str, Any]:
    if unknown := set(values) - set(FIELDS):
        raise ValueError(f"A question has no such fields: {', '.join(sorted(unknown))}")
    return values


def _check(question: Question) -> None:
    question.choices = [one_line(str(one)) for one in question.choices] if question.kind in WITH_CHOICES else []
    if question.kind in WITH_CHOICES and len(question.choices) < 2:
        raise ValidationError({"choices": "Bitte geben Sie mindestens zwei Antworten an, je eine in einer Zeile."})
    question.full_clean(exclude=["workshop"])
