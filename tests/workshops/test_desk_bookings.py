"""The list of bookings at the desk, one booking, and what is done with several."""

import io

import openpyxl
import pytest
from django.test import Client

from netzwerk.members.roles import MEMBER, OFFICE, ORGANISER
from netzwerk.post.models import Message
from netzwerk.seats import tasks
from netzwerk.seats.models import Booking
from netzwerk.seats.services.booking import Guest
from tests.counting import fewest_queries
from tests.factories.organisations import organisation
from tests.factories.places import booked, guest
from tests.factories.workshops import draft, place_of, published
from tests.workshops.desk import address, member, needs_question, seated, text_of
from workshops.events.models import Answer, Question

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>=1+1"


@pytest.fixture
def organiser(person):
    return person(ORGANISER)


@pytest.fixture
def workshop(organiser):
    return published(organiser, seats_in_person=3)


@pytest.fixture
def client(organiser, login) -> Client:
    return login(organiser)


def state_of(booking: Booking) -> str:
    return Booking.objects.get(pk=booking.pk).state


def test_only_those_who_manage_the_workshop_come_in(person, login, workshop, organiser) -> None:
    path = address("bookings", workshop)
    assert login(organiser).get(path).status_code == login(person(OFFICE)).get(path).status_code == 200
    for other in (person(ORGANISER), person(MEMBER)):
        assert login(other).get(path).status_code == 404
    assert Client().get(path).status_code == 302
    organiser.role_grants.all().delete()
    assert login(organiser).get(path).status_code == 404, "without the role no longer"


def test_needs_are_for_organisers_only_on_every_screen(person, login, client, workshop) -> None:
    """Not for the office, which may do all else at the desk."""
    made, question = seated(workshop), needs_question(workshop)
    Answer.objects.create(booking=made, question=question, value="Rollstuhl")
    other = Question.objects.create(workshop=workshop, label="Woher kennen Sie uns?")
    Answer.objects.create(booking=made, question=other, value="Rundbrief")
    office, path = login(person(OFFICE)), address("bookings", workshop)
    one = address("booking", workshop, made.pk)
    assert "Rollstuhl" in text_of(client, path) and "Rollstuhl" in text_of(client, one)
    for shown in (text_of(office, path), text_of(office, f"{path}?bedarf=mit"), text_of(office, one)):
        assert "Rollstuhl" not in shown and "Bedarf" not in shown
    assert "Rundbrief" in text_of(office, one)
    seated(workshop, member("Otto", "Ohne"))
    assert "Otto" in text_of(office, f"{path}?bedarf=mit"), "the filter tells nothing either"
    for kind in ("csv", "xlsx"):
        assert office.get(f"{path}?als={kind}&mit=bedarf").status_code == 404
    assert "Rollstuhl" not in b"".join(office.get(f"{path}?als=csv").streaming_content).decode()


def test_the_list_says_who_is_where(client, workshop) -> None:
    first, second = seated(workshop, member("Nilgün", "Berger")), guest(place_of(workshop), name="Jörn Pahlke")
    for _full in range(2):
        booked(place_of(workshop), member("Wanda", "Wartet"))
    Answer.objects.create(booking=first, question=needs_question(workshop), value="Rollstuhl")
    text = text_of(client, address("bookings", workshop))
    for words in ("Berger, Nilgün", "Pahlke, Jörn", "Rollstuhl", "Wartet, Wanda", "Warteliste", "noch frei für alle"):
        assert words in text, words
    assert text.index("Berger, Nilgün") < text.index("Pahlke, Jörn") < text.index("Wartet, Wanda")
    assert second.is_guest and "Gast, ohne Konto" in text


def test_filters_narrow_and_ignore_nonsense(client, workshop) -> None:
    house = organisation(name="Kreis Auenrode")
    one = seated(workshop, member("Mara", "Lindner", home=house), organisation=house)
    seated(workshop, member("Falk", "Hartmann"))
    question = needs_question(workshop)
    Answer.objects.create(booking=one, question=question, value=["vegetarisch"])
    path = address("bookings", workshop)
    for query in ("?suche=lindner", "?suche=auenrode", "?bedarf=mit"):
        text = text_of(client, path + query)
        assert "Lindner, Mara" in text and "Hartmann, Falk" not in text, query
    for query in ("?bedarf=999999", "?termin=abc", "?stand=x", "?sortierung=x", "?seite=99", "?form=online"):
        assert "Hartmann, Falk" in text_of(client, path + query), query
    assert "Hier ist noch niemand" in text_of(client, path + "?stand=storniert")
    assert "Nichts gefunden" in text_of(client, path + "?suche=niemand")


def test_of_dates_booked_singly_one_can_be_chosen(organiser, login) -> None:
    workshop = published(organiser, days=(30, 37), booking="singly")
    later = workshop.dates.order_by("date__starts_at").last().place
    booked(place_of(workshop), member("Mara", "Lindner"))
    booked(later, member("Falk", "Hartmann"))
    text = text_of(login(organiser), f"{address('bookings', workshop)}?termin={later.pk}")
    assert "Hartmann, Falk" in text and "Lindner, Mara" not in text


def test_undeliverable_mail_shows_until_the_address_is_corrected(
    client, workshop, django_capture_on_commit_callbacks
) -> None:
    made = guest(place_of(workshop), "falsch@ort.example", name="Jörn Pahlke")
    tasks.write_letters()
    Message.objects.filter(to=["falsch@ort.example"]).update(state=Message.State.FAILED)
    assert "Mail kam zurück" in text_of(client, address("bookings", workshop))
    assert "Eine E-Mail kam zurück" in text_of(client, address("booking", workshop, made.pk))
    path = address("step", workshop, made.pk, "adresse")
    assert client.post(path, {"email": "keine adresse"}).status_code == 422
    assert client.post(path, {"email": "Richtig@Ort.example"}).status_code == 302
    tasks.write_letters()
    assert Message.objects.filter(to=["richtig@ort.example"]).exists()
    assert "Mail kam zurück" not in text_of(client, address("bookings", workshop))


def test_several_are_approved_after_a_review(organiser, client) -> None:
    workshop = published(organiser, seats_in_person=1, needs_approval=True)
    first, second, third = (booked(place_of(workshop), member(last=name)) for name in ("Eins", "Zwei", "Drei"))
    data = {"zeile": [third.pk, first.pk, second.pk], "was": "genehmigen", "liste": ""}
    text = client.post(address("bulk", workshop), data).content.decode()
    assert "Noch ist nichts geschehen" in text and state_of(first) == "requested"
    assert client.post(address("bulk", workshop), data | {"sure": "1"}).status_code == 302
    assert [state_of(one) for one in (first, second, third)] == ["confirmed", "waiting", "waiting"]


def test_declining_and_cancelling_need_a_reason(organiser, client) -> None:
    workshop = published(organiser, seats_in_person=3, needs_approval=True)
    asked, seat = booked(place_of(workshop)), seated(workshop)
    for action, one, after in (("ablehnen", asked, "declined"), ("stornieren", seat, "cancelled")):
        data = {"zeile": [one.pk], "was": action, "liste": "stand=alle", "sure": "1"}
        before = state_of(one)
        assert client.post(address("bulk", workshop), data | {"reason": " "}).status_code == 422
        assert state_of(one) == before
        assert client.post(address("bulk", workshop), data | {"reason": "Zu spät"}).status_code == 302
        assert state_of(one) == after and Booking.objects.get(pk=one.pk).reason == "Zu spät"


def test_what_does_not_fit_is_left_alone_and_named(organiser, client) -> None:
    workshop = published(organiser, needs_approval=True)
    foreign = booked(place_of(published(needs_approval=True)))
    asked, seat = booked(place_of(workshop)), seated(workshop, member("Falk", "Hartmann"))
    data = {"zeile": [asked.pk, seat.pk, foreign.pk, 10**17], "was": "genehmigen", "liste": ""}
    text = client.post(address("bulk", workshop), data).content.decode()
    assert "Hier geschieht nichts" in text and "Der Stand ist: angemeldet." in text
    assert "2 gewählte Zeilen gibt es nicht mehr" in text
    client.post(address("bulk", workshop), data | {"sure": "1"})
    assert [state_of(one) for one in (asked, foreign)] == ["confirmed", "requested"]


def test_a_foreign_booking_is_missing_like_one_that_never_was(client, workshop) -> None:
    foreign = seated(published())
    for pk in (foreign.pk, 999_999):
        assert client.get(address("booking", workshop, pk)).status_code == 404
        assert client.post(address("step", workshop, pk, "stornieren"), {"reason": "x"}).status_code == 404
    assert client.get(address("step", workshop, seated(workshop).pk, "gibt-es-nicht")).status_code == 404


def test_one_booking_shows_answers_and_history(client, workshop) -> None:
    made = seated(workshop, member("Mara", "Lindner"))
    Answer.objects.create(booking=made, question=needs_question(workshop), value=HOSTILE)
    text = text_of(client, address("booking", workshop, made.pk))
    for words in ("Mara Lindner", "Was brauchen Sie?", "Verlauf", "Angemeldet", "Anmeldung stornieren"):
        assert words in text, words
    assert "<script>alert" not in text
    assert "genehmigen" not in text


def test_one_seat_more_goes_past_the_waiting_list_and_stays_after_a_change(client, organiser) -> None:
    workshop = published(organiser, seats_in_person=1)
    _seat, waiting, chosen = (booked(place_of(workshop), member(last=name)) for name in ("A", "B", "C"))
    assert client.post(address("step", workshop, chosen.pk, "platz-mehr")).status_code == 302
    assert [state_of(one) for one in (waiting, chosen)] == ["waiting", "confirmed"]
    workshop.refresh_from_db()
    assert workshop.seats_in_person == 2, "or the next change of the workshop would ask for a seat back"


def test_the_seat_goes_to_another_format_or_to_a_colleague(client, organiser) -> None:
    workshop = published(organiser, seats_in_person=2, seats_online=2)
    house = organisation()
    one, colleague = member("Mara", "Lindner", home=house), member("Dana", "Wirth", home=house, profile_open=True)
    made = booked(place_of(workshop), one, organisation=house)
    online = place_of(workshop).formats.get(key="online")
    assert client.post(address("step", workshop, made.pk, "form"), {"format": online.pk}).status_code == 302
    assert client.post(address("step", workshop, made.pk, "form"), {"format": "999"}).status_code == 422
    made.refresh_from_db()
    assert made.format == online
    sent = {"person": colleague.pk, "person-shown-for": ""}
    assert client.post(address("step", workshop, made.pk, "ersatz"), sent).status_code == 302
    made.refresh_from_db()
    assert made.person == colleague
    stranger = {"person": member().pk, "person-shown-for": ""}
    assert client.post(address("step", workshop, made.pk, "ersatz"), stranger).status_code == 422


def test_a_guest_and_a_member_are_added_by_hand(client, workshop) -> None:
    path = address("add", workshop)
    somebody = member("Offene", "Person", profile_open=True)
    assert client.post(path, {"person-shown-for": ""}).status_code == 422
    assert client.post(path, {"person": somebody.pk, "person-shown-for": ""}).status_code == 302
    assert client.post(path, {"person": somebody.pk, "person-shown-for": ""}).status_code == 422, "twice"
    guest_data = {"name": HOSTILE, "email": "gast@ort.example", "affiliation": "Ort", "person-shown-for": ""}
    assert client.post(path, guest_data).status_code == 302
    assert client.post(path, {"name": "Drei", "person-shown-for": ""}).status_code == 302
    full = client.post(path, {"name": "Vier", "person-shown-for": ""})
    assert full.status_code == 422 and "Ein Platz mehr" in full.content.decode()
    assert client.post(path, {"name": "Vier", "one_more": "on", "person-shown-for": ""}).status_code == 302
    assert place_of(workshop).bookings.confirmed().count() == 4
    assert "<script>alert" not in text_of(client, address("bookings", workshop))


def test_the_files_hold_needs_only_if_asked_and_no_formula(client, workshop) -> None:
    made = seated(workshop, guest=Guest("=cmd()|x", "gast@ort.example", "+49"))
    Answer.objects.create(booking=made, question=needs_question(workshop), value="@Rollstuhl")
    path = address("bookings", workshop)
    plain = b"".join(client.get(f"{path}?als=csv").streaming_content).decode()
    assert "'=cmd()|x" in plain and "'+49" in plain and "Rollstuhl" not in plain
    assert "'@Rollstuhl" in b"".join(client.get(f"{path}?als=csv&mit=bedarf").streaming_content).decode()
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(f"{path}?als=xlsx&mit=bedarf").content)).active
    cells = [cell.value for cell in sheet[2]]
    assert "'=cmd()|x" in cells and "'@Rollstuhl" in cells
    assert not any(cell.data_type == "f" for row in sheet for cell in row)


def test_a_list_costs_the_same_with_one_and_with_many(client, organiser) -> None:
    workshop = published(organiser, seats_in_person=100)
    question = needs_question(workshop)

    def add(number: int) -> None:
        for one in range(number):
            made = seated(workshop, member(last=f"Person {one}"))
            Answer.objects.create(booking=made, question=question, value="laut")
            guest(place_of(workshop), f"gast{number}-{one}@ort.example")

    path = address("bookings", workshop)
    add(1)
    once = fewest_queries(lambda: text_of(client, path))
    add(3)
    assert fewest_queries(lambda: text_of(client, path)) == once <= 25
    exported = fewest_queries(lambda: b"".join(client.get(f"{path}?als=csv&mit=bedarf").streaming_content))
    assert exported <= 25


def test_a_draft_without_dates_has_a_desk_too(login, organiser) -> None:
    workshop = draft(organiser, days=())
    for name in ("bookings", "check_in", "seats", "messages", "closing"):
        text_of(login(organiser), address(name, workshop))
    assert login(organiser).get(address("add", workshop)).status_code == 404
