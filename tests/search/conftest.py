"""Fixtures of the search tests: an index of the demo content, and helpers that search it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser

from netzwerk.portal.models import ContentPage
from netzwerk.search import tasks
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.services import searching
from tests.factories.organisations import organisation
from tests.factories.pages import content_page, faq_page, news_page
from tests.search import elastic_server
from tests.search.reading import WORD


@pytest.fixture
def index(db: None, settings, tmp_path: Path) -> Path:
    """A copy of the demo's index."""
    folder = tmp_path / "search"
    shutil.copytree(settings.SEARCH_DIR, folder)
    settings.SEARCH_DIR = str(folder)
    settings.SEARCH_ENGINE = "embedded"
    return folder


@pytest.fixture
def titles() -> Callable[..., set[str]]:
    """Titles of the results: titles("Hilfeplan"), titles("Hilfeplan", user)."""

    def found(text: str, user: Any = None, **chosen: tuple[str, ...]) -> set[str]:
        answer = searching.search(user or AnonymousUser(), text, chosen=chosen, per_page=50)
        assert not answer.is_fallback, "the engine did not answer"
        return {"".join(part.text for part in one.title) for one in answer.results}

    return found


@dataclass(frozen=True)
class EngineUnderTest:
    """An engine with an index of its own, and the arguments with which another process uses the same."""

    name: str
    arguments: tuple[str, ...]


@pytest.fixture(params=["embedded", "elasticsearch"])
def any_engine(request: pytest.FixtureRequest, settings, tmp_path: Path) -> Iterator[EngineUnderTest]:
    if request.param == "elasticsearch":
        settings.ELASTICSEARCH = elastic_server.options(f"test-{uuid4().hex}") | {"url": elastic_server.url()}
    settings.SEARCH_DIR, settings.SEARCH_ENGINE = str(tmp_path / "search"), request.param
    yield EngineUnderTest(request.param, (settings.SEARCH_DIR, request.param, settings.ELASTICSEARCH["index"]))
    current_engine().remove()


@pytest.fixture
def things(index: Path) -> dict[str, object]:
    """Objects of each kind with the word: pages in two sections, news of two topics, a question, an organisation."""
    first, second = ContentPage.objects.filter(depth=3).order_by("path")[:2]
    made = {
        "one": content_page(parent=first, title=f"{WORD} eins"),
        "two": content_page(parent=first, title=f"{WORD} zwei"),
        "three": content_page(parent=second, title=f"{WORD} drei"),
        "old": news_page(title=f"{WORD} alt", date="2020-05-01", topic="netzwerk"),
        "new": news_page(title=f"{WORD} neu", date="2026-05-01", topic="recht"),
        "faq": faq_page(
            parent=second,
            title="Fragen dazu",
            groups=[{"title": "", "items": [{"title": f"Wozu eine {WORD}?", "text": "<p>Zum Kaffee.</p>"}]}],
        ),
        "organisation": organisation(name=f"{WORD} e. V.", kind="welfare"),
        "sections": (first.slug, second.slug),
    }
    tasks.drain()
    return made


@pytest.fixture
def no_engine(index: Path, settings, tmp_path: Path) -> None:
    """The search engine has lost its index."""
    settings.SEARCH_DIR = str(tmp_path / "empty")
