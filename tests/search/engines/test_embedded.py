"""What only the embedded engine has to prove: it reads files that another process may replace, and counts sets of values."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from netzwerk.search.engines import embedded, embedded_counts
from netzwerk.search.engines.embedded import EmbeddedEngine
from netzwerk.search.engines.port import Ask, Plan
from tests.search.engines.conftest import fill
from tests.search.engines.corpus import EVERYBODY, corpus, entry

EVERYTHING = Ask(Plan(), EVERYBODY, counted=("thema",), size=10)


@pytest.fixture
def engine(tmp_path: Path) -> EmbeddedEngine:
    return EmbeddedEngine(tmp_path)


def test_an_index_that_is_replaced_while_it_is_opened_is_not_used(
    engine: EmbeddedEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last files may be gone before they were read: then it opens, and fails at the first question."""
    fill(engine, corpus(20))
    reader, opened = EmbeddedEngine(tmp_path), embedded.open_index

    def slowly(folder: Path, **how):
        index = opened(folder, **how)
        monkeypatch.setattr(embedded, "open_index", opened)
        fill(engine, corpus(30))
        return index

    monkeypatch.setattr(embedded, "open_index", slowly)
    assert reader.ask(EVERYTHING).total == 30
    assert reader._index is not None and reader._seen[0] == reader._path().name


@pytest.mark.parametrize("few", [1, 3, 45, 1000])
def test_counts_are_exact_however_many_sets_of_values_there_are(
    engine: EmbeddedEngine, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded_counts, "FEW", few)
    sets = list(combinations("abcdefghij", 2))
    entries = tuple(entry(n, facets={"thema": sets[n % 45], "art": ("x",)}, door="") for n in range(120))
    fill(engine, entries)
    expected = Counter(value for one in entries for value in one.facets["thema"])
    for _again in range(2):  # the second time it knows
        answer = engine.ask(Ask(Plan(), EVERYBODY, counted=("thema", "art", "fehlt")))
        assert answer.counts == {"thema": dict(expected), "art": {"x": 120}, "fehlt": {}}
    chosen = Ask(Plan(), EVERYBODY, chosen={"thema": ("a",)}, counted=("art", "thema"))
    assert engine.ask(chosen).counts == {"thema": dict(expected), "art": {"x": expected["a"]}}
