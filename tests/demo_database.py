"""The test database with the demo content: built by one worker of a run, copied by all others with its files and index.

A test with transactions of its own leaves the database empty (Django truncates it); the next test that expects the demo gets
a new copy. pytest-django sorts such tests to the end, but a worker that has run them may take over tests of another.
"""

import io
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from tests.once import made_once

FOLDERS = {"media": "MEDIA_ROOT", "search": "SEARCH_DIR"}
TEMPLATE = "test_demo_template"  # of PostgreSQL


class DemoDatabase:
    def __init__(self, shared: Path | None) -> None:
        """`shared`: a folder of all workers of the run; None for a process that runs alone, and copies nothing."""
        self.shared = shared
        self.is_emptied = False
        self._own_name = settings.DATABASES["default"]["NAME"]

    def create(self) -> None:
        if self.shared is None:
            _build()
            return
        folder = made_once(self.shared / "demo", _build_and_save)
        if connection.settings_dict["NAME"] == self._own_name:  # another process has built it
            _load(folder)
            for name, setting in FOLDERS.items():
                shutil.copytree(folder / name, getattr(settings, setting))

    def fill_again(self) -> None:
        if self.shared is not None and self.is_emptied:
            _load(self.shared / "demo")
            self.is_emptied = False

    def destroy(self) -> None:
        connection.creation.destroy_test_db(self._own_name, verbosity=0)


def drop_template() -> None:
    if connection.vendor == "postgresql":
        _drop(TEMPLATE)


def _build() -> None:
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    call_command("demo", stdout=io.StringIO())


def _build_and_save(folder: Path) -> None:
    _build()
    if connection.vendor == "postgresql":
        drop_template()
        _copy_database(connection.settings_dict["NAME"], TEMPLATE)
    else:
        with closing(sqlite3.connect(folder / "demo.sqlite3")) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)
    for name, setting in FOLDERS.items():
        shutil.copytree(getattr(settings, setting), folder / name)


def _load(folder: Path) -> None:
    name = connection.creation._get_test_db_name()
    connection.close()
    if connection.vendor == "postgresql":
        _drop(name)
        _copy_database(TEMPLATE, name)
    else:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        for rest in ("-wal", "-shm", "-journal"):
            Path(f"{name}{rest}").unlink(missing_ok=True)
        shutil.copyfile(folder / "demo.sqlite3", name)
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _drop(name: str) -> None:
    _execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _copy_database(source: str, target: str) -> None:
    connection.close()  # PostgreSQL copies no database that somebody uses
    _execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(target), sql.Identifier(source)))


def _execute(statement: sql.Composed) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
