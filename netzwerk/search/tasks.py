"""Effects: bring the index in step with the database. Safe to run twice, in two processes at once, and after a crash."""

import logging
from collections import defaultdict

from django.utils import timezone

from netzwerk.search.corpus import active_analyser, vocabulary
from netzwerk.search.corpus.entries import entries_of, object_key
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.engines.port import Engine, EngineDown, WriterBusy
from netzwerk.search.models import IndexChange
from netzwerk.surfaces import registry

logger = logging.getLogger(__name__)

BATCH = 500  # rows of the outbox that are carried over in one go


def drain() -> int:
    """Carry all pending changes into the index; returns how many. Does nothing where somebody else is at it.

    Whoever holds the writer's lock looks again after the last batch, so that a change whose bell found the lock taken
    is carried over as well.
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
    """As `drain`, by somebody who holds the lock. Raises EngineDown; what was not carried over stays pending."""
    vocabulary.forget_version()  # what is written stays, unlike an answer
    done = 0
    while rows := list(IndexChange.objects.pending().order_by("pk")[:BATCH]):
        _carry_over(engine, rows)
        # After the engine has written: a crash in between carries it over once more, which changes nothing.
        IndexChange.objects.filter(pk__in=[row.pk for row in rows]).update(drained_at=timezone.now())
        done += len(rows)
    return done


def _carry_over(engine: Engine, changes: list[IndexChange]) -> None:
    """What these objects are now replaces what the index knows of them; those that are gone go there too."""
    by_kind: defaultdict[str, set[int]] = defaultdict(set)
    for change in changes:
        by_kind[change.kind].add(change.object_pk)
    analyser = active_analyser.current().analyser
    entries, objects = [], []
    for key, pks in by_kind.items():
        objects += [object_key(key, pk) for pk in pks]
        if kind := registry.search_kinds.get(key):
            entries += entries_of(kind, kind.rows().filter(pk__in=pks), analyser)
    engine.write(entries, objects)
