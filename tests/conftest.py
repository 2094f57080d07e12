"""Fixtures of the whole suite. The demo content is built once; every test works on it in a transaction of its own."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from pytest_django.plugin import blocking_manager_key

from netzwerk.members.models import User
from netzwerk.surfaces.ttl_cache import TtlCache
from tests import seconds
from tests.databases import ON_ONE_DATABASE
from tests.demo_database import DemoDatabase, drop_template
from tests.factories.people import PersonFactory
from tests.once import run_folder


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of all processes of this run (tests/once.py)."""
    return run_folder(tmp_path_factory)


DATABASE = pytest.StashKey[DemoDatabase]()


@pytest.fixture(scope="session")
def django_db_setup(  # instead of pytest-django's
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker,
    shared_folder: Path,
) -> Iterator[None]:
    workers = getattr(request.config, "workerinput", {"workercount": 1})["workercount"]
    database = DemoDatabase(shared_folder if workers > 1 else None)
    with django_db_blocker.unblock():
        database.create()
    request.config.stash[DATABASE] = database
    yield
    with django_db_blocker.unblock():
        database.destroy()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    database = item.config.stash.get(DATABASE, None)
    mark = item.get_closest_marker("django_db")
    if database is None:
        return
    if (mark and mark.kwargs.get("transaction")) or "transactional_db" in item.fixturenames:
        database.is_emptied = True
    elif mark or "db" in item.fixturenames:
        with item.config.stash[blocking_manager_key].unblock():
            database.fill_again()


def pytest_collection_finish() -> None:
    """The million objects of Django and Wagtail stay until the end: collecting garbage among them took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        with session.config.stash[blocking_manager_key].unblock():
            drop_template()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """NETZWERK_SECONDS=sqlite | postgresql | browser compares with tests/seconds.toml."""
    if kind := os.environ.get("NETZWERK_SECONDS"):
        reports = [one for found in terminalreporter.stats.values() for one in found if hasattr(one, "duration")]
        terminalreporter.section(f"seconds by folder ({kind})")
        for line in seconds.lines(reports, seconds.budget_of(kind)):
            terminalreporter.write_line(line)


@pytest.fixture(scope="session", autouse=True)
def own_folders() -> Iterator[None]:
    yield
    for folder in (settings.MEDIA_ROOT, settings.SEARCH_DIR):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def fresh_cache(request: pytest.FixtureRequest) -> None:
    """Neither rate limits, which stand in the database, nor what the process remembers reach the next test."""
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames:
        cache.clear()
    TtlCache.clear_all()


@pytest.fixture(autouse=True)
def mail_goes_through_our_outbox(settings) -> None:
    """Django's test runner would put a backend of its own in between."""
    settings.EMAIL_BACKEND = "netzwerk.post.backends.OutboxBackend"


@pytest.fixture
def person(db: None) -> Callable[..., User]:
    """Makes a person: person(EDITOR), person(superuser=True), person(first_name="Ada")."""
    return PersonFactory.with_role


@pytest.fixture
def login() -> Callable[[User], Client]:
    """A browser in which this person is logged in."""

    def logged_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return logged_in


def rounds(few: int) -> int:
    """How many rounds a kill or race test runs: few in CI, all by `make soak`."""
    return int(os.environ.get("NETZWERK_ROUNDS", few))


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    skip = pytest.mark.skip(reason="needs PostgreSQL: DATABASE_URL=postgres://… make test")
    for item in items:
        if item.nodeid.partition("::")[0] in ON_ONE_DATABASE:
            item.add_marker(pytest.mark.one_database)
        if "postgres" in item.keywords and not os.environ.get("DATABASE_URL", "").startswith("postgres"):
            item.add_marker(skip)
    yield
    _start_the_second_half_without_database(items)


def _start_the_second_half_without_database(items: list[pytest.Item]) -> None:
    """Of two workers, the second begins there: it has something to do while the first builds the demo."""
    needing = {"db", "transactional_db", "django_db_setup"}
    without = [
        item for item in items if not item.get_closest_marker("django_db") and not needing & set(item.fixturenames)
    ]
    rest = [item for item in items if item not in set(without)]
    middle = len(items) // 2
    items[:] = [*rest[:middle], *without, *rest[middle:]]


@pytest.fixture
def on_postgres() -> bool:
    return connection.vendor == "postgresql"
