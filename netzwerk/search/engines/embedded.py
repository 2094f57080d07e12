"""The embedded engine: tantivy, with an index folder beside the data. Several processes read, one writes.

The file `current` in the folder names the index in use. A rebuild creates another index and changes that name; at each search
readers check whether name or index have changed, which costs two file system calls.
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
from netzwerk.search.engines.embedded_query import QueryBuilder, index_option
from netzwerk.search.engines.locks import file_lock, remove_obstacle
from netzwerk.search.engines.port import EngineDown, Entry, Hit, Order, SearchRequest, SearchResponse, Stream

# Batch sizes of a scan: a small first one for a fast start, then large ones, because each fetch sorts all hits before it again.
FIRST_SLICE, SLICE = 500, 20_000
HEAP = 64_000_000  # bytes that a writer buffers before it writes a segment
REBUILD_HEAP = 200_000_000
CURRENT = "current"
LOCK = "writer.lock"
PREFIX = "index-"
NAME = re.compile(r"index-[0-9]+-[0-9]+")
# tantivy multiplies a score by log2(2 + value of a field), where negative values count as 0. So the field holds
# 2 ** (16 * freshness) - 2, and the scores are divided by 16.
FRESH = 16
# A writer that is killed before its commit leaves a file with deleted documents behind; the next writer counts from the same
# number and cannot create its own file of that name.
STALE_FILE = "FileAlreadyExists"
# What tantivy raises.
ERRORS = (ValueError, OSError, RuntimeError, SystemError)


@contextmanager
def _as_engine_down() -> Iterator[None]:
    """Raise EngineDown for every error, such as a full disk or a damaged file."""
    try:
        yield
    except ERRORS as error:
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
class OpenIndex:
    """One state of an index."""

    state: tuple[str, int]  # its name, and when it changed last
    index: tantivy.Index
    searcher: tantivy.Searcher
    queries: QueryBuilder
    counter: FacetCounter


class EmbeddedEngine:
    name = "embedded"

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._lock = threading.Lock()
        self._cached: OpenIndex | None = None

    # Reading -------------------------------------------------------------------------------------------------------

    def search(self, request: SearchRequest) -> SearchResponse:
        now = self._current()
        with _as_engine_down():
            return _response(now, request)

    def scan(self, request: SearchRequest) -> Iterator[str]:
        now = self._current()
        start, size = 0, FIRST_SLICE
        with _as_engine_down():
            searcher, query = now.searcher, now.queries.query(request)
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
        """Open the index again, as a new process does, to notice damaged files. Raises EngineDown."""
        with _as_engine_down():
            searcher = open_index(self._path()).searcher()
            for _score, address in searcher.search(tantivy.Query.all_query(), 1).hits:
                _hit(searcher.doc(address), 0.0)

    def _path(self) -> Path:
        try:
            name = (self.folder / CURRENT).read_text()
        except (OSError, ValueError) as error:  # missing, or not text
            raise EngineDown("There is no index yet.") from error
        if not NAME.fullmatch(name):
            raise EngineDown("The name of the index is damaged.")
        return self.folder / name

    def _current(self) -> OpenIndex:
        """The index in use, in its present state."""
        path = self._path()
        try:
            return self._open(path)
        except ERRORS as error:
            if self._path() != path:  # replaced by a rebuild meanwhile
                return self._current()
            raise EngineDown(str(error)) from error

    def _open(self, path: Path) -> OpenIndex:
        state = path.name, (path / "meta.json").stat().st_mtime_ns
        with self._lock:
            if self._cached is None or self._cached.state != state:
                before = self._cached if self._cached and self._cached.state[0] == path.name else None
                index = before.index if before else open_index(path)
                index.reload()
                if self._path() != path:
                    # Replaced by a rebuild meanwhile. Files not read yet are gone, which the first search would notice.
                    raise OSError(f"{path.name} is no longer in use.")
                searcher, queries = index.searcher(), QueryBuilder(index.schema)
                counter = FacetCounter(searcher, queries, before.counter if before else None)
                self._cached = OpenIndex(state, index, searcher, queries, counter)
            return self._cached

    # Writing -------------------------------------------------------------------------------------------------------

    def write(self, entries: Iterable[Entry], objects: Iterable[str]) -> None:
        path, documents, replaced = self._path(), [document_of(entry) for entry in entries], list(objects)
        with _as_engine_down():
            for is_retry in (False, True):
                try:
                    _commit(path, documents, replaced)
                    break
                except ValueError as error:
                    if is_retry or STALE_FILE not in str(error):
                        raise
                # Outside `except`: until its error is freed, the failed writer holds its lock.
                _remove_stale_files(path)

    def rebuild(self) -> "EmbeddedRebuild":
        return EmbeddedRebuild(self)

    def lock(self) -> AbstractContextManager[None]:
        return file_lock(self.folder / LOCK)

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def _commit(folder: Path, documents: Iterable[tantivy.Document], objects: Iterable[str]) -> None:
    writer = open_index(folder).writer(HEAP, num_threads=1)
    for one in objects:
        writer.delete_documents_by_term("object", one)
    for document in documents:
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _remove_stale_files(folder: Path) -> None:
    """Delete files with deleted documents that the index does not use. The caller holds the writer lock."""
    segments = json.loads((folder / "meta.json").read_text())["segments"]
    used = {
        f"{one['segment_id'].replace('-', '')}.{one['deletes']['opstamp']}.del"
        for one in segments
        if one.get("deletes")
    }
    for file in folder.glob("*.del"):
        if file.name not in used:
            file.unlink(missing_ok=True)


class EmbeddedRebuild:
    """Builds a new index in a folder of its own. An unpublished one is deleted by the next rebuild."""

    def __init__(self, engine: EmbeddedEngine) -> None:
        self._engine = engine
        self.folder = engine.folder / f"{PREFIX}{time.time_ns()}-{os.getpid()}"
        with _as_engine_down():
            remove_obstacle(engine.folder, wants_folder=True)
            self.folder.mkdir(parents=True)
            self._index = open_index(self.folder, create=True)
            self._writer = self._index.writer(REBUILD_HEAP, num_threads=1)

    def add(self, entry: Entry) -> None:
        with _as_engine_down():
            self._writer.add_document(document_of(entry))

    def publish(self) -> None:
        with _as_engine_down():
            self._writer.commit()
            self._writer.wait_merging_threads()
            name = self._engine.folder / f"{CURRENT}.new"
            for file in (name, self._engine.folder / CURRENT):
                remove_obstacle(file, wants_folder=False)
            with name.open("w") as file:
                file.write(self.folder.name)
                file.flush()
                os.fsync(file.fileno())
            name.replace(self._engine.folder / CURRENT)
        for other in self._engine.folder.glob(f"{PREFIX}*"):
            if other != self.folder:
                shutil.rmtree(other, ignore_errors=True)
                with suppress(OSError):
                    other.unlink(missing_ok=True)  # if it is a file

    def drop(self) -> None:
        with suppress(*ERRORS):
            self._writer.wait_merging_threads()  # which may still be writing
        shutil.rmtree(self.folder, ignore_errors=True)


def _response(now: OpenIndex, request: SearchRequest) -> SearchResponse:
    sorting = _sorted_by(request)
    start, size = request.window
    scored = "weight_by_field" in sorting
    found = now.searcher.search(now.queries.query(request), max(size, 1), offset=start, **sorting)
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
