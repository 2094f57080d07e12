"""The box of a workshop's page: the heading says the state, the button the next step."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from netzwerk.members.roles import COORDINATOR, MEMBER
from netzwerk.seats.models import Place
from netzwerk.seats.services import leaving
from netzwerk.seats.services.booking import Wishes
from netzwerk.seats.services.pools import add_allotment
from tests.counting import fewest_queries
from tests.factories.organisations import organisation
from tests.factories.places import booked, format_of, soon
from tests.factories.workshops import place_of, published
from workshops.events.booking_box import Box, box_of
from workshops.events.models import Workshop, WorkshopDate

pytestmark = pytest.mark.django_db
SPACE = "\N{NO-BREAK SPACE}"


def html(workshop: Workshop, user: Any) -> str:
    request = RequestFactory().get("/")
    request.user = user
    return Template("{% load booking_tags %}{% booking_box workshop %}").render(
        Context({"request": request, "workshop": workshop})
    )


def box(workshop: Workshop, user: Any = None) -> Box:
    found = box_of(workshop, user or AnonymousUser())
    assert found is not None
    assert html(workshop, user or AnonymousUser()).count("<h2") == 1
    return found


def reserve(workshop: Workshop, house, seats: int) -> None:
    organiser = workshop.organisers.get().person
    where = format_of(place_of(workshop))
    add_allotment(where, organisations=[house], seats=seats, release_at=soon(20), actor=organiser)


def test_free_seats() -> None:
    workshop = published(seats_in_person=4)
    found = box(workshop)
    assert (found.heading, found.button) == (f"Noch 4{SPACE}Plätze frei", "Zum Workshop anmelden")
    assert found.url == reverse("bookings:start", args=[place_of(workshop).pk]) and found.books_until
    assert "4 Plätze: 0 vergeben, 4 frei" in html(workshop, AnonymousUser()).replace(SPACE, " ")


def test_only_seats_reserved_for_others(person) -> None:
    workshop, house = published(seats_in_person=3), organisation(name="Kreis Auenrode")
    reserve(workshop, house, 2)
    booked(place_of(workshop))
    found = box(workshop, person(MEMBER))
    assert found.heading.startswith(f"2{SPACE}Plätze reserviert für Kreis Auenrode bis ")
    assert found.button == "Auf die Warteliste setzen" and "Zurzeit wartet niemand" in found.text


def test_seats_reserved_for_ones_own_organisation(person) -> None:
    workshop, house = published(seats_in_person=3), organisation(name="Kreis Auenrode")
    reserve(workshop, house, 2)
    booked(place_of(workshop))
    found = box(workshop, person(MEMBER, home=house))
    assert (found.heading, found.button) == (f"Noch 2{SPACE}Plätze für Ihr Haus", "Zum Workshop anmelden")
    assert found.text.startswith("Reserviert für Kreis Auenrode bis ")
    (bar,) = found.bars
    assert (bar.taken, bar.held_seats, bar.free, bar.total) == (1, 2, 0, 3)


def test_full_with_a_waiting_list(person) -> None:
    workshop = published(seats_in_person=1)
    for _ in range(3):
        booked(place_of(workshop))
    found = box(workshop, person(MEMBER))
    assert found.heading == "Ausgebucht, 2 warten" and found.text.startswith("Sie kämen auf Platz 3 der Warteliste")


def test_full_without_a_waiting_list() -> None:
    workshop = published(seats_in_person=1, has_waiting_list=False)
    booked(place_of(workshop))
    found = box(workshop)
    assert (found.heading, found.url) == ("Ausgebucht", "")


def test_ones_own_booking_in_each_state(person) -> None:
    workshop = published(seats_in_person=1)
    place = place_of(workshop)
    first = booked(place)
    mine = booked(place, person(MEMBER), wishes=Wishes(promote_at_once=False))
    assert box(workshop, first.person).tag.words == "Sie sind angemeldet"
    assert box(workshop, mine.person).heading == f"Warteliste, Platz{SPACE}1"
    leaving.cancel(first, actor=first.person)
    offer = box(workshop, mine.person)
    assert offer.heading == "Ein Platz ist für Sie frei" and offer.tag.words.startswith("Antwort bis")
    assert f'action="{reverse("bookings:offer", args=[mine.pk])}"' in html(workshop, mine.person)
    asking = published(needs_approval=True)
    asked = booked(place_of(asking))
    assert box(asking, asked.person).heading == "Ihre Anfrage wird geprüft"


def test_cancelled_and_past_workshops_offer_nothing() -> None:
    off, over = published(), published()
    off.state, off.cancelled_at, off.reason = Workshop.State.CANCELLED, timezone.now(), "Die Referentin ist erkrankt."
    off.save()
    found = box(off)
    assert found.tag.words == "fällt aus" and "Die Referentin ist erkrankt." in found.text
    date = WorkshopDate.objects.get(workshop=over).date
    date.starts_at, date.ends_at = timezone.now() - timedelta(days=2), timezone.now() - timedelta(days=1)
    date.save()
    found = box(over)
    assert found.heading.startswith("Hat am ") and not found.url


def test_members_only_leads_to_the_login(person) -> None:
    workshop = published(takes_guests=False)
    found = box(workshop)
    assert (
        found.button == "Mit dem Konto anmelden" and f"next=/termine/anmeldung/{place_of(workshop).pk}/" in found.url
    )
    assert box(workshop, person(MEMBER)).button == "Zum Workshop anmelden"


def test_closed_bookings_say_so() -> None:
    workshop = published()
    Place.objects.filter(workshop_dates__workshop=workshop).update(books_until=timezone.now() - timedelta(hours=1))
    assert box(workshop).heading == "Die Anmeldung ist geschlossen"


def test_an_organisation_that_is_not_invited_reads_that(person) -> None:
    house = organisation()
    workshop = published(audience="organisations")
    workshop.organisations.set([house])
    assert box(workshop, person(MEMBER, home=house)).button == "Zum Workshop anmelden"
    assert box(workshop, person(MEMBER)).heading == "Für bestimmte Organisationen"


def test_single_dates_have_a_line_with_state_and_button_each(person) -> None:
    workshop = published(days=(30, 37, 44), booking="singly", seats_in_person=1)
    first, second, _third = [row.place for row in workshop.dates.order_by("date__starts_at")]
    mine = booked(first, person(MEMBER))
    booked(second)
    found = box(workshop, mine.person)
    assert [line.tag.words for line in found.lines] == ["angemeldet", "Warteliste", f"noch 1{SPACE}Platz"]
    assert found.lines[0].url == reverse("bookings:own", args=[mine.pk])


def test_the_coordination_finds_the_way_to_book_for_colleagues(person) -> None:
    workshop = published()
    assert box(workshop, person(COORDINATOR)).colleagues_url
    assert not box(workshop, person(MEMBER)).colleagues_url


@pytest.mark.parametrize("singly", [True, False])
def test_the_box_takes_at_most_four_queries(person, singly: bool) -> None:
    days = (30, 37, 44)
    workshop = published(days=days, booking="singly" if singly else "together", seats_in_person=9, seats_online=9)
    organiser = workshop.organisers.get().person
    for row in {one.place_id: one for one in workshop.dates.all()}.values():
        where = format_of(row.place)
        add_allotment(where, organisations=[organisation()], seats=2, release_at=soon(20), actor=organiser)
        add_allotment(where, kinds=["city"], seats=2, release_at=soon(20), actor=organiser)
    for user in (AnonymousUser(), person(MEMBER)):
        assert fewest_queries(lambda user=user: box_of(workshop, user)) <= 4
