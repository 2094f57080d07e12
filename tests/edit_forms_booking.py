"""The edit forms of bookings, and their routes that accept POST and edit nothing (see tests/edit_forms.py)."""

from typing import Any

from django.urls import reverse

from netzwerk.members.roles import MEMBER
from netzwerk.seats.models import BookingWish
from tests.edit_forms import Case, People, named
from tests.factories.places import booked
from tests.factories.workshops import place_of, published
from workshops.events.models import Answer, Question


def answers_of_a_booking(person: People) -> Case:
    workshop = published()
    questions = [
        Question.objects.create(workshop=workshop, kind=kind, label=kind, choices=["Rampe", "Schrift"])
        for kind in ("text", "choice", "choices", "consent", "needs")
    ]
    booking = booked(place_of(workshop), person(MEMBER))
    values = ["Zwei\nZeilen & mehr", "Schrift", ["Rampe", "Schrift"], True, ["Rampe", "ein Stuhl"]]
    for question, value in zip(questions, values, strict=True):
        Answer.objects.create(booking=booking, question=question, value=value)

    def state() -> dict[str, Any]:
        return {str(one.question.kind): one.value for one in booking.answers.select_related("question")}

    url, control = reverse("bookings:answers", args=[booking.pk]), f"frage-{questions[0].pk}"
    return Case(booking.person, url, booking, control, "Anders", {"text"}, state=state)


def wish_about_bookings(person: People) -> Case:
    user = person(MEMBER)
    wish = BookingWish.objects.create(person=user, by_colleagues=True)
    return Case(user, reverse("house_seats:wish"), wish, "by_colleagues", "", {"by_colleagues"})


EDIT_FORMS = {
    "bookings:answers": [answers_of_a_booking],
    "house_seats:wish": [wish_about_bookings],
}
NOT_EDITING: dict[str, str] = {
    **named("bookings:start bookings:colleagues", "makes something new"),
    **named("bookings:own bookings:guest", "shows; a guest confirms with one button"),
    **named("bookings:cancel bookings:guest_cancel bookings:hand_over", "ends or hands over a booking"),
    **named("bookings:offer bookings:guest_offer house_seats:release", "decides"),
    **named("bookings:switch bookings:guest_switch", "one choice, decided by the seats that are free"),
    **named("bookings:promotion bookings:guest_promotion", "one choice on the page of the waiting list"),
    **named("bookings:guest_answers", "the form of bookings:answers, which stands above"),
    **named("house_seats:rule", "one box on the list of the house"),
}
