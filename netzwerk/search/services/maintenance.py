"""What the clock does for the index: carry over, sweep now and then, refresh the vocabulary at night."""

import logging
import time
from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone

from netzwerk.search import tasks
from netzwerk.search.corpus import vocabulary
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.engines.port import EngineDown, WriterBusy
from netzwerk.search.models import IndexChange, IndexState
from netzwerk.search.services import checking, indexing
from netzwerk.search.services.status import status

logger = logging.getLogger(__name__)

SWEEP_EVERY = timedelta(minutes=4)  # afterwards the index equals the database within five minutes
SWEEP_SHARE = 20  # a sweep that takes long comes more rarely: it may use a twentieth of the time
SWEEP_KEY = "search:next-sweep"
MENDED_KEY, MEND_EVERY = "search:mended", timedelta(minutes=10)  # damage that comes back is the operator's
NIGHT = range(2, 5)  # hours
OLD = timedelta(hours=20)
MOST_AT_NIGHT = 20_000  # entries that the clock builds anew by itself; more is the operator's cron


def maintain_index() -> int:
    """Every minute. Returns how many changes were carried over; 0 while the engine is away, which /gesund/ tells."""
    rebuild_if_damaged()
    done = tasks.drain()
    try:
        if is_sweep_due():
            began = time.monotonic()
            done += checking.sweep()
            schedule_next_sweep(timedelta(seconds=time.monotonic() - began))
        if is_refresh_due():
            indexing.rebuild()
    except EngineDown as error:
        logger.warning("the search index cannot be looked after: %s", type(error.__cause__ or error).__name__)
    return done


def rebuild_if_damaged() -> None:
    """Build anew what is damaged and is ours alone: the embedded index, and the vocabulary. A server that is away comes back
    by itself."""
    engine = current_engine()
    try:
        damaged = "the vocabulary" if vocabulary.is_damaged() else ""
        if engine.name == "embedded":
            engine.check()
    except EngineDown:
        damaged = "the index"
    if damaged and cache.add(MENDED_KEY, True, MEND_EVERY.total_seconds()):
        logger.error("%s of the search is damaged or missing and is built anew", damaged)
        try:
            indexing.rebuild()
        except (EngineDown, WriterBusy) as error:
            logger.warning("no search index could be built: %s", error)


def is_sweep_due() -> bool:
    return time.time() >= (cache.get(SWEEP_KEY) or 0)


def schedule_next_sweep(taken: timedelta) -> None:
    cache.set(SWEEP_KEY, time.time() + max(SWEEP_EVERY, taken * SWEEP_SHARE).total_seconds(), timeout=None)


def is_refresh_due() -> bool:
    """Once a night, where something changed: new words split compounds and are known to the spelling from then on."""
    now = timezone.now()
    if timezone.localtime(now).hour not in NIGHT:
        return False
    built_at = IndexState.objects.values_list("built_at", flat=True).first()
    if built_at is None or now - built_at < OLD or not IndexChange.objects.drained_since(built_at).exists():
        return False
    return current_engine().size()[0] <= MOST_AT_NIGHT


def must_be_built() -> bool:
    try:
        return status().must_be_rebuilt
    except EngineDown:
        return True


def ensure_index() -> None:
    """For a new installation, and after a change of the engine or an update that reads texts otherwise: an index with other
    fields takes no more changes. Without an engine the portal searches in the database."""
    try:
        if must_be_built():
            indexing.rebuild()
    except EngineDown as error:
        logger.warning("no search index could be built: %s", error)
