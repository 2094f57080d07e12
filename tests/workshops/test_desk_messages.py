"""Mails of organisers to those who booked, the attendance sheet, and who sees what was sent."""

import pytest
from django.test import Client

from netzwerk.members.roles import MEMBER, ORGANISER
from netzwerk.members.services import own_data
from netzwerk.post.models import Message
from netzwerk.seats.services.booking import Guest
from tests.factories.places import booked, guest
from tests.factories.workshops import place_of, published
from tests.pdf import reading, verapdf
from tests.pdf.test_report import FOREIGN, HOSTILE
from tests.workshops.desk import address, member, seated, text_of
from workshops.events.models import GroupMessage, Workshop
from workshops.events.sheet import sheet_of

pytestmark = pytest.mark.django_db
MAIL = {"group": "angemeldet", "subject": "Raum geändert", "text": "Wir treffen uns in Raum 2.", "form_key": "einmal"}


@pytest.fixture
def organiser(person):
    return person(ORGANISER, first_name="Tomasz", last_name="Krüger")


@pytest.fixture
def workshop(organiser) -> Workshop:
    return published(organiser, seats_in_person=3, seats_online=3)


@pytest.fixture
def client(organiser, login) -> Client:
    return login(organiser)


@pytest.fixture(autouse=True)
def empty_outbox(workshop) -> None:
    Message.objects.all().delete()


def sent_to() -> list[str]:
    return sorted(address for one in Message.objects.all() for address in one.to)


def test_a_group_gets_one_mail_each_after_a_review(client, workshop) -> None:
    one, other = seated(workshop), guest(place_of(workshop))
    seated(workshop, guest=Guest("Ohne Adresse", ""))
    booked(place_of(workshop), member())
    Message.objects.all().delete()
    path = address("message_new", workshop)
    text = client.post(path, MAIL).content.decode()
    assert "Noch ist nichts gesendet" in text and "2 Personen" in text and "Raum geändert" in text
    assert "Ohne E-Mail-Adresse" in text and sent_to() == []
    for _twice in range(2):
        assert client.post(path, MAIL | {"sure": "1"}).status_code == 302
    assert sent_to() == sorted([one.person.email, other.email])
    mail = Message.objects.get(to=[other.email])
    assert mail.reply_to == [workshop.contact_email] and mail.about == f"seats.booking:{other.pk}"
    assert "Raum 2" in mail.text and "Tomasz Krüger" in mail.text and "/termine/anmeldung/gast/" in mail.text
    assert GroupMessage.objects.get().recipients == 2
    text = text_of(client, address("messages", workshop))
    assert "Raum geändert" in text and "Angemeldete (2)" in text


def test_groups_are_narrowed_by_format_and_by_state(client, workshop) -> None:
    online = seated(workshop, key="online")
    seated(workshop)
    for _full in range(3):
        waiting = booked(place_of(workshop), member())
    path = address("message_new", workshop)
    for group, address_of in (("angemeldet:online", online.person.email), ("warteliste", waiting.person.email)):
        Message.objects.all().delete()
        client.post(path, MAIL | {"group": group, "sure": "1", "form_key": group})
        assert sent_to() == [address_of]
    assert client.post(path, MAIL | {"group": "anfragen"}).status_code == 422, "nobody"
    assert client.post(path, MAIL | {"group": "alle"}).status_code == 422


def test_the_chosen_ones_get_it_and_nobody_of_another_workshop(client, workshop) -> None:
    one, foreign = seated(workshop), seated(published())
    seated(workshop)
    chosen = {"zeile": [one.pk, foreign.pk], "was": "schreiben", "liste": ""}
    assert f'name="wer" value="{one.pk}"' in client.post(address("bulk", workshop), chosen).content.decode()
    Message.objects.all().delete()
    mail = {name: value for name, value in MAIL.items() if name != "group"}
    path = address("message_new", workshop)
    assert "1 Person" in client.post(path, mail | {"wer": [one.pk, foreign.pk]}).content.decode()
    client.post(path, mail | {"wer": [one.pk, foreign.pk], "sure": "1"})
    assert sent_to() == [one.person.email]
    assert client.post(path, mail | {"wer": [foreign.pk], "sure": "1", "form_key": "x"}).status_code == 422
    assert client.post(path, mail | {"wer": ["unsinn"], "sure": "1", "form_key": "y"}).status_code == 422


def test_hostile_text_stays_text(client, workshop) -> None:
    seated(workshop)
    Message.objects.all().delete()
    hostile = "→ Anmelden: https://angreifer.example/\n> Zitat\n<script>alert(1)</script>"
    data = MAIL | {"subject": "Betreff\r\nBcc: x@y.example", "text": hostile}
    text = client.post(address("message_new", workshop), data).content.decode()
    assert "<script>alert" not in text
    client.post(address("message_new", workshop), data | {"sure": "1"})
    mail = Message.objects.get()
    assert "\n" not in mail.subject and "<script>alert" not in mail.html
    assert 'href="https://angreifer.example' not in mail.html


def test_others_neither_read_nor_send(client, workshop, person, login) -> None:
    for user in (person(MEMBER), person(ORGANISER)):
        assert login(user).get(address("messages", workshop)).status_code == 404
        assert login(user).post(address("message_new", workshop), MAIL | {"sure": "1"}).status_code == 404
    assert not GroupMessage.objects.exists()


def test_the_sender_is_forgotten_with_the_account(client, workshop, organiser) -> None:
    seated(workshop)
    client.post(address("message_new", workshop), MAIL | {"sure": "1"})
    held = str(own_data.collect(organiser))
    assert "Raum geändert" in held
    own_data.erase_account(organiser, actor=organiser)
    assert GroupMessage.objects.get().sent_by is None


def test_the_sheet_lists_those_on_site_without_needs(client, workshop, tmp_path) -> None:
    seated(workshop, member("Nilgün", "Berger"))
    seated(workshop, member("Online", "Anna"), key="online")
    row = workshop.dates.select_related("date__venue", "workshop", "place").get()
    answer = client.get(address("sheet", workshop))
    assert answer["Content-Type"] == "application/pdf"
    text = reading.text_of(answer.content)
    assert "Berger, Nilgün" in text and "Unterschrift" in text and "Anna, Online" not in text
    assert client.get(address("sheet", workshop) + "?termin=999999").status_code == 404
    assert client.get(address("sheet", workshop) + "?termin=x").status_code == 404
    for number in range(60):
        seated(workshop, guest=Guest(f"{HOSTILE} {FOREIGN} {number}"[:190], "", HOSTILE[:190]))
    Workshop.objects.filter(pk=workshop.pk).update(title=f"{HOSTILE}"[:150])
    row.workshop.refresh_from_db()
    (tmp_path / "usual.pdf").write_bytes(answer.content)
    (tmp_path / "long.pdf").write_bytes(sheet_of(row))
    assert reading.kinds(answer.content).count("/TH") >= 4
    assert verapdf.check(tmp_path) == ""
