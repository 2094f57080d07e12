"""The forms to the network office: sent once, values stay after an error, robots send nothing."""

import pytest
from django.test import Client

from netzwerk.post.models import Message

pytestmark = pytest.mark.django_db

CONTACT = {
    "name": "Ada",
    "email": "ada@test.example",
    "subject": "Frage",
    "message": "Wie fange ich an?",
    "contact_url": "",
}
BARRIER = {"page": "/kontakt/", "barrier": "Der Knopf ist nicht erreichbar.", "email": "", "contact_url": ""}


def test_a_question_reaches_the_office_and_the_answer_reaches_the_visitor(settings) -> None:
    answer = Client().post("/kontakt/", CONTACT)
    assert answer["Location"] == "/kontakt/?gesendet=1"
    message = Message.objects.get(subject="Kontakt: Frage")
    assert message.to == [settings.OFFICE_EMAIL]
    assert message.reply_to == ["ada@test.example"]
    assert "Wie fange ich an?" in message.text
    assert "angekommen" in Client().get(answer["Location"]).content.decode()


def test_a_barrier_can_be_reported_without_a_name() -> None:
    Client().post("/barriere-melden/", BARRIER)
    message = Message.objects.get(subject="Barriere gemeldet")
    assert message.reply_to == []
    assert "Der Knopf ist nicht erreichbar." in message.text


def test_what_was_typed_stays_and_the_error_says_what_to_do() -> None:
    answer = Client().post("/kontakt/", CONTACT | {"email": "keine-adresse"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Wie fange ich an?" in html
    assert "<title>Fehler: " in html
    assert 'aria-invalid="true"' in html
    assert 'href="#id_email"' in html
    assert not Message.objects.filter(subject__startswith="Kontakt").exists()


def test_a_filled_honeypot_sends_nothing() -> None:
    answer = Client().post("/kontakt/", CONTACT | {"contact_url": "https://spam.example"})
    assert answer["Location"] == "/kontakt/?gesendet=1"
    assert not Message.objects.filter(subject__startswith="Kontakt").exists()


def test_messages_are_rate_limited() -> None:
    statuses = [Client().post("/kontakt/", CONTACT).status_code for _ in range(7)]
    assert statuses == [302] * 5 + [429] * 2
    assert Message.objects.filter(subject="Kontakt: Frage").count() == 5


@pytest.mark.parametrize("evil", ["Frage\nBcc: x@y.example", "Frage\r\nX: y"])
def test_a_subject_with_a_line_break_becomes_one_line(evil: str) -> None:
    Client().post("/kontakt/", CONTACT | {"subject": evil})
    assert "\n" not in Message.objects.get(subject__startswith="Kontakt: Frage ").subject


def test_control_characters_do_not_reach_the_mail() -> None:
    Client().post("/kontakt/", CONTACT | {"message": "Hallo\x1b[31m Welt\u202e!\nZeile zwei"})
    text = Message.objects.get(subject="Kontakt: Frage").text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "Welt" in text
    assert "\nZeile zwei" in text
