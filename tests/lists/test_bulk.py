"""Bulk choice: what a list posts, and the links that tick a whole page without JavaScript."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from netzwerk.lists.bulk import MOST_ROWS, BulkAction, BulkChoice, ChosenForm

ACTIONS = {"weg": BulkAction("Wegnehmen", "Dann ist es weg.")}


def posted(query: str) -> ChosenForm:
    return ChosenForm(QueryDict(query), ACTIONS)


def test_ticked_rows_come_once_each_and_as_numbers() -> None:
    form = posted("zeile=3&zeile=5&zeile=3&was=weg&liste=suche%3Dada")
    assert form.is_valid()
    assert form.cleaned_data["zeile"] == [3, 5]
    assert form.action is ACTIONS["weg"]
    assert form.list_query() == "?suche=ada"


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("was=weg", "Bitte kreuzen Sie an, welche Zeilen gemeint sind."),
        ("zeile=&zeile=x&zeile=-1&zeile=1.5&zeile=٣&was=weg", "Bitte kreuzen Sie an, welche Zeilen gemeint sind."),
        (f"zeile={10**19}&was=weg", "Bitte kreuzen Sie an, welche Zeilen gemeint sind."),
        ("&".join(f"zeile={number}" for number in range(MOST_ROWS + 1)) + "&was=weg", "höchstens 100 Zeilen"),
        ("zeile=1", "Bitte wählen Sie, was geschehen soll."),
        ("zeile=1&was=anderes", "Bitte wählen Sie, was geschehen soll."),
    ],
)
def test_what_is_no_choice_is_said_in_words(query: str, error: str) -> None:
    form = posted(query)
    assert not form.is_valid()
    assert error in str(form.errors)


def test_as_many_rows_as_are_allowed_pass() -> None:
    assert posted("&".join(f"zeile={number}" for number in range(1, MOST_ROWS + 1)) + "&was=weg").is_valid()


@pytest.mark.parametrize(
    ("sent", "back"), [("", ""), ("seite=2&x=%2F%2Fevil.example", "?seite=2&x=%2F%2Fevil.example"), ("a" * 501, "")]
)
def test_the_way_back_stays_on_the_list(sent: str, back: str) -> None:
    query = QueryDict(mutable=True)
    query["liste"] = sent
    form = ChosenForm(query, ACTIONS)
    form.is_valid()
    assert form.list_query() == back


def on_page(query: str, page: int) -> BulkChoice:
    return BulkChoice("/auswahl/", ACTIONS).on_page(RequestFactory().get(f"/liste/{query}"), page)


def test_a_link_ticks_all_rows_of_a_page_and_another_unticks_them() -> None:
    first = on_page("?suche=ada&seite=2", 2)
    assert not first.are_all_chosen
    assert first.other_url == "?suche=ada&seite=2&auswahl=2"
    second = on_page(first.other_url, 2)
    assert second.are_all_chosen
    assert second.other_url == "?suche=ada&seite=2"
    assert second.list_query == "suche=ada&seite=2"


def test_the_next_page_does_not_begin_with_ticks() -> None:
    assert not on_page("?seite=3&auswahl=2", 3).are_all_chosen
    assert not on_page("?auswahl=alle", 1).are_all_chosen
