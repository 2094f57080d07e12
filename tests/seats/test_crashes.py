"""kill -9 inside booking, cancelling, promoting and writing letters: nobody who was told of a seat is without one."""

import collections
import contextlib
import random
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from netzwerk.post.models import Message
from netzwerk.seats import tasks
from netzwerk.seats.models import Booking, Letter
from netzwerk.seats.services.audit import audit
from tests.conftest import rounds
from tests.factories.people import PersonFactory
from tests.factories.places import place
from tests.killing import ForkServer, Marker, is_running, kill, wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
SEED = 20_265


def last_words(notes: Path) -> dict[int, str]:
    """What the holder of each booking was told last."""
    lines = notes.read_text().split("\n") if notes.exists() else []
    return {int(pk): state for state, _space, pk in (line.partition(" ") for line in lines if line)}


def test_a_kill_loses_no_seat_and_no_letter(tmp_path: Path) -> None:
    call_command("flush", verbosity=0, interactive=False)  # the demo's people are not asked
    offer = place(seats=3)
    for _ in range(6):
        PersonFactory(password=None)
    notes, marker = tmp_path / "notes", Marker(tmp_path / "marker")
    server = ForkServer(
        "tests.seats.changing",
        str(connection.settings_dict["NAME"]),
        str(tmp_path / "marker"),
        str(notes),
        str(offer.pk),
    )
    chance = random.Random(SEED)  # noqa: S311 moments of a kill, not a secret
    moments: collections.Counter[str] = collections.Counter()
    for number in range(wanted := rounds(10)):
        pid = server.start_child()
        wait_until(lambda: marker.pid == pid, "the process does not start")  # noqa: B023 waited for at once
        time.sleep(chance.uniform(0.05, 0.4))
        if number % 4:
            with contextlib.suppress(TimeoutError):
                wait_until(lambda: marker.is_inside, "nothing is changed")
            time.sleep(chance.uniform(0, 0.004))
        faults = notes.with_suffix(".faults")
        assert not faults.exists(), faults.read_text()
        moments["inside" if kill(marker) else "outside"] += 1
        wait_until(lambda: not is_running(pid), "the process does not die")  # noqa: B023 waited for at once
        assert audit() == []
    server.close()
    marker.close()
    told = last_words(notes)
    rows = Booking.objects.in_bulk()
    assert len(told) >= wanted, "the processes have worked"
    for pk, state in told.items():
        # A change that was written but not yet noted when the process died may have come after it.
        assert pk in rows and (rows[pk].state == state or state in ("waiting", "confirmed")), (pk, state)
    _nobody_lost_a_seat_without_a_letter(told, rows)
    tasks.write_letters()
    assert Letter.objects.unwritten().count() == 0
    mails = collections.Counter(Message.objects.values_list("about", flat=True))
    letters = collections.Counter(f"seats.booking:{pk}" for pk in Letter.objects.values_list("booking", flat=True))
    assert mails == letters
    print(
        f"\nseats: {wanted} kills, seed {SEED}, {dict(moments)}; {len(rows)} bookings, {Message.objects.count()} mails"
    )
    assert moments["inside"]


def _nobody_lost_a_seat_without_a_letter(told: dict[int, str], rows: dict[int, Booking]) -> None:
    for pk, row in rows.items():
        kinds = list(Letter.objects.filter(booking=pk).order_by("pk").values_list("kind", flat=True))
        assert kinds, (pk, "no letter")
        if told.get(pk) == "confirmed" and row.state != Booking.State.CONFIRMED:
            assert kinds[-1] in ("cancelled", "expired"), (pk, kinds)
        if row.state == Booking.State.CONFIRMED:
            assert kinds[-1] in ("confirmed", "promoted"), (pk, kinds)
