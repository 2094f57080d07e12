"""Bulk choice: tick rows of a list, say what is to happen, confirm it, and read for each row what did not work.

The list shows a BulkChoice (components/bulk.html) and a check box in each row (the tag `pick`). It posts a ChosenForm, whose
answer is a page that confirms (components/bulk_confirm.html); confirmed, a service acts and returns a BulkResult.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from netzwerk.texts.fields import MAX_DIGITS

ALL = "auswahl"  # query parameter of a list: the page of which all rows are ticked
MOST_ROWS = 100


@dataclass(frozen=True)
class BulkAction:
    """`label` in the choice ("Zurückziehen"); `effect` is a sentence on what that does, for the page that confirms."""

    label: str
    effect: str


@dataclass(frozen=True)
class BulkChoice:
    """The bar above a list: `url` takes the ticked rows, `actions` are by key."""

    url: str
    actions: Mapping[str, BulkAction]
    page: int = 1
    are_all_chosen: bool = False
    list_query: str = ""  # of the list, to come back to it

    def on_page(self, request: HttpRequest, page: int) -> "BulkChoice":
        query = request.GET.copy()
        are_all_chosen = query.pop(ALL, None) == [str(page)]
        return BulkChoice(self.url, self.actions, page, are_all_chosen, query.urlencode())

    @property
    def other_url(self) -> str:
        """The same list with all rows of the page ticked, or with none."""
        query = QueryDict(self.list_query, mutable=True)
        if not self.are_all_chosen:
            query[ALL] = str(self.page)
        return f"?{query.urlencode()}"


class ChosenRowsField(forms.MultipleChoiceField):
    """Ids of the ticked rows, each once. Whether they exist, and for whom, is the view's question."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {"required": "Bitte kreuzen Sie an, welche Zeilen gemeint sind."}

    def clean(self, value: list[str] | None) -> list[int]:
        ids = [int(one) for one in value or [] if one.isascii() and one.isdecimal() and len(one) <= MAX_DIGITS]
        ids = list(dict.fromkeys(ids))
        if not ids:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(ids) > MOST_ROWS:
            raise forms.ValidationError(f"Bitte wählen Sie höchstens {MOST_ROWS} Zeilen auf einmal.", code="too_many")
        return ids


class ChosenForm(forms.Form):
    """Ticked rows, what is to happen to them, and the query of the list where they were ticked."""

    zeile = ChosenRowsField()
    was = forms.ChoiceField(
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Bitte wählen Sie, was geschehen soll.")
    )
    liste = forms.CharField(required=False, max_length=500)

    def __init__(self, data: QueryDict | None, actions: Mapping[str, BulkAction]) -> None:
        super().__init__(data)
        self.actions = actions
        self.fields["was"].choices = [(key, action.label) for key, action in actions.items()]

    @property
    def action(self) -> BulkAction:
        return self.actions[self.cleaned_data["was"]]

    def list_query(self) -> str:
        """A query string of ours made of what was sent, also for a form with errors; it can lead nowhere else."""
        sent = str(self.data.get("liste", ""))
        query = QueryDict(sent if len(sent) <= self.fields["liste"].max_length else "").urlencode()
        return f"?{query}" if query else ""


@dataclass(frozen=True)
class BulkRow:
    """A row on the pages after the choice; `reason`: why nothing happens to it."""

    title: str
    detail: str = ""
    reason: str = ""


@dataclass
class BulkResult:
    """What a service did: the rows that worked, and the others with the reason, a sentence."""

    done: list[Any] = field(default_factory=list)
    refused: list[tuple[Any, str]] = field(default_factory=list)


def rows_of(
    pairs: Sequence[tuple[Any, str]], title: Callable[[Any], str], detail: Callable[[Any], str]
) -> list[BulkRow]:
    """For the templates: rows with their reasons, in words by two functions of a row."""
    return [BulkRow(title(row), detail(row), reason) for row, reason in pairs]
