"""Measures the download of a long response from gunicorn: time, rows, memory of the workers."""

import http.client
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.bench.load import BROWSER, BenchError

CHUNK = 64 * 1024
SECONDS = 900  # timeout; gunicorn's own comes first
SAMPLE_EVERY = 50  # chunks
MARKS = {"csv": b"\r\n", "json": b"\n{"}  # one for each row; a CSV has a header too


class Memory(NamedTuple):
    """Bytes."""

    own: int
    mapped: int


@dataclass(frozen=True)
class Download:
    """Seconds and bytes. `growth` and `mapped` are the largest growth of the private and of the file-backed memory of a
    worker; the latter (parts of the index) is shared, and the system can reclaim it."""

    rows: int
    bytes: int
    first_byte: float
    seconds: float
    growth: int
    mapped: int
    broke_off: bool


def download(port: int, master: int, path: str, visitor: str) -> Download:
    """Download a response; one that breaks off is measured up to that point."""
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
    last, broke_off, chunks = b"", False, 0
    try:
        while chunk := answer.read1(CHUNK):
            if chunks % SAMPLE_EVERY == 0:
                grown = _most(grown, before)
            chunks += 1
            first_byte = first_byte or time.monotonic() - start
            size += len(chunk)
            rows += (last + chunk).count(MARKS[form])
            last = chunk[-(len(MARKS[form]) - 1) :]
    except (OSError, http.client.HTTPException):
        broke_off = True
    seconds = time.monotonic() - start
    connection.close()
    grown = _most(grown, before)
    return Download(rows - (form == "csv"), size, first_byte, seconds, grown.own, grown.mapped, broke_off)


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _most(grown: Memory, before: dict[int, Memory]) -> Memory:
    """The largest growth so far of all running workers."""
    now = [(before[pid], _memory(pid)) for pid in before if Path(f"/proc/{pid}/status").exists()]
    own, mapped = ([one[part] - old[part] for old, one in now] for part in (0, 1))
    return Memory(max(grown.own, *own), max(grown.mapped, *mapped)) if now else grown


def _memory(pid: int) -> Memory:
    """Memory of a process from /proc (see proc(5))."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    found = {
        name: int(rest.split()[0]) * 1024 for name, _, rest in (line.partition(":") for line in lines) if "kB" in rest
    }
    return Memory(found["RssAnon"], found["RssFile"])
