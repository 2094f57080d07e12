"""For tests that count: a database without the workshops, dates and bookings of the demo."""

from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.db import transaction

from netzwerk.calendar.models import Date
from netzwerk.hours.models import Certificate, Entry
from netzwerk.seats.models import BookingWish, ReleaseRule


@transaction.atomic
def forget_workshops() -> None:
    """All rows of the apps, without looking at what refers to them: foreign keys are checked at the end of the transaction."""
    models = [Date, Date.topics.through]
    for label in ("events", "seats"):
        models += apps.get_app_config(label).get_models(include_auto_created=True)
    for model in models:
        if model not in (BookingWish, ReleaseRule):
            rows = model._base_manager.all()
            rows._raw_delete(rows.db)
    for rows in (
        Entry.objects.filter(source_kind="workshop-date"),
        Certificate.objects.filter(source_kind="workshop"),
    ):
        rows._raw_delete(rows.db)


def without_workshops(*but: str) -> Callable[..., None]:
    """A fixture for every test of a folder that uses the database, but for these modules."""

    @pytest.fixture(autouse=True)
    def no_workshops(request: pytest.FixtureRequest) -> Iterator[None]:
        uses_database = request.node.get_closest_marker("django_db") or "db" in request.fixturenames
        if uses_database and request.module.__name__.rpartition(".")[2] not in but:
            request.getfixturevalue("db")
            forget_workshops()
        yield

    return no_workshops
