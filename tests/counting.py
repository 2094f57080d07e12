"""Counting queries."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

VISITS = 3


def fewest_queries(visit: Callable[[], Any]) -> int:
    """The smallest number of queries of several visits, after a first one that fills caches.

    The smallest, because some visits refresh caches with a TTL or begin a new period of a rate limit.
    """
    visit()
    counts = []
    for _visit in range(VISITS):
        with CaptureQueriesContext(connection) as captured:
            visit()
        counts.append(len(captured))
    return min(counts)
