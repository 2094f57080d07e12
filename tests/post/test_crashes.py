"""Sending mail under kill -9 and with several senders at once, against a local SMTP server."""

import collections
import contextlib
import email
import os
import random
import signal
import socket
import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.db import connection, connections
from django.test import override_settings
from django.utils import timezone

from netzwerk.post import services, tasks
from netzwerk.post.models import Message
from tests.conftest import rounds
from tests.killing import ForkServer, is_running, wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
MAILS = 6
SEED = 20260
OUTSIDE_OF_A_SEND, CLAIMED_NOT_SENT, SENT_NOT_NOTED = (
    "outside of a send",
    "between claim and send",
    "between send and note",
)


class Inbox:
    """Counts received mails by Message-ID."""

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
    controller = Controller(inbox, hostname="127.0.0.1", port=port, server_hostname="inbox.test")  # no DNS lookup
    controller.start()
    yield inbox, port
    controller.stop()


def test_killed_senders_lose_no_mail_and_duplicate_at_most_one_per_kill(server) -> None:
    inbox, port = server
    chance = random.Random(SEED)  # noqa: S311  moments of a kill, not a secret
    kills: collections.Counter[str] = collections.Counter()
    fork_server = ForkServer("tests.post.sender", str(port), str(connection.settings_dict["NAME"]))
    wanted: set[str] = set()
    span = 0.03
    for number in range(wanted_kills := rounds(20)):
        waiting = Message.objects.exclude(state=Message.State.SENT).count()
        if waiting < MAILS:
            wanted |= {services.queue_mail(to="a@b.example", subject="x", text="x").message_id for _ in range(MAILS)}
        noted = Message.objects.filter(state=Message.State.SENT).count()
        pid = fork_server.start_child()
        if number % 2:  # every second kill happens while a mail is being sent
            with contextlib.suppress(TimeoutError):
                wait_until(lambda: Message.objects.filter(state=Message.State.SENDING).exists(), "no mail is sent")
            time.sleep(chance.uniform(0, 0.004))
        else:
            # A random moment, not a wait; on a slow machine the span grows until mails are sent.
            time.sleep(chance.uniform(0, span))
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not is_running(pid), "the sender does not die")  # noqa: B023  waited for at once
        span = 0.03 if Message.objects.filter(state=Message.State.SENT).count() > noted else min(span * 1.5, 5)
        kills[release_stranded(inbox)] += 1
    fork_server.close()
    deliver_the_rest(port)
    arrived = {key: count for key, count in inbox.arrived.items() if key in wanted}
    assert set(arrived) == wanted, "a mail was lost"
    assert sum(arrived.values()) - len(wanted) <= wanted_kills, "more than one duplicate for a kill"
    inside = kills[SENT_NOT_NOTED] + kills[CLAIMED_NOT_SENT]
    doubled = sum(arrived.values()) - len(wanted)
    print(
        f"\nmail: {wanted_kills} kills, {inside} inside of a send, seed {SEED}; {len(wanted)} mails, {doubled} twice"
    )
    print(dict(kills))


def release_stranded(inbox: Inbox) -> str:
    """Release the mail as the sweeper does after ten minutes. Returns when the kill happened."""
    stranded = Message.objects.filter(state=Message.State.SENDING)
    found = stranded.first()
    if found is None:
        return OUTSIDE_OF_A_SEND
    where = SENT_NOT_NOTED if inbox.arrived[found.message_id] else CLAIMED_NOT_SENT
    stranded.update(claimed_at=timezone.now() - services.STRANDED_AFTER - timedelta(seconds=1))
    Message.objects.stranded(timezone.now() - services.STRANDED_AFTER).update(
        state=Message.State.WAITING, next_try_at=timezone.now(), attempts=0
    )
    return where


def deliver_the_rest(port: int) -> None:
    with override_settings(
        POST_TRANSPORT="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=port
    ):
        while Message.objects.exclude(state=Message.State.SENT).exists():
            services.sweep()


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


def test_without_the_claim_a_mail_is_sent_twice(server, settings, monkeypatch) -> None:
    """Control run: with a claim that reads and then writes, a mail is sent more than once."""
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
