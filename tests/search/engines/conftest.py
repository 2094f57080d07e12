"""Both engines, empty or with the corpus; each on an index of its own."""

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from netzwerk.search.engines.elastic import ElasticEngine
from netzwerk.search.engines.embedded import EmbeddedEngine
from netzwerk.search.engines.port import Engine, Entry
from tests.search import elastic_server
from tests.search.engines.corpus import corpus

NAMES = ("embedded", "elasticsearch")


def fill(engine: Engine, entries: tuple[Entry, ...]) -> None:
    rebuild = engine.rebuild()
    for entry in entries:
        rebuild.add(entry)
    rebuild.publish()


def new_engine(name: str, folder: Path) -> Engine:
    if name == "embedded":
        return EmbeddedEngine(folder)
    elastic_server.url()
    # Generous timeouts: these tests check results; timeouts are tested in test_faults.py.
    return ElasticEngine(elastic_server.options(f"test-{secrets.token_hex(6)}"), folder, patience=10)


@pytest.fixture(params=NAMES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Without an index yet."""
    made = new_engine(request.param, tmp_path / "search")
    yield made
    made.remove()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Engine]]:
    """filled("embedded"): the engine with the corpus, built once."""
    made: dict[str, Engine] = {}

    def of(name: str) -> Engine:
        if name not in made:
            made[name] = new_engine(name, tmp_path_factory.mktemp("search"))
            fill(made[name], corpus())
        return made[name]

    yield of
    for engine in made.values():
        engine.remove()


@pytest.fixture
def elastic(tmp_path: Path) -> Iterator[ElasticEngine]:
    engine = new_engine("elasticsearch", tmp_path)
    yield engine
    engine.remove()


@pytest.fixture
def client() -> Iterator[Elasticsearch]:
    """A client beside the engine, to inspect the server."""
    with Elasticsearch(elastic_server.url()) as client:
        yield client
