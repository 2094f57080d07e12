"""The field in which things are picked from what words find, with plain forms."""

from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.http import QueryDict

from netzwerk.lists.picking import (
    GONE,
    MOST_FOUND,
    MOST_PICKED,
    ONLY_ONE,
    TOO_MANY,
    Candidate,
    PickerField,
    PickingForm,
)

FRUIT = {str(number): name for number, name in enumerate(["Apfel", "Apfelbeere", "Birne", "Quitte & <Co>"], start=1)}


class Fruit:
    """Finds by a part of the name."""

    def __init__(self, names: dict[str, str] = FRUIT) -> None:
        self.names = names

    def find(self, words: str) -> list[Candidate]:
        found = [Candidate(key, name) for key, name in self.names.items() if words and words.lower() in name.lower()]
        return found[:MOST_FOUND]

    def look_up(self, keys: Sequence[str]) -> dict[str, Candidate]:
        return {key: Candidate(key, self.names[key]) for key in keys if key in self.names}

    def pick(self, keys: Sequence[str]) -> list[str]:
        return [self.names[key] for key in keys]


class Basket(PickingForm):
    fruit = PickerField(label="Obst", can_be_moved=True)
    best = PickerField(label="Das beste", several=False, required=False)
    note = forms.CharField(label="Notiz")

    def __init__(self, data: str | None = None, **kwargs) -> None:
        super().__init__(QueryDict(data) if data is not None else None, **kwargs)
        for name in ("fruit", "best"):
            self.fields[name].source = Fruit()


def boxes(form: forms.Form, name: str = "fruit") -> list[tuple[str, bool]]:
    soup = BeautifulSoup(str(form), "html5lib")
    return [
        (box["value"], box.has_attr("checked"))
        for box in soup.find_all("input", attrs={"name": name})
        if box["type"] in ("checkbox", "radio")
    ]


def test_pressing_search_shows_what_was_found_and_keeps_what_was_typed_and_picked() -> None:
    form = Basket("fruit=3&fruit-words=apfel&fruit-shown-for=&fruit-search=1&note=")
    assert not form.is_valid()
    assert form.is_searching and not form.errors, "the empty note is no error yet"
    assert boxes(form) == [("3", True), ("1", False), ("2", False)]
    assert 'value="apfel"' in str(form)
    again = Basket("fruit=3&fruit=2&fruit-words=&fruit-shown-for=apfel&note=Kuchen&best-words=Birne")
    assert not again.is_valid() and again.is_searching
    assert 'value="Kuchen"' in str(again)
    assert boxes(again) == [("3", True), ("2", True)]
    assert ("3", False) in boxes(again, "best")


def test_the_enter_key_in_the_search_box_does_not_send_the_form() -> None:
    assert Basket("fruit=1&fruit-words=birne&fruit-shown-for=&note=x").is_valid() is False
    assert Basket("fruit=1&fruit-words=birne&fruit-shown-for=birne&note=x").is_valid()


def test_the_value_is_what_was_picked_in_the_order_of_the_page() -> None:
    form = Basket("fruit=4&fruit=1&fruit=4&best=2&note=x")
    assert form.is_valid()
    assert form.cleaned_data == {"fruit": ["Quitte & <Co>", "Apfel"], "best": "Apfelbeere", "note": "x"}
    assert Basket("fruit=1&best=&note=x").is_valid()


def test_what_is_picked_can_be_moved() -> None:
    for data, order in (
        ("fruit-up=3", ["1", "3", "2"]),
        ("fruit-down=1", ["2", "1", "3"]),
        ("fruit-up=1", ["1", "2", "3"]),
        ("fruit-down=3", ["1", "2", "3"]),
        ("fruit-up=99", ["1", "2", "3"]),
    ):
        form = Basket(f"fruit=1&fruit=2&fruit=3&{data}&note=")
        assert not form.is_valid() and not form.errors
        assert [key for key, _checked in boxes(form)] == order


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "Bitte suchen Sie, und wählen Sie aus, was gefunden wurde."),
        ("fruit=99", GONE),
        ("fruit=1&fruit=drop+table", GONE),
        ("&".join(f"fruit={number}" for number in range(MOST_PICKED + 1)), TOO_MANY),
    ],
)
def test_what_cannot_be_picked_is_refused(data: str, message: str) -> None:
    form = Basket(f"{data}&note=Kuchen")
    assert form.errors == {"fruit": [message]}
    assert 'value="Kuchen"' in str(form)


def test_only_one_can_be_picked_where_one_is_asked_for() -> None:
    form = Basket("fruit=1&best=1&best=2&note=x")
    assert form.errors == {"best": [ONLY_ONE]}


def test_errors_show_after_the_search_is_over() -> None:
    assert Basket("fruit-words=&fruit-shown-for=apfel&note=").errors.keys() == {"fruit", "note"}


def test_a_name_cannot_become_markup() -> None:
    form = Basket("fruit=4&fruit-words=%3Cb%3E%22x&fruit-search=1&note=x")
    assert not form.is_valid()
    html = str(form)
    assert "Quitte &amp; &lt;Co&gt;" in html and "<b>" not in html


def test_the_form_says_that_nothing_was_found_and_that_there_is_more() -> None:
    assert "Dazu wurde nichts gefunden." in str(Basket("fruit-words=Kirsche&fruit-search=1"))
    assert "ist schon ausgewählt" in str(Basket("fruit=3&fruit-words=Birne&fruit-search=1"))
    form = Basket("fruit-words=a&fruit-search=1")
    form.fields["fruit"].source = Fruit({str(number): f"Apfel {number}" for number in range(30)})
    assert "die ersten 20" in str(form)


def test_every_box_has_a_label() -> None:
    soup = BeautifulSoup(str(Basket("fruit=1&fruit=2&fruit-words=apfel&fruit-search=1")), "html5lib")
    for control in soup.find_all("input"):
        if control["type"] != "hidden":
            assert control.find_parent("label") or soup.find("label", attrs={"for": control["id"]})
    ids = [one["id"] for one in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_a_form_that_did_not_show_the_picker_does_not_change_it() -> None:
    field = Basket().fields["fruit"]
    assert field.widget.value_omitted_from_data(QueryDict("note=x"), {}, "fruit")
    assert not field.widget.value_omitted_from_data(QueryDict("fruit-shown-for="), {}, "fruit")
    assert field.has_changed(["1"], field.widget.value_from_datadict(QueryDict("fruit=2"), {}, "fruit"))
    assert not field.has_changed(["1"], field.widget.value_from_datadict(QueryDict("fruit=1"), {}, "fruit"))
