"""Dates: what is stored, who sees them, UID, SEQUENCE, STATUS and METHOD through book, change, withdraw, cancel, copy."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from icalendar import Calendar
from wagtail.models import ModelLogEntry

from netzwerk.calendar.access import can_view_date
from netzwerk.calendar.errors import CalendarError
from netzwerk.calendar.models import Date
from netzwerk.calendar.services.dates import cancel_date, change_date, copy_date, create_date, list_date, unlist_date
from netzwerk.calendar.services.sending import confirm_place, withdraw_place
from netzwerk.members.roles import MEMBER
from netzwerk.post.models import Message
from tests.factories.dates import KIND, Meetings, venue
from tests.factories.dates import date as new_date

pytestmark = pytest.mark.django_db


def sent_to(address: str) -> list[Message]:
    return list(Message.objects.filter(to=[address]).order_by("pk"))


def event_in(mail: Message) -> tuple[str, object]:
    """Method and event of the calendar object in a mail."""
    (file,) = mail.files
    calendar = Calendar.from_ical(file.content)
    assert file.method == calendar["method"]
    (event,) = calendar.walk("VEVENT")
    return str(calendar["method"]), event


def test_wall_time_and_utc_are_both_stored(meetings: Meetings) -> None:
    made = new_date(start_day=date(2027, 7, 1), zone="Europe/London")
    stored = Date.objects.get(pk=made.pk)
    assert (stored.start_day, stored.start_time, stored.zone) == (date(2027, 7, 1), time(10), "Europe/London")
    assert (stored.starts_at, stored.ends_at) == (
        datetime(2027, 7, 1, 9, tzinfo=UTC),
        datetime(2027, 7, 1, 11, tzinfo=UTC),
    )
    assert stored.start.isoformat() == "2027-07-01T10:00:00+01:00"


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"end_time": time(10)}, "end_time", "Ende liegt nicht nach dem Beginn"),
        ({"end_day": date(2027, 8, 30), "start_day": date(2027, 7, 1)}, "end_day", "höchstens 31 Tage"),
        ({"start_day": date(2027, 3, 28), "start_time": time(2, 30)}, "start_time", "gibt es am 28. März 2027 nicht"),
        ({"title": ""}, "title", "Feld"),
    ],
)
def test_wrong_values_name_the_field(meetings: Meetings, values: dict, field: str, message: str) -> None:
    with pytest.raises(ValidationError) as raised:
        new_date(**values)
    assert message in str(raised.value.message_dict[field])
    assert not Date.objects.exists()


def test_wrong_times_and_other_wrong_fields_are_named_together(meetings: Meetings) -> None:
    with pytest.raises(ValidationError) as raised:
        new_date(title="", end_time=time(9))
    assert set(raised.value.message_dict) == {"title", "end_time"}


def test_only_registered_kinds_and_known_fields(meetings: Meetings) -> None:
    with pytest.raises(ValueError, match="no registered kind"):
        new_date(kind="unknown")
    with pytest.raises(ValueError, match="no such fields to set: sequence"):
        new_date(sequence=9)


def test_the_database_refuses_what_the_services_never_write(meetings: Meetings) -> None:
    made = new_date()
    for wrong in ({"ends_at": made.starts_at}, {"path": "//evil.example/"}, {"state": "cancelled"}, {"reason": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Date.objects.filter(pk=made.pk).update(**wrong)


def test_who_sees_a_date(meetings: Meetings, person) -> None:
    member, taking_part = person(MEMBER), person(MEMBER)
    locked_out = person(MEMBER)
    locked_out.is_active = False
    locked_out.save()
    cases = {
        "public": new_date(),
        "members": new_date(audience="members"),
        "participants": new_date(audience="participants"),
        "unlisted": new_date(is_listed=False),
    }
    for made in cases.values():
        meetings.add(made, taking_part)
        meetings.add(made, locked_out)
    seen = {
        AnonymousUser(): {"public"},
        locked_out: {"public"},
        member: {"public", "members"},
        taking_part: set(cases),
    }
    for user, expected in seen.items():
        listed = set(Date.objects.visible_to(user).values_list("pk", flat=True))
        assert {name for name, made in cases.items() if made.pk in listed} == expected
        assert {name for name, made in cases.items() if can_view_date(user, made)} == expected


def test_only_who_the_kind_allows_changes_a_date(meetings: Meetings, person) -> None:
    made, planner, other = new_date(), person(MEMBER), person(MEMBER)
    meetings.planner = planner
    for attempt in (
        lambda: change_date(made, actor=other, title="Anders"),
        lambda: cancel_date(made, actor=other),
        lambda: list_date(made, actor=other),
        lambda: unlist_date(made, actor=other),
        lambda: copy_date(made, actor=other),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert change_date(made, actor=planner, title="Anders") == ["title"]
    entry = ModelLogEntry.objects.filter(action="calendar.date_changed").latest("pk")
    assert (entry.user, entry.data) == (planner, {"fields": ["title"]})


def test_book_change_withdraw_book_again_and_cancel(meetings: Meetings, person) -> None:
    made = new_date(title="Hilfepläne", online_url="https://raum.example/abc", venue=venue("Haus am Markt"))
    uid = made.uid
    ada, ben = person(MEMBER, email="ada@x.example"), person(MEMBER, email="ben@x.example")
    places = {one.email: meetings.add(made, one) for one in (ada, ben)}
    assert made.sequence == 0

    confirm_place(made, [places[ada.email]])
    confirm_place(made, [places[ben.email]])
    assert change_date(made, actor=None, start_time=time(9, 30)) == ["start_time"]
    meetings.taking_part[made.pk].remove(places[ben.email])
    withdraw_place(made, [places[ben.email]])
    confirm_place(made, [meetings.add(made, ben)])
    cancel_date(made, actor=None, reason="Die Referentin ist krank.")

    told = {
        one.email: [
            (method, str(event.get("status", "")), event["sequence"])
            for method, event in map(event_in, sent_to(one.email))
        ]
        for one in (ada, ben)
    }
    assert told == {
        ada.email: [
            ("REQUEST", "CONFIRMED", 1),
            ("REQUEST", "CONFIRMED", 3),
            ("CANCEL", "CANCELLED", 6),
        ],
        ben.email: [
            ("REQUEST", "CONFIRMED", 2),
            ("REQUEST", "CONFIRMED", 3),
            ("CANCEL", "", 4),  # only for Ben: no status, as the date itself takes place
            ("REQUEST", "CONFIRMED", 5),
            ("CANCEL", "CANCELLED", 6),
        ],
    }
    assert {str(event_in(mail)[1]["uid"]) for mail in Message.objects.all()} == {uid}
    assert Date.objects.get(pk=made.pk).sequence == 6


def test_the_words_of_the_mails_tell_withdrawn_from_cancelled(meetings: Meetings, person) -> None:
    made = new_date(title="Hilfepläne", venue=venue("Haus am Markt"))
    place = meetings.add(made, person(MEMBER, email="ada@x.example"))
    confirm_place(made, [place])
    withdraw_place(made, [place])
    cancel_date(made, actor=None, reason="Die Referentin ist krank.")
    confirmed, withdrawn, falls = sent_to("ada@x.example")
    assert confirmed.subject.startswith("Ihr Termin am") and "sagt Ihren Platz nicht ab" in confirmed.text
    assert "Haus am Markt" in confirmed.text and "/termine/orte/" in confirmed.text
    assert withdrawn.subject.startswith("Teilnahme abgesagt:") and "Für alle anderen findet er statt" in withdrawn.text
    assert falls.subject.startswith("Fällt aus:") and "fällt für alle aus" in falls.text
    assert "> Die Referentin ist krank." in falls.text
    assert str(event_in(withdrawn)[1]["summary"]) == "Teilnahme abgesagt: Hilfepläne"
    assert str(event_in(falls)[1]["summary"]) == "Fällt aus: Hilfepläne"
    assert "sagt Ihren Platz nicht ab" in str(event_in(confirmed)[1]["description"])


def test_organizer_attendee_location_and_url(meetings: Meetings, person, settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "Netzwerk <post@netz.example>"
    made = new_date(days=1, venue=venue("Haus; am, Markt"), room="Raum 2", online_url="https://raum.example/abc?a=1,2")
    confirm_place(made, [meetings.add(made, person(MEMBER, first_name='Än"ne', email="ada@müller.example"))])
    _method, event = event_in(Message.objects.get())
    assert (str(event["organizer"]), event["organizer"].params["CN"]) == ("mailto:post@netz.example", "Netzwerk")
    attendee = event["attendee"]
    assert str(attendee) == "mailto:ada@xn--mller-kva.example"
    assert attendee.params["CN"].startswith("Änne ")
    assert (attendee.params["PARTSTAT"], attendee.params["RSVP"]) == ("ACCEPTED", "FALSE")
    assert str(event["location"]).startswith("Haus; am, Markt, Raum 2, Gasse")
    assert str(event["location"]).endswith("Lindenbrück, oder online")
    assert str(event["url"]) == f"{settings.BASE_URL}{made.path}"
    assert str(event["conference"]) == "https://raum.example/abc?a=1,2"


def test_a_guest_without_an_account_gets_the_same_mails(meetings: Meetings) -> None:
    made = new_date()
    confirm_place(made, [meetings.add_guest(made, "Gast", "gast@x.example")])
    change_date(made, actor=None, end_time=time(13))
    cancel_date(made, actor=None)
    assert [event_in(mail)[0] for mail in sent_to("gast@x.example")] == ["REQUEST", "REQUEST", "CANCEL"]


def test_a_change_names_what_was_and_what_is(meetings: Meetings) -> None:
    made = new_date(start_day=date(2027, 3, 3))
    meetings.add_guest(made, "Gast", "gast@x.example")
    change_date(made, actor=None, start_time=time(9), venue=venue("Stadthaus"))
    text = Message.objects.get().text
    assert "Zeit bisher: Mittwoch, 3. März 2027, 10:00 bis 12:00" in text
    assert "Zeit jetzt: Mittwoch, 3. März 2027, 9:00 bis 12:00" in text
    assert "Ort bisher: noch offen" in text and "Ort jetzt: Stadthaus" in text


def test_what_matters_to_no_calendar_sends_nothing(meetings: Meetings) -> None:
    made = new_date()
    meetings.add_guest(made, "Gast", "gast@x.example")
    assert change_date(made, actor=None, summary="Neu beschrieben") == ["summary"]
    assert change_date(made, actor=None, summary="Neu beschrieben") == []
    assert made.sequence == 0 and not Message.objects.exists()


def test_nobody_is_told_of_changes_to_a_date_that_is_over(meetings: Meetings) -> None:
    over = new_date(days=-3)
    meetings.add_guest(over, "Gast", "gast@x.example")
    change_date(over, actor=None, title="Mit neuem Titel")
    cancel_date(over, actor=None)
    assert not Message.objects.exists()
    assert over.sequence == 2


def test_a_cancelled_date_stays_cancelled_and_its_copy_is_a_new_one(meetings: Meetings) -> None:
    made = new_date(title="Hilfepläne", room="Raum 2")
    cancel_date(made, actor=None)
    with pytest.raises(CalendarError, match="Kopie"):
        change_date(made, actor=None, title="Doch")
    with pytest.raises(CalendarError, match="schon abgesagt"):
        cancel_date(made, actor=None)
    copy = copy_date(
        made, actor=None, start_day=made.start_day + timedelta(days=7), end_day=made.end_day + timedelta(days=7)
    )
    assert (copy.title, copy.room, copy.state, copy.sequence) == ("Hilfepläne", "Raum 2", "confirmed", 0)
    assert copy.uid != made.uid and copy.listed_at is None
    assert made.state == "cancelled" and made.cancelled_at is not None


def test_hostile_texts_cannot_break_out_of_a_file(meetings: Meetings) -> None:
    evil = "Titel\r\nATTENDEE:mailto:evil@x.example\nEND:VEVENT"
    made = create_date(
        kind=KIND,
        actor=None,
        title=evil,
        summary=evil,
        path="/x/",
        start_day=date(2027, 3, 3),
        start_time=time(9),
        end_day=date(2027, 3, 3),
        end_time=time(10),
        room=evil[:80],
    )
    guest = meetings.add_guest(made, 'Gast"\r\nX-EVIL:1', "gast@x.example")
    confirm_place(made, [guest])
    (file,) = Message.objects.get().files
    lines = file.content.replace(b"\r\n ", b"").split(b"\r\n")
    assert sum(line.startswith(b"ATTENDEE") for line in lines) == 1
    assert sum(line == b"END:VEVENT" for line in lines) == 1
    assert not any(line.startswith(b"X-EVIL") for line in lines)
