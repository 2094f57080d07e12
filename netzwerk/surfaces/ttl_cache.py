"""A value that each process caches for some seconds (TTL: time to live)."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class TtlCache(Generic[T]):
    """Calls `read` only when the cached value is older than `seconds`. The value must not depend on the user.

    A fresh value that equals the cached one does not replace it, so callers may compare by `is`.
    """

    _all: "list[TtlCache]" = []

    def __init__(self, read: Callable[[], T], *, seconds: float) -> None:
        self._read, self._seconds = read, seconds
        self._cached: tuple[float, T] | None = None
        self._all.append(self)

    def __call__(self) -> T:
        now, cached = time.monotonic(), self._cached
        if cached and now - cached[0] < self._seconds:
            return cached[1]
        fresh = self._read()
        if cached and fresh == cached[1]:
            fresh = cached[1]
        self._cached = now, fresh
        return fresh

    def clear(self) -> None:
        """Read again at the next call. A read that another thread has begun may still be cached afterwards."""
        self._cached = None

    @classmethod
    def clear_all(cls) -> None:
        """For tests, which roll back what they wrote."""
        for one in cls._all:
            one.clear()
