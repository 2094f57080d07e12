"""Scheduled maintenance of the index: apply pending changes, compare it with the database, refresh its vocabulary at night."""

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
SWEEP_SHARE = 20  # a sweep may take a twentieth of the time: slow ones run less often
SWEEP_KEY = "search:next-sweep"
REPAIRED_KEY, REPAIR_EVERY = "search:repaired", timedelta(minutes=10)  # damage that recurs at once is for the operator
NIGHT = range(2, 5)  # hours
OLD = timedelta(hours=20)
MOST_AT_NIGHT = 20_000  # entries of a nightly rebuild; larger indexes are for the operator's cron


def maintain_index() -> int:
    """Called every minute. Returns the number of drained changes; 0 while the engine is down, which /gesund/ reports."""
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
    """Rebuild if the embedded index or the vocabulary is damaged. A server that is down recovers without us."""
    engine = current_engine()
    try:
        damaged = "the vocabulary" if vocabulary.is_damaged() else ""
        if engine.name == "embedded":
            engine.check()
    except EngineDown:
        damaged = "the index"
    if damaged and cache.add(REPAIRED_KEY, True, REPAIR_EVERY.total_seconds()):
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
    """Once a night, if something changed: new words then split compounds and are known to the spelling correction."""
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
    """Build the index of a new installation, and rebuild it after a change of the engine or of the analysis. Without an engine
    the portal uses the fallback search."""
    try:
        if must_be_built():
            indexing.rebuild()
    except EngineDown as error:
        logger.warning("no search index could be built: %s", error)
