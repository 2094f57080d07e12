"""Tests that CI runs on one database only use nothing in which databases differ."""

import re
from pathlib import Path

from tests.databases import ON_ONE_DATABASE

ROOT = Path(__file__).resolve().parent.parent
DIFFERS = re.compile(
    r"at_once\(|ForkServer|transactional_db|transaction=True|MigrationExecutor|migrations\.\d|connection\.vendor|on_postgres"
    r"|select_for_update|IntegrityError|\.raw\(|cursor\(|mark\.postgres"
)


def test_tests_on_one_database_use_nothing_in_which_they_differ() -> None:
    sources = {name: (ROOT / name).read_text() for name in ON_ONE_DATABASE}
    assert {name: match[0] for name, source in sources.items() if (match := DIFFERS.search(source))} == {}


def test_a_race_would_be_found() -> None:
    assert DIFFERS.search((ROOT / "tests/members/test_races.py").read_text())
    assert DIFFERS.search((ROOT / "tests/members/test_migrations.py").read_text())
