"""Tools of the kill tests: processes that can be killed and restarted quickly, and what they were doing when they died.

A process is forked from a parent that has loaded Django, so that kills hit the work and not imports. A shared file, which
survives a kill -9, says what it is doing.
"""

import mmap
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

OUTSIDE, INSIDE = b"o", b"i"
PATIENCE = 30


class Marker:
    """A byte that a process sets and others read, also after its death; and its process id."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(OUTSIDE + bytes(15))
        self._file = path.open("r+b")
        self._map = mmap.mmap(self._file.fileno(), 16)

    def set(self, state: bytes) -> None:
        self._map[0:1] = state

    def started(self, pid: int) -> None:
        self._map[0:1] = OUTSIDE
        self._map[8:16] = pid.to_bytes(8, "big")

    @property
    def is_inside(self) -> bool:
        return self._map[0:1] == INSIDE

    @property
    def pid(self) -> int:
        return int.from_bytes(self._map[8:16], "big")

    def close(self) -> None:
        self._map.close()
        self._file.close()


def watch_transactions(marker: Marker) -> None:
    """Make this process mark when it is inside an outermost transaction."""
    from django.db import transaction

    enter, leave = transaction.Atomic.__enter__, transaction.Atomic.__exit__

    def marked_enter(self):
        result = enter(self)
        marker.set(INSIDE)
        return result

    def marked_leave(self, *error):
        try:
            return leave(self, *error)
        finally:
            if not transaction.get_connection(self.using).in_atomic_block:
                marker.set(OUTSIDE)

    transaction.Atomic.__enter__, transaction.Atomic.__exit__ = marked_enter, marked_leave


def wait_until(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.0005)


def kill(marker: Marker) -> bool:
    """kill -9 the marked process. Returns whether it was inside a transaction."""
    os.kill(marker.pid, signal.SIGKILL)
    return marker.is_inside


class ForkServer:
    """Runs `python -m module …`, which forks a working child on request (see fork_on_demand)."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._parent = subprocess.Popen(
            [sys.executable, "-m", module, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def start_child(self) -> int:
        """Fork a child; returns its process id."""
        self._parent.stdin.write("\n")
        self._parent.stdin.flush()
        return int(self._parent.stdout.readline())

    def close(self) -> None:
        self._parent.stdin.close()
        self._parent.wait(PATIENCE)
        self._parent.stdout.close()


def fork_on_demand(work: Callable[[], None]) -> None:
    """In the fork server: fork a child for each line of input, and print its process id."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # leave no zombies
    for _line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            try:
                work()
            finally:
                os._exit(0)
        print(pid, flush=True)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
