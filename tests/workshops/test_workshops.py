"""Who sees a workshop, and how its dates and seats follow from what it says."""

import pytest
from django.contrib.auth.models import AnonymousUser

from netzwerk.calendar.access import can_view_date
from netzwerk.calendar.models import Date
from netzwerk.members.roles import MEMBER, OFFICE, ORGANISER
from tests.factories.organisations import organisation
from tests.factories.places import booked
from tests.factories.workshops import draft, place_of, published, workshop_date
from workshops.events.access import can_manage, can_review, can_view
from workshops.events.models import Leader, Workshop
from workshops.events.services.places import sync_places

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("audience", ["public", "members", "organisations"])
def test_list_and_page_agree_on_who_sees_a_workshop(person, audience: str) -> None:
    house = organisation()
    organiser, insider, leader = person(ORGANISER), person(MEMBER, home=house), person(MEMBER)
    workshops = [draft(organiser, audience=audience), published(organiser, audience=audience)]
    for one in workshops:
        one.organisations.set([house])
        Leader.objects.create(workshop=one, person=leader)
    people = [AnonymousUser(), person(MEMBER), insider, leader, organiser, person(OFFICE), person(ORGANISER)]
    for user in people:
        for one in workshops:
            listed = Workshop.objects.visible_to(user).filter(pk=one.pk).exists()
            assert listed == can_view(user, one), (user, one.state)
            date = one.dates.get().date
            assert Date.objects.visible_to(user).filter(pk=date.pk).exists() == can_view_date(user, date), (
                user,
                one.state,
            )
    seen = [can_view(user, workshops[1]) for user in people]
    assert (
        seen
        == {
            "public": [True] * 7,
            "members": [False, *[True] * 6],
            "organisations": [False, False, True, True, True, True, False],
        }[audience]
    )
    assert [can_view(user, workshops[0]) for user in people] == [False, False, False, False, True, True, False]


def test_only_a_second_person_reviews(person) -> None:
    organiser, office = person(ORGANISER), person(OFFICE)
    made = draft(organiser)
    made.submitted_by = organiser
    assert can_manage(organiser, made) and not can_review(organiser, made) and can_review(office, made)
    assert not can_manage(person(ORGANISER), made)


def test_dates_that_belong_together_share_a_place_and_single_ones_do_not(person) -> None:
    together, singly = published(days=(30, 37)), published(days=(30, 37), booking="singly")
    assert len({row.place_id for row in together.dates.all()}) == 1
    assert len({row.place_id for row in singly.dates.all()}) == 2
    assert place_of(together).dates.count() == 2
    together.booking = Workshop.Booking.SINGLY
    together.save()
    sync_places(together, actor=None)
    assert len({row.place_id for row in together.dates.all()}) == 2


def test_seats_and_deadlines_follow_from_the_workshop(person) -> None:
    made = published(seats_in_person=2, seats_online=5, booking_days=7)
    place = place_of(made)
    assert {one.key: one.pools.get().capacity for one in place.formats.all()} == {"in_person": 2, "online": 5}
    assert (place.starts_at.date() - place.books_until.date()).days == 7 and place.is_open
    for _ in range(3):
        booked(place)
    made.seats_in_person = 3
    made.save()
    sync_places(made, actor=None)
    assert place.formats.get(key="in_person").waiting == 0


def test_a_date_added_later_belongs_to_the_same_place(person) -> None:
    organiser = person(ORGANISER)
    made = published(organiser)
    workshop_date(made, 40, actor=organiser)
    assert place_of(made).dates.count() == 2
