"""The current phase of a process of the kill suite, in one byte of a file that outlives it."""

import mmap
from pathlib import Path

OUTSIDE, PUBLISH, DRAIN, REBUILD = b"o", b"p", b"d", b"r"
NAMES = {OUTSIDE: "between", PUBLISH: "inside publish", DRAIN: "inside drain", REBUILD: "inside rebuild"}


class PhaseMarker:
    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(OUTSIDE)
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 1)

    def set(self, phase: bytes) -> None:
        self._map[0:1] = phase

    @property
    def phase(self) -> bytes:
        return bytes(self._map[0:1])

    def close(self) -> None:
        self._map.close()
