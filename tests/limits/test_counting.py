"""The limit of requests per address: counted in windows, by action, without storing the address."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from netzwerk.limits.models import RequestCount
from netzwerk.limits.services import count_request, delete_expired_counts

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 7, 3, 12, 0, 30, tzinfo=UTC)
ADDRESS = "198.51.100.7"


@pytest.fixture(autouse=True)
def limits(settings) -> None:
    settings.REQUEST_LIMITS = {"search": (3, 60), "export": (1, 600)}
    RequestCount.objects.all().delete()


def test_an_address_is_refused_beyond_the_limit_until_the_window_ends() -> None:
    with time_machine.travel(MOMENT, tick=False) as clock:
        assert [count_request("search", ADDRESS) for _ in range(5)] == [True, True, True, False, False]
        clock.shift(timedelta(seconds=29))
        assert not count_request("search", ADDRESS)
        clock.shift(timedelta(seconds=1))
        assert count_request("search", ADDRESS)


def test_addresses_and_actions_are_counted_apart() -> None:
    with time_machine.travel(MOMENT, tick=False):
        assert [count_request("export", ADDRESS) for _ in range(2)] == [True, False]
        assert count_request("search", ADDRESS)
        assert count_request("export", "198.51.100.8")


def test_the_address_is_not_stored() -> None:
    count_request("search", ADDRESS)
    row = RequestCount.objects.get()
    assert ADDRESS not in "".join(map(str, vars(row).values()))
    assert (len(row.key), row.number) == (64, 1)


def test_counters_are_deleted_after_their_window() -> None:
    with time_machine.travel(MOMENT, tick=False) as clock:
        count_request("search", ADDRESS)
        count_request("export", ADDRESS)
        assert delete_expired_counts() == 0
        clock.shift(timedelta(seconds=61))
        assert delete_expired_counts() == 1
        clock.shift(timedelta(seconds=600))
        assert delete_expired_counts() == 1
