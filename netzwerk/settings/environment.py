"""Reads environment variables. No other module does (tests/test_architecture.py)."""

import os
import sqlite3
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent

# First patch release of each SQLite branch without the WAL-reset race.
WAL_SAFE = {(3, 44): 6, (3, 50): 7, (3, 51): 3}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def required(name: str, purpose: str) -> str:
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. It is needed as {purpose}.")
    return value


def number(name: str, default: int) -> int:
    value = text(name)
    try:
        return int(value) if value else default
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from error


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """One of the allowed values; the first is the default. Raises ImproperlyConfigured for any other."""
    value = text(name, allowed[0])
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def flag(name: str) -> bool:
    return text(name).lower() in {"1", "true", "yes", "on"}


def inherited(**changes: str) -> dict[str, str]:
    """The environment of this process with some changes, for a child process."""
    return {**os.environ, **changes}


def listed(name: str) -> list[str]:
    return [part.strip() for part in text(name).split(",") if part.strip()]


def sqlite_may_use_wal(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite is free of the WAL-reset race (fixed in 3.44.6, 3.50.7 and 3.51.3)."""
    major, minor, patch = version
    if (major, minor) in WAL_SAFE:
        return patch >= WAL_SAFE[major, minor]
    return (major, minor) > max(WAL_SAFE)


def database(default_sqlite: Path | str) -> dict[str, Any]:
    """The default database from DATABASE_URL, else the given SQLite file, with safe options for either.

    SQLite takes the write lock at BEGIN (IMMEDIATE), because it has no row locks that would protect a check before an insert.
    """
    config: dict[str, Any] = dict(dj_database_url.parse(text("DATABASE_URL") or f"sqlite:///{default_sqlite}"))
    if config["ENGINE"] == "django.db.backends.sqlite3":
        journal = "WAL" if sqlite_may_use_wal() else "TRUNCATE"
        config["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode={journal};PRAGMA synchronous=NORMAL;"
            if journal == "WAL"
            else "PRAGMA journal_mode=TRUNCATE;",
        }
    else:
        config["CONN_HEALTH_CHECKS"] = True
    config["CONN_MAX_AGE"] = 60
    return config
