"""Only for the embedded engine: its files may be replaced by another process, and it counts combinations of values."""

import shutil
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from netzwerk.search.engines import embedded, embedded_counts
from netzwerk.search.engines.embedded import EmbeddedEngine
from netzwerk.search.engines.port import Alternative, Clause, Order, Plan, SearchRequest, Stream
from tests.search.engines.conftest import fill
from tests.search.engines.corpus import EVERYBODY, corpus, entry

EVERYTHING = SearchRequest(Plan(), EVERYBODY, counted=("thema",), size=10)


@pytest.fixture
def engine(tmp_path: Path) -> EmbeddedEngine:
    return EmbeddedEngine(tmp_path)


def test_an_index_that_is_replaced_while_it_is_opened_is_not_used(
    engine: EmbeddedEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files may be gone before they were read: then it opens, and fails at the first search."""
    fill(engine, corpus(20))
    reader, opened = EmbeddedEngine(tmp_path), embedded.open_index

    def slowly(folder: Path, **how):
        index = opened(folder, **how)
        monkeypatch.setattr(embedded, "open_index", opened)
        fill(engine, corpus(30))
        return index

    monkeypatch.setattr(embedded, "open_index", slowly)
    assert reader.search(EVERYTHING).total == 30
    assert reader._cached is not None and reader._cached.state[0] == reader._path().name


@pytest.mark.parametrize("few", [1, 3, 45, 1000])
def test_counts_are_exact_however_many_combinations_of_values_there_are(
    engine: EmbeddedEngine, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded_counts, "FEW", few)
    sets = list(combinations("abcdefghij", 2))
    entries = tuple(entry(n, facets={"thema": sets[n % 45], "art": ("x",)}, audience_key="") for n in range(120))
    fill(engine, entries)
    expected = Counter(value for one in entries for value in one.facets["thema"])
    for _again in range(2):  # the second time from the cache
        answer = engine.search(SearchRequest(Plan(), EVERYBODY, counted=("thema", "art", "fehlt")))
        assert answer.counts == {"thema": dict(expected), "art": {"x": 120}, "fehlt": {}}
    chosen = SearchRequest(Plan(), EVERYBODY, chosen={"thema": ("a",)}, counted=("art", "thema"))
    assert engine.search(chosen).counts == {"thema": dict(expected), "art": {"x": expected["a"]}}


def test_counts_are_cached_for_the_same_request_with_the_same_audience_keys(engine: EmbeddedEngine) -> None:
    fill(
        engine,
        tuple(
            entry(n, object=f"ding:{n}", facets={"thema": ("a",)}, audience_key="" if n % 2 else "zu")
            for n in range(20)
        ),
    )
    query = SearchRequest(Plan(), frozenset({""}), counted=("thema",))
    requests = [query, replace(query, start=10), replace(query, order=Order.TITLE), replace(query, size=1)]
    assert [engine.search(one).counts for one in requests] == [{"thema": {"a": 10}}] * 4
    info = engine._cached.counter._counted.cache_info()
    assert (info.misses, info.hits) == (1, 3)
    further = frozenset({"", "zu"})
    assert engine.search(replace(query, audience_keys=further)).counts == {"thema": {"a": 20}}
    assert engine.search(replace(query, hidden=("ding:1", "ding:3"))).counts == {"thema": {"a": 8}}
    assert engine.search(replace(query, chosen={"thema": ("b",)})).counts == {"thema": {"a": 10}}
    assert engine.search(replace(query, counted=("thema", "art"), chosen={"thema": ("b",)})).counts["art"] == {}
    assert engine.search(replace(query, plan=stem("nirgends"))).counts == {"thema": {}}
    assert engine.search(replace(query, counted=())).counts == {}
    engine.write([entry(50, object="ding:50", facets={"thema": ("a", "b")}, audience_key="")], [])
    assert engine.search(query).counts == {"thema": {"a": 11, "b": 1}}
    assert engine.search(replace(query, audience_keys=further)).counts == {"thema": {"a": 21, "b": 1}}


def test_files_that_a_killed_writer_left_do_not_block_the_next_one(engine: EmbeddedEngine, tmp_path: Path) -> None:
    """It died after writing its file of deleted documents and before committing; the next writer uses the same file name."""
    fill(engine, corpus(20))
    query = replace(EVERYTHING, counted=())
    engine.write([entry(3, seed=1)], ["sache:1"])
    killed = EmbeddedEngine(tmp_path.with_name("killed"))
    shutil.copytree(tmp_path, killed.folder)
    killed.write([entry(5, seed=2)], ["sache:2"])
    left = {file.name for file in killed._path().glob("*.del")} - {file.name for file in engine._path().glob("*.del")}
    assert left
    for name in left:
        shutil.copy(killed._path() / name, engine._path() / name)
    engine.write([entry(5, seed=2)], ["sache:2"])
    assert sorted(engine.stamps()) == sorted(killed.stamps())
    assert engine.search(query).total == killed.search(query).total
    engine.write([], ["sache:1"])
    assert "sache:1" not in dict(engine.stamps())


def stem(token: str) -> Plan:
    return Plan(((Alternative((Clause(Stream.STEMS, token, 1.0),)),),))
