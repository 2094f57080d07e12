"""Mail under kill -9 and under two senders at once, against a real SMTP server on this machine."""

import collections
import email
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.db import connection, connections
from django.utils import timezone

from netzwerk.post import services, tasks
from netzwerk.post.models import Message
from tests.conftest import rounds

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
MAILS = 6
SEED = 20260


class Inbox:
    """Counts what really arrived, by Message-ID."""

    def __init__(self) -> None:
        self.arrived: collections.Counter[str] = collections.Counter()

    async def handle_DATA(self, server, session, envelope) -> str:
        self.arrived[email.message_from_bytes(envelope.content)["Message-ID"].strip()] += 1
        return "250 OK"


@pytest.fixture
def server() -> Iterator[tuple[Inbox, int]]:
    inbox = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port, server_hostname="inbox.test")  # spares a look-up
    controller.start()
    yield inbox, port
    controller.stop()


def start_sender(port: int) -> subprocess.Popen:
    name = str(connection.settings_dict["NAME"])
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.post.sender", str(port), name], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "ready\n"
    return process


def test_killed_senders_lose_no_mail_and_double_at_most_one_per_kill(server) -> None:
    inbox, port = server
    chance = random.Random(SEED)  # noqa: S311  moments of a kill, not a secret
    fell = collections.Counter()
    total_kills = 0
    for _round in range(rounds(10)):
        wanted = {services.queue_mail(to="a@b.example", subject="x", text="x").message_id for _ in range(MAILS)}
        kills, patience = 0, 1.0
        while Message.objects.exclude(state=Message.State.SENT).exists():
            before, noted = sum(inbox.arrived.values()), Message.objects.filter(state=Message.State.SENT).count()
            process = start_sender(port)
            # The moment of the kill is drawn, not a wait for anything; on a slow machine the span grows until mails leave.
            time.sleep(chance.uniform(0, 0.06 * patience))
            process.kill()
            process.wait()
            process.stdout.close()
            stranded = Message.objects.filter(state=Message.State.SENDING)
            kills += 1
            went_on = Message.objects.filter(state=Message.State.SENT).count() > noted
            patience = max(1.0, patience / 1.5) if went_on else patience * 1.5
            if stranded.exists():
                arrived = inbox.arrived[stranded.get().message_id] > 0
                fell["between send and note" if arrived else "between claim and send"] += 1
            else:
                fell["outside of a send" if sum(inbox.arrived.values()) == before else "after a whole mail"] += 1
            # What the sweeper does once ten minutes have passed
            stranded.update(claimed_at=timezone.now() - services.STRANDED_AFTER - timedelta(seconds=1))
            Message.objects.stranded(timezone.now() - services.STRANDED_AFTER).update(
                state=Message.State.WAITING, next_try_at=timezone.now()
            )
        arrived = {key: count for key, count in inbox.arrived.items() if key in wanted}
        assert set(arrived) == wanted, "a mail was lost"
        assert sum(arrived.values()) - len(wanted) <= kills, "more than one duplicate for a kill"
        total_kills += kills
    print(f"\nmail: {rounds(10)} rounds, {total_kills} kills, seed {SEED}: {dict(fell)}")


def deliver_in_threads(message_id: int, senders: int) -> list[bool]:
    barrier = threading.Barrier(senders)
    results: list[bool] = []

    def send() -> None:
        barrier.wait()
        try:
            results.append(tasks.deliver(message_id))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(senders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_several_senders_at_once_send_a_mail_once(server, settings) -> None:
    inbox, port = server
    settings.POST_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    for _round in range(rounds(5)):
        message = services.queue_mail(to="a@b.example", subject="x", text="x")
        assert sorted(deliver_in_threads(message.pk, 4)) == [False, False, False, True]
        assert inbox.arrived[message.message_id] == 1


def test_without_the_claim_the_race_would_send_twice(server, settings, monkeypatch) -> None:
    """The control: with a claim that reads and then writes, the same race sends a mail more than once."""
    inbox, port = server
    settings.POST_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    all_have_read = threading.Barrier(4)

    def careless_claim(message_id: int) -> Message | None:
        waiting = Message.objects.due().filter(pk=message_id).exists()
        all_have_read.wait(10)
        return Message.objects.get(pk=message_id) if waiting else None

    monkeypatch.setattr(tasks, "claim", careless_claim)
    message = services.queue_mail(to="a@b.example", subject="x", text="x")
    deliver_in_threads(message.pk, 4)
    assert inbox.arrived[message.message_id] > 1
