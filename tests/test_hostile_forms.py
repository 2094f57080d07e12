"""Every form that a role sees, sent empty and with hostile values in each field: the response is never a 500."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

import pytest
from bs4 import Tag
from django.db import transaction
from django.test import Client

from netzwerk.members.demo.personas import person_of
from tests.browsing import UNSENT_TYPES, Values, send, values_in
from tests.conftest import rounds
from tests.hostile import NUMBERS, WORDS
from tests.words.crawling import visits

pytestmark = [pytest.mark.django_db, pytest.mark.soak]

FIRST = ("/", "/mein-bereich/", "/konto/profil/", "/suche/?q=hilfe", "/redaktion/", "/redaktion/account/")
PERSONAS = ("", "koordination", "redaktion2", "geschaeftsstelle")
FEW = 1  # values for each form, besides none
ENDS_THE_SESSION = ("/abmelden/", "/demo/")
VALUES = [value for value in {**NUMBERS, **WORDS, "NUL": "a\0b", "gone": "999999"}.values() if value]


@dataclass(frozen=True)
class Form:
    address: str
    tag: Tag

    @property
    def names(self) -> list[str]:
        """The names of its controls and buttons, and of the numbers of blocks in streams."""
        controls = self.tag.find_all(["input", "select", "textarea", "button"])
        names = {one["name"] for one in controls if one.get("name") and one["name"] != "csrfmiddlewaretoken"}
        return sorted(names | {f"{one['id']}-count" for one in self.tag.find_all(attrs={"data-block": True})})

    @property
    def buttons(self) -> Values:
        found: Values = {}
        for one in self.tag.find_all(["input", "button"]):
            if one.get("name") and one.get("type", "submit" if one.name == "button" else "") in UNSENT_TYPES[:1]:
                found.setdefault(one["name"], [one.get("value", "")])
        return found


def forms_of(client: Client, first: tuple[str, ...]) -> Iterator[Form]:
    """The forms that change something, one of each field list."""
    seen = set()
    for visit in visits(client, first):
        for tag in visit.page.select('form[method="post" i]'):
            form = Form(urljoin(visit.address, tag.get("action") or visit.address), tag)
            kind = (form.address.rstrip("/0123456789"), *form.names)
            if not form.address.startswith("/") or any(word in form.address for word in ENDS_THE_SESSION):
                continue
            if kind not in seen:
                seen.add(kind)
                yield form


def attempts(form: Form, turn: int) -> Iterator[Values]:
    """Nothing at all; all fields empty; hostile values in all fields, and in each field alone."""
    yield {}
    yield {name: [""] for name in form.names} | form.buttons
    streams = form.tag.find(attrs={"data-block": True})
    usual = {} if streams else values_in(form.tag)
    for number in range(min(rounds(FEW), len(VALUES))):
        value = VALUES[(turn + number * 7) % len(VALUES)]
        yield {name: [value, value] for name in form.names} | form.buttons
        yield {name: [value] for name in form.names}
        for name in usual:
            yield usual | {name: [value]} | form.buttons


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona or "visitor")
def test_no_form_answers_hostile_values_with_a_server_error(persona: str) -> None:
    client = Client(raise_request_exception=False)
    if persona:
        client.force_login(person_of(persona))
    broken, count = [], 0
    forms = list(forms_of(client, FIRST if persona else ("/", "/suche/?q=hilfe", "/konto/anmelden/")))
    for turn, form in enumerate(forms, start=PERSONAS.index(persona)):
        for values in attempts(form, turn):
            with transaction.atomic():
                answer = send(client, form.address, values)
                transaction.set_rollback(True)
            count += 1
            if answer.status_code >= 500:
                changed = {name: sent[0][:40] for name, sent in values.items()}
                broken.append(f"{answer.status_code} {form.address} {changed}"[:400])
    print(f"{persona}: {len(forms)} forms, {count} attempts, {len(broken)} broken")
    assert len(forms) > 3
    assert broken == []
