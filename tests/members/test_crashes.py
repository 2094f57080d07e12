"""Invitations are sent and accepted while the web process is killed: no partial change, nothing acknowledged is lost."""

import collections
import contextlib
import http.client
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection, connections
from django.test import Client

from netzwerk.members.models import Invitation, Membership, RoleGrant, User
from netzwerk.members.roles import COORDINATOR
from netzwerk.members.services.groups import ensure_role_groups
from netzwerk.post.models import Message
from tests.conftest import rounds
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.killing import Marker, kill, wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
ROOT = Path(__file__).resolve().parents[2]
SEED = 20261
TOKEN = "a" * 32  # the browser's own CSRF cookie, sent back as every form does
PASSWORD = "ein-sehr-gutes-passwort-9"


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[int, Marker]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    marker_file = tmp_path / "marker"
    marker = Marker(marker_file)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "netzwerk.settings.test",
        "NETZWERK_CRASH_DB": str(connection.settings_dict["NAME"]),
        "NETZWERK_CRASH_MARKER": str(marker_file),
        "PYTHONPATH": str(ROOT),
    }
    command = ["-m", "gunicorn", "-c", "tests/members/crash_gunicorn.py", "--bind", f"127.0.0.1:{port}"]
    with (tmp_path / "log").open("w") as log:
        master = subprocess.Popen(
            [sys.executable, *command, "--no-control-socket", "netzwerk.wsgi"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        wait_until(lambda: marker.pid > 0, "the web process does not start")
        yield port, marker
        master.terminate()
        master.wait(30)
    marker.close()


class Visitor(threading.Thread):
    """Posts one request after the other until `stopped` is set, and records what was acknowledged."""

    def __init__(self, port: int, session: str, page: str, name: str) -> None:
        super().__init__()
        self.port, self.session, self.page, self.label = port, session, page, name
        self.invited: list[str] = []
        self.joined: list[str] = []
        self.stopped = threading.Event()

    def post(self, path: str, data: dict[str, str], session: str = "") -> int:
        """The status of the response, 0 if the process was killed before it."""
        cookies = f"csrftoken={TOKEN}" + (f"; sessionid={session}" if session else "")
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {
            "Cookie": cookies,
            "Content-Type": "application/x-www-form-urlencoded",
            "Host": "localhost",
        }
        try:
            link.request("POST", path, urlencode(data | {"csrfmiddlewaretoken": TOKEN}), headers)
            return link.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            link.close()

    def run(self) -> None:
        number = 0
        try:
            while not self.stopped.is_set():
                number += 1
                address = f"{self.label}-{number}@kill.example"
                if self.post(self.page, {"email": address}, self.session) == 302:
                    self.invited.append(address)
                    secret = secret_for(address)
                    names = {"first_name": "Kai", "last_name": "Krach", "password": PASSWORD}
                    if self.post(f"/einladung/{secret}/", names) == 302:
                        self.joined.append(address)
        finally:
            connections.close_all()


def secret_for(address: str) -> str:
    text = Message.objects.filter(to=[address]).latest("pk").text
    return text.split("/einladung/", 1)[1].split("/", 1)[0]


def test_killed_web_processes_leave_no_partial_change(web: tuple[int, Marker]) -> None:
    port, marker = web
    ensure_role_groups()  # other transactional tests flush the database
    home = organisation()
    boss = PersonFactory.with_role(COORDINATOR, home=home)
    browser = Client()
    browser.force_login(boss)
    chance = random.Random(SEED)  # noqa: S311  moments of a kill, not a secret
    page = f"/organisationen/{home.slug}/personen/einladen/"
    visitors = [Visitor(port, browser.cookies["sessionid"].value, page, name) for name in ("ada", "bea")]
    for visitor in visitors:
        visitor.start()
    kills: collections.Counter[str] = collections.Counter()
    try:
        for number in range(wanted := rounds(10)):
            pid = marker.pid
            time.sleep(chance.uniform(0, 0.5))  # some requests succeed, so that kills happen in every step
            if number % 4:  # three of four kills inside a transaction, the fourth at any moment
                with contextlib.suppress(TimeoutError):
                    wait_until(lambda: marker.is_inside, "nothing is written")
                time.sleep(chance.uniform(0, 0.006))
            kills["inside of a transaction" if kill(marker) else "outside"] += 1
            wait_until(lambda: marker.pid != pid, "the web process does not come back")  # noqa: B023  waited for at once
    finally:
        for visitor in visitors:
            visitor.stopped.set()
        for visitor in visitors:
            visitor.join()
    check_changes_are_complete(home.pk)
    check_acknowledged_is_stored(visitors)
    made = User.objects.filter(email__endswith="@kill.example").count()
    print(
        f"\nweb: {wanted} kills, seed {SEED}; {made} accounts, {Invitation.objects.count()} invitations: {dict(kills)}"
    )
    assert made
    assert kills["inside of a transaction"]


def check_changes_are_complete(home: int) -> None:
    """An account has its membership, its role and its accepted invitation; an invitation has its mail."""
    for user in User.objects.filter(email__endswith="@kill.example"):
        assert Membership.objects.filter(user=user, organisation=home, ended_on=None).count() == 1, user
        assert [grant.role for grant in RoleGrant.objects.current().filter(user=user)] == ["member"], user
        assert Invitation.objects.filter(email=user.email, accepted_by=user, accepted_at__isnull=False).count() == 1
        assert [group.name for group in user.groups.all()] == ["Mitglied"], user
    for invitation in Invitation.objects.filter(email__endswith="@kill.example"):
        assert Message.objects.filter(to=[invitation.email], subject__startswith="Einladung").count() == 1
        if invitation.accepted_at:
            assert User.objects.filter(email=invitation.email).exists()
    mails = Message.objects.filter(subject__startswith="Einladung").values_list("to", flat=True)
    assert all(Invitation.objects.filter(email=to[0]).exists() for to in mails)


def check_acknowledged_is_stored(visitors: list[Visitor]) -> None:
    for visitor in visitors:
        invited = set(Invitation.objects.filter(email__in=visitor.invited).values_list("email", flat=True))
        assert invited == set(visitor.invited)
        joined = set(User.objects.filter(email__in=visitor.joined).values_list("email", flat=True))
        assert joined == set(visitor.joined)
