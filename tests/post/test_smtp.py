"""Against an SMTP server that is down, slow, or refuses: mail is retried, and neither lost nor sent twice."""

import asyncio
import contextlib
import email
import email.policy
import socket
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core.mail.utils import DNS_NAME
from django.utils import timezone

from netzwerk.post import services, tasks
from netzwerk.post.attachments import Attachment
from netzwerk.post.models import REFUSED, Message

pytestmark = pytest.mark.django_db

HANGS_FOR = 30  # much longer than EMAIL_TIMEOUT below; the server is stopped earlier
TEMPORARY_AFTER_TEXT, PERMANENT_AFTER_TEXT = "451 try again later", "554 not accepted"


class Handler:
    """Behaves as configured by the test, and stores accepted mails."""

    def __init__(self) -> None:
        self.accepted: list[bytes] = []
        self.after_recipient = "250 OK"
        self.after_text = "250 OK"
        self.hangs_at = ""

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:
        await self.maybe_hang("recipient")
        if self.after_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.after_recipient

    async def handle_DATA(self, server, session, envelope) -> str:
        await self.maybe_hang("text")
        if self.after_text.startswith("250"):
            self.accepted.append(envelope.content)
        return self.after_text

    async def handle_QUIT(self, server, session, envelope) -> str:
        await self.maybe_hang("goodbye")
        return "221 Bye"

    async def maybe_hang(self, moment: str) -> None:
        if self.hangs_at == moment:
            await asyncio.sleep(HANGS_FOR)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def server(settings, monkeypatch) -> Iterator[Handler]:
    monkeypatch.setattr(DNS_NAME, "_fqdn", "sender.test", raising=False)  # no DNS lookup
    settings.POST_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", free_port(), 0.5
    handler = Handler()
    controller = Controller(handler, hostname="127.0.0.1", port=settings.EMAIL_PORT, server_hostname="server.test")
    controller.start()
    yield handler
    controller.stop()


def queue(**fields) -> Message:
    Message.objects.all().delete()
    return services.queue_mail(to="a@b.example", subject="x", text="x", **fields)


def sweep_at(moment: datetime) -> int:
    with time_machine.travel(moment, tick=False):
        return services.sweep()


def assert_delay_grows_and_mail_arrives_once(message: Message, server: Handler, error: str) -> None:
    """Three failures with growing delays; then the server works and gets the mail once."""
    now, waits = timezone.now(), []
    for attempt in (1, 2, 3):
        assert sweep_at(now) == 0
        message.refresh_from_db()
        assert (message.state, message.attempts, message.error) == (Message.State.WAITING, attempt, error)
        waits.append(message.next_try_at - now)
        assert sweep_at(now + waits[-1] / 2) == 0, "not before the next try is due"
        message.refresh_from_db()
        assert message.attempts == attempt
        now = message.next_try_at
    assert waits == [timedelta(minutes=1), timedelta(minutes=4), timedelta(minutes=16)]
    assert server.accepted == []
    server.hangs_at, server.after_recipient, server.after_text = "", "250 OK", "250 OK"
    assert sweep_at(now) == 1
    assert sweep_at(now + timedelta(days=1)) == 0
    message.refresh_from_db()
    assert (message.state, message.error, len(server.accepted)) == (Message.State.SENT, "", 1)


def test_mail_for_a_server_that_is_down_is_retried(server, settings) -> None:
    message, alive = queue(), settings.EMAIL_PORT
    settings.EMAIL_PORT = free_port()
    assert services.sweep() == 0
    message.refresh_from_db()
    assert (message.state, message.error) == (Message.State.WAITING, "ConnectionRefusedError")
    settings.EMAIL_PORT = alive
    assert sweep_at(message.next_try_at) == 1
    assert len(server.accepted) == 1


@pytest.mark.parametrize("moment", ["recipient", "text"])
def test_mail_for_a_slow_server_is_retried(server, moment: str) -> None:
    message = queue()
    server.hangs_at = moment
    assert_delay_grows_and_mail_arrives_once(message, server, "SMTPServerDisconnected")


@pytest.mark.parametrize("answer", [TEMPORARY_AFTER_TEXT, PERMANENT_AFTER_TEXT])
def test_mail_with_a_refused_text_is_retried(server, answer: str) -> None:
    message = queue()
    server.after_text = answer
    assert_delay_grows_and_mail_arrives_once(message, server, f"SMTPDataError {answer[:3]}")


def test_mail_with_a_temporarily_refused_recipient_is_retried(server) -> None:
    message = queue()
    server.after_recipient = "450 greylisted"
    assert_delay_grows_and_mail_arrives_once(message, server, f"{REFUSED} 450")


def test_mail_with_a_permanently_refused_recipient_is_not_retried(server) -> None:
    message = queue()
    server.after_recipient = "550 no such user a@b.example"
    assert services.sweep() == 0
    message.refresh_from_db()
    assert (message.state, message.attempts, message.error) == (Message.State.FAILED, 1, f"{REFUSED} 550")
    server.after_recipient = "250 OK"
    assert sweep_at(timezone.now() + timedelta(days=2)) == 0
    assert server.accepted == []


def test_a_refused_recipient_is_not_reported_but_other_failed_mail_is(server) -> None:
    message = queue()
    server.after_recipient = "550 no such user"
    services.sweep()
    assert services.check_backlog() == ""
    Message.objects.filter(pk=message.pk).update(error="SMTPDataError 554")
    assert "nicht zustellbar" in services.check_backlog()


def test_a_server_that_hangs_after_it_accepted_gets_the_mail_once(server) -> None:
    message = queue()
    server.hangs_at = "goodbye"
    assert tasks.deliver(message.pk) is True
    server.hangs_at = ""
    assert sweep_at(timezone.now() + timedelta(days=1)) == 0
    assert len(server.accepted) == 1


def test_attachments_and_umlauts_arrive(server) -> None:
    queue(attachments=[Attachment("Übersicht.ics", "SUMMARY:Gespräch\r\n".encode(), "text/calendar; method=REQUEST")])
    assert services.sweep() == 1
    mail = email.message_from_bytes(server.accepted[0], policy=email.policy.SMTP)
    *_texts, calendar = next(mail.iter_parts()).iter_parts()
    (part,) = mail.iter_attachments()
    assert (part.get_filename(), calendar.get_param("method")) == ("Übersicht.ics", "REQUEST")
    for one in (part, calendar):
        assert one.get_payload(decode=True).decode() == "SUMMARY:Gespräch\r\n"


def test_deliveries_pause_after_a_server_error(server) -> None:
    """Without the pause, every mail would wait for the timeout of a hanging server."""
    queue()
    for _more in range(3):
        services.queue_mail(to="c@d.example", subject="y", text="y")
    server.hangs_at = "recipient"
    began = time.monotonic()
    assert services.sweep() == 0
    assert time.monotonic() - began < 2 * HANGS_FOR
    assert sorted(Message.objects.values_list("attempts", flat=True)) == [0, 0, 0, 1]
    server.hangs_at = ""
    assert sweep_at(timezone.now() + tasks.SERVER_PAUSE + timedelta(seconds=1)) == 3
    assert sweep_at(timezone.now() + timedelta(minutes=2)) == 1


def test_a_refused_recipient_does_not_pause_other_mail(server) -> None:
    message = queue()
    server.after_recipient = "550 no such user"
    assert tasks.deliver(message.pk) is False
    server.after_recipient = "250 OK"
    services.queue_mail(to="c@d.example", subject="y", text="y")
    assert services.sweep() == 1


def test_a_server_that_sends_single_bytes_has_a_time_limit(settings, monkeypatch) -> None:
    """Each byte arrives within EMAIL_TIMEOUT, the response never."""
    monkeypatch.setattr(DNS_NAME, "_fqdn", "sender.test", raising=False)
    settings.POST_TRANSPORT = "netzwerk.post.transport.LimitedBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT, settings.POST_SECONDS_A_MAIL = "127.0.0.1", 5, 1
    message = queue()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        settings.EMAIL_PORT = listening.getsockname()[1]
        thread = threading.Thread(target=_send_single_bytes, args=(listening,), daemon=True)
        thread.start()
        began = time.monotonic()
        assert tasks.deliver(message.pk) is False
        assert time.monotonic() - began < 5
    thread.join(10)
    message.refresh_from_db()
    assert (message.state, message.error.split()[0]) == (Message.State.WAITING, "SMTPServerDisconnected")


def _send_single_bytes(listening: socket.socket) -> None:
    connected, _address = listening.accept()
    with connected, contextlib.suppress(OSError):
        for _byte in range(100):
            connected.sendall(b"2")
            time.sleep(0.1)  # simulates the slow server


def test_the_limited_transport_delivers(server, settings) -> None:
    settings.POST_TRANSPORT = "netzwerk.post.transport.LimitedBackend"
    queue()
    assert services.sweep() == 1
    assert len(server.accepted) == 1
