"""What a process remembers for some seconds."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Calls `read` only where its last answer is older than so many seconds. The same object as before while nothing has
    changed, so that callers may compare by `is`. For what is the same for everybody: it does not know who asks.
    """

    _all: "list[Kept]" = []

    def __init__(self, read: Callable[[], T], *, seconds: float) -> None:
        self._read, self._seconds = read, seconds
        self._known: tuple[float, T] | None = None
        self._all.append(self)

    def __call__(self) -> T:
        now, known = time.monotonic(), self._known
        if known and now - known[0] < self._seconds:
            return known[1]
        fresh = self._read()
        if known and fresh == known[1]:
            fresh = known[1]
        self._known = now, fresh
        return fresh

    def forget(self) -> None:
        """Read at the next asking; what another thread is just reading may still be kept after it."""
        self._known = None

    @classmethod
    def forget_all(cls) -> None:
        """For tests, which take back what they wrote."""
        for one in cls._all:
            one.forget()
