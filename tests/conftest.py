"""Fixtures of the whole suite. The demo content is built once; every test works on it in a transaction of its own."""

import io
import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client

from netzwerk.members.models import User
from netzwerk.surfaces.ttl_cache import TtlCache
from tests.databases import ON_ONE_DATABASE
from tests.factories.people import PersonFactory


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> None:  # pytest-django's own fixture, extended
    with django_db_blocker.unblock():
        call_command("demo", stdout=io.StringIO())


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    skip = pytest.mark.skip(reason="needs PostgreSQL: DATABASE_URL=postgres://… make test")
    for item in items:
        if item.nodeid.partition("::")[0] in ON_ONE_DATABASE:
            item.add_marker(pytest.mark.one_database)
        if "postgres" in item.keywords and not os.environ.get("DATABASE_URL", "").startswith("postgres"):
            item.add_marker(skip)


@pytest.fixture
def on_postgres() -> bool:
    return connection.vendor == "postgresql"
