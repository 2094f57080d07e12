"""Shared by the tests of the search: an index of the demo content, and short ways to ask it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser

from netzwerk.search.services import finding


@pytest.fixture
def index(db: None, settings, tmp_path: Path) -> Path:
    """An index of its own with the demo content, as the demo has built it."""
    folder = tmp_path / "search"
    shutil.copytree(settings.SEARCH_DIR, folder)
    settings.SEARCH_DIR = str(folder)
    settings.SEARCH_ENGINE = "embedded"
    return folder


@pytest.fixture
def titles() -> Callable[..., set[str]]:
    """Titles of what somebody finds: titles("Hilfeplan"), titles("Hilfeplan", user)."""

    def found(text: str, user: Any = None, **chosen: tuple[str, ...]) -> set[str]:
        answer = finding.find(user or AnonymousUser(), text, chosen=chosen, per_page=50)
        assert not answer.plain, "the engine did not answer"
        return {"".join(piece.text for piece in one.title) for one in answer.results}

    return found


@dataclass(frozen=True)
class Chosen:
    """An engine that the settings name, with an index of its own, and how another process gets the same."""

    name: str
    arguments: tuple[str, ...]


@pytest.fixture(params=["embedded"])
def any_engine(request: pytest.FixtureRequest, settings, tmp_path: Path) -> Chosen:
    settings.SEARCH_DIR, settings.SEARCH_ENGINE = str(tmp_path / "search"), request.param
    alias = f"test-{uuid4().hex}"
    settings.ELASTICSEARCH = {**settings.ELASTICSEARCH, "index": alias}
    return Chosen(request.param, (settings.SEARCH_DIR, request.param, alias))
