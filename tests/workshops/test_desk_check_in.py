"""Check-in at the door: by list and by code, walk-ins, and nothing any more once the date is closed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netzwerk.members.roles import MEMBER, ORGANISER
from netzwerk.seats.models import Attendance
from netzwerk.seats.services.booking import Guest
from tests.counting import fewest_queries
from tests.factories.places import booked
from tests.factories.workshops import place_of, published
from tests.workshops.desk import address, member, seated, text_of
from workshops.events.services.check_in import check_in_code, read_check_in_code
from workshops.events.templatetags.desk_tags import check_in_qr

pytestmark = pytest.mark.django_db


@pytest.fixture
def organiser(person):
    return person(ORGANISER)


@pytest.fixture
def workshop(organiser):
    return published(organiser, seats_in_person=2)


@pytest.fixture
def client(organiser, login) -> Client:
    return login(organiser)


@pytest.fixture
def row(workshop):
    return workshop.dates.get()


def test_with_one_date_the_list_opens_at_once(client, workshop, row, organiser, login) -> None:
    assert client.get(address("check_in", workshop)).url == address("door", workshop, row.pk)
    several = published(organiser, days=(30, 37))
    text = text_of(client, address("check_in", several))
    assert "Heute ist kein Termin" in text and text.count("/einlass/") >= 2


def test_a_tap_checks_in_and_a_second_takes_it_back(client, workshop, row) -> None:
    one = seated(workshop, member("Nilgün", "Berger"))
    seated(workshop, member("Falk", "Hartmann"))
    path = address("door", workshop, row.pk)
    text = text_of(client, path)
    assert "0 von 2 da" in text and 'aria-pressed="false"' in text and "Zurück zu den Anmeldungen" in text
    for _twice in range(2):  # two people at two doors: the second tap on the same button changes nothing
        answer = client.post(path, {"da": one.pk})
        assert answer.status_code == 302 and answer.url.endswith(f"#platz-{one.pk}")
    text = text_of(client, path)
    assert "1 von 2 da" in text and f'name="nicht" value="{one.pk}"' in text
    assert "Berger" in text_of(client, f"{path}?stand=da") and "Hartmann" not in text_of(client, f"{path}?stand=da")
    assert "Berger" not in text_of(client, f"{path}?q=hartm")
    client.post(path, {"nicht": one.pk})
    assert not Attendance.objects.exists()


def test_foreign_people_and_dates_are_missing(client, workshop, row, person, login) -> None:
    other = published()
    foreign, foreign_row = seated(other), other.dates.get()
    path = address("door", workshop, row.pk)
    for value in (foreign.pk, 999_999, "x", "9" * 30, "-1"):
        assert client.post(path, {"da": value}).status_code == 404
    assert client.post(path).status_code == 404
    assert client.get(address("door", workshop, foreign_row.pk)).status_code == 404
    assert login(person(MEMBER)).post(path, {"da": seated(workshop).pk}).status_code == 404
    assert not Attendance.objects.exists()


def test_whoever_waits_is_not_let_in(client, workshop, row) -> None:
    waiting = [booked(place_of(workshop), member()) for _one in range(3)][-1]
    answer = client.post(address("door", workshop, row.pk), {"da": waiting.pk}, follow=True)
    assert "hat keinen Platz" in answer.content.decode() and not Attendance.objects.exists()


def test_somebody_comes_without_a_booking(client, workshop, row) -> None:
    path = address("walk_in", workshop, row.pk)
    assert client.post(path, {"name": ""}).status_code == 422
    assert client.post(path, {"name": "Gerda Gast"}).status_code == 302
    attendance = Attendance.objects.get()
    assert attendance.booking.name == "Gerda Gast" and attendance.checked_in_at is not None
    client.post(path, {"name": "Zwei"})
    assert client.post(path, {"name": "Drei"}).status_code == 422, "full"
    assert client.post(path, {"name": "Drei", "one_more": "on"}).status_code == 302
    assert "3 von 3 da" in text_of(client, address("door", workshop, row.pk))


def test_a_closed_date_takes_no_more_taps(client, workshop, row) -> None:
    one = seated(workshop)
    workshop.dates.update(closed_at=timezone.now())
    answer = client.post(address("door", workshop, row.pk), {"da": one.pk}, follow=True)
    assert "ist abgeschlossen" in answer.content.decode() and not Attendance.objects.exists()
    assert client.post(address("walk_in", workshop, row.pk), {"name": "Gerda Gast"}).status_code == 422


def test_the_code_opens_a_page_for_organisers_only_and_a_button_checks_in(
    client, workshop, row, person, login
) -> None:
    made = seated(workshop, member("Mara", "Lindner"))
    path = reverse("workshop_desk:code", args=[check_in_code(made)])
    for other in (person(ORGANISER), made.person):
        assert login(other).get(path).status_code == 404
        assert login(other).post(path, {"termin": row.pk}).status_code == 404
    assert Client().get(path).status_code == 302
    assert "Mara Lindner" in text_of(client, path)
    assert not Attendance.objects.exists(), "opening changes nothing"
    assert client.post(path, {"termin": published().dates.get().pk}).status_code == 404
    client.post(path, {"termin": row.pk})
    assert Attendance.objects.get().booking == made


def test_a_code_cannot_be_guessed(client, workshop) -> None:
    made = seated(workshop)
    code = check_in_code(made)
    assert read_check_in_code(code) == made.pk
    for wrong in (f"{made.pk}.x", code.replace(str(made.pk), str(made.pk + 1), 1), "", "a.b.c"):
        assert read_check_in_code(wrong) is None
        if wrong:
            assert client.get(reverse("workshop_desk:code", args=[wrong])).status_code == 404


def test_the_code_is_drawn_for_whoever_has_a_seat_when_it_is_near(workshop) -> None:
    made = seated(workshop)
    assert check_in_qr(made) == ""
    made.place.starts_at = timezone.now() + timedelta(days=2)
    drawn = check_in_qr(made)
    assert drawn.startswith("<svg") and 'role="img"' in drawn and "Code für den Einlass" in drawn
    made.state = "cancelled"
    assert check_in_qr(made) == ""


def test_the_list_costs_the_same_with_one_and_with_many(client, organiser) -> None:
    workshop = published(organiser, seats_in_person=100)
    path = address("door", workshop, workshop.dates.get().pk)
    seated(workshop)
    once = fewest_queries(lambda: text_of(client, path))
    for number in range(3):
        seated(workshop, guest=Guest(f"Gast {number}", f"gast{number}@ort.example"))
        seated(workshop)
    assert fewest_queries(lambda: text_of(client, path)) == once <= 25
