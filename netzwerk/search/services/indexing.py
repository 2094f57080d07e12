"""Building the index anew while readers and writers go on."""

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
PATIENCE = 120  # seconds that a rebuild waits for a drain to end
SETTLING = timedelta(minutes=1)  # between reading a row and noting it as drained, and for clocks that differ
Progress = Callable[[str, int, int], None]  # what is done, how much of it, of how much


def _silent(_step: str, _done: int, _total: int) -> None:
    pass


def rebuild(progress: Progress = _silent) -> int:
    """Build the index anew beside the one in use and change over; returns the number of entries.

    Readers and drains go on meanwhile. What was drained into the old index since the beginning is drained again into the new.
    Raises EngineDown, and leaves the old index in use.
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
        fresh = engine.rebuild()
        try:
            spool.seek(0)
            for number, raw in enumerate(_read(spool), start=1):
                fresh.add(entry_of(raw, analyser))
                if number % ROWS_AT_ONCE == 0 or number == total:
                    progress("Index schreiben", number, total)
            _change_over(engine, fresh.publish, words, active_analyser.fingerprint(lexicon), began)
        except BaseException:
            fresh.drop()
            raise
    return total


def _change_over(
    engine: Engine, publish: Callable[[], None], words: Vocabulary, made_with: str, began: datetime
) -> None:
    """Under the writer's lock, in an order in which a crash at any point leaves an index that is right or soon will be."""
    with _patiently(engine):
        IndexChange.objects.drained_since(began - SETTLING).update(drained_at=None)
        publish()
        vocabulary.save(words, engine=engine.name, made_with=made_with)
        tasks.drain_locked(engine)


@contextmanager
def _patiently(engine: Engine) -> Iterator[None]:
    """The writer's lock; who has it now needs it for a batch only."""
    deadline = time.monotonic() + PATIENCE
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(engine.lock())
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
    """By primary key, so that rows that come or go meanwhile shift nothing."""
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:ROWS_AT_ONCE]):
        yield batch
        last = batch[-1].pk


def open_documents() -> dict[str, SearchDocument]:
    """By address, everything that anybody may find."""
    return {raw.document.url: raw.document for raw in _all_raw_entries(_silent) if raw.audience_key == PUBLIC}


def _read(spool: IO[bytes]) -> Iterator[RawEntry]:
    with suppress(EOFError):
        while True:
            yield pickle.load(spool)  # noqa: S301  our own file of a moment ago, which has no name
