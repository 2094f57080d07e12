"""Every edit form: open it, change one field, save: nothing else changes, and the saved value is shown again."""

from collections.abc import Callable

import pytest
from django.test import Client

from netzwerk.members.models import User
from netzwerk.members.roles import EDITOR
from tests import edit_forms, edit_forms_booking
from tests.access.matrix import OWN
from tests.access.route import NOT_ALLOWED
from tests.access.routes import routes
from tests.browsing import Values, form_in, send, values_in
from tests.edit_forms import Case

pytestmark = pytest.mark.django_db

EDIT_FORMS = edit_forms.EDIT_FORMS | edit_forms_booking.EDIT_FORMS
NOT_EDITING = edit_forms.NOT_EDITING | edit_forms_booking.NOT_EDITING
CASES = [(key, make) for key, makers in EDIT_FORMS.items() for make in makers]


def opened(client: Client, case: Case) -> Values:
    answer = client.get(case.url)
    assert answer.status_code == 200, answer.headers
    return values_in(form_in(answer.content.decode(), having=case.control), case.streams)


def check(client: Client, case: Case) -> None:
    if case.client:
        client = case.client
    else:
        client.force_login(case.actor)
    before = case.stored()
    values = opened(client, case)
    values[case.control] = [case.value] if case.value else []
    answer = send(client, case.url, values | {name: [value] for name, value in case.button.items()})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    after = case.stored()
    different = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert different == case.changes, {name: (before.get(name), after.get(name)) for name in different - case.changes}
    again = opened(client, case)
    assert again.get(case.control, []) == ([case.value] if case.value else [])


@pytest.mark.parametrize(("key", "make"), CASES, ids=[make.__name__ for _key, make in CASES])
def test_an_edit_form_changes_what_was_changed_and_nothing_else(
    client: Client, person: Callable[..., User], key: str, make: Callable
) -> None:
    check(client, make(person))


@pytest.mark.parametrize("model", edit_forms.page_types(), ids=lambda model: model.__name__)
def test_the_page_editor_changes_what_was_changed_and_nothing_else(client: Client, person, model) -> None:
    check(client, edit_forms.page(person(EDITOR), edit_forms.page_of(model)))


def takes_a_post(key: str) -> bool:
    row = OWN[key]
    return row.post != NOT_ALLOWED or bool(row.post_for)


def missed() -> tuple[set[str], set[str]]:
    """Routes without a row in the tables, and rows without a route."""
    keys = {route.key for route in routes()}
    ours = {key for key in OWN if takes_a_post(key)}
    theirs = {key for key in keys if key.rpartition(":")[2] == "edit"}
    known = set(EDIT_FORMS) | set(NOT_EDITING)
    return (ours | theirs) - known, known - keys


def test_every_route_for_post_has_a_row() -> None:
    assert missed() == (set(), set())


def test_a_route_without_a_row_would_be_found(monkeypatch) -> None:
    monkeypatch.delitem(EDIT_FORMS, "organisations:edit")
    assert missed()[0] == {"organisations:edit"}
