"""One long answer through gunicorn: when it begins, how long it takes, and what it costs the worker that writes it."""

import http.client
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.bench.load import BROWSER, BenchError

CHUNK = 64 * 1024
SECONDS = 900  # of silence: gunicorn's own limit comes first
LOOK_EVERY = 50  # pieces
MARKS = {"csv": b"\r\n", "json": b"\n{"}  # one for each row; a CSV has one more, its head


class Memory(NamedTuple):
    """Bytes."""

    own: int
    mapped: int


@dataclass(frozen=True)
class HandedOut:
    """Seconds and bytes. `growth` is by how much the memory of its own of the worker that grew most was larger at some time
    than before; `mapped` by how much more of the index it had read, which are pages of files that all processes share and
    that the system takes back when it needs them."""

    rows: int
    bytes: int
    first_byte: float
    seconds: float
    growth: int
    mapped: int
    broke_off: bool


def hand_out(port: int, master: int, path: str, visitor: str) -> HandedOut:
    """The whole answer, as it comes. One that breaks off is measured until there."""
    workers = _children(master)
    before = {pid: _memory(pid) for pid in workers}
    grown = Memory(0, 0)
    form = path.partition("?")[0].rpartition(".")[2]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    headers = {"Host": f"localhost:{port}", "User-Agent": BROWSER, "X-Forwarded-For": visitor}
    start = time.monotonic()
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    if answer.status != 200:
        raise BenchError(f"{path} answered {answer.status}")
    first_byte = rows = size = 0
    last, broke_off, pieces = b"", False, 0
    try:
        while piece := answer.read1(CHUNK):
            if pieces % LOOK_EVERY == 0:
                grown = _most(grown, before)
            pieces += 1
            first_byte = first_byte or time.monotonic() - start
            size += len(piece)
            rows += (last + piece).count(MARKS[form])
            last = piece[-(len(MARKS[form]) - 1) :]
    except (OSError, http.client.HTTPException):
        broke_off = True
    seconds = time.monotonic() - start
    connection.close()
    grown = _most(grown, before)
    return HandedOut(rows - (form == "csv"), size, first_byte, seconds, grown.own, grown.mapped, broke_off)


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _most(grown: Memory, before: dict[int, Memory]) -> Memory:
    """The largest growth so far, over all workers that are still there."""
    now = [(before[pid], _memory(pid)) for pid in before if Path(f"/proc/{pid}/status").exists()]
    own, mapped = ([one[part] - old[part] for old, one in now] for part in (0, 1))
    return Memory(max(grown.own, *own), max(grown.mapped, *mapped)) if now else grown


def _memory(pid: int) -> Memory:
    """As proc(5) tells it."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    found = {
        name: int(rest.split()[0]) * 1024 for name, _, rest in (line.partition(":") for line in lines) if "kB" in rest
    }
    return Memory(found["RssAnon"], found["RssFile"])
