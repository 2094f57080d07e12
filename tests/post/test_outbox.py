"""The outbox: jobs may be lost, no mail is sent twice or never."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMultiAlternatives, get_connection, send_mail
from django.core.mail.message import BadHeaderError
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django_q.models import OrmQ

from netzwerk.post import services, tasks
from netzwerk.post.models import Message
from netzwerk.post.services import outbox

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def transport(settings) -> None:
    """Sends mails to django.core.mail.outbox."""
    settings.POST_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    Message.objects.all().delete()


def queue(subject: str = "Betreff", **fields) -> Message:
    values = {"to": "a@b.example", "subject": subject, "text": "Text"} | fields
    return services.queue_mail(**values)


class BrokenTransport:
    def __init__(self, **kwargs) -> None: ...

    def send_messages(self, messages) -> int:
        raise ConnectionRefusedError("a@b.example was refused")


def test_every_mail_of_django_becomes_a_row() -> None:
    send_mail("Hallo", "Text", None, ["a@b.example"])
    message = Message.objects.get()
    assert (message.subject, message.state) == ("Hallo", Message.State.WAITING)
    assert mail.outbox == []


def test_text_html_and_reply_to_are_sent() -> None:
    letter = EmailMultiAlternatives("Hallo", "Text", None, ["a@b.example"], reply_to=["c@d.example"])
    letter.attach_alternative("<p>Text</p>", "text/html")
    get_connection().send_messages([letter])
    assert services.sweep() == 1
    sent = mail.outbox[0]
    assert (sent.body, sent.reply_to, sent.alternatives[0][0]) == ("Text", ["c@d.example"], "<p>Text</p>")


def test_a_mail_is_sent_once_with_a_stable_id() -> None:
    message = queue()
    assert tasks.deliver(message.pk) is True
    assert tasks.deliver(message.pk) is False
    message.refresh_from_db()
    assert message.state == Message.State.SENT
    assert [sent.extra_headers["Message-ID"] for sent in mail.outbox] == [message.message_id]


def test_the_job_is_queued_after_the_commit_and_not_after_a_rollback(django_capture_on_commit_callbacks) -> None:
    OrmQ.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        queue()
    assert OrmQ.objects.count() == 1
    with pytest.raises(RuntimeError), transaction.atomic():
        queue("Verworfen")
        raise RuntimeError
    assert not Message.objects.filter(subject="Verworfen").exists()


def test_the_sweeper_finds_mails_without_a_job() -> None:
    queue("eins")
    queue("zwei")
    assert services.sweep() == 2
    assert [sent.subject for sent in mail.outbox] == ["eins", "zwei"]
    assert services.sweep() == 0


def test_a_mail_of_a_crashed_sender_is_released_and_sent_with_the_same_id() -> None:
    message = queue()
    tasks.claim(message.pk)
    assert services.sweep() == 0, "somebody may still be sending it"
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        assert services.sweep() == 1
    assert mail.outbox[0].extra_headers["Message-ID"] == message.message_id


def test_a_refused_mail_is_retried_and_finally_given_up(settings, monkeypatch) -> None:
    settings.POST_TRANSPORT = f"{__name__}.BrokenTransport"
    message = queue()
    now = timezone.now()
    for attempt in range(1, tasks.MAX_ATTEMPTS + 1):
        with time_machine.travel(now, tick=False):
            assert services.sweep() == 0
        message.refresh_from_db()
        assert message.attempts == attempt
        assert message.next_try_at > now
        now = message.next_try_at + timedelta(seconds=1)
    assert message.state == Message.State.FAILED


def test_errors_contain_no_address(settings, caplog) -> None:
    settings.POST_TRANSPORT = f"{__name__}.BrokenTransport"
    message = queue()
    tasks.deliver(message.pk)
    message.refresh_from_db()
    assert message.error == "ConnectionRefusedError"
    assert "b.example" not in caplog.text


@pytest.mark.parametrize("field", ["subject", "to", "sender", "reply_to"])
def test_headers_cannot_be_injected(field: str) -> None:
    evil = "a@b.example\nBcc: everyone@x.example"
    values = {"subject": evil, "to": evil, "sender": evil, "reply_to": evil}
    with pytest.raises(BadHeaderError):
        queue(**{"subject": "Betreff", field: values[field]})
    assert not Message.objects.exists()


def test_a_mail_without_recipient_is_an_error() -> None:
    with pytest.raises(BadHeaderError):
        queue(to="")


def test_old_mail_is_deleted_unless_it_waits(settings) -> None:
    settings.POST_KEEP_DAYS = 30
    sent, waiting = queue("alt und gesendet"), queue("alt und wartend")
    tasks.deliver(sent.pk)
    Message.objects.update(created_at=timezone.now() - timedelta(days=31))
    assert services.forget_old_messages() == 1
    assert Message.objects.get().pk == waiting.pk


def test_a_backlog_is_reported_also_during_retries(settings) -> None:
    settings.POST_TRANSPORT = f"{__name__}.BrokenTransport"
    queue()
    assert services.check_backlog() == ""
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=False):
        services.sweep()
        assert "Post wartet" in services.check_backlog()


def test_mail_that_was_given_up_is_reported() -> None:
    Message.objects.filter(pk=queue().pk).update(state=Message.State.FAILED)
    assert "nicht zustellbar" in services.check_backlog()


def test_a_mail_server_may_be_away_for_a_weekend(settings) -> None:
    waits = [tasks.delay_after(attempt) for attempt in range(1, tasks.MAX_ATTEMPTS)]
    assert sum(waits, timedelta()) > timedelta(days=3)


def test_a_mail_that_always_crashes_its_sender_is_given_up() -> None:
    message = queue()
    Message.objects.filter(pk=message.pk).update(
        state=Message.State.SENDING, claimed_at=timezone.now() - timedelta(hours=1), attempts=tasks.MAX_ATTEMPTS
    )
    assert services.sweep() == 0
    message.refresh_from_db()
    assert message.state == Message.State.FAILED


def test_the_sweeper_stops_when_its_time_is_over(monkeypatch) -> None:
    for number in range(3):
        queue(f"{number}")
    monkeypatch.setattr(outbox, "SWEEP_SECONDS", -1)
    assert services.sweep() == 0
    assert Message.objects.filter(state=Message.State.WAITING).count() == 3


def test_recipients_do_not_see_each_other() -> None:
    letter = EmailMultiAlternatives("Hallo", "Text", None, ["a@b.example"], bcc=["c@d.example"], cc=["e@f.example"])
    get_connection().send_messages([letter])
    services.sweep()
    assert sorted(sent.to for sent in mail.outbox) == [["a@b.example"], ["c@d.example"], ["e@f.example"]]
    assert all(not sent.bcc and not sent.cc for sent in mail.outbox)


def test_the_demo_shows_its_outbox_and_a_mail_in_the_browser() -> None:
    message = queue("Einladung <b>fett</b>", text="Guten Tag,\nhttps://localhost/x")
    listing = Client().get("/demo/postausgang/").content.decode()
    assert "Einladung &lt;b&gt;fett&lt;/b&gt;" in listing
    assert "Guten Tag" in Client().get(f"/demo/postausgang/{message.pk}/").content.decode()


def test_outside_of_the_demo_nobody_reads_the_outbox(settings, person) -> None:
    queue()
    settings.DEMO = False
    assert list(Message.objects.visible_to(person(superuser=True))) == []
    assert Client().get("/demo/postausgang/").content.decode().count("Betreff") == 0
