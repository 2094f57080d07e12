"""Part "members": directory, profiles, "Mein Bereich" and the office desk, with the demo's network and a large one."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.bench import servers
from tests.bench.load import Cell, Target, fetch, measure, open_connection, warm
from tests.bench.workspace import WORKERS, Workspace

CLIENTS = (1, 8)
SIZES = ("demo", "large")


@dataclass
class Figures:
    """Results for a page at one size."""

    queries: int | None = None
    bytes_plain: int = 0
    cells: dict[int, Cell] = field(default_factory=dict)  # by number of clients


@dataclass
class Visited:
    """A page for one persona."""

    name: str
    who: str
    path: str
    session: str
    at: dict[str, Figures] = field(default_factory=lambda: {size: Figures() for size in SIZES})


@dataclass
class MembersRun:
    command: str
    requests: int
    load_before: float
    visits: list[Visited]
    mixed: Visited
    amounts: dict[str, dict[str, Any]] = field(default_factory=dict)  # by size


def bench_members(
    workspace: Workspace, database_server: str, requests: int, command: str, say: Callable[[str], None]
) -> MembersRun:
    """Measure in a new portal, so that results do not depend on other parts."""
    load_before = os.getloadavg()[0]
    say("building the portal with its demo content")
    portal = servers.portal(workspace, database_server)
    run = MembersRun(
        command=command,
        requests=requests,
        load_before=load_before,
        visits=[Visited(**visit) for visit in portal.ask("visits")],
        mixed=Visited("all of these, mixed", "", "", ""),
    )
    for size in SIZES:
        if size == "large":
            say("2,000 organisations and 20,000 people")
            portal.ask("grow")
        run.amounts[size] = portal.ask("network")
        _measure(run, portal, size, say)
    return run


def _measure(run: MembersRun, portal: servers.Server, size: str, say: Callable[[str], None]) -> None:
    planned = json.dumps([(visit.path, visit.session) for visit in run.visits])
    counted = portal.ask("count_visits", f"localhost:{portal.port}", planned)
    for visit, queries in zip(run.visits, counted, strict=True):
        say(f"{size}: {visit.name} ({visit.who})")
        figures = visit.at[size]
        figures.queries = queries
        _measure_one(figures, Target(visit.name, portal.port, (visit.path,), (visit.session,)), run.requests)
        with open_connection(portal.port) as connection:
            _status, _encoding, body = fetch(connection, portal.port, visit.path, "identity", visit.session)
        figures.bytes_plain = len(body)
    paths, sessions = (tuple(getattr(visit, name) for visit in run.visits) for name in ("path", "session"))
    say(f"{size}: {run.mixed.name}")
    _measure_one(run.mixed.at[size], Target(run.mixed.name, portal.port, paths, sessions), run.requests)


def _measure_one(figures: Figures, target: Target, requests: int) -> None:
    warm(target, WORKERS)
    for clients in CLIENTS:
        figures.cells[clients] = measure(target, clients, requests)
