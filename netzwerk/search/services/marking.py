"""Writes changes to the outbox of the index, in their transaction, and queues a drain after the commit."""

from collections.abc import Iterable

from django.db import transaction
from django_q.tasks import async_task

from netzwerk.search import tasks
from netzwerk.search.models import IndexChange
from netzwerk.surfaces.search_kinds import SearchKind

BATCH = 1000


def mark(kind: SearchKind, pks: Iterable[int], *, changes_audience: bool = True) -> int:
    """Mark objects as changed, created or deleted; returns how many.

    While such a change is pending, the objects are hidden from users who may not see them, and with too many of them the engine
    is not used. Pass `changes_audience=False` only if nobody's permission to see them can have changed; then neither happens.
    """
    rows = [IndexChange(kind=kind.key, object_pk=pk, changes_doors=changes_audience) for pk in pks]
    if rows:
        IndexChange.objects.bulk_create(rows, batch_size=BATCH)
        callbacks = [callback for _savepoints, callback, *_rest in transaction.get_connection().run_on_commit]
        if _queue_drain not in callbacks:
            transaction.on_commit(_queue_drain, robust=True)
    return len(rows)


def _queue_drain() -> None:
    """Once per transaction: one job drains all pending changes."""
    async_task(tasks.drain)
