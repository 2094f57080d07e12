"""The coordination of an organisation: books several colleagues, sees who goes where, releases, sets rules."""

import pytest
from django.test import Client
from django.urls import reverse

from netzwerk.members.roles import COORDINATOR, EDITOR, MEMBER, OFFICE, ORGANISER
from netzwerk.post.models import Message
from netzwerk.seats import tasks
from netzwerk.seats.models import Booking, BookingWish, Place, ReleaseRule
from tests.browsing import Values, form_in, values_in
from tests.counting import fewest_queries
from tests.factories.organisations import organisation
from tests.factories.places import booked, format_of, rest_of
from tests.factories.workshops import place_of, published

pytestmark = pytest.mark.django_db
State = Booking.State
HOUSE = reverse("house_seats:list")


@pytest.fixture
def house(db):
    return organisation(name="Stadt Lindenbrück")


@pytest.fixture
def boss(person, house):
    return person(COORDINATOR, home=house, first_name="Beate", last_name="Boss")


def colleague(person, house, last_name: str = "Kollegin", **more):
    return person(MEMBER, home=house, first_name="Kim", last_name=last_name, **more)


def choice_of(place: Place) -> str:
    return reverse("bookings:colleagues", args=[place.pk])


def opened(client: Client, place: Place) -> Values:
    return values_in(form_in(client.get(choice_of(place)).content.decode(), having="form_key"))


def book(client: Client, place: Place, people, **more):
    values = opened(client, place) | {"people": [str(one.pk) for one in people]}
    return client.post(choice_of(place), {**values, "zu": "anmelden", **more})


def test_several_colleagues_are_booked_after_a_review_and_each_reads_the_result(person, login, house, boss) -> None:
    place = place_of(published())
    people = [colleague(person, house, name) for name in ("Cordes", "Demir")]
    client = login(boss)
    values = opened(client, place) | {"people": [str(one.pk) for one in people]}
    review = client.post(choice_of(place), {**values, "zu": "pruefen"}).content.decode()
    assert "2 Personen" in review and "Kim Cordes" in review and not Booking.objects.exists()
    sent = values_in(form_in(review, having="form_key"))
    answer = client.post(choice_of(place), {**sent, "zu": "anmelden"})
    again = client.post(choice_of(place), {**sent, "zu": "anmelden"})
    assert answer.url == again.url and Booking.objects.filter(place=place).count() == 2
    page = client.get(answer.url).content.decode()
    assert "Kim Cordes" in page and page.count("angemeldet") >= 2
    assert {(one.organisation, one.booked_by) for one in Booking.objects.all()} == {(house, boss)}
    assert login(person(COORDINATOR)).get(answer.url).status_code == 404


def test_who_cannot_be_chosen_stays_in_the_list_with_the_reason(person, login, house, boss) -> None:
    place, elsewhere = place_of(published(seats_in_person=1)), place_of(published(title="Anderer Workshop"))
    sits, waits, unwilling, busy = (colleague(person, house, name) for name in ("Sitzt", "Wartet", "Wehrt", "Weg"))
    booked(place, sits, organisation=house)
    booked(place, waits, organisation=house)
    booked(elsewhere, busy, organisation=house)
    BookingWish.objects.create(person=unwilling, by_colleagues=False)
    client = login(boss)
    page = client.get(choice_of(place)).content.decode()
    for words in ("angemeldet", "auf der Warteliste", "möchte nicht von anderen", "zur selben Zeit: Anderer Workshop"):
        assert words in page
    boxes = {box["value"] for box in form_in(page, having="form_key").find_all("input", {"name": "people"})}
    assert str(busy.pk) in boxes and not boxes & {str(one.pk) for one in (sits, waits, unwilling)}
    for one in (sits, unwilling, person(MEMBER)):  # the last one belongs to another organisation
        assert book(client, place, [one]).status_code == 422
    assert Booking.objects.filter(place=place).count() == 2


def test_searching_keeps_who_was_chosen(person, login, house, boss) -> None:
    place, chosen = place_of(published()), colleague(person, house, "Anders")
    colleague(person, house, "Birkholz")
    client = login(boss)
    data = opened(client, place) | {"people": [str(chosen.pk)], "suche": ["birk"], "email0": ["halb"]}
    page = client.post(choice_of(place), {**data, "zu": "suchen"})
    values = values_in(form_in(page.content.decode(), having="form_key"))
    assert page.status_code == 200 and values["people"] == [str(chosen.pk)] and values["email0"] == ["halb"]
    assert "Birkholz" in page.content.decode() and "Beate Boss" not in page.content.decode().partition("<main")[2]


def test_all_or_none(person, login, house, boss) -> None:
    place = place_of(published(seats_in_person=1))
    people = [colleague(person, house, name) for name in ("Eins", "Zwei")]
    client = login(boss)
    refused = book(client, place, people, if_short="alle")
    assert refused.status_code == 422 and "Niemand wurde angemeldet" in refused.content.decode()
    assert not Booking.objects.exists() and rest_of(place).taken == 0
    page = client.get(book(client, place, people, if_short="warteliste").url).content.decode()
    assert "Warteliste, Platz\N{NO-BREAK SPACE}1" in page


def test_somebody_without_account_gets_a_mail_and_holds_nothing_yet(person, login, house, boss) -> None:
    place, client = place_of(published()), login(boss)
    half = book(client, place, [], name0="Ebru Sanders")
    assert half.status_code == 422 and "auch die E-Mail-Adresse" in half.content.decode()
    answer = book(client, place, [], name0="Ebru Sanders", email0="ebru@stadt.example")
    booking = Booking.objects.get()
    assert (booking.state, booking.organisation) == (State.UNCONFIRMED, house) and rest_of(place).taken == 0
    assert "Bestätigung per E-Mail steht aus" in client.get(answer.url).content.decode()
    tasks.write_letters()
    assert "Beate Boss möchte Sie anmelden" in Message.objects.get(to=["ebru@stadt.example"]).text


def test_nobody_chosen_is_an_error(login, boss) -> None:
    answer = book(login(boss), place_of(published()), [])
    assert answer.status_code == 422 and "mindestens eine Person" in answer.content.decode()


@pytest.mark.parametrize("role", [MEMBER, ORGANISER, OFFICE, EDITOR])
def test_only_the_coordination_books_for_others(person, login, role) -> None:
    client = login(person(role))
    place = place_of(published())
    assert client.get(choice_of(place)).status_code == 404
    assert client.post(choice_of(place), {"zu": "anmelden"}).status_code == 404
    assert client.get(HOUSE).status_code == 404


def test_a_coordination_books_for_its_own_organisation_only(person, login, boss) -> None:
    other = organisation()
    place, stranger = place_of(published()), colleague(person, other)
    client = login(boss)
    assert client.get(choice_of(place), {"haus": other.pk}).status_code == 404
    assert book(client, place, [stranger], haus=str(other.pk)).status_code == 404


def test_the_list_of_the_house_shows_its_seats_and_no_others(person, login, house, boss) -> None:
    workshop = published(title="Räumung verhindern")
    place = place_of(workshop)
    mine = booked(place, colleague(person, house, "Hiesig"), organisation=house)
    foreign = organisation()
    booked(place, colleague(person, foreign, "Fremd"), organisation=foreign)
    page = login(boss).get(HOUSE).content.decode()
    assert "Kim Hiesig" in page and "Räumung verhindern" in page and "Fremd" not in page
    for name in ("hand_over", "cancel"):
        assert reverse(f"bookings:{name}", args=[mine.pk]) in page


def test_the_list_of_the_house_takes_the_same_queries_for_one_and_for_many(person, login, house, boss) -> None:
    place, client = place_of(published(seats_in_person=9)), login(boss)
    booked(place, colleague(person, house), organisation=house)
    one = fewest_queries(lambda: client.get(HOUSE))
    many_one = fewest_queries(lambda: client.get(choice_of(place)))
    for _ in range(3):
        booked(place, colleague(person, house), organisation=house)
    assert fewest_queries(lambda: client.get(HOUSE)) == one
    assert fewest_queries(lambda: client.get(choice_of(place))) == many_one


def test_the_coordination_cancels_for_a_colleague_and_comes_back_to_its_list(person, login, house, boss) -> None:
    booking = booked(place_of(published()), colleague(person, house), organisation=house)
    answer = login(boss).post(reverse("bookings:cancel", args=[booking.pk]), {"reason": ""})
    booking.refresh_from_db()
    assert answer.url == HOUSE and booking.state == State.CANCELLED


def asked(person, house) -> Booking:
    ReleaseRule.objects.create(organisation=house, needs_release=True)
    return booked(place_of(published()), colleague(person, house), organisation=house)


def test_a_request_is_released_by_the_button(person, login, house, boss) -> None:
    booking = asked(person, house)
    address = reverse("house_seats:release", args=[booking.pk])
    client = login(boss)
    assert address in client.get(HOUSE).content.decode() and "Freigeben" in client.get(address).content.decode()
    booking.refresh_from_db()
    assert booking.state == State.RELEASE
    assert login(person(COORDINATOR)).post(address).status_code == 404
    client.post(address)
    booking.refresh_from_db()
    assert booking.state == State.CONFIRMED and client.post(address).url == HOUSE


def test_a_request_is_declined_with_a_reason(person, login, house, boss) -> None:
    booking = asked(person, house)
    address = reverse("house_seats:release", args=[booking.pk])
    client = login(boss)
    assert client.post(address, {"decline": "1", "reason": " "}).status_code == 422
    client.post(address, {"decline": "1", "reason": "Der Tag ist verplant."})
    booking.refresh_from_db()
    assert (booking.state, booking.reason) == (State.DECLINED, "Der Tag ist verplant.")


def test_the_rule_of_release_is_set_by_the_coordination_only(person, login, house, boss) -> None:
    address = reverse("house_seats:rule", args=[house.pk])
    for user in (person(COORDINATOR), colleague(person, house), person(OFFICE)):
        assert login(user).post(address, {"needs_release": "on"}).status_code == 404
    login(boss).post(address, {"needs_release": "on"})
    assert ReleaseRule.objects.get(organisation=house).needs_release
    login(boss).post(address, {})
    assert not ReleaseRule.objects.get(organisation=house).needs_release


def test_everybody_says_whether_the_coordination_may_book_for_them(person, login, house, boss) -> None:
    user, place = colleague(person, house), place_of(published())
    address, client = reverse("house_seats:wish"), login(user)
    assert values_in(form_in(client.get(address).content.decode(), having="by_colleagues"))["by_colleagues"] == ["on"]
    client.post(address, {})
    assert not BookingWish.objects.get(person=user).by_colleagues
    assert book(login(boss), place, [user]).status_code == 422
    client.post(address, {"by_colleagues": "on"})
    assert book(login(boss), place, [user]).status_code == 302
    assert format_of(place).bookings.get().person == user
