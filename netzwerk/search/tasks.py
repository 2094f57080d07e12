"""Jobs that write pending changes into the index. Safe to run twice, in two processes at once, and after a crash."""

import logging

from django.utils import timezone

from netzwerk.search.corpus import active_analyser, vocabulary
from netzwerk.search.corpus.entries import entries_of, object_key, pks_by_kind
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.engines.port import Engine, EngineDown, WriterBusy
from netzwerk.search.models import IndexChange
from netzwerk.surfaces import registry

logger = logging.getLogger(__name__)

BATCH = 500  # rows of the outbox per write


def drain() -> int:
    """Write all pending changes into the index; returns how many. Does nothing if another process holds the writer lock.

    The holder of the lock checks again for pending changes after it is released: the job of a change that came meanwhile found
    the lock held and did nothing.
    """
    engine = current_engine()
    done = 0
    while IndexChange.objects.pending().exists():
        try:
            with engine.lock():
                done += drain_locked(engine)
        except WriterBusy:
            break
        except EngineDown as error:
            logger.warning("the search index cannot be written: %s", type(error.__cause__ or error).__name__)
            break
    return done


def drain_locked(engine: Engine) -> int:
    """As `drain`; the caller holds the lock. Raises EngineDown; changes that were not written stay pending."""
    vocabulary.forget_version()  # entries analysed by an old one would stay wrong
    done = 0
    while rows := list(IndexChange.objects.pending().order_by("pk")[:BATCH]):
        _write_changes(engine, rows)
        # After the engine has written: a crash in between only repeats the write.
        IndexChange.objects.filter(pk__in=[row.pk for row in rows]).update(drained_at=timezone.now())
        done += len(rows)
    return done


def _write_changes(engine: Engine, changes: list[IndexChange]) -> None:
    """Replace the entries of these objects by their present state; objects that no longer exist lose theirs."""
    analyser = active_analyser.current().analyser
    entries, objects = [], []
    for key, pks in pks_by_kind((one.kind, one.object_pk) for one in changes).items():
        objects += [object_key(key, pk) for pk in pks]
        if kind := registry.search_kinds.get(key):
            entries += entries_of(kind, kind.rows().filter(pk__in=pks), analyser)
    engine.write(entries, objects)
