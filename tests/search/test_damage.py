"""Damage to index, vocabulary or cache: people can still search, /gesund/ reports it, and the next tick repairs it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from netzwerk.search.corpus import vocabulary
from netzwerk.search.models import IndexState
from netzwerk.search.services import maintenance
from netzwerk.search.services.status import check_index
from netzwerk.surfaces.ttl_cache import TtlCache
from tests.search.reading import URL

pytestmark = pytest.mark.django_db
PLAIN = "Die Suche arbeitet gerade eingeschränkt"
JUNK = b"\xff\xfe\x00\x80" * 300


def remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def put_folder(path: Path) -> None:
    remove(path)
    path.mkdir()
    (path / "x").write_text("x")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "missing": remove,
    "empty": lambda path: path.write_bytes(b""),
    "no text": lambda path: path.write_bytes(JUNK),
    "path outside": lambda path: path.write_text("../../etc"),
    "a folder": put_folder,
}


def fetch(address: str) -> str:
    answer = Client(raise_request_exception=False).get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def assert_falls_back_and_recovers() -> None:
    TtlCache.clear_all()
    fetch(f"{URL}?q=Hilfeplan")
    fetch(f"{URL}vorschlaege/?q=hilfe")
    assert check_index() != ""
    assert Client(raise_request_exception=False).get("/gesund/").status_code == 503
    maintenance.maintain_index()
    assert check_index() == ""
    assert PLAIN not in fetch(f"{URL}?q=Hilfeplan")


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
@pytest.mark.parametrize("part", ["current", "meta.json", "*.term", "*.store"])
def test_a_damaged_index_is_reported_and_rebuilt(index: Path, part: str, damage: Callable[[Path], object]) -> None:
    for path in list(index.rglob(part)):
        damage(path)
    assert_falls_back_and_recovers()


def test_a_lost_folder_is_rebuilt(index: Path) -> None:
    shutil.rmtree(index)
    assert_falls_back_and_recovers()


def test_a_file_in_place_of_the_folder_is_removed(index: Path) -> None:
    shutil.rmtree(index)
    index.write_bytes(JUNK)
    assert_falls_back_and_recovers()


def test_a_folder_in_place_of_the_lock_file_blocks_no_writer(index: Path) -> None:
    (index / "writer.lock").unlink(missing_ok=True)
    put_folder_at = index / "writer.lock"
    put_folder_at.mkdir()
    maintenance.maintain_index()
    with maintenance.current_engine().lock():
        assert put_folder_at.is_file()


@pytest.mark.parametrize("bytes_", [JUNK, b"x", b"\x78\x9c"], ids=["junk", "a letter", "half of it"])
def test_a_damaged_vocabulary_is_reported_and_rebuilt(index: Path, bytes_: bytes) -> None:
    maintenance.indexing.rebuild()
    IndexState.objects.update(vocabulary=bytes_, version=7)
    vocabulary.forget_version()
    assert_falls_back_and_recovers()
    assert vocabulary.current().words


def test_recurring_damage_is_not_repaired_every_minute(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (index / "current").write_bytes(JUNK)
    maintenance.maintain_index()
    (index / "current").write_bytes(JUNK)
    maintenance.maintain_index()
    assert check_index() != ""
    cache.delete(maintenance.REPAIRED_KEY)
    maintenance.maintain_index()
    assert check_index() == ""


@pytest.mark.parametrize("value", ["", "kein base64!", "gASVAAAA", "eA=="])
def test_a_damaged_cache_value_is_discarded(value: str) -> None:
    cache.set("a", [1, 2])
    cache.set("b", "whole")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE shared_cache SET value = %s WHERE cache_key = %s", [value, cache.make_key("a")])
    assert cache.get("a", "none") == "none"
    assert cache.get_many(["a", "b"]) == {"b": "whole"}
    assert cache.add("a", 3)
    assert cache.get("a") == 3
