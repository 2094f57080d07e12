"""One long answer through gunicorn: when it begins, how long it takes, and what it costs the worker that writes it."""

import http.client
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.load import BROWSER, BenchError

CHUNK = 64 * 1024
SECONDS = 900  # of silence: gunicorn's own limit comes first
FORGET_PEAK = "5"  # see proc(5), clear_refs
MARKS = {"csv": b"\r\n", "json": b"\n{"}  # one for each row; a CSV has one more, its head


@dataclass(frozen=True)
class HandedOut:
    """Seconds and bytes. `growth` is by how much the largest worker grew above what it had before."""

    rows: int
    bytes: int
    first_byte: float
    seconds: float
    growth: int
    broke_off: bool


def hand_out(port: int, master: int, path: str, visitor: str) -> HandedOut:
    """The whole answer, as it comes. One that breaks off is measured until there."""
    workers = _children(master)
    before = {pid: _memory(pid, "VmRSS") for pid in workers}
    for pid in workers:
        Path(f"/proc/{pid}/clear_refs").write_text(FORGET_PEAK)
    form = path.partition("?")[0].rpartition(".")[2]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    headers = {"Host": f"localhost:{port}", "User-Agent": BROWSER, "X-Forwarded-For": visitor}
    start = time.monotonic()
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    if answer.status != 200:
        raise BenchError(f"{path} answered {answer.status}")
    first_byte = rows = size = 0
    last, broke_off = b"", False
    try:
        while piece := answer.read1(CHUNK):
            first_byte = first_byte or time.monotonic() - start
            size += len(piece)
            rows += (last + piece).count(MARKS[form])
            last = piece[-(len(MARKS[form]) - 1) :]
    except (OSError, http.client.HTTPException):
        broke_off = True
    seconds = time.monotonic() - start
    connection.close()
    growth = max((_memory(pid, "VmHWM") - before[pid] for pid in workers if _is_there(pid)), default=0)
    return HandedOut(rows - (form == "csv"), size, first_byte, seconds, growth, broke_off)


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _is_there(pid: int) -> bool:
    return Path(f"/proc/{pid}/status").exists()


def _memory(pid: int, name: str) -> int:
    """Bytes by which the kernel knows the process."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))
