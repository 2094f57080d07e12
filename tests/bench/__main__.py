"""`make bench`. Runs on this machine, in a temporary folder, and leaves nothing behind."""

import argparse
import json
import os
import shlex
import sys
from pathlib import Path

from tests.bench import servers
from tests.bench.bookings import bench_bookings
from tests.bench.library import SIZES as LIBRARY_SIZES
from tests.bench.library import bench_library
from tests.bench.load import BenchError, Target, fetch, measure, open_connection, warm
from tests.bench.members import bench_members
from tests.bench.report import Page, Run, render
from tests.bench.report_bookings import render_bookings
from tests.bench.report_library import render_library
from tests.bench.report_members import render_members
from tests.bench.report_search import render_search
from tests.bench.search import ENGINES, SIZES, bench_search
from tests.bench.workspace import ROOT, WORKERS, Workspace, new_workspace

CLIENTS = (1, 8, 32)
DOCUMENT = ROOT / "docs" / "benchmarks.md"
PARTS = ("portal", "members", "search", "library", "bookings")
MARKS = {  # in the document
    "portal": ("<!-- bench: begin -->\n", "<!-- bench: end -->"),
    "members": ("<!-- bench members: begin -->\n", "<!-- bench members: end -->"),
    "search": ("<!-- bench search: begin -->\n", "<!-- bench search: end -->"),
    "bookings": ("<!-- bench bookings: begin -->\n", "<!-- bench bookings: end -->"),
    "library": ("<!-- bench library: begin -->\n", "<!-- bench library: end -->"),
}
STATIC_FILE = "portal/favicon.svg"


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def weigh(page: Page, port: int) -> None:
    with open_connection(port) as connection:
        _status, _encoding, body = fetch(connection, port, page.path, "identity")
        _status, encoding, packed = fetch(connection, port, page.path, "gzip, br")
    page.bytes_plain = len(body)
    page.bytes_sent = f"{len(packed):,} ({encoding})" if encoding else "not compressed"


def compare(run: Run, fresh: servers.Server, portal: servers.Server) -> None:
    """Measure with each number of clients, the fresh project directly before the pages of the portal."""
    targets = [(run.baseline, Target(run.baseline.name, portal.port, (run.baseline.path,)))]
    targets.append((run.fresh, Target(run.fresh.name, fresh.port, (run.fresh.path,))))
    targets += [(page, Target(page.name, portal.port, (page.path,))) for page in run.pages]
    targets.append((run.mixed, Target(run.mixed.name, portal.port, tuple(page.path for page in run.pages))))
    for page, target in targets:
        warm(target, WORKERS)
        weigh(page, target.port)
    for clients in CLIENTS:
        for page, target in targets:
            say(f"clients: {clients}, {page.name}")
            page.cells[clients] = measure(target, clients, run.requests)


def count(run: Run, fresh: servers.Server, portal: servers.Server) -> None:
    """Count queries and measure with the demo content, then again with much more content and one client."""
    paths = [page.path for page in run.pages]
    run.fresh.queries = fresh.count(run.fresh.path)[run.fresh.path]
    run.size, run.highest = portal.ask("size"), portal.ask("highest", f"localhost:{portal.port}")
    for page, queries in zip(run.pages, portal.count(*paths).values(), strict=True):
        page.queries = queries
    compare(run, fresh, portal)
    say("much more content")
    portal.ask("enlarge")
    run.size_large, run.highest_large = portal.ask("size"), portal.ask("highest", f"localhost:{portal.port}")
    for page, queries in zip(run.pages, portal.count(*paths).values(), strict=True):
        target = Target(page.name, portal.port, (page.path,))
        warm(target, WORKERS)
        page.queries_large = queries
        page.cell_large = measure(target, 1, run.requests)


def given_server() -> str:
    """URL of a PostgreSQL server, or "" for SQLite."""
    server = os.environ.get("DATABASE_URL", "")
    return server if server.startswith("postgres") else ""


def bench(workspace: Workspace, requests: int, command: str) -> Run:
    load_before = os.getloadavg()[0]
    database_server = given_server()
    say("building a fresh wagtail project")
    fresh = servers.fresh_project(workspace, database_server)
    say("building the portal with its demo content")
    portal = servers.portal(workspace, database_server)
    manifest = json.loads((ROOT / "static-collected" / "staticfiles.json").read_text())
    run = Run(
        command=command,
        requests=requests,
        load_before=load_before,
        fresh=Page("fresh project's home page", "/"),
        baseline=Page("static file", f"/static/{manifest['paths'][STATIC_FILE]}"),
        pages=[Page(name, path) for name, path in portal.ask("pages").items()],
        mixed=Page("these five, mixed", "/"),
    )
    count(run, fresh, portal)
    return run


def tables(part: str, options: argparse.Namespace, command: str) -> str:
    """Measure one part, in a workspace of its own."""
    requests = max(options.requests, max(CLIENTS))
    with new_workspace() as workspace:
        if part == "portal":
            return render(bench(workspace, requests, command))
        if part == "members":
            return render_members(bench_members(workspace, given_server(), requests // 2, command, say))
        if part == "bookings":
            return render_bookings(bench_bookings(workspace, given_server(), options.registrations, command, say))
        if part == "library":
            sizes = options.sizes or LIBRARY_SIZES
            return render_library(bench_library(workspace, given_server(), requests // 2, command, say, sizes))
        engines, sizes = (options.engine,) if options.engine else ENGINES, options.sizes or SIZES
        return render_search(bench_search(workspace, given_server(), requests, command, say, sizes, engines))


def several_sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(size) for size in text.split(",")))


def several_parts(text: str) -> list[str]:
    if unknown := set(text.split(",")) - set(PARTS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(PARTS)}")
    return [part for part in PARTS if part in text.split(",")]


def write(text: str, document: Path, part: str) -> None:
    """Put the tables between the marks of this part in the document."""
    begin, end = MARKS[part]
    before, rest = document.read_text().split(begin, 1)
    _old, after = rest.split(end, 1)
    document.write_text(f"{before}{begin}\n{text}\n\n{end}{after}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--requests", type=int, default=320, help="requests per cell (32 at least); members, library: fewer"
    )
    parser.add_argument(
        "--only", type=several_parts, default=PARTS, help="some parts: portal,members,search,library,bookings"
    )
    parser.add_argument("--registrations", type=int, default=1_000, help="bookings: completed ways of each kind")
    parser.add_argument("--sizes", type=several_sizes, help="search, library: numbers of texts, as 1000,10000")
    parser.add_argument("--engine", choices=ENGINES, help="search: one engine alone")
    parser.add_argument("--write", action="store_true", help="also put the tables into docs/benchmarks.md")
    options = parser.parse_args()
    own = [word for word in sys.argv[1:] if word != "--write"]
    command = f"python -m tests.bench {shlex.join(own)}" if own else "make bench"
    try:
        for part in options.only:
            text = tables(part, options, command)
            print(text, flush=True)
            if options.write:
                write(text, DOCUMENT, part)
    except BenchError as problem:
        say(f"No result: {problem}")
        return 1
    except KeyboardInterrupt:
        say("Interrupted; nothing is left behind.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
