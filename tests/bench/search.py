"""Part "search": over 1,000 to 100,000 texts of 2 kB, with each engine, compared with Wagtail's own search."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tests.bench import servers
from tests.bench.load import Cell, Target, fetch, measure, open_connection, warm
from tests.bench.workspace import WORKERS, Workspace, unique_name

SIZES = (1_000, 10_000, 100_000)
ENGINES = ("embedded", "elasticsearch")
SERVER = "ELASTICSEARCH_URL"
CLIENTS = (1, 8)
WITH_WAGTAIL = (1_000, 10_000)  # with more texts, a search of Wagtail takes seconds
WARM_PAGES, COUNTED_PAGES = 12, 16


@dataclass(frozen=True)
class Asked:
    """Results of concurrent processes: the whole search, the engine alone, suggestions."""

    find: Cell
    engine: Cell
    suggest: Cell
    kinds: dict[str, Cell]  # of search
    resident: int  # bytes of the largest process
    plain: int  # results of the fallback search, because the engine was down


@dataclass
class Measured:
    """Results for one engine and number of texts."""

    seconds: float  # to build the index
    peak: int
    entries: int
    bytes: int
    asked: dict[int, Asked] = field(default_factory=dict)  # by number of clients
    pages: dict[int, Cell] = field(default_factory=dict)
    queries: int = 0  # of the page with most
    page_bytes: int = 0


@dataclass
class SearchRun:
    command: str
    requests: int
    load_before: float
    sizes: tuple[int, ...]
    database: str = ""
    skipped: str = ""  # why an engine was not measured
    writing: dict[int, float] = field(default_factory=dict)  # seconds to write the texts
    at: dict[str, dict[int, Measured]] = field(default_factory=dict)  # by engine and size
    wagtail: dict[int, dict[str, Any]] = field(default_factory=dict)


def bench_search(
    workspace: Workspace,
    database_server: str,
    requests: int,
    command: str,
    say: Callable[[str], None],
    sizes: tuple[int, ...] = SIZES,
    engines: tuple[str, ...] = ENGINES,
) -> SearchRun:
    """Measure in a new portal that grows; each engine has its own server for the same database."""
    run = SearchRun(command, requests, os.getloadavg()[0], tuple(sorted(sizes)))
    say("building the portal with its demo content")
    first = servers.portal(workspace, database_server, TRUSTED_PROXY_COUNT="1")
    run.database = first.ask("size")["database"]
    portals = {engine: first for engine in engines if engine == "embedded"}
    if "elasticsearch" in engines:
        if os.environ.get(SERVER, "").strip():
            portals["elasticsearch"] = _on_server(workspace, first)
        else:
            run.skipped = f"Elasticsearch was skipped: {SERVER} is not set."
    written = 0
    for size in run.sizes:
        say(f"{size:,}: writing texts")
        run.writing[size] = first.ask("write_articles", str(written), str(size))
        written = size
        for engine, portal in portals.items():
            told = partial(_tell, say, f"{size:,}, {engine}")
            run.at.setdefault(engine, {})[size] = _measure(portal, requests, told)
        if size in WITH_WAGTAIL and "embedded" in portals:
            say(f"{size:,}: Wagtail's own search")
            run.wagtail[size] = first.ask("ask_wagtail", str(requests))
    return run


def _tell(say: Callable[[str], None], where: str, what: str) -> None:
    say(f"{where}: {what}")


def _on_server(workspace: Workspace, first: servers.Server) -> servers.Server:
    """A server of the same portal with the given Elasticsearch and a temporary index."""
    given = {name: value for name, value in os.environ.items() if name.startswith("ELASTICSEARCH_")}
    own = {"SEARCH_ENGINE": "elasticsearch", "ELASTICSEARCH_INDEX": unique_name("bench-")}
    # The usual time limit would cut long searches short.
    own["ELASTICSEARCH_PATIENCE_MS"] = "20000"
    portal = servers.beside(first, **{**given, **own})
    workspace.stack.callback(portal.ask, "remove_index")
    return portal


def _measure(portal: servers.Server, requests: int, say: Callable[[str], None]) -> Measured:
    say("building the index")
    found = Measured(**portal.ask("rebuild"))
    for clients in CLIENTS:
        say(f"asking, clients: {clients}")
        found.asked[clients] = _asked(portal.ask("ask", str(clients), str(requests)))
    paths = tuple(portal.ask("paths", str(requests)))
    found.queries = max(portal.count(*paths[:COUNTED_PAGES]).values())
    warm(Target("search", portal.port, tuple(portal.ask("warm_paths", str(WARM_PAGES)))), WORKERS)
    for clients in CLIENTS:
        say(f"pages, clients: {clients}")
        found.pages[clients] = measure(Target("search", portal.port, paths), clients, requests)
    with open_connection(portal.port) as connection:
        _status, _encoding, body = fetch(connection, portal.port, paths[0], "identity")
    found.page_bytes = len(body)
    return found


def _asked(answer: dict[str, Any]) -> Asked:
    cells = {what: Cell(**answer[what]) for what in ("find", "engine", "suggest")}
    kinds = {kind: Cell(**cell) for kind, cell in answer["kinds"].items()}
    return Asked(**cells, kinds=kinds, resident=answer["resident"], plain=answer["plain"])
