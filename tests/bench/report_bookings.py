"""The tables of the part "bookings", as Markdown."""

from tests.bench.bookings import CLIENTS, SEATS, BookingsRun, Way
from tests.bench.report import circumstances, table


def render_bookings(run: BookingsRun) -> str:
    facts = circumstances(run.command, run.load_before, run.database)
    amounts = ", ".join(f"{number:,} {name}" for name, number in run.amounts.items())
    facts.append(
        f"After the run: {amounts}; {run.letters['written']:,} letters written, {run.letters['unwritten']} left."
    )
    facts.append(
        f"{CLIENTS} clients, each a process on the same cores, one request at a time; {SEATS:,} seats where seats do not "
        "matter. Limits for each address are raised. Letters are written after the run, as by the worker."
    )
    lines = "\n".join(f"- {one}" for one in facts)
    return "\n\n".join([lines, _times(run), _queries(run), _outcomes(run)])


def _times(run: BookingsRun) -> str:
    head = ["Way", "aim", "completed", "per second", "requests each", "p50 ms", "p95 ms", "seconds"]
    rows = [
        [
            way.name,
            way.aim,
            way.done,
            f"{way.per_second:.1f}",
            f"{way.requests:.1f}",
            f"{way.milliseconds(50):.0f}",
            f"{way.milliseconds(95):.0f}",
            f"{way.seconds:.1f}",
        ]
        for way in run.ways
    ]
    return f"### Ways\n\n{table(head, rows)}\n\nAim for p95 of a request: 400 ms."


def _queries(run: BookingsRun) -> str:
    return f"### Queries\n\n{table(['Step', 'queries'], run.queries.items())}"


def _outcomes(run: BookingsRun) -> str:
    head = ["Way", "states", "seats taken", "booked twice", "waiting list in order", "audit"]
    return f"### What became of the bookings\n\n{table(head, [_outcome(way) for way in run.ways])}"


def _outcome(way: Way) -> list[object]:
    found = way.outcome
    states = ", ".join(f"{number} {state}" for state, number in sorted(found["states"].items()))
    order = "yes" if found["queue_in_order"] else "no"
    return [
        way.name,
        states,
        found["taken"],
        found["doubles"],
        order,
        "clean" if not found["audit"] else found["audit"],
    ]
