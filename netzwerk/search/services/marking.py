"""Noting what the index has to learn, in the transaction of the change, and ringing once it is committed."""

from collections.abc import Iterable

from django.db import transaction
from django_q.tasks import async_task

from netzwerk.search import tasks
from netzwerk.search.models import IndexChange
from netzwerk.surfaces.search_kinds import SearchKind

AT_ONCE = 1000


def mark(kind: SearchKind, pks: Iterable[int], *, changes_audience: bool = True) -> int:
    """These objects changed, appeared or went. Returns how many.

    Until the index has learnt it they are hidden from whoever may not see them, and where many wait the engine is not trusted
    at all. Say `changes_audience=False` only where nobody's right to see them can have changed: neither happens then.
    """
    rows = [IndexChange(kind=kind.key, object_pk=pk, changes_doors=changes_audience) for pk in pks]
    if rows:
        IndexChange.objects.bulk_create(rows, batch_size=AT_ONCE)
        if not any(
            waiting is _queue_drain for _savepoints, waiting, *_rest in transaction.get_connection().run_on_commit
        ):
            transaction.on_commit(_queue_drain, robust=True)
    return len(rows)


def _queue_drain() -> None:
    """Once for each transaction: whoever hears it carries over everything that waits."""
    async_task(tasks.drain)
