"""The page of a booking, and what one does with it: cancel, answer an offer, switch, hand over, wait, change answers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.members.roles import COORDINATOR, MEMBER, OFFICE, ORGANISER
from netzwerk.seats.models import Booking, Place
from netzwerk.seats.services import leaving
from netzwerk.seats.services.booking import Wishes, book
from netzwerk.seats.services.promotion import end_promotions, expire_offers
from tests.browsing import form_in, values_in
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.factories.places import booked, format_of, guest, rest_of
from tests.factories.workshops import place_of, published
from tests.workshops.test_booking_member import ask
from workshops.events.models import Answer

pytestmark = pytest.mark.django_db
State = Booking.State
ASK = Wishes(promote_at_once=False)


def page_of(booking: Booking, name: str = "own") -> str:
    return reverse(f"bookings:{name}", args=[booking.pk])


def state_of(booking: Booking) -> str:
    booking.refresh_from_db()
    return booking.state


def text(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_the_page_shows_start_and_end_place_file_and_what_one_can_do(person, login) -> None:
    place = place_of(published(days=(30, 37)))
    booking = booked(place, person(MEMBER))
    page = text(login(booking.person), page_of(booking))
    assert page.count("9:30 bis 16:00") == 2 and "Sie sind angemeldet" in page
    for date in place.dates.all():
        assert reverse("dates:file", args=[date.pk]) in page
    main = page.partition("<main")[2].partition("</main>")[0]
    assert page_of(booking, "cancel") in main and "abmelden" not in main.lower()  # which is the logout


def test_the_online_room_is_shown_near_the_time_and_to_those_who_take_part_online(person, login) -> None:
    place = place_of(published(seats_online=2, days=(1,), booking_days=0, cancel_days=0))
    Date.objects.filter(places=place).update(online_url="https://raum.example/geheim", is_online=True)
    there, online = booked(place), booked(place, key="online")
    far = place_of(published(seats_online=2))
    Date.objects.filter(places=far).update(online_url="https://raum.example/geheim", is_online=True)
    later = booked(far, key="online")
    assert "raum.example" in text(login(online.person), page_of(online))
    assert "raum.example" not in text(login(there.person), page_of(there))
    assert "raum.example" not in text(login(later.person), page_of(later))


@pytest.mark.parametrize("role", [MEMBER, COORDINATOR, ORGANISER, OFFICE])
def test_nobody_else_sees_the_page_of_a_booking(person, login, role) -> None:
    organiser, house = person(ORGANISER), organisation()
    booking = booked(place_of(published(organiser)), person(MEMBER, home=house), organisation=house)
    for user in (person(role), person(role, home=house), organiser):
        for name in ("own", "answers", "promotion"):
            assert login(user).get(page_of(booking, name)).status_code == 404


def test_strangers_can_do_nothing_with_a_booking(person, login) -> None:
    booking = booked(place_of(published(seats_online=2)))
    client = login(person(COORDINATOR))
    for name in ("cancel", "switch", "offer", "hand_over"):
        assert client.post(page_of(booking, name), {"reason": "x", "sure": "1"}).status_code == 404
    assert state_of(booking) == State.CONFIRMED


def test_cancelling_is_a_page_with_a_button_and_frees_the_seat(person, login) -> None:
    place = place_of(published(seats_in_person=1))
    booking, waiting = booked(place), booked(place)
    client = login(booking.person)
    assert "Der Platz geht sofort an die Warteliste" in text(client, page_of(booking, "cancel"))
    assert state_of(booking) == State.CONFIRMED
    assert client.post(page_of(booking, "cancel"), {}).url == page_of(booking)
    assert (state_of(booking), state_of(waiting)) == (State.CANCELLED, State.CONFIRMED)
    assert client.post(page_of(booking, "cancel"), {}).status_code == 302  # back button
    assert "Wieder anmelden" in text(client, page_of(booking))


def test_after_the_deadline_a_reason_is_needed(person, login) -> None:
    place = place_of(published())
    booking = booked(place)
    Place.objects.filter(pk=place.pk).update(cancels_until=timezone.now() - timedelta(minutes=1))
    client = login(booking.person)
    empty = client.post(page_of(booking, "cancel"), {"reason": "  "})
    assert empty.status_code == 422 and "Fehler:" in empty.content.decode()
    assert state_of(booking) == State.CONFIRMED
    client.post(page_of(booking, "cancel"), {"reason": "krank <b>"})
    assert (state_of(booking), booking.reason) == (State.CANCELLED, "krank <b>")
    assert "krank <b>" not in text(client, page_of(booking))


def offered(person):
    place = place_of(published(seats_in_person=1))
    first, waiting = booked(place), booked(place, person(MEMBER), wishes=ASK)
    leaving.cancel(first, actor=first.person)
    return waiting


def test_an_offer_is_accepted_by_the_button_only(person, login) -> None:
    booking = offered(person)
    client = login(booking.person)
    page = text(client, page_of(booking))
    assert "Ein Platz ist für Sie frei" in page and "Wir halten ihn für Sie bis" in page
    assert client.get(page_of(booking, "offer")).status_code == 302 and state_of(booking) == State.OFFERED
    client.post(page_of(booking, "offer"))
    assert state_of(booking) == State.CONFIRMED


def test_an_offer_can_be_declined(person, login) -> None:
    booking = offered(person)
    client = login(booking.person)
    assert "Angebot nicht annehmen" in text(client, page_of(booking, "cancel"))
    client.post(page_of(booking, "cancel"), {})
    assert state_of(booking) == State.CANCELLED


def test_an_offer_that_has_expired_says_that_the_seat_has_gone_on(person, login) -> None:
    booking = offered(person)
    client = login(booking.person)
    Booking.objects.filter(pk=booking.pk).update(offered_until=timezone.now() - timedelta(seconds=1))
    answer = client.post(page_of(booking, "offer"), follow=True)
    assert "Der Platz ist weitergegangen" in answer.content.decode() and state_of(booking) == State.LAPSED
    expire_offers()
    assert "nicht nachgerückt" in text(client, page_of(booking))


def test_the_waiting_list_shows_position_rule_last_change_and_history(person, login) -> None:
    place = place_of(published(seats_in_person=1))
    first, second, third, mine = (booked(place) for _ in range(4))
    client = login(mine.person)
    page = text(client, page_of(mine))
    assert "<h1>Warteliste, Platz\N{NO-BREAK SPACE}3</h1>" in page and "3 Sie" in page
    assert "Auf die Warteliste gesetzt, Platz 3" in page and "So rücken Sie nach" in page
    leaving.cancel(third, actor=third.person)
    leaving.cancel(first, actor=first.person)
    page = text(client, page_of(mine))
    assert "<h1>Warteliste, Platz\N{NO-BREAK SPACE}1</h1>" in page
    assert "Von Platz 3 auf Platz 2" in page and "Von Platz 2 auf Platz 1" in page
    assert (
        page.index("Letzte Änderung") < page.index("Von Platz 2 auf Platz 1") < page.index("Von Platz 3 auf Platz 2")
    )
    assert "Eine Person ist nachgerückt." in page and "Eine Person hat die Warteliste verlassen." in page
    assert second.person.get_full_name() not in page  # who it was is nobody's business


def test_the_choice_how_to_move_up_is_kept(person, login) -> None:
    place = place_of(published(seats_in_person=1))
    booked(place)
    mine = booked(place)
    client = login(mine.person)
    values = values_in(form_in(text(client, page_of(mine)), having="promotion"))
    assert values["promotion"] == ["gleich"]
    client.post(page_of(mine, "promotion"), {"promotion": "fragen"})
    mine.refresh_from_db()
    assert not mine.promote_at_once
    assert values_in(form_in(text(client, page_of(mine)), having="promotion"))["promotion"] == ["fragen"]
    assert client.post(page_of(mine, "promotion"), {"promotion": "nie"}).status_code == 422


def test_a_closed_waiting_list_says_so(person, login) -> None:
    place = place_of(published(seats_in_person=1))
    booked(place)
    mine = booked(place)
    client = login(mine.person)
    Place.objects.filter(pk=place.pk).update(promotes_until=timezone.now() - timedelta(minutes=1))
    assert "Die Warteliste ist geschlossen" in text(client, page_of(mine))
    end_promotions()
    assert "Bis zum Schluss ist kein Platz" in text(client, page_of(mine))


def test_switching_the_format_keeps_the_seat_where_the_other_is_full(person, login) -> None:
    place = place_of(published(seats_in_person=2, seats_online=1))
    booking = booked(place)
    client = login(booking.person)
    online = format_of(place, "online")
    booked(place, key="online")
    refused = client.post(page_of(booking, "switch"), {"format": online.pk})
    assert refused.status_code == 422 and "Ihr Platz bleibt" in refused.content.decode()
    foreign = format_of(place_of(published(seats_online=1)), "online")
    assert client.post(page_of(booking, "switch"), {"format": foreign.pk}).status_code == 422
    assert state_of(booking) == State.CONFIRMED and booking.format.key == "in_person"


def test_a_seat_is_handed_to_a_colleague_without_the_answers(person, login) -> None:
    house, workshop = organisation(), published()
    question = ask(workshop, "needs")
    boss, leaver = person(COORDINATOR, home=house), person(MEMBER, home=house)
    colleague = person(MEMBER, home=house, first_name="Annika", last_name="Reuter")
    booking = booked(place_of(workshop), leaver, organisation=house)
    Answer.objects.create(booking=booking, question=question, value="Rollstuhl")
    client = login(boss)
    review = client.post(page_of(booking, "hand_over"), {"person": colleague.pk, "person-shown-for": ""})
    assert "Platz übergeben" in review.content.decode() and "Annika Reuter" in review.content.decode()
    booking.refresh_from_db()
    assert booking.person == leaver
    client.post(page_of(booking, "hand_over"), {"person": colleague.pk, "person-shown-for": "", "sure": "1"})
    booking.refresh_from_db()
    assert booking.person == colleague and not Answer.objects.exists()
    assert login(leaver).get(page_of(booking)).status_code == 404


def test_a_member_names_a_colleague_by_the_whole_address_and_sees_no_list(person, login) -> None:
    house = organisation()
    leaver, colleague = (person(MEMBER, home=house, last_name=name) for name in ("Geher", "Kommerin"))
    stranger = person(MEMBER)
    booking = booked(place_of(published()), leaver, organisation=house)
    client = login(leaver)
    assert "Kommerin" not in text(client, page_of(booking, "hand_over"))
    for guess in (str(colleague.pk), stranger.email, str(stranger.pk)):
        data = {"person": guess, "person-shown-for": "", "sure": "1"}
        assert client.post(page_of(booking, "hand_over"), data).status_code == 422
    found = client.post(
        page_of(booking, "hand_over"), {"person-words": colleague.email, "person-shown-for": "", "person-search": "1"}
    )
    assert "Kommerin" in found.content.decode()
    client.post(page_of(booking, "hand_over"), {"person": colleague.email, "person-shown-for": "", "sure": "1"})
    booking.refresh_from_db()
    assert booking.person == colleague


def test_answers_are_changed_until_the_start(person, login) -> None:
    workshop = published()
    needs, consent = ask(workshop, "needs", choices=["Rampe", "Schrift"]), ask(workshop, "consent", "Fotos?")
    place = place_of(workshop)
    booking = booked(place, person(MEMBER))
    Answer.objects.create(booking=booking, question=needs, value=["Rampe", "Stuhl"])
    client = login(booking.person)
    values = values_in(form_in(text(client, page_of(booking, "answers")), having=f"frage-{consent.pk}"))
    assert (values[f"frage-{needs.pk}"], values[f"frage-{needs.pk}-mehr"]) == (["Rampe"], ["Stuhl"])
    data = {f"frage-{needs.pk}": "Schrift", f"frage-{consent.pk}": "on"}
    assert client.post(page_of(booking, "answers"), data).url == page_of(booking)
    assert {one.question: one.value for one in booking.answers.all()} == {needs: ["Schrift"], consent: True}
    Place.objects.filter(pk=place.pk).update(
        starts_at=timezone.now() - timedelta(hours=1), promotes_until=timezone.now() - timedelta(hours=2)
    )
    client.post(page_of(booking, "answers"), {})
    assert booking.answers.count() == 2


def test_whoever_was_booked_by_others_reads_how_to_object_and_what_is_open(person, login) -> None:
    house, workshop = organisation(), published()
    ask(workshop, is_required=True)
    boss = person(COORDINATOR, home=house, first_name="Beate", last_name="Boss")
    colleague, place = person(MEMBER, home=house), place_of(workshop)
    booking = book(place, actor=boss, person=colleague, format=format_of(place), organisation=house)
    page = text(login(colleague), page_of(booking))
    assert "Beate Boss hat Sie angemeldet" in page and reverse("house_seats:wish") in page
    assert "Die Veranstaltung hat Fragen an Sie" in page


def test_requests_say_that_there_is_no_seat_yet(person, login) -> None:
    place = place_of(published(needs_approval=True))
    booking = booked(place, person(MEMBER))
    page = text(login(booking.person), page_of(booking))
    assert "Ihre Anfrage wird geprüft" in page and "noch keinen Platz" in page and "Sie sind angemeldet" not in page


def test_a_guest_is_no_persons_booking(person, login) -> None:
    booking = guest(place_of(published()))
    assert login(person(MEMBER)).get(page_of(booking)).status_code == 404
    assert rest_of(booking.place).taken == 1 and PersonFactory.with_role(MEMBER).bookings.count() == 0
