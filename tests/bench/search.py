"""The third part: the portal's search over 1,000 to 100,000 texts of 2 kB, on each engine, beside Wagtail's own search."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tests.bench import servers
from tests.bench.house import WORKERS, House, unique_name
from tests.bench.load import Cell, Target, fetch, measure, open_connection, warm

SIZES = (1_000, 10_000, 100_000)
ENGINES = ("embedded", "elasticsearch")
SERVER = "ELASTICSEARCH_URL"
CLIENTS = (1, 8)
BESIDE_WAGTAIL = (1_000, 10_000)  # it takes seconds for a question with more
WARM_PAGES, COUNTED_PAGES = 12, 16


@dataclass(frozen=True)
class Asked:
    """What so many processes measured that ask at once: the whole search, the engine alone, suggestions."""

    find: Cell
    engine: Cell
    suggest: Cell
    kinds: dict[str, Cell]  # of question
    resident: int  # bytes of the largest process
    plain: int  # answers that came from the database, because the engine was away


@dataclass
class Measured:
    """One engine with one number of texts."""

    seconds: float  # of building the index
    peak: int
    entries: int
    bytes: int
    asked: dict[int, Asked] = field(default_factory=dict)  # by number of clients
    pages: dict[int, Cell] = field(default_factory=dict)
    queries: int = 0  # of the page that needs most
    page_bytes: int = 0


@dataclass
class SearchRun:
    command: str
    requests: int
    load_before: float
    sizes: tuple[int, ...]
    database: str = ""
    skipped: str = ""  # why an engine was not measured
    writing: dict[int, float] = field(default_factory=dict)  # seconds until so many texts stood in the database
    at: dict[str, dict[int, Measured]] = field(default_factory=dict)  # by engine and size
    wagtail: dict[int, dict[str, Any]] = field(default_factory=dict)


def bench_search(
    place: House,
    database_server: str,
    requests: int,
    command: str,
    say: Callable[[str], None],
    sizes: tuple[int, ...] = SIZES,
    engines: tuple[str, ...] = ENGINES,
) -> SearchRun:
    """In a portal of its own, which grows; each engine has a server of its own before the same database."""
    run = SearchRun(command, requests, os.getloadavg()[0], tuple(sorted(sizes)))
    say("building the portal with its demo content")
    first = servers.portal(place, database_server, TRUSTED_PROXY_COUNT="1")
    run.database = first.ask("size")["database"]
    portals = {engine: first for engine in engines if engine == "embedded"}
    if "elasticsearch" in engines:
        if os.environ.get(SERVER, "").strip():
            portals["elasticsearch"] = _on_server(place, first)
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
        if size in BESIDE_WAGTAIL and "embedded" in portals:
            say(f"{size:,}: Wagtail's own search")
            run.wagtail[size] = first.ask("ask_wagtail", str(requests))
    return run


def _tell(say: Callable[[str], None], where: str, what: str) -> None:
    say(f"{where}: {what}")


def _on_server(place: House, first: servers.Server) -> servers.Server:
    """The same portal on the given Elasticsearch, in an index of its own that goes with the house."""
    ways_in = {name: value for name, value in os.environ.items() if name.startswith("ELASTICSEARCH_")}
    own = {"SEARCH_ENGINE": "elasticsearch", "ELASTICSEARCH_INDEX": unique_name("bench-")}
    # Everything is measured to its end: a reader's usual patience would cut off what takes long, and count it as short.
    own["ELASTICSEARCH_PATIENCE_MS"] = "20000"
    portal = servers.beside(first, **{**ways_in, **own})
    place.stack.callback(portal.ask, "remove_index")
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
