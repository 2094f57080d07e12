"""The test database with the demo content: built by one worker of a run, copied by all others with its files and index.

On SQLite, the copy outlives the run in var/test-demo: as long as neither the code nor the date changes, later runs copy it,
and as long as no migration changes, they start from the migrated database. A run on PostgreSQL always builds its own.
NETZWERK_KEEP_DEMO=1 takes the last demo with these migrations although the code has changed: for a developer who runs one
test again and again.

A test with transactions of its own leaves the database empty (Django truncates it); the next test that expects the demo gets
a new copy. pytest-django sorts such tests to the end, but a worker that has run them may take over tests of another.
"""

import hashlib
import io
import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from tests.once import made_once

ROOT = Path(__file__).resolve().parent.parent
CODE = ("netzwerk", "knowledge", "workshops", "training")
HOME = ROOT / "var" / "test-demo"
KEPT = 3  # databases of earlier runs
FOLDERS = {"media": "MEDIA_ROOT", "search": "SEARCH_DIR"}
TEMPLATE = "test_demo_template"  # of PostgreSQL


class DemoDatabase:
    def __init__(self, shared: Path | None) -> None:
        """`shared`: a folder of all workers of the run; None for a process that runs alone."""
        self.shared = shared
        self.is_emptied = False
        self._own_name = settings.DATABASES["default"]["NAME"]
        self._folder: Path | None = None

    def create(self) -> None:
        built_here = []

        def make(folder: Path) -> None:
            _build_and_save(folder)
            built_here.append(folder)

        if connection.vendor == "sqlite":
            self._folder = _last_folder() or made_once(_demo_folder(), make)
            _forget_older("demo")
        elif self.shared is None:
            _build()
            return
        else:
            self._folder = made_once(self.shared / "demo", make)
        if not built_here:
            _load(self._folder)
            for name, setting in FOLDERS.items():
                shutil.copytree(self._folder / name, getattr(settings, setting))

    def fill_again(self) -> None:
        if self._folder is not None and self.is_emptied:
            _load(self._folder)
            self.is_emptied = False

    def destroy(self) -> None:
        connection.creation.destroy_test_db(self._own_name, verbosity=0)


def drop_template() -> None:
    if connection.vendor == "postgresql":
        _drop(TEMPLATE)


def _build() -> None:
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    call_command("demo", stdout=io.StringIO())


def _build_from_migrated() -> None:
    _load(made_once(_folder_of("migrated", _migration_files()), _migrate_and_save))
    _forget_older("migrated")
    connection.creation.create_test_db(verbosity=0, keepdb=True, serialize=False)
    call_command("demo", stdout=io.StringIO())


def _build_and_save(folder: Path) -> None:
    if connection.vendor == "postgresql":
        _build()
        drop_template()
        _copy_database(connection.settings_dict["NAME"], TEMPLATE)
    else:
        _build_from_migrated()
        _save(folder)
    for name, setting in FOLDERS.items():
        shutil.copytree(getattr(settings, setting), folder / name)


def _migrate_and_save(folder: Path) -> None:
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    _save(folder)


def _save(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "database.sqlite3")) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)


def _demo_folder() -> Path:
    migrated = _folder_of("migrated", _migration_files()).name.rpartition("-")[2]
    return _folder_of(f"demo-{migrated[:8]}", _code_files(), str(date.today()))


def _folder_of(kind: str, files: Iterable[Path], *more: str) -> Path:
    """Another one whenever one of these files changes."""
    key = hashlib.sha256("".join(more).encode())
    for path in sorted(files):
        key.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    HOME.mkdir(parents=True, exist_ok=True)
    return HOME / f"{kind}-{key.hexdigest()[:16]}"


def _forget_older(kind: str) -> None:
    for old in _finished(kind)[:-KEPT]:
        old.unlink(missing_ok=True)
        shutil.rmtree(old.with_suffix(""), ignore_errors=True)


def _finished(kind: str) -> list[Path]:
    return sorted(HOME.glob(f"{kind}-*.done"), key=lambda one: one.stat().st_mtime)


def _last_folder() -> Path | None:
    kind = _demo_folder().name.rpartition("-")[0]
    done = _finished(kind) if os.environ.get("NETZWERK_KEEP_DEMO") else []
    return done[-1].with_suffix("") if done else None


def _code_files() -> list[Path]:
    folders = [ROOT / name for name in CODE]
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return [*found, ROOT / "requirements/base.txt", Path(__file__)]


def _migration_files() -> list[Path]:
    found = [path for name in CODE for path in (ROOT / name).rglob("migrations/*.py")]
    return [*found, ROOT / "requirements/base.txt", Path(__file__)]


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
        shutil.copyfile(folder / "database.sqlite3", name)
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _drop(name: str) -> None:
    _execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _copy_database(source: str, target: str) -> None:
    connection.close()  # PostgreSQL copies no database that somebody uses
    _execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(target), sql.Identifier(source)))


def _execute(statement: sql.Composed) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
