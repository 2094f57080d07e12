"""Locks that one holder has at a time and that its death frees, however it dies."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from netzwerk.search.engines.port import EngineDown, WriterBusy

WRITER = 0x6E65747A73756368  # any number that nobody else locks in our database


def make_room(path: Path, *, wants_folder: bool) -> None:
    """Clear away a file where a folder of ours must be, or a folder where a file must be. All of it can be made anew."""
    if wants_folder and path.is_file():
        path.unlink(missing_ok=True)
    elif not wants_folder and path.is_dir():
        shutil.rmtree(path)


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Among the processes of one machine. Raises EngineDown where the file cannot be made."""
    try:
        make_room(path.parent, wants_folder=True)
        make_room(path, wants_folder=False)
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
