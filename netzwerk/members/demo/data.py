"""Organisations, pilot sites, applications and what people say about themselves, read from `texts/`."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netzwerk.members.demo.shapes import OrganisationData, Request, SiteProfile, Step

FOLDER = Path(__file__).parent / "texts"


def organisations() -> tuple[OrganisationData, ...]:
    """In the order of the files; the order decides on telephone numbers and people."""
    files = sorted((FOLDER / "organisations").glob("*.toml"))
    return tuple(OrganisationData(**row) for path in files for row in _read(path)["organisations"])


def sites() -> tuple[SiteProfile, ...]:
    return tuple(SiteProfile(**row) for row in _read(FOLDER / "sites.toml")["sites"])


def applications() -> tuple[Request, ...]:
    return tuple(map(_application, _read(FOLDER / "applications.toml")["applications"]))


def about_texts() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Position, group ("municipal" or "other") and texts with their topics. Each text is used once."""
    for group, positions in _read(FOLDER / "about.toml").items():
        for position, rows in positions.items():
            yield position, group, [(row["topics"], row["text"]) for row in rows]


def _application(row: dict[str, Any]) -> Request:
    steps = tuple(Step(**step) for step in row["steps"])
    return Request(**row | {"person": tuple(row["person"]), "steps": steps})


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
