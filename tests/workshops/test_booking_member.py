"""A member books: two clicks without questions, three steps with them; nothing is booked twice."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netzwerk.members.roles import COORDINATOR, MEMBER, ORGANISER
from netzwerk.members.services.memberships import join_organisation
from netzwerk.seats.models import Booking, Place
from netzwerk.seats.services.places import cancel_place
from tests.browsing import Values, form_in, values_in
from tests.counting import fewest_queries
from tests.factories.organisations import organisation
from tests.factories.places import booked, format_of, rest_of
from tests.factories.workshops import place_of, published
from workshops.events.models import Answer, Question

pytestmark = pytest.mark.django_db
State = Booking.State


def start_of(place: Place) -> str:
    return reverse("bookings:start", args=[place.pk])


def opened(client: Client, place: Place) -> Values:
    answer = client.get(start_of(place))
    assert answer.status_code == 200
    return values_in(form_in(answer.content.decode(), having="form_key"))


def go(client: Client, place: Place, values: Values, to: str, **more):
    return client.post(start_of(place), {**values, "zu": to, **more})


def ask(workshop, kind: str = "text", label: str = "Was bringen Sie mit?", **values) -> Question:
    return Question.objects.create(workshop=workshop, kind=kind, label=label, **values)


def test_a_member_books_in_two_clicks(person, login) -> None:
    place, user = place_of(published()), person(MEMBER)
    client = login(user)
    values = opened(client, place)
    answer = go(client, place, values, "anmelden")
    booking = Booking.objects.get(place=place)
    assert answer.status_code == 302 and answer.url == f"{reverse('bookings:own', args=[booking.pk])}?neu=1"
    assert (booking.person, booking.state, booking.shows_name) == (user, State.CONFIRMED, False)
    assert booking.organisation == user.memberships.get().organisation
    page = client.get(answer.url).content.decode()
    assert "Sie haben einen Platz" in page and "9:30 bis 16:00" in page


def test_the_review_says_who_sees_the_name_and_shows_ones_own_data(person, login) -> None:
    user = person(MEMBER, first_name="Tomasz", last_name="Krüger")
    page = login(user).get(start_of(place_of(published()))).content.decode()
    for words in ("Tomasz Krüger", user.email, "Wer Ihren Namen sieht", "Verbindlich anmelden", "noch 2"):
        assert words in page
    assert "an der Reihe" not in page  # nobody waits where seats are free


def test_a_form_that_is_sent_twice_books_once(person, login) -> None:
    place, client = place_of(published()), login(person(MEMBER))
    values = opened(client, place)
    first, second = (go(client, place, values, "anmelden") for _ in range(2))
    assert first.url == second.url and Booking.objects.filter(place=place).count() == 1
    assert rest_of(place).taken == 1


def test_whoever_comes_back_with_another_form_reads_that_they_are_booked(person, login) -> None:
    place, client = place_of(published()), login(person(MEMBER))
    values = opened(client, place)
    go(client, place, values, "anmelden")
    again = go(client, place, values | {"form_key": [str(uuid4())]}, "anmelden")
    assert again.status_code == 422 and "schon eine Anmeldung" in again.content.decode()
    assert client.get(start_of(place)).url == reverse("bookings:own", args=[Booking.objects.get(place=place).pk])


def test_whoever_finds_the_last_seat_gone_reads_that_they_wait(person, login) -> None:
    place = place_of(published(seats_in_person=1))
    client = login(person(MEMBER))
    values = opened(client, place)
    booked(place)
    answer = go(client, place, values, "anmelden")
    booking = Booking.objects.latest("pk")
    assert (booking.state, booking.promote_at_once) == (State.WAITING, False)  # they were not asked
    page = client.get(answer.url).content.decode()
    assert "Warteliste, Platz\N{NO-BREAK SPACE}1" in page and "Sie haben noch keinen Platz" in page


def test_where_one_would_wait_the_choice_is_offered(person, login) -> None:
    place = place_of(published(seats_in_person=1))
    booked(place)
    client = login(person(MEMBER))
    values = opened(client, place)
    assert values["promotion"] == ["gleich"]
    go(client, place, values, "anmelden", promotion="gleich")
    assert Booking.objects.latest("pk").promote_at_once


def test_format_and_organisation_are_asked_only_where_there_is_a_choice(person, login) -> None:
    place, user = place_of(published(seats_online=5)), person(MEMBER)
    second = organisation()
    join_organisation(user, second, actor=None)
    client, online = login(user), format_of(place, "online")
    values = opened(client, place)
    answer = go(client, place, values, "anmelden")
    assert answer.status_code == 422 and "Fehler:" in answer.content.decode()
    chosen = {"format": str(online.pk), "organisation": str(second.pk), "shows_name": "on"}
    assert go(client, place, values, "anmelden", **chosen).status_code == 302
    booking = Booking.objects.get(place=place)
    assert (booking.format, booking.organisation, booking.shows_name) == (online, second, True)


@pytest.mark.parametrize("field", ["format", "organisation"])
def test_foreign_formats_and_organisations_are_refused(person, login, field: str) -> None:
    place, user, other = place_of(published(seats_online=5)), person(MEMBER), place_of(published(seats_online=5))
    join_organisation(user, organisation(), actor=None)
    foreign = {"format": format_of(other), "organisation": organisation()}[field]
    client = login(user)
    good = {"format": format_of(place).pk, "organisation": user.memberships.first().organisation_id}
    answer = go(client, place, opened(client, place), "anmelden", **(good | {field: foreign.pk}))
    assert answer.status_code == 422 and not Booking.objects.filter(place=place).exists()


def test_with_questions_there_are_steps_and_everything_is_kept_on_the_way_back(person, login) -> None:
    workshop = published()
    text, needs = (
        ask(workshop, is_required=True),
        ask(workshop, "needs", "Was brauchen Sie?", choices=["Rampe", "Schrift"]),
    )
    place, client = place_of(workshop), login(person(MEMBER))
    values = opened(client, place)
    step = go(client, place, values | {"shows_name": ["on"]}, "fragen")
    fields = values_in(form_in(step.content.decode(), having=f"frage-{text.pk}"))
    assert fields["shows_name"] == ["on"]
    empty = go(client, place, fields, "pruefen")
    assert empty.status_code == 422 and "Fehler:" in empty.content.decode()
    fields |= {
        f"frage-{text.pk}": ["Fragen & <b>Fälle</b>"],
        f"frage-{needs.pk}": ["Rampe"],
        f"frage-{needs.pk}-mehr": ["Stuhl"],
    }
    review = go(client, place, fields, "pruefen")
    page = review.content.decode()
    assert "Fragen &amp; &lt;b&gt;Fälle&lt;/b&gt;" in page and "Rampe, Stuhl" in page and "<b>Fälle" not in page
    sent = values_in(form_in(page, having="form_key"))
    back = values_in(form_in(go(client, place, sent, "angaben").content.decode(), having="form_key"))
    assert back["shows_name"] == ["on"] and back["form_key"] == values["form_key"]
    assert back[f"frage-{needs.pk}"] == ["Rampe"]
    assert not Booking.objects.filter(place=place).exists()
    assert go(client, place, sent, "anmelden").status_code == 302
    stored = {one.question: one.value for one in Answer.objects.filter(booking__place=place)}
    assert stored == {text: "Fragen & <b>Fälle</b>", needs: ["Rampe", "Stuhl"]}


def test_needs_say_who_reads_them_and_when_they_are_deleted(person, login) -> None:
    organiser = person(ORGANISER, first_name="Selma", last_name="Aydin")
    workshop = published(organiser)
    ask(workshop, "needs", "Was brauchen Sie?")
    place, client = place_of(workshop), login(person(MEMBER))
    page = go(client, place, opened(client, place), "fragen").content.decode()
    day = timezone.localdate(place.ends_at) + timedelta(days=30)
    assert "Das liest nur Selma Aydin von der Veranstaltung" in page
    assert f"Wird am {day.day}. " in page and "gelöscht" in page


def test_answers_that_are_no_choice_are_refused(person, login) -> None:
    workshop = published()
    question = ask(workshop, "choice", "Essen?", choices=["vegan", "alles"], is_required=True)
    place, client = place_of(workshop), login(person(MEMBER))
    values = opened(client, place) | {f"frage-{question.pk}": ["Austern"]}
    assert go(client, place, values, "anmelden").status_code == 422
    assert not Booking.objects.filter(place=place).exists()


def test_a_double_post_keeps_the_first_answers(person, login) -> None:
    workshop = published()
    question = ask(workshop)
    place, client = place_of(workshop), login(person(MEMBER))
    values = opened(client, place)
    for said in ("erst", "dann"):
        go(client, place, values, "anmelden", **{f"frage-{question.pk}": said})
    assert Answer.objects.get().value == "erst"


@pytest.mark.parametrize("why", ["closed", "over", "cancelled", "organisations"])
def test_a_closed_door_says_why(person, login, why: str) -> None:
    workshop = published(audience="organisations" if why == "organisations" else "public")
    place, client = place_of(workshop), login(person(MEMBER))
    if why == "closed":
        Place.objects.filter(pk=place.pk).update(is_open=False)
    elif why == "over":
        Place.objects.filter(pk=place.pk).update(books_until=timezone.now() - timedelta(minutes=1))
    elif why == "cancelled":
        cancel_place(place, actor=None)
    for answer in (client.get(start_of(place)), client.post(start_of(place), {"zu": "anmelden"})):
        assert answer.status_code == (404 if why == "organisations" else 409)
    assert not Booking.objects.filter(place=place).exists()


def test_a_full_workshop_without_waiting_list_says_so_at_once_but_not_to_whoever_sends_twice(person, login) -> None:
    place = place_of(published(seats_in_person=1, has_waiting_list=False))
    client, late = login(person(MEMBER)), login(person(MEMBER))
    values, too_late = opened(client, place), opened(late, place)
    first, second = (go(client, place, values, "anmelden") for _ in range(2))
    assert first.status_code == 302 and first.url == second.url
    for answer in (late.get(start_of(place)), go(late, place, too_late, "anmelden")):
        assert answer.status_code == 409 and "kein Platz mehr frei" in answer.content.decode()


@pytest.mark.parametrize("way", ["", "nirgends", "\x00", "a" * 5000, "anmelden"])
def test_hostile_posts_book_nothing(person, login, way: str) -> None:
    place, client = place_of(published(seats_online=2)), login(person(MEMBER))
    answer = client.post(start_of(place), {"zu": way, "form_key": "' OR 1=1", "format": "9" * 40, "promotion": "\x00"})
    assert answer.status_code in (200, 422) and not Booking.objects.filter(place=place).exists()


def test_booking_stays_lean(person, login) -> None:
    place, client = place_of(published(seats_in_person=50)), login(person(MEMBER))
    assert fewest_queries(lambda: client.get(start_of(place))) <= 12
    clients = iter([login(person(MEMBER)) for _ in range(4)])

    def book() -> None:
        client = next(clients)
        go(client, place, {"form_key": [str(uuid4())]}, "anmelden")

    assert fewest_queries(book) <= 23
    assert Booking.objects.filter(place=place).confirmed().count() == 4


def test_the_coordination_finds_the_way_to_book_for_colleagues(person, login) -> None:
    place = place_of(published())
    address = reverse("bookings:colleagues", args=[place.pk])
    assert address in login(person(COORDINATOR)).get(start_of(place)).content.decode()
    assert address not in login(person(MEMBER)).get(start_of(place)).content.decode()
