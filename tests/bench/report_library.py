"""The tables of the part "library", as Markdown, with a verdict on each target."""

from collections.abc import Iterator

from tests.bench.library import CLIENTS, FORMS, LibraryRun, Toured
from tests.bench.report import circumstances, table

QUERIES, PAGE_MS, FIRST_BYTE_MS, PDF_MS = 25, 60, 200, 1_000
GROWTH_MB = 16  # allowed for a worker that writes ten times as many rows: memory that the allocator keeps
FLAT = 1.5  # allowed factor of the time with a tenth of the reports
MB = 1_000_000
ONE = CLIENTS[0]
ADMIN = ("how often read",)  # in the admin


def render_library(run: LibraryRun) -> str:
    times = [_times(run, clients) for clients in CLIENTS]
    return "\n\n".join(
        [_circumstances(run), _verdicts(run), _queries(run), *times, _indexes(run), _exports(run), _addresses(run)]
    )


def _circumstances(run: LibraryRun) -> str:
    facts = circumstances(run.command, run.load_before, run.amounts[run.sizes[0]]["database"], ("tantivy", "typst"))
    for size, amounts in run.amounts.items():
        told = [f"{number:,} {name}" for name, number in amounts.items() if name != "database"]
        facts.append(f"{size:,}: {', '.join(told)}.")
    facts.append(f"At least {run.requests // 4} requests per cell after warming up, {run.requests} where it is mixed.")
    return "\n".join(f"- {fact}" for fact in facts)


def _verdicts(run: LibraryRun) -> str:
    lines = [_verdict(is_met, told, aim) for is_met, told, aim in _aims(run)]
    return "\n".join(["### Aims", "", *(f"- {line}" for line in lines)])


def _verdict(is_met: bool, told: str, aim: str) -> str:
    return f"{'met' if is_met else '**missed**'}: {told} (aim: {aim})"


def _aims(run: LibraryRun) -> Iterator[tuple[bool, str, str]]:
    last = run.sizes[-1]
    tours = list(run.tours.values())
    most = max(tours, key=lambda one: max(figures.queries for figures in one.at.values()))
    queries = max(figures.queries for figures in most.at.values())
    yield queries <= QUERIES, f"at most {queries} queries ({most.name}, {most.who})", f"{QUERIES}"
    if len(run.sizes) > 1:
        before = run.sizes[-2]  # with the reports of the demo, some searches have no hits
        grown = [f"{one.name} ({one.who})" for one in tours if one.at[last].queries > one.at[before].queries]
        told = f"more queries on {', '.join(grown)}" if grown else "no page needs more queries"
        yield not grown, f"{last:,} reports beside {before:,}: {told}", "constant"
    slowest = max((one for one in tours if one.name not in ADMIN), key=lambda one: one.at[last].cells[ONE].p95)
    p95 = slowest.at[last].cells[ONE].p95
    told = f"{last:,} reports: p95 {p95:.1f} ms for the slowest page ({slowest.name}, {slowest.who})"
    yield p95 <= PAGE_MS, told, f"{PAGE_MS} ms"
    if len(run.sizes) > 1:
        before = run.sizes[-2]
        steep = [
            f"{one.name} ({one.who}) {ratio:.1f} x"
            for one in tours
            if (ratio := one.at[last].cells[ONE].p50 / one.at[before].cells[ONE].p50) > FLAT
        ]
        told = f"p50 with {last:,} beside {before:,}: {', '.join(steep) or 'no page grows'}"
        yield not steep, told, f"at most {FLAT} x"
    for form in FORMS:
        yield from _aims_of_export(run, form)
    seconds = run.pdf["p95"]
    yield seconds * 1000 <= PDF_MS, f"PDF of {run.pdf['pages']} pages: p95 {seconds:.2f} s", f"{PDF_MS / 1000:.0f} s"


def _aims_of_export(run: LibraryRun, form: str) -> Iterator[tuple[bool, str, str]]:
    last = run.sizes[-1]
    export = run.exports[last, form]
    name = f"export of {last:,} as {form.upper()}"
    wanted = run.amounts[last]["reports"] - run.amounts[last]["archived"]
    is_whole = export.rows == wanted and not export.broke_off
    yield is_whole, f"{name}: {export.rows:,} rows{', broke off' if export.broke_off else ''}", f"{wanted:,}"
    first = export.first_byte * 1000
    yield first <= FIRST_BYTE_MS, f"{name}: first byte after {first:.0f} ms", f"{FIRST_BYTE_MS} ms"
    if len(run.sizes) > 1:
        more = (export.growth - run.exports[run.sizes[-2], form].growth) / MB
        told = f"{name}: the worker grows by {more:.1f} MB more than with {run.sizes[-2]:,}"
        yield more <= GROWTH_MB, told, f"at most {GROWTH_MB} MB"


def _queries(run: LibraryRun) -> str:
    rows = [
        [
            one.name,
            one.who,
            *(one.at[size].queries for size in run.sizes),
            *(f"{one.at[size].bytes_plain:,}" for size in run.sizes),
        ]
        for one in run.tours.values()
    ]
    head = ["Page", "seen by", *(f"{what}, {size:,}" for what in ("queries", "bytes") for size in run.sizes)]
    return f"### Queries and weight\n\n{table(head, rows)}"


def _times(run: LibraryRun, clients: int) -> str:
    rows = [
        [one.name, one.who, *_cells(run, one, clients)]
        for one in run.tours.values()
        if clients in one.at[run.sizes[0]].cells
    ]
    head = ["Page", "seen by", *(f"{what}, {size:,}" for size in run.sizes for what in ("p50 ms", "p95 ms"))]
    return f"### Times with {clients} client{'s' if clients > 1 else ''}\n\n{table(head, rows)}"


def _cells(run: LibraryRun, toured: Toured, clients: int) -> list[str]:
    cells = [toured.at[size].cells[clients] for size in run.sizes]
    return [text for cell in cells for text in (f"{cell.p50:.1f}", f"{cell.p95:.1f}")]


def _indexes(run: LibraryRun) -> str:
    rows = [
        [
            f"{size:,}",
            f"{run.writing[size]:.0f}",
            f"{found['entries']:,.0f}",
            f"{found['seconds']:.1f}",
            f"{found['peak'] / MB:.0f}",
            f"{found['bytes'] / MB:.1f}",
        ]
        for size, found in run.indexes.items()
    ]
    head = ["Reports", "written in s", "entries", "index built in s", "peak MB, building", "index MB"]
    return f"### What stands behind it\n\n{table(head, rows)}"


def _exports(run: LibraryRun) -> str:
    rows = [
        [
            f"{size:,}",
            form.upper(),
            f"{one.rows:,}{' (broke off)' if one.broke_off else ''}",
            f"{one.bytes / MB:.1f}",
            f"{one.first_byte * 1000:.0f}",
            f"{one.seconds:.1f}",
            f"{one.growth / MB:.1f}",
            f"{one.mapped / MB:.1f}",
        ]
        for (size, form), one in run.exports.items()
    ]
    head = ["Reports", "as", "rows", "MB", "first byte ms", "whole in s", "the worker grew by MB", "and mapped MB"]
    pdf = (
        f"{run.pdf['count']} PDFs of {run.pdf['pages']} pages with pictures, {run.pdf['bytes'] / 1000:.0f} kB: "
        f"p50 {run.pdf['p50']:.2f} s, p95 {run.pdf['p95']:.2f} s; the first of a process, which loads the fonts, "
        f"{run.pdf['first']:.2f} s."
    )
    return f"### Export of all, and PDF\n\n{table(head, rows)}\n\n{pdf}"


def _addresses(run: LibraryRun) -> str:
    last = run.sizes[-1]
    rows = [
        [one.name, one.who, f"`{one.paths[last][0]}`", len(one.paths[last]) - 1 or ""] for one in run.tours.values()
    ]
    return f"### Addresses\n\n{table(['Page', 'seen by', 'address', 'and so many others'], rows)}"
