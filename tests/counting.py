"""How many questions a page asks the database."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

VISITS = 3


def fewest_queries(visit: Callable[[], Any]) -> int:
    """The smallest number of several visits after a first one, which fills caches.

    What comes with the time is no page's own: every few seconds a process reads the editors' words anew, every minute the first
    question of an address begins a new count.
    """
    visit()
    counts = []
    for _visit in range(VISITS):
        with CaptureQueriesContext(connection) as captured:
            visit()
        counts.append(len(captured))
    return min(counts)
