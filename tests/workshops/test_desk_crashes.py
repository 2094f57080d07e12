"""kill -9 inside closing and correcting: hours as attended, once; one certificate for whoever was there, none for others."""

import collections
import contextlib
import random
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Sum

from netzwerk.hours.models import Certificate, Entry, Series
from netzwerk.hours.services.setting_up import ensure_rules
from netzwerk.members.roles import ORGANISER
from netzwerk.seats.models import Attendance, Booking
from netzwerk.seats.services.booking import Guest
from tests.conftest import rounds
from tests.factories.workshops import place_of, published
from tests.killing import ForkServer, Marker, is_running, kill, wait_until
from tests.workshops.desk import member, moved_into_the_past, seated
from workshops.events.models import Workshop
from workshops.events.services.closing import close_dates, closing_of, finish_due

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
SEED = 20_266
WORKSHOPS, PEOPLE, MINUTES = 4, 8, 270
WHOLE, HALF, ABSENT = MINUTES, MINUTES // 2, 0
SHARES = {"whole": WHOLE, "half": HALF, "absent": ABSENT}


def test_a_kill_credits_nothing_twice_and_loses_nothing(person, tmp_path: Path) -> None:
    call_command("flush", verbosity=0, interactive=False)
    ensure_rules()
    for number in range(WORKSHOPS):
        workshop = published(person(ORGANISER, password=None), days=(50,), seats_in_person=PEOPLE + 1)
        for one in range(PEOPLE):
            seated(workshop, member(last=f"P{one}", password=None))
        seated(workshop, guest=Guest("Gerda Gast", f"gast{number}@ort.example"))
        moved_into_the_past(workshop)
    marker, faults = Marker(tmp_path / "marker"), tmp_path / "faults"
    database = str(connection.settings_dict["NAME"])
    server = ForkServer("tests.workshops.closing_process", database, str(tmp_path / "marker"), str(faults))
    chance = random.Random(SEED)  # noqa: S311 moments of a kill, not a secret
    moments: collections.Counter[str] = collections.Counter()
    for number in range(wanted := rounds(10)):
        pid = server.start_child()
        wait_until(lambda: marker.pid == pid, "the process does not start")  # noqa: B023 waited for at once
        time.sleep(chance.uniform(0.1, 0.5))
        if number % 4:
            with contextlib.suppress(TimeoutError):
                wait_until(lambda: marker.is_inside, "nothing is changed")
            time.sleep(chance.uniform(0, 0.01))
        assert not faults.exists(), faults.read_text()
        moments["inside" if kill(marker) else "outside"] += 1
        wait_until(lambda: not is_running(pid), "the process does not die")  # noqa: B023 waited for at once
        _nothing_is_credited_that_nobody_attended()
    server.close()
    marker.close()
    killed = Entry.objects.count()
    for workshop in Workshop.objects.all():
        close_dates(workshop, place_of(workshop), actor=workshop.organisers.get().person)
    while finish_due():
        pass
    _everybody_has_what_they_attended()
    print(f"\nclosing: {wanted} kills, seed {SEED}, {dict(moments)}; {killed} entries before the end")
    assert moments["inside"] and killed


def _credited(booking: Booking) -> int:
    return Entry.objects.filter(person=booking.person).aggregate(total=Sum("minutes"))["total"] or 0


def _nothing_is_credited_that_nobody_attended() -> None:
    """After each kill: the account of a person says nothing, or what was attended."""
    for booking in Booking.objects.filter(person__isnull=False):
        said = Attendance.objects.filter(booking=booking).first()
        assert _credited(booking) in {0, SHARES[said.extent] if said else 0}
        assert Certificate.objects.valid().filter(person=booking.person).count() <= 1


def _everybody_has_what_they_attended() -> None:
    for workshop in Workshop.objects.all():
        assert closing_of(workshop, place_of(workshop)).unfinished == []
    for booking in Booking.objects.all():
        said = Attendance.objects.get(booking=booking)
        holder = Certificate.objects.valid().for_holder(person=booking.person, email=booking.email)
        assert holder.count() == said.was_there, (booking.pk, said.extent)
        if booking.person is not None:
            assert _credited(booking) == SHARES[said.extent]
            assert Entry.objects.filter(person=booking.person).standing().count() == said.was_there
    issued = Certificate.objects.count()
    assert Series.objects.get().last == issued == len(set(Certificate.objects.values_list("number", flat=True)))
