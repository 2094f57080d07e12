"""One-click unsubscribe: a signed token, no login, and GET changes nothing."""

import email
import email.policy
import re

import pytest
from django.core.signing import Signer
from django.test import Client

from netzwerk.post import services, tasks, unsubscribing
from netzwerk.post.models import MailChoice, Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds", "transport")]

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def notified(person) -> tuple[object, Message, str]:
    """A person, their mail, and the path of its unsubscribe link."""
    ada = person(first_name="Ada", last_name="Unverwechselbar")
    services.notify([ada], kind="test-seats", title="Neu", text="", url="/kontakt/")
    message = Message.objects.latest("pk")
    path = re.search(r"abschalten: https?://[^/]+(/\S+)", message.text)[1]
    return ada, message, path


def wants(person) -> bool:
    return MailChoice.objects.filter(person=person).values_list("by_mail", flat=True).first() is not False


def test_a_sent_mail_has_one_click_headers(notified, settings) -> None:
    _ada, message, path = notified
    raw = tasks.build_mail(message).message().as_bytes(linesep="\r\n")
    sent = email.message_from_bytes(raw, policy=email.policy.SMTP)
    assert (
        sent["List-Unsubscribe"].strip() == f"<{settings.BASE_URL}{path}>"
    )  # the long value stands on a line of its own
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert path.encode() in raw, "no line break inside the URL"


def test_the_link_is_the_last_line_of_text_and_html(notified, settings) -> None:
    _ada, message, path = notified
    assert message.text.rstrip().endswith(f"{settings.BASE_URL}{path}")
    assert re.findall(r'<a href="([^"]*)"', message.html)[-1] == f"{settings.BASE_URL}{path}"


def test_one_click_works_without_login_and_cookie_and_is_idempotent(notified) -> None:
    ada, _message, path = notified
    for _time in range(2):
        answer = Client(enforce_csrf_checks=True).post(path, ONE_CLICK)
        assert answer.status_code == 200
        assert not wants(ada)
    before = Message.objects.count()
    services.notify([ada], kind="test-seats", title="Neu", text="", url="/kontakt/")
    assert Message.objects.count() == before


def test_both_encodings_of_a_mail_programs_form_work(notified) -> None:
    """RFC 8058 allows multipart (see above) and this one."""
    ada, _message, path = notified
    body = "List-Unsubscribe=One-Click"
    Client(enforce_csrf_checks=True).post(path, body, content_type="application/x-www-form-urlencoded")
    assert not wants(ada)


def test_get_and_head_change_nothing(notified) -> None:
    ada, _message, path = notified
    page = Client().get(path).content.decode()
    Client().head(path)
    assert wants(ada)
    assert "„Plätze und Wartelisten“" in page
    assert "E-Mails abschalten" in page


def test_mail_can_be_switched_on_again(notified) -> None:
    ada, _message, path = notified
    client = Client(enforce_csrf_checks=True)
    page = client.post(path).content.decode()
    assert "Wieder einschalten" in page
    assert not wants(ada)
    page = client.post(path, {"einschalten": "1"}).content.decode()
    assert "wieder eingeschaltet" in page
    assert wants(ada)


def test_only_the_kind_of_the_mail_is_switched_off(notified) -> None:
    ada, _message, path = notified
    services.save_mail_choices(actor=ada, choices={"test-quiet": True})
    Client().post(path)
    assert dict(MailChoice.objects.values_list("kind", "by_mail")) == {"test-seats": False, "test-quiet": True}


@pytest.mark.parametrize("change", [lambda token: token[:-1], lambda token: f"A{token}", lambda token: "x"])
def test_a_tampered_token_is_not_found(notified, change) -> None:
    ada, _message, path = notified
    token = path.split("/")[-2]
    tampered = path.replace(token, change(token))
    for answer in (Client().get(tampered), Client().post(tampered, ONE_CLICK)):
        assert answer.status_code == 404
    assert wants(ada)


def test_a_token_signed_for_another_purpose_is_not_found(notified) -> None:
    ada, _message, _path = notified
    for foreign in (Signer(sep=".").sign_object([ada.pk, "test-seats"]), Signer(salt="x").sign_object("x")):
        assert Client().post(f"/mitteilungen/abbestellen/{foreign}/").status_code == 404
    assert wants(ada)


def test_the_page_does_not_reveal_the_person_or_their_existence(notified, person) -> None:
    ada, _message, path = notified
    gone = person()
    gone_path = unsubscribing.unsubscribe_url(gone.pk, "test-seats").partition("/mitteilungen")
    gone.delete()
    pages = {}
    for name, address in (("here", path), ("gone", gone_path[1] + gone_path[2])):
        answer = Client().get(address)
        pages[name] = re.sub(r'nonce="[^"]*"', "", answer.content.decode())
        assert Client().post(address, ONE_CLICK).status_code == answer.status_code == 200
    assert pages["here"] == pages["gone"]
    assert "Unverwechselbar" not in pages["here"]
    assert ada.email not in pages["here"]


def test_an_unregistered_kind_can_still_be_switched_off(notified, kinds, monkeypatch) -> None:
    ada, _message, path = notified
    from netzwerk.surfaces import registry

    monkeypatch.setattr(registry.notifications, "_entries", {})
    assert Client().get(path).status_code == 200
    assert Client().post(path, ONE_CLICK).status_code == 200
    assert not wants(ada)
