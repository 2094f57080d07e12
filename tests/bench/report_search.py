"""The tables of the part "search", as Markdown, with a verdict on each target."""

from collections.abc import Iterator
from typing import Any

from tests.bench.load import Cell
from tests.bench.report import circumstances, table
from tests.bench.search import CLIENTS, Measured, SearchRun

LARGE, MIDDLE = 100_000, 10_000  # the targets are for these
ENGINE_MS, PAGE_MS, REBUILD_SECONDS, TIMES_FASTER, TIMES_SLOWER = 25, 60, 120, 100, 4
MB = 1_000_000
ONE = CLIENTS[0]
ASKED, WHO = ("usual words", "mixed"), ("wagtail", "portal")


def render_search(run: SearchRun) -> str:
    parts = [_circumstances(run), _verdicts(run), _indexes(run), _engine(run), _pages(run), _kinds(run), _wagtail(run)]
    return "\n\n".join(part for part in parts if part)


def _all(run: SearchRun) -> Iterator[tuple[str, int, Measured]]:
    for engine, sizes in run.at.items():
        for size, measured in sizes.items():
            yield engine, size, measured


def _circumstances(run: SearchRun) -> str:
    facts = circumstances(run.command, run.load_before, run.database, ("tantivy", "elasticsearch"))
    writing = ", ".join(f"{seconds:.0f} s until {size:,} stood there" for size, seconds in run.writing.items())
    facts.append(f"Texts of 2 kB as news items, beside what the demo has. Written into the database: {writing}.")
    facts.append(f"At least {run.requests} questions per cell after warming up, all of an anonymous visitor.")
    if run.skipped:
        facts.append(f"**{run.skipped}**")
    plain = sum(asked.plain for _engine, _size, one in _all(run) for asked in one.asked.values())
    if plain:
        facts.append(f"**The engine was away: {plain} answers came from the database.**")
    return "\n".join(f"- {fact}" for fact in facts)


def _verdicts(run: SearchRun) -> str:
    lines = [line for engine, sizes in run.at.items() for line in _verdicts_on(engine, sizes)]
    if beside := run.wagtail.get(MIDDLE):
        for asked in ASKED:
            factor = _faster(beside[asked])
            what = f"{asked}: {factor:.0f} x faster than Wagtail's search on {run.database} with {MIDDLE:,} texts"
            lines.append(_verdict(factor >= TIMES_FASTER, what, f"{TIMES_FASTER} x"))
    lines.append(
        _verdict(not (grown := _grown(run)), grown or "no page needs more queries with more texts", "constant")
    )
    return "\n".join(["### Aims", "", *(f"- {line}" for line in lines)])


def _verdicts_on(engine: str, sizes: dict[int, Measured]) -> Iterator[str]:
    if large := sizes.get(LARGE):
        inside, page = large.asked[ONE].find.p95, large.pages[ONE].p95
        name = f"{engine}, {LARGE:,} texts"
        yield _verdict(inside <= ENGINE_MS, f"{name}: p95 {inside:.1f} ms in the engine", f"{ENGINE_MS} ms")
        yield _verdict(page <= PAGE_MS, f"{name}: p95 {page:.1f} ms for the whole page", f"{PAGE_MS} ms")
        rebuilt = f"{name}: index built in {large.seconds:.0f} s"
        yield _verdict(large.seconds <= REBUILD_SECONDS, rebuilt, f"{REBUILD_SECONDS} s")
        if middle := sizes.get(MIDDLE):
            growth = inside / middle.asked[ONE].find.p95
            told = f"{name}: p95 in the engine {growth:.1f} x that with {MIDDLE:,}"
            yield _verdict(growth <= TIMES_SLOWER, told, f"at most {TIMES_SLOWER} x")


def _verdict(met: bool, what: str, aim: str) -> str:
    return f"{'met' if met else '**missed**'}: {what} (aim: {aim})"


def _grown(run: SearchRun) -> str:
    """Pages that need more queries with more texts."""
    grown = []
    for engine, sizes in run.at.items():
        counts = [sizes[size].queries for size in sorted(sizes)]
        if counts[-1] > counts[0]:
            grown.append(f"{engine}: {counts[0]} queries, then {counts[-1]}")
    return "; ".join(grown)


def _indexes(run: SearchRun) -> str:
    rows = [
        [
            engine,
            f"{size:,}",
            f"{one.entries:,}",
            f"{one.seconds:.1f}",
            f"{one.peak / MB:.0f}",
            f"{one.bytes / MB:.1f}",
            f"{one.asked[ONE].resident / MB:.0f}",
        ]
        for engine, size, one in _all(run)
    ]
    head = ["Engine", "texts", "entries", "built in s", "peak MB, building", "index MB", "MB, asking"]
    note = "Memory is that of the portal's process; what a server needs beside it is not in it."
    return f"### The index\n\n{table(head, rows)}\n\n{note}"


def _engine(run: SearchRun) -> str:
    """In one process and in several, without HTTP."""
    rows = [
        [
            engine,
            f"{size:,}",
            name,
            *(text for clients in CLIENTS for text in _cell(getattr(one.asked[clients], what))),
        ]
        for engine, size, one in _all(run)
        for what, name in (("find", "search"), ("engine", "engine alone"), ("suggest", "suggestions"))
    ]
    head = ["Engine", "texts", "what", *_heads("proc.")]
    note = (
        "“Search” is what stands behind the page: reading the question, the engine with the counts of all facets, the look "
        "into the database for what may be seen, excerpts with marks, and what was probably meant. “Engine alone” is its "
        "answer to a question that has been read already."
    )
    return f"### In the engine\n\n{table(head, rows)}\n\n{note}"


def _pages(run: SearchRun) -> str:
    rows = [
        [
            engine,
            f"{size:,}",
            *(text for clients in CLIENTS for text in _cell(one.pages[clients])),
            one.queries,
            f"{one.page_bytes:,}",
        ]
        for engine, size, one in _all(run)
    ]
    return f"### The whole page\n\n{table(['Engine', 'texts', *_heads('cl.'), 'queries', 'bytes'], rows)}"


def _heads(who: str) -> list[str]:
    return [f"{what}, {clients} {who}" for clients in CLIENTS for what in ("p50 ms", "p95 ms", "a second")]


def _cell(cell: Cell) -> list[str]:
    return [f"{cell.p50:.1f}", f"{cell.p95:.1f}", f"{cell.per_second:.0f}"]


def _kinds(run: SearchRun) -> str:
    """Kinds of searches by their time, with the largest number of texts."""
    size = max(run.sizes)
    measured = {engine: sizes[size].asked[ONE].kinds for engine, sizes in run.at.items()}
    if not measured:
        return ""
    kinds = sorted({kind for found in measured.values() for kind in found})
    rows = [[kind, *(text for found in measured.values() for text in _short(found.get(kind)))] for kind in kinds]
    head = ["Question", *(f"{what}, {engine}" for engine in measured for what in ("p50 ms", "p95 ms"))]
    return f"### Search by kind of question, {size:,} texts, one process\n\n{table(head, rows)}"


def _short(cell: Cell | None) -> list[str]:
    return [f"{cell.p50:.1f}", f"{cell.p95:.1f}"] if cell else ["", ""]


def _faster(beside: dict[str, Any]) -> float:
    """How many times faster the portal is, by mean times."""
    return beside["wagtail"]["mean"] / beside["portal"]["mean"]


def _wagtail(run: SearchRun) -> str:
    if not run.wagtail:
        return ""
    rows = [
        [
            f"{size:,}",
            asked,
            found[asked]["wagtail"]["count"],
            *(f"{found[asked][who][what]:.1f}" for who in WHO for what in ("p50", "p95", "mean")),
            f"{_faster(found[asked]):.0f}",
            " / ".join(str(found[asked][who]["nothing"]) for who in WHO),
        ]
        for size, found in run.wagtail.items()
        for asked in ASKED
    ]
    times = [f"{who} {what} ms" for who in ("Wagtail", "search") for what in ("p50", "p95", "mean")]
    head = ["Texts", "asked", "questions", *times, "x faster", "found nothing"]
    note = (
        f"`Page.objects.live().search(q)[:10]` and its count on {run.database}, with title, lead and body in its index, "
        "beside the same questions to the embedded engine with facets and excerpts; “x faster” compares the means. It "
        "finds only what has every word as it was typed, so mixed questions often cost it nothing, because it finds nothing. "
        f"Its index of {max(run.wagtail):,} texts took {run.wagtail[max(run.wagtail)]['built']:.0f} s."
    )
    return f"### Beside Wagtail's own database search\n\n{table(head, rows)}\n\n{note}"
