"""Exclusive locks that are released when the process of their holder dies."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from netzwerk.search.engines.port import EngineDown, WriterBusy

WRITER = 0x6E65747A73756368  # any number that is used for no other advisory lock


def remove_obstacle(path: Path, *, wants_folder: bool) -> None:
    """Remove a file where our folder must be, or a folder where our file must be. The index can always be rebuilt."""
    if wants_folder and path.is_file():
        path.unlink(missing_ok=True)
    elif not wants_folder and path.is_dir():
        shutil.rmtree(path)


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Among the processes of one machine. Raises WriterBusy if it is held, EngineDown if the file cannot be created."""
    try:
        remove_obstacle(path.parent, wants_folder=True)
        remove_obstacle(path, wants_folder=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = path.open("w")
    except OSError as error:
        raise EngineDown(str(error)) from error
    with opened as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WriterBusy from error
        yield


@contextmanager
def database_lock(number: int = WRITER) -> Iterator[None]:
    """Among all machines that share a PostgreSQL. Raises WriterBusy if it is held. It has a connection of its own, with which
    PostgreSQL releases it, and which no failed transaction or other thread affects."""
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
    """For an index that several machines share: a lock in the database, or a file if the database itself is one."""
    return database_lock() if connection.vendor == "postgresql" else file_lock(path)
