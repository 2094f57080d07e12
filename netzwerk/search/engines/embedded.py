"""The embedded engine: tantivy, an index folder beside the data. Several processes read, one writes.

In the folder stand the indexes, one of them in use, whose name is in `current`. A rebuild makes another one and changes that
name; readers look at each question whether name or index have changed, which costs two calls to the file system.
"""

import json
import os
import re
import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from netzwerk.search.engines.embedded_counts import FacetCounter, add_counted, add_counted_fields
from netzwerk.search.engines.embedded_query import QueryMaker, index_option
from netzwerk.search.engines.locks import file_lock, make_room
from netzwerk.search.engines.port import EngineDown, Entry, Hit, Order, SearchRequest, SearchResponse, Stream

# Hits of a long list that are fetched at once: few first, so that somebody waits for none; then many, because each fetch sorts
# all that stand before.
FIRST_SLICE, SLICE = 500, 20_000
HEAP = 64_000_000  # bytes that a writer may hold before it writes a segment
REBUILD_HEAP = 200_000_000
CURRENT = "current"
LOCK = "writer.lock"
PREFIX = "index-"
NAME = re.compile(r"index-[0-9]+-[0-9]+")
# The field by which a score is weighted counts as log2(2 + value), and below 0 as 0. So freshness is kept the other way round
# and sixteenfold, which the scores are divided by in the end.
FRESH = 16
# A writer that was killed before it had named its list of deleted documents leaves it behind, and the next one, which counts on
# from the same number, gives its own the same name.
IN_THE_WAY = "FileAlreadyExists"
# What tantivy raises, whatever went wrong.
BROKEN = (ValueError, OSError, RuntimeError, SystemError)


@contextmanager
def _told() -> Iterator[None]:
    """Whatever goes wrong, a full disk or a broken file, is told as EngineDown."""
    try:
        yield
    except BROKEN as error:
        raise EngineDown(str(error)) from error


def make_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("key", "object", "kind", "stamp"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for stream in Stream:
        builder.add_text_field(stream.value, tokenizer_name="whitespace", index_option=index_option(stream))
    # "door" is the audience key; a new name would need a rebuild.
    builder.add_text_field("door", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("facet", tokenizer_name="raw", index_option="basic")
    add_counted_fields(builder)
    builder.add_text_field("title_key", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", fast=True)
    builder.add_integer_field("appeared", fast=True)
    builder.add_float_field("freshness", fast=True)
    builder.add_bytes_field("shown", stored=True)
    return builder.build()


def document_of(entry: Entry) -> tantivy.Document:
    document = tantivy.Document(
        key=entry.key,
        object=entry.object,
        kind=entry.kind,
        stamp=entry.stamp,
        door=entry.audience_key,
        facet=[f"{name}={value}" for name, values in entry.facets.items() for value in values],
        title_key=entry.title_key,
        day=entry.day,
        appeared=entry.appeared,
        freshness=float(2 ** (entry.freshness * FRESH) - 2),
        **{stream.value: entry.tokens(stream) for stream in Stream},
    )
    add_counted(document, entry.facets)
    document.add_bytes("shown", json.dumps(entry.shown, ensure_ascii=False).encode())
    return document


def open_index(folder: Path, *, create: bool = False) -> tantivy.Index:
    index = tantivy.Index(make_schema(), path=str(folder)) if create else tantivy.Index.open(str(folder))
    index.register_tokenizer("whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    index.config_reader(reload_policy="manual")
    return index


@dataclass(frozen=True)
class Snapshot:
    """An index as it was at one moment."""

    seen: tuple[str, int]  # which one, and when it changed last
    index: tantivy.Index
    searcher: tantivy.Searcher
    make: QueryMaker
    counter: FacetCounter


class EmbeddedEngine:
    name = "embedded"

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._guard = threading.Lock()
        self._last: Snapshot | None = None

    # Reading -------------------------------------------------------------------------------------------------------

    def search(self, request: SearchRequest) -> SearchResponse:
        now = self._current()
        with _told():
            return _answer(now, request)

    def scan(self, request: SearchRequest) -> Iterator[str]:
        now = self._current()
        start, size = 0, FIRST_SLICE
        with _told():
            searcher, query = now.searcher, now.make.query(request)
            while hits := searcher.search(query, size, count=False, offset=start, **_sorted_by(request)).hits:
                for _score, address in hits:
                    yield searcher.doc(address).get_first("object")
                start, size = start + size, min(size * 4, SLICE)

    def stamps(self) -> Iterator[tuple[str, str]]:
        searcher = self._current().searcher
        for _score, address in searcher.search(tantivy.Query.all_query(), max(searcher.num_docs, 1)).hits:
            document = searcher.doc(address)
            yield document.get_first("object"), document.get_first("stamp")

    def size(self) -> tuple[int, int]:
        entries = self._current().searcher.num_docs
        try:
            return entries, sum(file.stat().st_size for file in self._path().iterdir())
        except OSError as error:
            raise EngineDown(str(error)) from error

    def check(self) -> None:
        """Open the index anew, as a process does that has just begun. Raises EngineDown where any of its files is damaged."""
        with _told():
            searcher = open_index(self._path()).searcher()
            for _score, address in searcher.search(tantivy.Query.all_query(), 1).hits:
                _hit(searcher.doc(address), 0.0)

    def _path(self) -> Path:
        try:
            name = (self.folder / CURRENT).read_text()
        except (OSError, ValueError) as error:  # not there, or bytes that are no text
            raise EngineDown("There is no index yet.") from error
        if not NAME.fullmatch(name):
            raise EngineDown("The name of the index is damaged.")
        return self.folder / name

    def _current(self) -> Snapshot:
        """The index in use, as it is now."""
        path = self._path()
        try:
            return self._as_it_is(path)
        except BROKEN as error:
            if self._path() != path:  # a rebuild has replaced it since we have read its name
                return self._current()
            raise EngineDown(str(error)) from error

    def _as_it_is(self, path: Path) -> Snapshot:
        seen = path.name, (path / "meta.json").stat().st_mtime_ns
        with self._guard:
            if self._last is None or self._last.seen != seen:
                before = self._last if self._last and self._last.seen[0] == path.name else None
                index = before.index if before else open_index(path)
                index.reload()
                if self._path() != path:
                    # A rebuild has replaced it meanwhile. What was not read yet is gone, and that would show only when asked.
                    raise OSError(f"{path.name} is no longer in use.")
                searcher, make = index.searcher(), QueryMaker(index.schema)
                counter = FacetCounter(searcher, make, before.counter if before else None)
                self._last = Snapshot(seen, index, searcher, make, counter)
            return self._last

    # Writing -------------------------------------------------------------------------------------------------------

    def write(self, entries: Iterable[Entry], objects: Iterable[str]) -> None:
        path, documents, gone = self._path(), [document_of(entry) for entry in entries], list(objects)
        with _told():
            for again in (False, True):
                try:
                    _commit(path, documents, gone)
                    break
                except ValueError as error:
                    if again or IN_THE_WAY not in str(error):
                        raise
                _clear_the_way(path)  # outside: what failed holds its lock as long as its error is looked at

    def rebuild(self) -> "EmbeddedRebuild":
        return EmbeddedRebuild(self)

    def lock(self) -> AbstractContextManager[None]:
        return file_lock(self.folder / LOCK)

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def _commit(folder: Path, documents: Iterable[tantivy.Document], gone: Iterable[str]) -> None:
    writer = open_index(folder).writer(HEAP, num_threads=1)
    for one in gone:
        writer.delete_documents_by_term("object", one)
    for document in documents:
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _clear_the_way(folder: Path) -> None:
    """Lists of deleted documents that the index does not name go. Called by whoever holds the writer's lock."""
    segments = json.loads((folder / "meta.json").read_text())["segments"]
    named = {
        f"{one['segment_id'].replace('-', '')}.{one['deletes']['opstamp']}.del"
        for one in segments
        if one.get("deletes")
    }
    for file in folder.glob("*.del"):
        if file.name not in named:
            file.unlink(missing_ok=True)


class EmbeddedRebuild:
    """A new index in a folder of its own. One that nobody published is cleared away by the next."""

    def __init__(self, engine: EmbeddedEngine) -> None:
        self._engine = engine
        self.folder = engine.folder / f"{PREFIX}{time.time_ns()}-{os.getpid()}"
        with _told():
            make_room(engine.folder, wants_folder=True)
            self.folder.mkdir(parents=True)
            self._index = open_index(self.folder, create=True)
            self._writer = self._index.writer(REBUILD_HEAP, num_threads=1)

    def add(self, entry: Entry) -> None:
        with _told():
            self._writer.add_document(document_of(entry))

    def publish(self) -> None:
        with _told():
            self._writer.commit()
            self._writer.wait_merging_threads()
            name = self._engine.folder / f"{CURRENT}.new"
            for file in (name, self._engine.folder / CURRENT):
                make_room(file, wants_folder=False)
            with name.open("w") as file:
                file.write(self.folder.name)
                file.flush()
                os.fsync(file.fileno())
            name.replace(self._engine.folder / CURRENT)
        for other in self._engine.folder.glob(f"{PREFIX}*"):
            if other != self.folder:
                shutil.rmtree(other, ignore_errors=True)
                with suppress(OSError):
                    other.unlink(missing_ok=True)  # should it be a file

    def drop(self) -> None:
        with suppress(*BROKEN):
            self._writer.wait_merging_threads()  # which may be writing still
        shutil.rmtree(self.folder, ignore_errors=True)


def _answer(now: Snapshot, request: SearchRequest) -> SearchResponse:
    ways = _sorted_by(request)
    start, size = request.window
    scored = "weight_by_field" in ways
    found = now.searcher.search(now.make.query(request), max(size, 1), offset=start, **ways)
    return SearchResponse(
        [_hit(now.searcher.doc(address), score if scored else 0.0) for score, address in found.hits[:size]],
        found.count,
        now.counter.counts(request),
    )


def _sorted_by(request: SearchRequest) -> dict[str, Any]:
    if request.order is Order.TITLE:
        return {"order_by_field": "title_key", "order": tantivy.Order.Asc}
    if request.order is Order.APPEARED:
        return {"order_by_field": "appeared"}
    if request.order is Order.NEWEST or not request.plan.groups:
        return {"order_by_field": "day"}
    return {"weight_by_field": "freshness"}


def _hit(document: tantivy.Document, score: float) -> Hit:
    return Hit(
        key=document.get_first("key"),
        object=document.get_first("object"),
        kind=document.get_first("kind"),
        score=score / FRESH,
        shown=json.loads(document.get_first("shown")),
    )
