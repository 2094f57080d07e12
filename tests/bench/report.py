"""The printed tables, as Markdown."""

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.bench.load import Cell
from tests.bench.workspace import WORKERS

PACKAGES = ("Django", "wagtail", "gunicorn")
BUSY = 1.0


@dataclass
class Page:
    """Results for one page."""

    name: str
    path: str
    bytes_plain: int = 0
    bytes_sent: str = ""
    queries: int | None = None
    queries_large: int | None = None
    cells: dict[int, Cell] = field(default_factory=dict)  # by number of clients
    cell_large: Cell | None = None


@dataclass
class Run:
    """Results of one run: `fresh` is the home page of the fresh project, `baseline` a static file of the portal."""

    command: str
    requests: int
    load_before: float
    fresh: Page
    baseline: Page
    pages: list[Page]
    mixed: Page
    size: dict[str, Any] = field(default_factory=dict)
    size_large: dict[str, Any] = field(default_factory=dict)
    highest: dict[str, int] = field(default_factory=dict)
    highest_large: dict[str, int] = field(default_factory=dict)


def render(run: Run) -> str:
    return "\n\n".join([_circumstances(run), _times(run), _weights(run), _growth(run), _client(run)])


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = list(head)
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(str(value) for value in line)} |" for line in lines)


def circumstances(command: str, load_before: float, database: str, further: Iterable[str] = ()) -> list[str]:
    """Date, command, machine and software of a run."""
    packages = ", ".join(f"{name} {version(name)}" for name in (*PACKAGES, *further))
    return [
        f"Date: {datetime.now(UTC):%Y-%m-%d %H:%M} UTC. Command: `{command}`.",
        f"Machine: {os.cpu_count()} cores, {_cpu_model()}, {_memory()} memory, {platform.system()} {platform.machine()}. "
        f"Load average (1 min) before the run: {load_before:.2f}"
        + (", **so the machine was busy with other work and the times are too high**." if load_before > BUSY else "."),
        f"Python {platform.python_version()}, {packages}, {database}. "
        f"Each server: {WORKERS} sync workers, DEBUG off, no proxy, no page cache in front.",
    ]


def _circumstances(run: Run) -> str:
    facts = [
        *circumstances(run.command, run.load_before, run.size["database"]),
        f"Data: {_amount(run.size)}. Large: {_amount(run.size_large)}.",
        f"At least {run.requests} requests per cell after warming up, all of an anonymous visitor.",
    ]
    return "\n".join(f"- {fact}" for fact in facts)


def _times(run: Run) -> str:
    rows = []
    for page in (run.fresh, *run.pages, run.mixed):
        for clients, cell in page.cells.items():
            ratio = "1" if page is run.fresh else f"{cell.p50 / run.fresh.cells[clients].p50:.1f}"
            name = page.name if clients == min(page.cells) else ""
            rows.append([name, clients, f"{cell.p50:.1f}", f"{cell.p95:.1f}", f"{cell.per_second:.0f}", ratio])
    head = ["Page", "clients", "p50 ms", "p95 ms", "requests/s", "p50 ÷ fresh project"]
    return f"### Times\n\nAim: at most twice the time of the fresh project.\n\n{table(head, rows)}"


def _weights(run: Run) -> str:
    rows = [
        [page.name, f"`{page.path}`", f"{page.bytes_plain:,}", page.bytes_sent] for page in (run.fresh, *run.pages)
    ]
    head = ["Page", "address", "bytes", "sent when the browser accepts gzip and brotli"]
    return f"### Weight of the HTML\n\n{table(head, rows)}"


def _growth(run: Run) -> str:
    one = min(run.fresh.cells)
    rows: list[list[object]] = [[run.fresh.name, run.fresh.queries, "", f"{run.fresh.cells[one].p50:.1f}", ""]]
    for page in run.pages:
        large = f"{page.cell_large.p50:.1f}" if page.cell_large else ""
        rows.append([page.name, page.queries, page.queries_large, f"{page.cells[one].p50:.1f}", large])
    (worst, most), (worst_large, most_large) = (
        next(iter(found.items())) for found in (run.highest, run.highest_large)
    )
    rows.append([f"most queries of all pages: `{worst}`, then `{worst_large}`", most, most_large, "", ""])
    grown = [page.name for page in run.pages if (page.queries_large or 0) > (page.queries or 0)]
    verdict = (
        f"**Grows with the content: {', '.join(grown)}.**"
        if grown
        else "No page needs more queries with more content."
    )
    head = ["Page", "queries", "queries, large", f"p50 ms, {one} client", "p50 ms, large"]
    return f"### Queries, and what more content changes\n\n{table(head, rows)}\n\n{verdict} Aim: at most 12."


def _client(run: Run) -> str:
    rows = [
        [clients, f"{cell.p50:.2f}", f"{cell.p95:.2f}", f"{cell.per_second:.0f}", f"{cell.client_cpu:.2f}"]
        for clients, cell in run.baseline.cells.items()
    ]
    head = ["clients", "p50 ms", "p95 ms", "requests/s", "CPU ms of the load client per request"]
    return (
        f"### Baseline of the measurement\n\n"
        f"A static file (`{run.baseline.path}`, {run.baseline.bytes_plain:,} bytes) through the same "
        f"gunicorn: what the load client, the new connection per request of sync workers, and WhiteNoise cost together.\n\n"
        f"{table(head, rows)}"
    )


def _amount(size: dict[str, Any]) -> str:
    return f"{size['pages']} pages, {size['news']} news items, {size['images']} images, {size['documents']} documents"


def _cpu_model() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


def _memory() -> str:
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return f"{pages * size / 1024**3:.0f} GiB"
