"""The edit forms of the desk, for tests/edit_forms.py."""

from collections.abc import Callable
from typing import Any

from netzwerk.members.roles import ORGANISER
from netzwerk.seats.services.booking import Guest
from tests.edit_case import Case
from tests.factories.places import rest_of
from tests.factories.workshops import place_of, published
from tests.workshops.desk import address, moved_into_the_past, seated
from workshops.events.services.closing import close_dates


def number_of_seats(person: Callable[..., Any]) -> Any:
    user = person(ORGANISER)
    made = published(user, seats_in_person=7)
    pool = rest_of(place_of(made))
    return _case(user, address("capacity", made, pool.pk), pool, "seats", "9", {"capacity"}, {"sure": "1"})


def address_of_a_guest(person: Callable[..., Any]) -> Any:
    user = person(ORGANISER)
    made = published(user)
    booking = seated(made, guest=Guest("Gerda „Gast“ & Co", "alt@ort.example", "Amt"))
    return _case(user, address("step", made, booking.pk, "adresse"), booking, "email", "neu@ort.example", {"email"})


def attendance_before_the_closing(person: Callable[..., Any]) -> Any:
    user = person(ORGANISER)
    made = published(user, days=(30, 37), seats_in_person=5)
    bookings = [seated(made) for _two in range(2)]
    moved_into_the_past(made)
    row = made.dates.first()

    def state() -> dict[str, str]:
        return {f"{one.pk}": str(list(one.attendances.values_list("date", "extent"))) for one in bookings}

    control = f"a-{bookings[0].pk}-{row.pk}"
    url = address("closing", made) + "?alle=1"
    return _case(user, url, made, control, "half", {f"{bookings[0].pk}"}, {"speichern": "1"}, state=state)


def attendance_after_the_closing(person: Callable[..., Any]) -> Any:
    user = person(ORGANISER)
    made = published(user, days=(30, 37), seats_in_person=5)
    booking = seated(made)
    moved_into_the_past(made)
    close_dates(made, place_of(made), actor=user)
    row = made.dates.order_by("date__starts_at").first()
    said = booking.attendances.get(date=row.date_id)
    changes = {"extent", "reason", "noted_at"}
    url = address("correct", made, booking.pk)
    return _case(user, url, said, f"extent-{row.pk}", "half", changes, {"reason": "ging mittags"})


def _case(*values: Any, **more: Any) -> Any:
    *others, button = values if isinstance(values[-1], dict) else (*values, {})
    return Case(*others, button, **more)


EDIT_FORMS = {
    "workshop_desk:capacity": [number_of_seats],
    "workshop_desk:step": [address_of_a_guest],
    "workshop_desk:closing": [attendance_before_the_closing],
    "workshop_desk:correct": [attendance_after_the_closing],
}
NOT_EDITING = {
    "workshop_desk:add": "makes something new",
    "workshop_desk:walk_in": "makes something new",
    "workshop_desk:allotment": "makes something new",
    "workshop_desk:message_new": "makes something new",
    "workshop_desk:bulk": "what is done with several bookings, after a review",
    "workshop_desk:door": "one button",
    "workshop_desk:code": "one button",
    "workshop_desk:release": "one button",
    "workshop_desk:closing_review": "one button",
}
