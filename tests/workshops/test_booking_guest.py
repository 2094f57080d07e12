"""A guest without account: form, mail, a button on the page that the mail opens, then self-service by the same link."""

import re
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from netzwerk.members.roles import COORDINATOR, MEMBER
from netzwerk.portal.logs import safe
from netzwerk.post.models import Message
from netzwerk.seats import tasks
from netzwerk.seats.models import Booking, Place
from netzwerk.seats.services import leaving
from netzwerk.seats.services.forgetting import FORGOTTEN
from netzwerk.seats.tokens import booking_token
from tests.browsing import form_in, values_in
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.factories.places import booked, format_of, guest, rest_of
from tests.factories.workshops import place_of, published
from tests.workshops.test_booking_member import ask, start_of
from workshops.events.models import Answer

pytestmark = pytest.mark.django_db
State = Booking.State
LINK = re.compile(r"https?://[^/\s]+(/\S+)")
PAGES = ("guest", "guest_answers", "guest_promotion", "guest_switch", "guest_cancel", "guest_offer")


def fill_in(client: Client, place: Place, to: str = "anmelden", **more):
    values = values_in(form_in(client.get(start_of(place)).content.decode(), having="form_key"))
    data = {"name": "Gerda Gast", "email": "gerda@ort.example", "affiliation": "Verein", "zu": to}
    return client.post(start_of(place), {**values, **data, **more})


def links_to(email: str) -> list[str]:
    tasks.write_letters()
    return [LINK.search(one.text)[1] for one in Message.objects.filter(to=[email]).order_by("pk")]


def page_of(booking: Booking, name: str = "guest") -> str:
    return reverse(f"bookings:{name}", args=[booking_token(booking.pk)])


def test_a_guest_books_with_form_mail_and_button(client) -> None:
    place = place_of(published())
    answer = fill_in(client, place, shows_name="on")
    booking = Booking.objects.get(place=place)
    assert answer.url == reverse("bookings:sent", args=[place.pk])
    assert "Wir haben Ihnen eine E-Mail geschickt" in client.get(answer.url).content.decode()
    assert (booking.state, booking.name, booking.affiliation, booking.shows_name) == (
        State.UNCONFIRMED,
        "Gerda Gast",
        "Verein",
        True,
    )
    (link,) = links_to("gerda@ort.example")
    page = client.get(link)
    assert "Verbindlich anmelden" in page.content.decode() and "Noch haben Sie keinen Platz" in page.content.decode()
    confirmed = client.post(link)
    booking.refresh_from_db()
    assert booking.state == State.CONFIRMED and rest_of(place).taken == 1
    assert "Sie haben einen Platz" in client.get(confirmed.url).content.decode()
    assert client.post(link).status_code == 302 and rest_of(place).taken == 1


def test_a_scanner_that_opens_all_links_changes_nothing(client) -> None:
    place = place_of(published(seats_in_person=1, seats_online=1))
    waits = guest(place, is_confirmed=False)
    sitting = guest(place, "zwei@ort.example")
    waiting = guest(place, "drei@ort.example")
    for booking in (waits, sitting, waiting):
        for name in PAGES:
            for method in (client.get, client.head):
                assert method(page_of(booking, name)).status_code in (200, 302, 404)
    assert [one.state for one in Booking.objects.order_by("pk")] == [
        State.UNCONFIRMED,
        State.CONFIRMED,
        State.WAITING,
    ]


def test_the_answer_is_the_same_for_an_address_that_is_registered_already(client) -> None:
    place = place_of(published())
    known = guest(place, "gerda@ort.example")
    first, second = fill_in(client, place), fill_in(client, place, email="neu@ort.example")
    assert (first.status_code, first.url) == (second.status_code, second.url)
    link = links_to("gerda@ort.example")[-1]
    page = client.get(link).content.decode()
    assert "Sie haben hier schon eine Anmeldung" in page and page_of(known) in page
    refused = client.post(link)
    assert refused.status_code == 409 and rest_of(place).taken == 1


def test_members_only_and_hidden_places_lead_to_the_login_like_missing_ones(client) -> None:
    addresses = [
        start_of(place_of(published(**values))) for values in ({"audience": "members"}, {"takes_guests": False})
    ]
    missing = "/termine/anmeldung/999999/neu/"
    for address in [*addresses, missing]:
        for answer in (client.get(address), client.post(address, {"zu": "anmelden"})):
            assert answer.status_code == 302 and answer.url.startswith(f"{reverse('account_login')}?next={address}")


@pytest.mark.parametrize("token", ["x", "1", "1.x", "9" * 400, "\x00", "../1", "1:2"])
def test_wrong_links_are_not_found(client, token: str) -> None:
    guest(place_of(published()))
    for name in PAGES:
        answer = client.get(reverse(f"bookings:{name}", args=[token.replace("/", "")]))
        assert answer.status_code == 404 and "noindex" in answer["X-Robots-Tag"]


def test_the_secret_of_one_booking_opens_no_other_and_no_members_booking(client) -> None:
    place = place_of(published())
    mine, member = guest(place), booked(place)
    assert client.get(page_of(member)).status_code == 404
    assert client.post(page_of(member, "guest_cancel"), {}).status_code == 404
    signature = booking_token(mine.pk).partition(".")[2]
    assert client.get(reverse("bookings:guest", args=[f"{mine.pk + 1}.{signature}"])).status_code == 404
    member.refresh_from_db()
    assert member.state == State.CONFIRMED
    for user in (AnonymousUser(), PersonFactory.with_role(MEMBER)):
        assert not Booking.objects.visible_to(user).filter(pk=mine.pk).exists()


def test_the_page_of_a_guest_is_neither_cached_nor_indexed_and_its_secret_reaches_no_log_and_no_referer(
    client,
) -> None:
    booking = guest(place_of(published()))
    answer = client.get(page_of(booking))
    assert "no-store" in answer["Cache-Control"] and "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "strict-origin"
    for name in PAGES:
        assert booking_token(booking.pk) not in safe(f'"GET {page_of(booking, name)} HTTP/1.1" 200')


def test_a_guest_changes_answers_switches_and_cancels_by_the_link(client) -> None:
    workshop = published(seats_online=3)
    question = ask(workshop)
    place = place_of(workshop)
    booking = guest(place)
    page = client.get(page_of(booking)).content.decode()
    assert page_of(booking, "guest_answers") in page and "Ersatzperson" not in page
    client.post(page_of(booking, "guest_answers"), {f"frage-{question.pk}": "Eine Akte"})
    assert Answer.objects.get(booking=booking).value == "Eine Akte"
    client.post(page_of(booking, "guest_switch"), {"format": format_of(place, "online").pk})
    booking.refresh_from_db()
    assert booking.format.key == "online"
    client.post(page_of(booking, "guest_cancel"), {})
    booking.refresh_from_db()
    assert booking.state == State.CANCELLED and rest_of(place, "online").taken == 0
    assert "Sie haben abgesagt" in client.get(page_of(booking)).content.decode()


def test_a_guest_accepts_an_offer_only_by_the_button(client) -> None:
    place = place_of(published(seats_in_person=1, days=(5,), booking_days=0))
    first, waiting = booked(place), guest(place)
    assert "Warteliste, Platz" in client.get(page_of(waiting)).content.decode()
    leaving.cancel(first, actor=first.person)
    assert client.get(page_of(waiting, "guest_offer")).status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == State.OFFERED
    assert "Ein Platz ist für Sie frei" in client.get(page_of(waiting)).content.decode()
    client.post(page_of(waiting, "guest_offer"))
    waiting.refresh_from_db()
    assert waiting.state == State.CONFIRMED


def test_a_full_workshop_without_waiting_list_says_so_at_the_button(client) -> None:
    place = place_of(published(seats_in_person=1, has_waiting_list=False))
    unconfirmed = guest(place, is_confirmed=False)
    booked(place)
    answer = client.post(page_of(unconfirmed))
    assert answer.status_code == 409 and "kein Platz mehr frei" in answer.content.decode()


def test_whose_data_are_deleted_or_whose_seat_went_to_an_account_finds_nothing(client) -> None:
    place, house = place_of(published()), organisation()
    gone, handed = guest(place), guest(place, "zwei@ort.example")
    Booking.objects.filter(pk=gone.pk).update(name=FORGOTTEN, email="", affiliation="")
    handed.organisation = house
    handed.save()
    colleague, boss = PersonFactory.with_role(MEMBER, home=house), PersonFactory.with_role(COORDINATOR, home=house)
    leaving.hand_over(handed, person=colleague, actor=boss)
    for booking in (gone, handed):
        assert client.get(page_of(booking)).status_code == 404


def test_too_many_mails_to_one_address_are_stopped(client, settings) -> None:
    settings.REQUEST_LIMITS = settings.REQUEST_LIMITS | {"guest-mail": (2, 3600)}
    place = place_of(published())
    codes = [fill_in(client, place, form_key=str(uuid4())).status_code for _ in range(3)]
    assert codes == [302, 302, 429] and Booking.objects.filter(place=place).count() == 2
    assert fill_in(client, place, email="andere@ort.example").status_code == 302


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "Gerda\r\nBcc: a@b.example", "\u202eGerda", "=1+1", "G" * 200]
)
def test_hostile_names_are_shown_as_text(client, name: str) -> None:
    place = place_of(published())
    fill_in(client, place, name=name)
    booking = Booking.objects.get(place=place)
    page = client.get(page_of(booking)).content.decode()
    assert "<script>alert" not in page and "\n" not in booking.name
    assert client.post(page_of(booking)).status_code == 302
    tasks.write_letters()


@pytest.mark.parametrize(
    "email", ["", "kein", "a@b", "gerda@ort.example\nBcc: x@y.example", "x" * 250 + "@ort.example"]
)
def test_no_mail_goes_to_what_is_no_address(client, email: str) -> None:
    place = place_of(published())
    answer = fill_in(client, place, email=email)
    if answer.status_code == 302:
        assert "\n" not in Booking.objects.get(place=place).email
    else:
        assert answer.status_code == 422 and "Fehler:" in answer.content.decode()


def test_the_way_of_a_guest_stays_lean(client, django_assert_max_num_queries) -> None:
    place = place_of(published())
    client.get(start_of(place))
    with django_assert_max_num_queries(6):
        client.get(start_of(place))
    with django_assert_max_num_queries(24):
        fill_in(client, place)
    with django_assert_max_num_queries(14):
        client.post(page_of(Booking.objects.get(place=place)))
