"""Locks that one holder has at a time and that its death frees, however it dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from netzwerk.search.engines.port import WriterBusy

WRITER = 0x6E65747A73756368  # any number that nobody else locks in our database


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Among the processes of one machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WriterBusy from error
        yield


@contextmanager
def database_lock(number: int = WRITER) -> Iterator[None]:
    """Among all machines that share a PostgreSQL. On a connection of its own: PostgreSQL frees the lock when that ends, and
    neither a broken transaction nor a second caller of the same process comes in between.
    """
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
            if not cursor.fetchone()[0]:
                raise WriterBusy
        yield
    finally:
        own.close()


def writer_lock(path: Path):
    """Whoever may write into something that all machines share: the database knows, unless it is a file of one machine."""
    return database_lock() if connection.vendor == "postgresql" else file_lock(path)
