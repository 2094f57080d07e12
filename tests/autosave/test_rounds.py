"""Two people with two tabs each write the same text, while the web process is killed, sessions end, answers get lost, the
network is away and somebody pastes a megabyte: nothing acknowledged is lost, nobody is overwritten.

The writers do what autosave.js does: one request at a time, the same again while its outcome is unknown, and after a conflict
both texts.
"""

import collections
import contextlib
import http.client
import json
import random
import threading
import time

import pytest
from django.contrib.sessions.models import Session
from django.db import connections
from django.test import Client

from netzwerk.autosave.opened import Opened, sign_opened
from netzwerk.members.models import Organisation, User
from netzwerk.members.roles import COORDINATOR
from netzwerk.members.services.grants import give_role
from netzwerk.members.services.groups import ensure_role_groups
from netzwerk.members.services.memberships import join_organisation
from netzwerk.members.services.profile_drafts import read_profile
from tests.autosave.conftest import EMPTY
from tests.conftest import rounds
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.killing import kill, wait_until
from tests.members.test_crashes import TOKEN

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
ROUNDS = 20
SEED = 20264
ROUNDS_A_TEXT = 5  # then the writers go on to another organisation: a description has 4,000 characters
FULL = 3_500
MEGABYTE = "ü" * 524_288


class Writer(threading.Thread):
    """A tab. Writes lines that exist once, and remembers which were acknowledged."""

    def __init__(self, port: int, person: User, label: str, homes: list[Organisation]) -> None:
        super().__init__()
        self.port, self.person, self.label = port, person, label
        self.homes = homes  # the last is the one that is written on
        self.chance = random.Random(f"{SEED} {label}")  # noqa: S311  what a person does next, no secret
        self.stopped = threading.Event()
        self.acknowledged: collections.defaultdict[int, set[str]] = collections.defaultdict(set)
        self.met: collections.Counter[str] = collections.Counter()
        self.raised: BaseException | None = None
        self.session = ""
        self.log_in()

    def log_in(self) -> None:
        browser = Client()
        browser.force_login(self.person)
        self.session = browser.cookies["sessionid"].value

    def run(self) -> None:
        number = 0
        try:
            while not self.stopped.is_set():
                number = self.write_on(self.homes[-1], number)
        except BaseException as error:
            self.raised = error
        finally:
            connections.close_all()

    def write_on(self, home: Organisation, number: int) -> int:
        """Write in a tab that was opened just now, until the text is full or there is another one. Returns the last number."""
        lines, seen = [], EMPTY
        text = ""
        while not self.stopped.is_set() and home is self.homes[-1]:
            if len(text) < FULL:
                number += 1
                lines.append(f"{self.label}{number}")
                text = f"{text}\n{lines[-1]}".strip()
            if self.chance.random() < 0.2:
                self.met["written without network"] += 1
                continue
            answer = self.until_the_outcome_is_known(home, text, seen)
            if answer.get("state") == "saved":
                self.acknowledged[home.pk] |= set(lines)
                self.met["saves"] += 1
                seen = answer["version"]
            elif answer.get("state") == "conflict":
                self.met["conflicts"] += 1
                there = answer["text"].split("\n")
                text = "\n".join([*there, *(line for line in lines if line not in there)])
                seen = answer["version"]
            if self.chance.random() < 0.02:
                assert self.send(home, MEGABYTE, seen)[0] in (0, 401, 422)
                self.met["megabytes"] += 1
        return number

    def until_the_outcome_is_known(self, home: Organisation, text: str, seen: str) -> dict:
        while not self.stopped.is_set():
            status, answer = self.send(home, text, seen)
            if self.chance.random() < 0.1:
                self.met["answers lost"] += 1
            elif status == 401:
                self.met["sessions expired"] += 1
                self.log_in()
            elif status in (200, 409):
                return answer
            else:
                assert status in (0, 500), (status, answer)
                self.met["no answer"] += 1
        return {}

    def send(self, home: Organisation, text: str, seen: str) -> tuple[int, dict]:
        """Status and answer; 0 if the process was killed before it."""
        opened = sign_opened(Opened(self.person.pk, "organisation-profile", str(home.pk)))
        body = json.dumps({"opened": opened, "field": "description", "text": text, "seen": seen}, ensure_ascii=False)
        headers = {
            "Cookie": f"csrftoken={TOKEN}; sessionid={self.session}",
            "Content-Type": "application/json",
            "X-CSRFToken": TOKEN,
            "Host": "localhost",
        }
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            link.request("POST", "/autospeichern/", body.encode(), headers)
            answer = link.getresponse()
            read = answer.read()
        except (OSError, http.client.HTTPException):
            return 0, {}
        finally:
            link.close()
        is_json = answer.headers["Content-Type"].startswith("application/json")
        return answer.status, json.loads(read) if is_json else {}


def test_nothing_acknowledged_is_lost_and_nobody_is_overwritten(web) -> None:
    port, marker = web
    ensure_role_groups()  # other transactional tests flush the database
    homes = [organisation()]
    people = [PersonFactory.with_role(COORDINATOR, home=homes[0]) for _person in range(2)]
    everywhere(people, homes[0])
    writers = [Writer(port, people[tab % 2], f"{'ab'[tab % 2]}{'xy'[tab // 2]}", homes) for tab in range(4)]
    chance = random.Random(SEED)  # noqa: S311  moments of a kill, no secret
    for writer in writers:
        writer.start()
    kills: collections.Counter[str] = collections.Counter()
    try:
        for number in range(wanted := rounds(ROUNDS)):
            if number and number % ROUNDS_A_TEXT == 0:
                home = organisation()
                everywhere(people, home)
                homes.append(home)
            pid = marker.pid
            more = saves(writers) + chance.randint(1, 12)
            wait_until(lambda: saves(writers) >= more, "nothing is saved")  # noqa: B023  waited for at once
            if number % 4:
                with contextlib.suppress(TimeoutError):
                    wait_until(lambda: marker.is_inside, "nothing is written")
                time.sleep(chance.uniform(0, 0.001))
            else:
                Session.objects.filter(session_key=chance.choice(writers).session).delete()
            kills["inside of a transaction" if kill(marker) else "outside"] += 1
            wait_until(lambda: marker.pid != pid, "the web process does not come back")  # noqa: B023  waited for at once
    finally:
        for writer in writers:
            writer.stopped.set()
        for writer in writers:
            writer.join()
    assert [writer.raised for writer in writers] == [None] * len(writers)
    met = sum((writer.met for writer in writers), collections.Counter())
    found = 0
    for home in homes:
        stored = read_profile(home)["description"].text.split("\n")
        assert len(stored) == len(set(stored)), "no line twice"
        for writer in writers:
            lost = writer.acknowledged[home.pk] - set(stored)
            assert lost == set(), f"{home}, {writer.label}"
            found += len(writer.acknowledged[home.pk])
    print(f"\nautosave: {wanted} kills, seed {SEED}; {found} lines acknowledged and found; {dict(kills)}; {dict(met)}")
    assert kills["inside of a transaction"]
    assert min(met[one] for one in ("conflicts", "answers lost", "written without network", "sessions expired")) > 0
    assert all(any(writer.acknowledged.values()) for writer in writers)


def saves(writers: list[Writer]) -> int:
    return sum(writer.met["saves"] for writer in writers)


def everywhere(people: list[User], home: Organisation) -> None:
    """They may edit this organisation's profile as well."""
    for person in people:
        if not person.memberships.filter(organisation=home).exists():
            join_organisation(person, home, actor=None)
            give_role(person, COORDINATOR, actor=None, organisation=home, notify_person=False)
