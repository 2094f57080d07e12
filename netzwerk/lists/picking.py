"""A form field in which things are picked from those that words find: people, reports, organisations.

It works without JavaScript: the button "Suchen" sends the form, which is shown again with what was found, to tick; what was
picked before stays. Forms with such a field derive from PickingForm, which shows no errors while somebody searches.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict

from netzwerk.lists.fields import LONGEST_WORDS
from netzwerk.texts.cleaning import one_line

MOST_FOUND = 20
MOST_PICKED = 100  # more are refused
SEARCHING = "searching"  # the code of the error of a field in which somebody searches
GONE = "Eine Auswahl gibt es nicht mehr, oder Sie dürfen sie nicht sehen. Bitte prüfen Sie, was noch ausgewählt ist."
ONLY_ONE = "Bitte wählen Sie nur eine Möglichkeit aus."
TOO_MANY = f"Bitte wählen Sie höchstens {MOST_PICKED} aus."


class Candidate(NamedTuple):
    """Something that can be picked. `key` is sent with the form; `note` tells things of one title apart."""

    key: str
    title: str
    note: str = ""


class Source(Protocol):
    """What one person may pick from."""

    def find(self, words: str) -> Sequence[Candidate]:
        """The best ones for these words, at most MOST_FOUND. For "" those that are shown before anybody searches."""

    def look_up(self, keys: Sequence[str]) -> Mapping[str, Candidate]:
        """Those of the keys that may be picked; others are left out."""

    def pick(self, keys: Sequence[str]) -> list[Any]:
        """The value of the field: the objects of these keys, which `look_up` knows."""


@dataclass(frozen=True)
class Sent:
    """What was sent: the keys that are ticked, in their order, and what was searched.

    `shown_for`: the words whose findings the form showed. `button`: whether "Suchen" or a button to move was pressed.
    """

    keys: tuple[str, ...] = ()
    words: str = ""
    shown_for: str = ""
    button: bool = False

    @property
    def searches(self) -> bool:
        """True too if somebody sends the form with words that were not searched yet, as with the Enter key."""
        return self.button or (bool(self.words) and self.words != self.shown_for)


class PickerWidget(forms.Widget):
    """What is picked, each with a box to remove it and buttons to move it; a search box; what was found, to tick."""

    template_name = "components/picker.html"
    source: Source | None = None  # set by the form, for one person
    several = True
    can_be_moved = False
    search_label = "Suchen nach"
    nothing_found = "Dazu wurde nichts gefunden."
    address = ""  # of a view that returns what was found as HTML, for scripts

    def value_from_datadict(self, data: MultiValueDict, files: Any, name: str) -> Sent:
        many = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        keys = list(dict.fromkeys(str(one) for one in many if one))
        moved = [data.get(f"{name}-{way}", "") for way in ("up", "down")]
        for key, step in zip(moved, (-1, 1), strict=True):
            if key in keys:
                at = keys.index(key)
                keys.insert(min(max(at + step, 0), len(keys) - 1), keys.pop(at))
        words, shown_for = (
            one_line(data.get(f"{name}-{part}", ""))[:LONGEST_WORDS] for part in ("words", "shown-for")
        )
        return Sent(tuple(keys), words, shown_for, bool(data.get(f"{name}-search")) or any(moved))

    def value_omitted_from_data(self, data: Mapping, files: Any, name: str) -> bool:
        """The field for `shown_for` is always sent; without it the form did not show the picker."""
        return f"{name}-shown-for" not in data

    def id_for_label(self, id_: str) -> str:
        return ""

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        sent = value if isinstance(value, Sent) else Sent(tuple(value or ()))
        picked = self.source.look_up(sent.keys) if self.source else {}
        found = self.source.find(sent.words) if self.source else []
        context["widget"] |= {
            "several": self.several,
            "can_be_moved": self.can_be_moved and self.several,
            "picked": [picked[key] for key in sent.keys if key in picked],
            "found": [one for one in found if one.key not in picked],
            "words": sent.words,
            "has_found_only_picked": bool(found) and all(one.key in picked for one in found),
            "is_cut": len(found) >= MOST_FOUND,
            "search_label": self.search_label,
            "nothing_found": self.nothing_found,
            "address": self.address,
        }
        return context


class PickerField(forms.Field):
    """Its value is what `source.pick` returns, a list; with `several=False` the one thing, or None.

    `initial` are keys. The form sets `source`, which depends on the person. Where a script searches (`address` of the widget),
    words that nobody searched for are ignored: the page editor saves by itself while somebody types.
    """

    widget = PickerWidget
    default_error_messages = {"required": "Bitte suchen Sie, und wählen Sie aus, was gefunden wurde."}

    def __init__(
        self, *, several: bool = True, can_be_moved: bool = False, search_label: str = "", **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.several = self.widget.several = several
        self.widget.can_be_moved = can_be_moved
        if search_label:
            self.widget.search_label = search_label

    @property
    def source(self) -> Source | None:
        return self.widget.source

    @source.setter
    def source(self, source: Source) -> None:
        self.widget.source = source

    def clean(self, value: Any) -> Any:
        """Raises ValidationError, with the code SEARCHING while somebody searches."""
        sent = value if isinstance(value, Sent) else Sent(tuple(value or ()))
        if sent.button or (sent.searches and not self.widget.address):
            raise ValidationError("Bitte wählen Sie aus, was gefunden wurde, oder leeren Sie das Suchfeld.", SEARCHING)
        keys = sent.keys
        if self.required and not keys:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(keys) > MOST_PICKED:
            raise ValidationError(TOO_MANY)
        if not self.several and len(keys) > 1:
            raise ValidationError(ONLY_ONE)
        if set(keys) - self.source.look_up(keys).keys():  # also a key that is written differently ("03")
            raise ValidationError(GONE)
        found = self.source.pick(keys)
        if self.several:
            return found
        return found[0] if found else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        keys = data.keys if isinstance(data, Sent) else tuple(data or ())
        return tuple(initial or ()) != keys


class PickingForm(forms.Form):
    """A form with pickers. While somebody searches it is not valid, but shows no errors: nothing was to be saved yet."""

    is_searching = False

    def full_clean(self) -> None:
        super().full_clean()
        if any(error.code == SEARCHING for error in _errors_of(self._errors or {})):
            self.is_searching = True
            self._errors = ErrorDict()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_searching


def render_found(request: HttpRequest, source: Source, widget: PickerWidget) -> HttpResponse:
    """What the words of the query find, as HTML for the script of pickers."""
    words, name = (one_line(request.GET.get(part, ""))[:LONGEST_WORDS] for part in ("q", "name"))
    found = source.find(words)
    shown = {
        "name": name,
        "several": widget.several,
        "words": words,
        "found": found,
        "is_cut": len(found) >= MOST_FOUND,
        "nothing_found": widget.nothing_found,
    }
    return render(request, "components/picker_found.html", {"widget": shown})


def _errors_of(errors: Mapping) -> Iterable[ValidationError]:
    for found in errors.values():
        yield from found.as_data()
