"""One person alone walks every way round the four eyes; what visitors see changes only where docs/decisions/0001 says why.

`pytest -s` prints the table: way x role x outcome.
"""

import re

import pytest
from django.db import connection, transaction

from netzwerk.members.roles import ADMINISTRATION, EDITOR, OFFICE
from tests.portal.walking import World, build, shown_to_all
from tests.portal.ways import WAYS, Way

pytestmark = pytest.mark.django_db
ROLES = {"Redaktion": EDITOR, "Geschäftsstelle": OFFICE, "Administration": ADMINISTRATION, "Superuser": None}
SAME, CHANGED, GONE = "unverändert", "geändert", "nicht mehr da"


def outcome(before: dict[str, str], after: dict[str, str]) -> str:
    different = {address for address in after if after[address] != before[address]}
    if not different:
        return SAME
    return GONE if all(not after[address] for address in different) else CHANGED


def walk(way: Way, client, world: World, before: dict[str, str]) -> tuple[int, str]:
    """The answer and what visitors see then; everything is as before afterwards. What wrote nothing changed nothing."""
    writes = Writes()
    with transaction.atomic():
        with connection.execute_wrapper(writes):
            status = way.go(client, world).status_code
        after = shown_to_all(world, extra=EXTRA, later=way.later) if writes.tables else before
        transaction.set_rollback(True)
    return status, outcome(before, after)


class Writes:
    """The tables that are written to, but for what a visit leaves behind and the traces of editing."""

    PATTERN = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
    NO_CONTENT = (
        "django_session",
        "shared_cache",
        "question_cache",
        "wagtailadmin_editingsession",
        "wagtailusers_userprofile",
    )

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(self, execute, sql: str, params, many: bool, context: dict):
        self.tables |= set(self.PATTERN.findall(sql)) - set(self.NO_CONTENT)
        return execute(sql, params, many, context)


EXTRA = ("/aktuelles/heimlich-neu/", "/heimlich-neu/", "/drinnen/")


def test_nobody_changes_alone_what_visitors_see(person, login) -> None:
    world = build(person(EDITOR), person(EDITOR))
    with transaction.atomic():
        later = shown_to_all(world, extra=EXTRA, later=True)
        transaction.set_rollback(True)
    now = shown_to_all(world, extra=EXTRA)
    people = {name: person(role, superuser=role is None) for name, role in ROLES.items()}
    table, wrong = [], []
    for way in WAYS:
        row = {}
        for name, user in people.items():
            client = login(user)
            client.raise_request_exception = False
            status, seen = walk(way, client, world, later if way.later else now)
            row[name] = seen
            if status >= 500 or (name == "Superuser" and (status == 404) != way.closed):
                wrong.append(f"{way.name}: {name} got {status}")
            if seen != SAME and not way.alone:
                wrong.append(f"{way.name}: {name} changed what visitors see")
        if way.alone and way.name not in CHANGES_NO_PAGE and set(row.values()) == {SAME}:
            wrong.append(f"{way.name}: said to be open to one person, and changed nothing")
        table.append(f"| {way.name} | {' | '.join(row.values())} | {way.alone or 'zweite Person'} |")
    print("\n| Weg | " + " | ".join(ROLES) + " | Regel |\n|---|---|---|---|---|---|")
    print("\n".join(table))
    assert wrong == []


CHANGES_NO_PAGE = {"Wörter der Suche"}  # they change what is found
