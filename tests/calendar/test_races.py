"""Messages that leave at the same time: each has a SEQUENCE of its own."""

import random

import pytest
from icalendar import Calendar

from netzwerk.calendar.models import Date
from netzwerk.calendar.services.dates import change_date
from netzwerk.calendar.services.sending import confirm_place, withdraw_place
from netzwerk.post.models import Message
from tests.conftest import rounds
from tests.factories.dates import Meetings, registered
from tests.factories.dates import date as new_date
from tests.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
SEED = 20_261


def sequences() -> list[int]:
    found = []
    for mail in Message.objects.all():
        (file,) = mail.files
        found += [int(event["sequence"]) for event in Calendar.from_ical(file.content).walk("VEVENT")]
    return sorted(found)


@pytest.mark.parametrize("number", range(rounds(3)))
def test_no_two_messages_leave_with_the_same_sequence(number: int) -> None:
    Message.objects.all().delete()
    chance = random.Random(SEED + number)  # noqa: S311 a seed that repeats
    with registered(Meetings()) as meetings:
        made = new_date()
        guests = [meetings.add_guest(made, f"Gast {one}", f"gast{one}@x.example") for one in range(4)]
        meetings.taking_part.clear()  # the change below tells nobody, and still counts
        acts = [
            *(lambda guest=guest: confirm_place(Date.objects.get(pk=made.pk), [guest]) for guest in guests),
            *(lambda guest=guest: withdraw_place(Date.objects.get(pk=made.pk), [guest]) for guest in guests[:2]),
            lambda: change_date(Date.objects.get(pk=made.pk), actor=None, title="Anders"),
        ]
        chance.shuffle(acts)
        assert at_once(*acts) == []
    found = sequences()
    assert len(found) == len(set(found)) == 6
    assert Date.objects.get().sequence == 7 and max(found) <= 7
