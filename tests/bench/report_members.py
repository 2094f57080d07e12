"""The tables of the part "members", as Markdown."""

from tests.bench.members import CLIENTS, SIZES, MembersRun, Visited
from tests.bench.report import circumstances, table

LIMIT = 25  # queries of a page


def render_members(run: MembersRun) -> str:
    parts = [_circumstances(run), _queries(run), *(_times(run, clients) for clients in CLIENTS), _addresses(run)]
    return "\n\n".join(parts)


def _circumstances(run: MembersRun) -> str:
    facts = circumstances(run.command, run.load_before, run.amounts[SIZES[0]]["database"])
    for size in SIZES:
        amounts = [f"{number:,} {name}" for name, number in run.amounts[size].items() if name != "database"]
        facts.append(f"{size.capitalize()}: {', '.join(amounts)}.")
    facts.append(f"At least {run.requests} requests per cell after warming up.")
    return "\n".join(f"- {fact}" for fact in facts)


def _queries(run: MembersRun) -> str:
    """The table of queries, with a verdict on their growth."""
    counted = [(visit, [visit.at[size].queries or 0 for size in SIZES]) for visit in run.visits]
    rows = [
        [visit.name, visit.who, *queries, *(f"{visit.at[size].bytes_plain:,}" for size in SIZES)]
        for visit, queries in counted
    ]
    grown = [f"{visit.name} ({visit.who})" for visit, (few, many) in counted if many > few]
    many = [f"{visit.name} ({visit.who})" for visit, queries in counted if max(queries) > LIMIT]
    verdict = (
        f"**Grows with the amount: {', '.join(grown)}.**" if grown else "No page needs more queries when it is large."
    )
    if many:
        verdict += f" **More than {LIMIT}: {', '.join(many)}.**"
    head = ["Page", "seen by", *(f"queries, {size}" for size in SIZES), *(f"bytes, {size}" for size in SIZES)]
    return f"### Queries and weight\n\n{table(head, rows)}\n\n{verdict} Aim: at most {LIMIT}."


def _times(run: MembersRun, clients: int) -> str:
    rows = [[visit.name, visit.who, *_cells(visit, clients)] for visit in (*run.visits, run.mixed)]
    head = ["Page", "seen by", *(f"{what}, {size}" for size in SIZES for what in ("p50 ms", "p95 ms", "requests/s"))]
    return f"### Times with {clients} client{'s' if clients > 1 else ''}\n\n{table(head, rows)}"


def _cells(visit: Visited, clients: int) -> list[str]:
    cells = [visit.at[size].cells[clients] for size in SIZES]
    return [text for cell in cells for text in (f"{cell.p50:.1f}", f"{cell.p95:.1f}", f"{cell.per_second:.0f}")]


def _addresses(run: MembersRun) -> str:
    rows = [[visit.name, visit.who, f"`{visit.path}`"] for visit in run.visits]
    return f"### Addresses\n\n{table(['Page', 'seen by', 'address'], rows)}"
