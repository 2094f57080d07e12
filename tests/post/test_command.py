"""`manage.py post`: status without texts and addresses, and retry."""

import io
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_q.models import OrmQ

from netzwerk.post import services, tasks
from netzwerk.post.models import REFUSED, Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("transport")]


@pytest.fixture(autouse=True)
def empty_outbox() -> None:
    Message.objects.all().delete()


def queue(**fields) -> Message:
    message = services.queue_mail(to="geheim@b.example", subject="Vertraulich", text="Text")
    Message.objects.filter(pk=message.pk).update(**fields)
    message.refresh_from_db()
    return message


def run(*arguments: str) -> tuple[int, str]:
    """Exit code, and all that was printed."""
    out = io.StringIO()
    try:
        call_command("post", *arguments, stdout=out)
    except CommandError as error:
        return error.returncode, f"{out.getvalue()}{error}"
    return 0, out.getvalue()


def test_all_well_is_exit_code_zero() -> None:
    tasks.deliver(queue().pk)
    queue()
    code, text = run("status")
    assert code == 0
    assert "gesendet: 1" in text
    assert "wartet: 1" in text
    assert "seit 0 Min." in text


def test_mail_that_waits_too_long_is_exit_code_two() -> None:
    later = timezone.now() + timedelta(hours=1)
    message = queue(
        created_at=timezone.now() - timedelta(hours=3), attempts=4, error="TimeoutError", next_try_at=later
    )
    code, text = run("status")
    assert code == 2
    assert "seit 3 Std." in text
    assert f"Nr. {message.pk} wartet: 4 Versuche, nächster {timezone.localtime(later):%d.%m.%Y %H:%M}" in text


def test_mail_that_was_given_up_is_exit_code_one_for_a_week() -> None:
    message = queue(state=Message.State.FAILED, error="TimeoutError", attempts=24)
    code, text = run("status")
    assert code == 1
    assert f"Nr. {message.pk} nicht zustellbar: 24 Versuche, TimeoutError" in text
    Message.objects.update(created_at=timezone.now() - timedelta(days=8))
    assert run("status")[0] == 0


def test_a_refused_address_is_shown_and_is_not_an_error() -> None:
    queue(state=Message.State.FAILED, error=f"{REFUSED} 550")
    code, text = run("status")
    assert code == 0
    assert f"{REFUSED} 550" in text
    assert services.check_backlog() == ""


def test_status_never_prints_texts_or_addresses() -> None:
    queue()
    queue(state=Message.State.FAILED, error="x")
    queue(attempts=1, error="x")
    _code, text = run("status")
    assert "Vertraulich" not in text
    assert "geheim" not in text


def test_retry_queues_failed_mail_again(django_capture_on_commit_callbacks) -> None:
    message = queue(state=Message.State.FAILED, attempts=24, error="TimeoutError")
    OrmQ.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        assert run("retry") == (0, "1 neu angestoßen\n")
    message.refresh_from_db()
    assert (message.state, message.attempts) == (Message.State.WAITING, 0)
    assert OrmQ.objects.count() == 1
    assert services.sweep() == 1
    assert len(mail.outbox) == 1


def test_retry_of_one_waiting_mail_makes_only_this_one_due() -> None:
    failed = queue(state=Message.State.FAILED)
    waiting = queue(attempts=3, next_try_at=timezone.now() + timedelta(hours=4))
    assert run("retry", "--id", str(waiting.pk))[0] == 0
    assert [one.pk for one in Message.objects.due()] == [waiting.pk]
    failed.refresh_from_db()
    assert failed.state == Message.State.FAILED


@pytest.mark.parametrize("state", [Message.State.SENT, Message.State.SENDING])
def test_retry_never_sends_twice(state: str) -> None:
    message = queue(state=state, sent_at=timezone.now(), claimed_at=timezone.now())
    assert run("retry", "--id", str(message.pk))[0] == 1
    assert run("retry") == (0, "0 neu angestoßen\n")
    message.refresh_from_db()
    assert message.state == state


def test_retry_of_an_unknown_mail_is_an_error() -> None:
    assert run("retry", "--id", "999999")[0] == 1
