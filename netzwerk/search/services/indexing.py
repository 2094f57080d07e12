"""Rebuilds the index while readers and writers continue."""

import pickle
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime, timedelta
from typing import IO, Any

from django.db.models import QuerySet
from django.utils import timezone

from netzwerk.search import tasks
from netzwerk.search.corpus import active_analyser, vocabulary
from netzwerk.search.corpus.entries import RawEntry, entry_of, raw_entries_of, words_in
from netzwerk.search.corpus.lexicon import load_lexicon
from netzwerk.search.corpus.vocabulary import Vocabulary, VocabularyBuilder
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.engines.port import Engine, WriterBusy
from netzwerk.search.models import IndexChange
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import PUBLIC, SearchDocument

ROWS_AT_ONCE = 500
PATIENCE = 120  # seconds that a rebuild waits for the writer lock
MARGIN = timedelta(minutes=1)  # between reading a row and marking it as drained, and for clocks that differ
Progress = Callable[[str, int, int], None]  # step, done, total


def _no_progress(_step: str, _done: int, _total: int) -> None:
    pass


def rebuild(progress: Progress = _no_progress) -> int:
    """Build a new index and put it in use; returns the number of entries.

    Readers and drains continue meanwhile. Changes that were drained into the old index since the start are drained again.
    Raises EngineDown or WriterBusy; the old index then stays in use.
    """
    engine = current_engine()
    began = timezone.now()
    with tempfile.TemporaryFile() as spool:
        lexicon = load_lexicon()
        builder, total = VocabularyBuilder(), 0
        for raw in _all_raw_entries(progress):
            builder.add(words_in(raw))
            pickle.dump(raw, spool)
            total += 1
        words = builder.build(version=time.time_ns())
        analyser = active_analyser.build(words, lexicon).analyser
        new_index = engine.rebuild()
        try:
            spool.seek(0)
            for number, raw in enumerate(_read(spool), start=1):
                new_index.add(entry_of(raw, analyser))
                if number % ROWS_AT_ONCE == 0 or number == total:
                    progress("Index schreiben", number, total)
            _swap(engine, new_index.publish, words, active_analyser.fingerprint(lexicon), began)
        except BaseException:
            new_index.drop()
            raise
    return total


def _swap(engine: Engine, publish: Callable[[], None], words: Vocabulary, made_with: str, began: datetime) -> None:
    """Under the writer lock, in an order in which a crash at any point loses no change."""
    with _wait_for_lock(engine):
        IndexChange.objects.drained_since(began - MARGIN).update(drained_at=None)
        publish()
        vocabulary.save(words, engine=engine.name, made_with=made_with)
        tasks.drain_locked(engine)


@contextmanager
def _wait_for_lock(engine: Engine) -> Iterator[None]:
    """The writer lock; a drain holds it only briefly. Raises WriterBusy after PATIENCE."""
    deadline = time.monotonic() + PATIENCE
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(engine.lock())
                break
            except WriterBusy:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
        yield


def _all_raw_entries(progress: Progress) -> Iterator[RawEntry]:
    rows = {kind.key: kind.rows() for kind in registry.search_kinds}
    total, done = sum(found.count() for found in rows.values()), 0
    for kind in registry.search_kinds:
        for batch in batches(rows[kind.key]):
            yield from raw_entries_of(kind, batch)
            done += len(batch)
            progress("Inhalte lesen", done, total)


def batches(rows: QuerySet) -> Iterator[list[Any]]:
    """By primary key, so that rows that are created or deleted meanwhile do not shift the batches."""
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:ROWS_AT_ONCE]):
        yield batch
        last = batch[-1].pk


def public_documents() -> dict[str, SearchDocument]:
    """All public documents, by URL."""
    return {raw.document.url: raw.document for raw in _all_raw_entries(_no_progress) if raw.audience_key == PUBLIC}


def _read(spool: IO[bytes]) -> Iterator[RawEntry]:
    with suppress(EOFError):
        while True:
            yield pickle.load(spool)  # noqa: S301  our own temporary file
