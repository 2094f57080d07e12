"""Both engines: writes are visible at once, a rebuild does not affect readers, and only one process writes."""

import os
import signal
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from netzwerk.search.engines.elastic import ElasticEngine
from netzwerk.search.engines.port import (
    Alternative,
    Clause,
    Engine,
    Plan,
    SearchRequest,
    SearchResponse,
    Stream,
    WriterBusy,
)
from tests.search import elastic_server
from tests.search.engines.conftest import fill
from tests.search.engines.corpus import EVERYBODY, corpus, entry, streams

# The lock for Elasticsearch is in the database if that is PostgreSQL; otherwise it is a file, and these tests need no database.
pytestmark = [pytest.mark.django_db] if os.environ.get("DATABASE_URL", "").startswith("postgres") else []
EVERYTHING = SearchRequest(Plan(), EVERYBODY, counted=("art", "thema"), size=100)
FEW = corpus(20)


def found(engine: Engine, query: SearchRequest = EVERYTHING) -> list[str]:
    return [hit.key for hit in engine.search(query).hits]


def stem(token: str) -> SearchRequest:
    return SearchRequest(Plan(((Alternative((Clause(Stream.STEMS, token, 1.0),)),),)), EVERYBODY)


def test_writing_replaces_all_entries_of_an_object_and_readers_see_it_at_once(engine: Engine) -> None:
    fill(engine, FEW)
    before = {one.key for one in FEW if one.object == "sache:3"}
    assert len(before) == 2
    new = entry(500, object="sache:3", streams=streams(stems="neuwort"), facets={"art": ("neu",)}, audience_key="")
    engine.write([new], ["sache:3"])
    assert set(found(engine)) == {one.key for one in FEW} - before | {new.key}
    assert found(engine, stem("neuwort")) == [new.key]
    assert engine.search(EVERYTHING).counts["art"]["neu"] == 1

    engine.write([replace(new, streams=streams(stems="anderswort"))], ["sache:3"])
    assert found(engine, stem("neuwort")) == []
    assert found(engine, stem("anderswort")) == [new.key]


def test_writing_no_entries_for_an_object_removes_it(engine: Engine) -> None:
    fill(engine, FEW)
    engine.write([], ["sache:0", "sache:1", "gibt:es-nicht"])
    answer = engine.search(EVERYTHING)
    assert answer.total == 16
    assert not {hit.object for hit in answer.hits} & {"sache:0", "sache:1"}
    engine.write([], [])
    assert engine.search(EVERYTHING).total == 16


def test_an_object_with_very_many_entries_is_replaced_whole(engine: Engine) -> None:
    many = [entry(0, key=f"viel:{part}", object="viel:1", streams=streams(stems="viel")) for part in range(2_500)]
    fill(engine, FEW)
    engine.write(many, ["viel:1"])
    assert engine.search(stem("viel")).total == 2_500
    engine.write(many[:1], ["viel:1"])
    assert found(engine, stem("viel")) == ["viel:0"]


def test_stamps_and_size_cover_every_entry(engine: Engine) -> None:
    fill(engine, corpus())
    assert sorted(engine.stamps()) == sorted((one.object, one.stamp) for one in corpus())
    entries, size = engine.size()
    assert entries == 300
    assert size > 10_000
    engine.write([], ["sache:299"])
    assert ("sache:299", corpus()[299].stamp) not in list(engine.stamps())


def test_an_index_may_be_empty(engine: Engine) -> None:
    fill(engine, ())
    assert engine.search(EVERYTHING) == SearchResponse([], 0, {"art": {}, "thema": {}})
    assert list(engine.stamps()) == []
    engine.write([FEW[0]], [FEW[0].object])
    assert found(engine) == [FEW[0].key]


def test_keys_objects_and_values_may_be_long_and_in_any_alphabet(engine: Engine) -> None:
    odd = [
        entry(
            number, key=text, object=text, facets={"ort": (text,)}, title_key=text, shown={"t": text}, audience_key=""
        )
        for number, text in enumerate(("ключ/🙂", "מפתח", "a b\tc", 'q"\\\x00', "x" * 700, "=", "thema=1", "_", "*"))
    ]
    fill(engine, tuple(odd))
    assert set(found(engine)) == {one.key for one in odd}
    assert dict(engine.search(replace(EVERYTHING, counted=("ort",))).counts["ort"]) == {one.key: 1 for one in odd}
    for one in odd:
        assert found(engine, replace(EVERYTHING, chosen={"ort": (one.key,)})) == [one.key]
        assert one.key not in found(engine, replace(EVERYTHING, hidden=(one.object,)))
    for one in odd:
        engine.write([], [one.object])
    assert engine.search(EVERYTHING).total == 0


def test_freshness_multiplies_the_score(engine: Engine) -> None:
    fresh = {"alt": 0.1, "mittel": 0.5, "gut": 0.85, "neu": 1.0}
    fill(
        engine,
        tuple(entry(0, key=key, streams=streams(stems="wort"), freshness=value) for key, value in fresh.items()),
    )
    hits = engine.search(stem("wort")).hits
    assert [hit.key for hit in hits] == ["neu", "gut", "mittel", "alt"]
    assert [hit.score / hits[0].score for hit in hits] == pytest.approx([1.0, 0.85, 0.5, 0.1], rel=1e-5)


def test_readers_are_not_affected_by_a_rebuild(engine: Engine) -> None:
    """Two readers search during the rebuild; each response is complete, from the old or from the new index."""
    old, new = corpus(50), corpus(80)
    fill(engine, old)
    totals: list[int] = []
    faults: list[BaseException] = []
    enough = threading.Event()

    def keep_asking() -> None:
        try:
            while not enough.is_set():
                totals.append(engine.search(EVERYTHING).total)
        except BaseException as error:
            faults.append(error)

    readers = [threading.Thread(target=keep_asking) for _ in range(2)]
    for reader in readers:
        reader.start()
    for round_ in range(6):
        fill(engine, old if round_ % 2 else new)
    enough.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert set(totals) == {50, 80}
    assert engine.search(EVERYTHING).total == 50


def test_a_rebuild_shows_nothing_before_it_is_published_and_leaves_nothing_when_dropped(
    engine: Engine, tmp_path: Path
) -> None:
    fill(engine, FEW)
    rebuild = engine.rebuild()
    rebuild.add(entry(900))
    assert engine.search(EVERYTHING).total == 20
    rebuild.drop()
    assert engine.search(EVERYTHING).total == 20
    assert len(index_names(engine, tmp_path)) == 1


def test_publishing_deletes_what_other_rebuilds_left(engine: Engine, tmp_path: Path) -> None:
    for _ in range(2):
        engine.rebuild().add(FEW[0])
    fill(engine, FEW)
    fill(engine, FEW)
    assert len(index_names(engine, tmp_path)) == 1
    engine.remove()
    assert index_names(engine, tmp_path) == []


def index_names(engine: Engine, folder: Path) -> list[str]:
    """Names of all indexes of this engine."""
    if not isinstance(engine, ElasticEngine):
        return [path.name for path in folder.glob("search/index-*")]
    with Elasticsearch(elastic_server.url()) as client:
        return list(client.indices.get_alias(index=f"{engine.alias}-*"))


def test_a_second_writer_gets_writer_busy(engine: Engine) -> None:
    with engine.lock():
        with pytest.raises(WriterBusy), engine.lock():
            pytest.fail("Two hold the lock.")
        with pytest.raises(WriterBusy), engine.lock():
            pytest.fail("Whoever was refused has freed it.")
    with engine.lock():
        pass


def test_an_error_releases_the_lock(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), engine.lock():
        raise ZeroDivisionError
    with engine.lock():
        pass


def test_the_death_of_its_holder_releases_the_lock(engine: Engine) -> None:
    seen, said = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            with engine.lock():
                os.write(said, b"!")
                signal.pause()
        finally:
            os._exit(1)
    try:
        assert os.read(seen, 1) == b"!"
        with pytest.raises(WriterBusy), engine.lock():
            pytest.fail("Two processes hold the lock.")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(seen)
        os.close(said)
    _until_free(engine)


def _until_free(engine: Engine, patience: int = 1_000) -> None:
    """PostgreSQL notices only after a moment that a connection has ended."""
    for left in range(patience, 0, -1):
        try:
            with engine.lock():
                return
        except WriterBusy:
            if left == 1:
                raise
