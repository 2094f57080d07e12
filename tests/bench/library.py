"""Part "library": with the reports of the demo, with 10,000 and with 100,000."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.bench import servers
from tests.bench.download import Download, download
from tests.bench.load import Cell, Target, fetch, measure, open_connection, warm
from tests.bench.workspace import WORKERS, Workspace

SIZES = (40, 10_000, 100_000)
CLIENTS = (1, 8)
WARM_PATHS = 3
FORMS = ("csv", "json")


@dataclass
class Figures:
    """Results for a tour with one number of reports."""

    queries: int = 0  # of the page with most
    bytes_plain: int = 0  # of the first page
    cells: dict[int, Cell] = field(default_factory=dict)  # by number of clients


@dataclass
class Toured:
    name: str
    who: str
    paths: dict[int, list[str]] = field(default_factory=dict)  # by number of reports
    at: dict[int, Figures] = field(default_factory=dict)


@dataclass
class LibraryRun:
    command: str
    requests: int
    load_before: float
    sizes: tuple[int, ...]
    tours: dict[tuple[str, str], Toured] = field(default_factory=dict)
    amounts: dict[int, dict[str, Any]] = field(default_factory=dict)
    writing: dict[int, float] = field(default_factory=dict)  # seconds to write the further reports
    indexes: dict[int, dict[str, float]] = field(default_factory=dict)
    exports: dict[tuple[int, str], Download] = field(default_factory=dict)
    pdf: dict[str, float] = field(default_factory=dict)


def bench_library(
    workspace: Workspace,
    database_server: str,
    requests: int,
    command: str,
    say: Callable[[str], None],
    sizes: tuple[int, ...] = SIZES,
) -> LibraryRun:
    """Measure in a new portal that grows, with the embedded engine."""
    run = LibraryRun(command, requests, os.getloadavg()[0], sizes)
    say("building the portal with its demo content")
    portal = servers.portal(workspace, database_server, TRUSTED_PROXY_COUNT="1")
    say("PDFs of ten pages")
    run.pdf = portal.ask("time_pdfs")
    for size in sizes:
        say(f"{size:,}: writing reports")
        run.writing[size] = portal.ask("write_reports", str(size))
        say(f"{size:,}: building the index")
        run.indexes[size] = portal.ask("rebuild")
        run.amounts[size] = portal.ask("library_size")
        _measure(run, portal, size, say)
        _download_exports(run, portal, size, say)
    return run


def _measure(run: LibraryRun, portal: servers.Server, size: int, say: Callable[[str], None]) -> None:
    tours = portal.ask("library_tours")
    planned = [[path, tour["session"]] for tour in tours for path in tour["paths"]]
    counted = iter(portal.ask("count_visits", f"localhost:{portal.port}", json.dumps(planned)))
    for tour in tours:
        name, who, paths, session = (tour[key] for key in ("name", "who", "paths", "session"))
        say(f"{size:,}: {name} ({who})")
        toured = run.tours.setdefault((name, who), Toured(name, who))
        toured.paths[size] = paths
        figures = toured.at[size] = Figures(queries=max(next(counted) for _path in paths))
        target = Target(name, portal.port, tuple(paths), (session,) * len(paths))
        warm(Target(name, portal.port, target.paths[:WARM_PATHS], target.sessions[:WARM_PATHS]), WORKERS)
        for clients in CLIENTS if len(paths) > 1 else CLIENTS[:1]:
            share = run.requests if len(paths) > 1 else run.requests // 4
            figures.cells[clients] = measure(target, clients, share)
        with open_connection(portal.port) as connection:
            _status, _encoding, body = fetch(connection, portal.port, paths[0], "identity", session)
        figures.bytes_plain = len(body)


def _download_exports(run: LibraryRun, portal: servers.Server, size: int, say: Callable[[str], None]) -> None:
    for form in FORMS:
        say(f"{size:,}: export of all as {form.upper()}")
        path = f"/berichte/export.{form}"
        for number in range(2 * WORKERS):  # so that both workers have written a short one before
            download(portal.port, portal.pid, f"{path}?q=Quastenflosser", f"10.99.{number}.1")
        run.exports[size, form] = download(portal.port, portal.pid, path, "10.99.99.1")
