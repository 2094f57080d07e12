"""Whoever manages a place is reminded once of a minimum that is not reached."""

from datetime import timedelta

import pytest
from django.utils import timezone

from netzwerk.members.roles import MEMBER
from netzwerk.post.models import Notification
from netzwerk.seats.services.minimum import remind_of_minimum
from tests.factories.places import booked, place

pytestmark = pytest.mark.django_db


def test_the_manager_is_reminded_once_shortly_before_the_decision(offers, person) -> None:
    offers.manager = person(MEMBER)
    soon, later = timezone.localdate() + timedelta(days=2), timezone.localdate() + timedelta(days=9)
    short = place(seats=5, minimum=3, minimum_by=soon, title="Zu wenige")
    booked(short)
    place(seats=5, minimum=3, minimum_by=later)
    enough = place(seats=5, minimum=1, minimum_by=soon)
    booked(enough)
    assert remind_of_minimum() == 1
    assert remind_of_minimum() == 0
    found = Notification.objects.get(person=offers.manager, title__startswith="Mindestzahl")
    assert found.title.endswith("Zu wenige") and "1 von mindestens 3" in found.text
