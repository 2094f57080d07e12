"""A real Elasticsearch is paused, continued and killed: pages come in under a second, and later with ranking again."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from django.test import Client

from netzwerk.search.engines.choice import current_engine
from netzwerk.search.engines.port import EngineDown, Plan, SearchRequest
from netzwerk.search.services import indexing
from netzwerk.surfaces.search_kinds import PUBLIC
from tests.killing import wait_until
from tests.search import elastic_server
from tests.search.engines import fakes
from tests.search.reading import URL

SCRIPT = Path(__file__).parents[2] / "scripts" / "elastic_server.py"
PLAIN = "Die Suche arbeitet gerade eingeschränkt"
PATIENCE = 2.0  # seconds: one that people may wait, and one for a busy machine
QUESTION = {"q": "Hilfeplan"}


@contextmanager
def own_server() -> Iterator[tuple[str, int]]:
    """URL and process id of a server of this test only, in a folder that its user can access."""
    elastic_server.url()
    folder = Path(tempfile.mkdtemp())
    start = subprocess.run([sys.executable, SCRIPT, "start", folder], check=True, stdout=subprocess.PIPE, text=True)
    pid = int((folder / "pid").read_text())
    try:
        yield start.stdout.strip(), pid
    finally:
        with_signal(pid, signal.SIGCONT)
        subprocess.run([sys.executable, SCRIPT, "stop", folder], check=True)


def with_signal(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def fetch() -> tuple[bool, float]:
    """Whether the page came from the database, and the seconds it took."""
    began = time.monotonic()
    answer = Client().get(URL, QUESTION)
    seconds = time.monotonic() - began
    assert answer.status_code == 200
    assert "Hilfeplan" in answer.content.decode()
    return PLAIN in answer.content.decode(), seconds


def answers() -> bool:
    try:
        return current_engine().search(SearchRequest(Plan(), frozenset({PUBLIC}))).total > 0
    except EngineDown:
        return False


def slow(request) -> None:
    time.sleep(3)  # simulates the fault
    fakes.finds_nothing(request)


@pytest.mark.django_db
def test_pages_are_served_in_time_while_the_server_is_paused_or_dead(settings, tmp_path: Path) -> None:
    settings.SEARCH_ENGINE, settings.SEARCH_DIR = "elasticsearch", str(tmp_path / "search")
    with own_server() as (address, pid):
        settings.ELASTICSEARCH = elastic_server.options("test-away", url=address)
        indexing.rebuild()
        wait_until(answers, "the server never answers")
        took = {}
        for state, number in (("paused", signal.SIGSTOP), ("killed", signal.SIGKILL)):
            with_signal(pid, number)
            took[state] = [fetch() for _ in range(5)]
            with_signal(pid, signal.SIGCONT)
            if state == "paused":
                wait_until(answers, "the server is never asked again")
        current_engine().close()
    with fakes.server(slow) as address:
        settings.ELASTICSEARCH = elastic_server.options("test-away", url=address)
        took["slow"] = [fetch() for _ in range(5)]
        current_engine().close()
    print({state: [round(seconds, 2) for _plain, seconds in pages] for state, pages in took.items()})
    assert all(plain for pages in took.values() for plain, _seconds in pages)
    assert max(seconds for pages in took.values() for _plain, seconds in pages) < PATIENCE
