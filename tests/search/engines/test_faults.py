"""Whatever is wrong with an engine, readers get EngineDown within a second."""

import json
import os
import resource
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from netzwerk.search.engines.elastic import ElasticEngine
from netzwerk.search.engines.elastic_client import PAUSE, CircuitBreaker
from netzwerk.search.engines.embedded import EmbeddedEngine
from netzwerk.search.engines.port import Engine, EngineDown, Plan, SearchRequest
from tests.search import elastic_server
from tests.search.engines import fakes
from tests.search.engines.conftest import fill
from tests.search.engines.corpus import EVERYBODY, corpus

ANYTHING = SearchRequest(Plan(), EVERYBODY, counted=("art",))
PATIENCE = 2.0  # seconds: one that a reader may wait, and one for a busy machine


@contextmanager
def within(seconds: float) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < seconds


def at(address: str, folder: Path, **options: object) -> closing[ElasticEngine]:
    return closing(ElasticEngine(elastic_server.options("test", url=address, **options), folder))


def test_a_missing_index_is_engine_down(engine: Engine) -> None:
    for use in (
        lambda: engine.search(ANYTHING),
        lambda: engine.write([corpus()[0]], ["sache:0"]),
        lambda: list(engine.stamps()),
        engine.size,
    ):
        with within(PATIENCE), pytest.raises(EngineDown):
            use()


def test_writing_without_an_index_creates_none(elastic: ElasticEngine, client: Elasticsearch) -> None:
    with pytest.raises(EngineDown):
        elastic.write([corpus()[0]], [])
    assert not client.indices.exists(index=elastic.alias)


@pytest.mark.parametrize("junk", [b"", b"\x00" * 5_000, b"junk" * 900], ids=["empty", "zeros", "junk"])
@pytest.mark.parametrize("part", ["meta.json", "*.term", "*.idx", "*.store", "*.fast", "*.fieldnorm", "current"])
def test_a_broken_file_of_the_embedded_engine_is_no_crash(tmp_path: Path, part: str, junk: bytes) -> None:
    fill(EmbeddedEngine(tmp_path), corpus(50))
    for path in tmp_path.rglob(part):
        path.write_bytes(junk)
    with within(PATIENCE), pytest.raises(EngineDown):
        EmbeddedEngine(tmp_path).search(ANYTHING)


def test_a_silent_server_lets_only_one_reader_wait(tmp_path: Path) -> None:
    with fakes.silent() as address, at(address, tmp_path) as engine:
        with within(PATIENCE), pytest.raises(EngineDown):
            engine.search(ANYTHING)
        with within(PATIENCE):
            for _ in range(50):
                with pytest.raises(EngineDown):
                    engine.search(ANYTHING)


def drop_by_drop(request: BaseHTTPRequestHandler) -> None:
    """Each byte comes before the socket timeout."""
    request.send_response(200)
    request.end_headers()
    for _ in range(20):
        request.wfile.write(b" ")
        time.sleep(0.15)  # simulates the fault


BROKEN = {
    "drop by drop": drop_by_drop,
    "503": fakes.says(503, b'{"error": {"type": "unavailable_shards_exception"}, "status": 503}'),
    "502 of a proxy": fakes.says(502, b"<html>Bad Gateway</html>", **{"Content-Type": "text/html"}),
    "401": fakes.says(401, b'{"error": {"type": "security_exception"}, "status": 401}'),
    "429": fakes.says(429, b'{"error": {"type": "es_rejected_execution_exception"}, "status": 429}'),
    "no HTTP": lambda request: request.wfile.write(os.urandom(2_000)),
    "hangs up": lambda request: request.connection.close(),
    "no JSON": fakes.says(200, b'{"hits": '),
    "an empty answer": fakes.says(200, b""),
    "a list": fakes.says(200, b"[1, 2]"),
    "another answer": fakes.says(200, b'{"cluster_name": "x"}'),
    "null": fakes.says(200, json.dumps({"hits": None, "aggregations": None}).encode()),
    "bytes": fakes.says(200, b"\xff\xfe\x00{", **{"Content-Type": "application/octet-stream"}),
    "another product": fakes.says(200, json.dumps(fakes.EMPTY).encode(), **{"X-Elastic-Product": "Something"}),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_server_that_answers_wrongly_is_down(tmp_path: Path, fault: str) -> None:
    with fakes.server(BROKEN[fault]) as address, at(address, tmp_path) as engine:
        for _ in range(3):
            with within(PATIENCE), pytest.raises(EngineDown):
                engine.search(ANYTHING)


@pytest.mark.parametrize("fault", ["503", "no HTTP", "no JSON"])
def test_writers_get_engine_down_too(tmp_path: Path, fault: str) -> None:
    with fakes.server(BROKEN[fault]) as address, at(address, tmp_path) as engine:
        for use in (lambda: engine.write([], ["a:1"]), lambda: list(engine.stamps()), engine.size, engine.rebuild):
            with pytest.raises(EngineDown):
                use()


@pytest.mark.parametrize("address", ["http://name.invalid:9200", "no address", "http://localhost", ""])
def test_a_wrong_address_is_a_server_that_is_down(tmp_path: Path, address: str) -> None:
    with at(address, tmp_path) as engine, within(PATIENCE), pytest.raises(EngineDown):
        engine.search(ANYTHING)


def test_every_call_to_a_closed_port_is_engine_down(tmp_path: Path) -> None:
    with fakes.closed() as address, at(address, tmp_path) as engine, within(PATIENCE):
        for _ in range(5):
            with pytest.raises(EngineDown):
                engine.search(ANYTHING)


def test_a_fast_failure_does_not_open_the_breaker(tmp_path: Path) -> None:
    """It kept nobody waiting, so the next search may try it at once."""
    healed = threading.Event()

    def respond(request: BaseHTTPRequestHandler) -> None:
        (fakes.finds_nothing if healed.is_set() else BROKEN["503"])(request)

    with fakes.server(respond) as address, at(address, tmp_path) as engine:
        with pytest.raises(EngineDown):
            engine.search(SearchRequest(Plan(), EVERYBODY))
        healed.set()
        assert engine.search(SearchRequest(Plan(), EVERYBODY)).total == 0


def test_an_error_message_does_not_quote_the_question(tmp_path: Path) -> None:
    reason = b'{"error": {"type": "parse_exception", "root_cause": [{"reason": "geheime Frage"}]}, "status": 400}'
    with fakes.server(fakes.says(400, reason)) as address, at(address, tmp_path) as engine:
        with pytest.raises(EngineDown) as caught:
            engine.search(ANYTHING)
        assert "geheim" not in str(caught.value)
        assert "parse_exception" in str(caught.value)


def test_a_forked_process_opens_its_own_connection(tmp_path: Path) -> None:
    """Processes that share a connection would read each other's responses."""
    ports: list[int] = []

    def respond(request: BaseHTTPRequestHandler) -> None:
        ports.append(request.client_address[1])
        fakes.finds_nothing(request)

    def query() -> int:
        return engine.search(SearchRequest(Plan(), EVERYBODY)).total

    with fakes.server(respond) as address, at(address, tmp_path) as engine:
        query()
        pid = os.fork()
        if pid == 0:
            try:
                os._exit(query() + query())
            finally:
                os._exit(1)
        assert os.waitpid(pid, 0)[1] == 0
        query()
    first, child, same, last = ports
    assert child == same
    assert child != first == last


def test_the_breaker_allows_one_call_after_a_pause_and_all_after_a_success() -> None:
    now = [100.0]
    breaker = CircuitBreaker(lambda: now[0])
    assert breaker.allows_call()
    breaker.record_failure(0.6)
    assert not breaker.allows_call()
    now[0] += PAUSE
    assert breaker.allows_call()
    assert not breaker.allows_call()
    breaker.record_success()
    assert breaker.allows_call()
    breaker.record_failure(0.01)
    assert breaker.allows_call()


def test_a_full_disk_is_engine_down_and_leaves_the_index_in_use(tmp_path: Path) -> None:
    """In a process with a small limit on file sizes, which fails like a full disk."""
    fill(EmbeddedEngine(tmp_path), corpus(50))
    pid = os.fork()
    if pid == 0:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400))
            with pytest.raises(EngineDown):
                fill(EmbeddedEngine(tmp_path), corpus(50))
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(pid, 0)[1] == 0
    assert EmbeddedEngine(tmp_path).search(ANYTHING).total == 50
