"""The edit forms of workshops, for tests/edit_forms.py. Each area of the app adds its own."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from netzwerk.members.roles import ORGANISER
from tests.edit_case import Case, People, stored
from tests.factories import workshops
from tests.factories.dates import venue
from workshops.events.services import people as lead_people
from workshops.events.services.questions import add_question


def workshop_draft(person: People) -> Case:
    user = person(ORGANISER)
    made = workshops.draft(user, description="Eins\n\n- zwei & „drei“", seats_online=7, cost_note="keine")
    return Case(
        user,
        reverse("my_workshops:texts", args=[made.pk]),
        made,
        "contact_name",
        "Ada „Lux“ & Co",
        {"contact_name", "changed_at"},
    )


def published_workshop(person: People) -> Case:
    """The new title waits for a second person, and the form goes on with it."""
    user = person(ORGANISER)
    made = workshops.published(user)
    changes = {"pending", "writers", "submitted_by_id", "submitted_at", "changed_at"}
    return Case(user, reverse("my_workshops:texts", args=[made.pk]), made, "title", "Ein anderer Titel", changes)


def workshop_date(person: People) -> Case:
    user = person(ORGANISER)
    made = workshops.published(user, venue=venue())
    row = made.dates.select_related("date").get()
    row.minutes_in_person, row.note = 200, "Einlass ab 9:00 Uhr"
    row.save()

    def state() -> dict[str, Any]:
        return stored(row.date) | {f"row_{name}": value for name, value in stored(row).items()}

    url = reverse("my_workshops:date", args=[made.pk, row.pk])
    return Case(user, url, row, "room", "Raum 7", {"room", "sequence", "changed_at"}, state=state)


def workshop_leaders(person: People) -> Case:
    user = person(ORGANISER)
    made = workshops.draft(user)
    lead_people.set_leaders(made, people=[user], guests=[lead_people.GuestLeader("Eva Gast", "Amt")], actor=user)

    def state() -> dict[str, Any]:
        found = made.leaders.all()
        return {"people": [one.person_id for one in found], "guests": [(one.name, one.function) for one in found]}

    url = reverse("my_workshops:leaders", args=[made.pk])
    return Case(user, url, made, "guests", "Eva Gast, Amt für „Soziales“", {"guests"}, state=state)


def workshop_question(person: People) -> Case:
    user = person(ORGANISER)
    made = workshops.draft(user)
    question = add_question(
        made, actor=user, kind="choice", label="Essen?", choices=["ja", "nein & „doch“"], is_required=True
    )
    url = reverse("my_workshops:question", args=[made.pk, question.pk])
    return Case(user, url, question, "label", "Mittagessen?", {"label"})


def named(keys: str, does: str) -> dict[str, str]:
    return dict.fromkeys(keys.split(), does)


EDIT_FORMS: dict[str, list[Callable[[People], Case]]] = {
    "my_workshops:texts": [workshop_draft, published_workshop],
    "my_workshops:date": [workshop_date],
    "my_workshops:leaders": [workshop_leaders],
    "my_workshops:question": [workshop_question],
}

NOT_EDITING: dict[str, str] = {
    **named("my_workshops:edit my_workshops:list", "shows; takes no post"),
    **named(
        "my_workshops:new my_workshops:date_new my_workshops:series_new my_workshops:question_new my_workshops:copy",
        "makes something new",
    ),
    **named(
        "my_workshops:materials my_workshops:organisers", "adds a file; picks people: tests/workshops/test_pages.py"
    ),
    **named("my_workshops:date_remove my_workshops:question_remove my_workshops:question_move", "one button"),
    **named("my_workshops:material_remove my_workshops:delete", "one button"),
    **named("my_workshops:review my_workshops:cancel my_workshops:date_cancel", "decides"),
}
