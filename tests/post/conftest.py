"""Fixtures for the tests of outbox, letters and notifications."""

import itertools
from collections.abc import Callable, Iterator

import pytest
from django.template import engines

from netzwerk.post.models import Message, Notification
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import NotificationKind

SEATS = NotificationKind("test-seats", 10, "Plätze und Wartelisten", "Kommt, wenn für Sie ein Platz frei wird.")
QUIET = NotificationKind("test-quiet", 20, "Neue Beiträge", "Kommt, wenn jemand etwas schreibt.", by_mail=False)

NUMBERS = itertools.count()  # unique template names, as the loader caches templates


@pytest.fixture(autouse=True)
def no_demo_notifications(request: pytest.FixtureRequest) -> None:
    """Delete the notifications of the demo; these tests count their own."""
    if request.node.get_closest_marker("django_db") or "db" in request.fixturenames:
        request.getfixturevalue("_django_db_helper")
        Notification.objects.all().delete()
        Message.objects.all().delete()


@pytest.fixture
def kinds(monkeypatch) -> tuple[NotificationKind, NotificationKind]:
    """Two kinds of notifications, with and without mail by default."""
    monkeypatch.setattr(registry.notifications, "_entries", {kind.key: kind for kind in (SEATS, QUIET)})
    return SEATS, QUIET


@pytest.fixture
def letter_template(tmp_path) -> Iterator[Callable[[str], str]]:
    """Writes a letter template and returns its name."""
    engine = engines["django"].engine
    engine.dirs.append(tmp_path)

    def write(source: str) -> str:
        name = f"letter-{next(NUMBERS)}.txt"
        (tmp_path / name).write_text(f"{{% load letter_tags %}}{source}")
        return name

    yield write
    engine.dirs.remove(tmp_path)


@pytest.fixture
def transport(settings) -> None:
    """Sends mails to django.core.mail.outbox."""
    settings.POST_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
