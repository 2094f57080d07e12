"""One person alone tries to bypass the four-eyes rule; public content changes only where docs/decisions/0001 allows it.

`pytest -s` prints the table: attempt x role x outcome.
"""

import re

import pytest
from django.db import connection, transaction

from netzwerk.members.roles import ADMINISTRATION, EDITOR, OFFICE
from tests.portal.attempts import ATTEMPTS, Attempt
from tests.portal.world import World, build, visible_to_everybody

pytestmark = pytest.mark.django_db
ROLES = {"Redaktion": EDITOR, "Geschäftsstelle": OFFICE, "Administration": ADMINISTRATION, "Superuser": None}
SAME, CHANGED, GONE = "unverändert", "geändert", "nicht mehr da"


def outcome(before: dict[str, str], after: dict[str, str]) -> str:
    different = {address for address in after if after[address] != before[address]}
    if not different:
        return SAME
    return GONE if all(not after[address] for address in different) else CHANGED


def run(attempt: Attempt, client, world: World, before: dict[str, str]) -> tuple[int, str]:
    """Status and outcome for visitors, rolled back afterwards. Without writes to the database nothing has changed."""
    writes = Writes()
    with transaction.atomic():
        with connection.execute_wrapper(writes):
            status = attempt.go(client, world).status_code
        after = visible_to_everybody(world, extra=EXTRA, later=attempt.later) if writes.tables else before
        transaction.set_rollback(True)
    return status, outcome(before, after)


class Writes:
    """Tables that a request writes to, without caches, sessions and the like."""

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


def later_page(world: World) -> str:
    return world.soon.get_url()


EXTRA = ("/aktuelles/heimlich-neu/", "/heimlich-neu/")


def test_nobody_changes_public_content_alone(person, login) -> None:
    world = build(person(EDITOR), person(EDITOR))
    with transaction.atomic():
        later = visible_to_everybody(world, extra=EXTRA, later=True)
        transaction.set_rollback(True)
    now = visible_to_everybody(world, extra=EXTRA)
    for address in (world.below.get_url(), world.document.url, world.image.url_for("width-40"), later_page(world)):
        assert (later if address == later_page(world) else now)[address], address
    assert not any(now[address] for address in (world.closed_document.url, world.inside.get_url()))
    people = {name: person(role, superuser=role is None) for name, role in ROLES.items()}
    wrong = []
    print("\n| Weg | " + " | ".join(ROLES) + " | Regel |\n|---|---|---|---|---|---|")
    for attempt in ATTEMPTS:
        row = {}
        for name, user in people.items():
            client = login(user)
            client.raise_request_exception = False
            status, seen = run(attempt, client, world, later if attempt.later else now)
            row[name] = seen
            if status >= 500 or (name == "Superuser" and (status == 404) != attempt.closed):
                wrong.append(f"{attempt.name}: {name} got {status}")
            if seen != SAME and not attempt.alone:
                wrong.append(f"{attempt.name}: {name} changed what visitors see")
        if attempt.alone and attempt.name not in CHANGES_NO_PAGE and set(row.values()) == {SAME}:
            wrong.append(f"{attempt.name}: said to be open to one person, and changed nothing")
        print(f"| {attempt.name} | {' | '.join(row.values())} | {attempt.alone or 'zweite Person'} |", flush=True)
    assert wrong == []


CHANGES_NO_PAGE = {"Wörter der Suche"}  # change search results only
