"""Publishing, draining and rebuilding under kill -9: readers always have an index, no change is lost, the index is correct."""

import collections
import os
import random
import signal
import time
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from netzwerk.members.models import Organisation
from netzwerk.search import tasks
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.models import IndexChange
from netzwerk.search.services import checking, indexing, searching
from tests.conftest import rounds
from tests.factories.organisations import organisation
from tests.killing import ForkServer, is_running, wait_until
from tests.search.phases import NAMES, OUTSIDE, PhaseMarker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
SEED = 20_262
ORGANISATIONS = 30
SPANS = {"p": 0.004, "d": 0.04, "r": 0.25}  # seconds that a phase may last; the moment of the kill is random


def test_killed_writers_lose_no_change_and_leave_a_searchable_index(any_engine, tmp_path: Path) -> None:
    for number in range(ORGANISATIONS):
        organisation(name=f"Haus Anfang{number}")
    indexing.rebuild()
    acknowledged, marker_file = tmp_path / "acknowledged", tmp_path / "marker"
    marker = PhaseMarker(marker_file)
    fork_server = ForkServer(
        "tests.search.worker",
        str(connection.settings_dict["NAME"]),
        *any_engine.arguments,
        str(marker_file),
        str(acknowledged),
    )
    chance = random.Random(SEED)  # noqa: S311  moments of a kill, not a secret
    fell: collections.Counter[str] = collections.Counter()
    for number in range(kills := rounds(12)):
        pid = fork_server.start_child()
        phase = b"pddrrr"[number % 6 : number % 6 + 1]
        wait_until(lambda: marker.phase == phase, "the writer never comes to this phase")  # noqa: B023  waited for at once
        time.sleep(chance.uniform(0, SPANS[phase.decode()]))
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not is_running(pid), "the writer does not die")  # noqa: B023  waited for at once
        fell[NAMES[marker.phase]] += 1
        marker.set(OUTSIDE)
        assert not searching.search(AnonymousUser(), "Haus", chosen={}).is_fallback, "there is no searchable index"
    fork_server.close()
    marker.close()
    assert sum(fell.values()) - fell[NAMES[OUTSIDE]] >= kills / 2, "too few kills fell into the work"
    tasks.drain()
    assert not IndexChange.objects.pending().exists()
    assert not checking.check().all()
    last = dict(line.split() for line in acknowledged.read_text().splitlines())
    names = dict(Organisation.objects.values_list("pk", "name"))
    wrong = {}
    for pk, word in last.items():
        # A later change may have been committed without being acknowledged: compare with the database.
        current = names[int(pk)].removeprefix("Haus ")
        hits = searching.search(AnonymousUser(), current, chosen={}).results
        if not hits or hits[0].object != f"organisationen:{pk}":
            wrong[pk] = (word, current, ["".join(piece.text for piece in hit.title) for hit in hits[:3]])
    assert wrong == {}
    print(
        f"\nsearch ({current_engine().name}): {kills} kills, seed {SEED}, {dict(fell)}; {len(last)} organisations changed"
    )
