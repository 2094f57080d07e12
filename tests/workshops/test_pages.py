"""The pages of planning and the public page: what they show to whom, and that nothing typed is lost."""

from datetime import timedelta
from functools import partial

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netzwerk.calendar.services.dates import change_date
from netzwerk.members.models import LogEntry
from netzwerk.members.roles import MEMBER, OFFICE, ORGANISER
from netzwerk.surfaces import registry
from tests.browsing import form_in, send, values_in
from tests.counting import fewest_queries
from tests.factories.dates import venue
from tests.factories.organisations import organisation
from tests.factories.places import booked, guest
from tests.factories.terms import term
from tests.factories.workshops import draft, place_of, published, workshop_date
from workshops.events.models import Leader, Organiser, Workshop
from workshops.events.services import people, planning, questions, reviewing

pytestmark = pytest.mark.django_db

HOSTILE = """<script>alert(1)</script> "> {{ 7*7 }} ' -- \u202e"""
ROOM = "https://raum.example/geheim-4711"


def url(name: str, workshop: Workshop, *more: int) -> str:
    return reverse(f"my_workshops:{name}", args=[workshop.pk, *more])


def text_of(answer) -> str:
    return " ".join(BeautifulSoup(answer.content, "html5lib").get_text(" ").split())


def page(client: Client, workshop: Workshop) -> str:
    answer = client.get(workshop.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def filled(**more: str) -> dict:
    return {
        "title": "Erstgespräche üben",
        "summary": "Ein Tag mit Fällen.",
        "description": "Absatz eins.\n\n- Punkt eins\n- Punkt zwei",
        "audience": "public",
        "booking": "together",
        "seats_in_person": "12",
        "booking_days": "7",
        "cancel_days": "1",
        "minimum": "0",
        "minimum_days": "14",
        "contact_name": "Selma Aydin",
        "contact_email": "selma@netz.example",
        "organisations-shown-for": "",
        **more,
    }


DATE = {"start_day": "14.1.2027", "start_time": "9:30", "end_time": "16", "how": "ort", "minutes_in_person": "6"}


def test_from_the_first_draft_to_the_public_page(person, login) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    desk, second = login(author), login(office)
    start = desk.get(reverse("my_workshops:list"))
    assert "Noch planen Sie keinen Workshop" in text_of(start)
    assert desk.post(reverse("my_workshops:new"), filled()).status_code == 302
    made = Workshop.objects.get(title="Erstgespräche üben")
    assert "Es fehlt ein Termin" in text_of(desk.get(url("edit", made)))
    place = venue(step_free="yes", way="Bus 2 bis Marktplatz")
    day = (timezone.localdate() + timedelta(days=40)).isoformat()
    assert desk.post(url("date_new", made), {**DATE, "start_day": day, "venue": place.pk}).status_code == 302
    assert desk.post(url("question_new", made), {"label": "Was brauchen Sie?", "kind": "needs"}).status_code == 302
    upload = {"title": "Ablauf", "audience": "everyone", "file": SimpleUploadedFile("ablauf.txt", b"Ein Ablauf.")}
    assert desk.post(url("materials", made), upload).status_code == 302
    leaders = {"guests": "Levent Özkan, Amtsgericht", "people-shown-for": "", "people": str(author.pk)}
    assert desk.post(url("leaders", made), leaders).status_code == 302
    assert Client().get(made.get_absolute_url()).status_code == 404
    review = desk.get(url("review", made))
    assert "Zur Prüfung vorlegen" in text_of(review) and "Veröffentlichen" not in text_of(review)
    assert desk.post(url("review", made), {"was": "vorlegen"}).status_code == 302
    assert "wartet auf eine zweite Person" in text_of(desk.get(url("review", made)))
    made.refresh_from_db()
    assert desk.post(url("review", made), {"was": "veroeffentlichen", "seen": made.stamp}).status_code == 403
    assert "Workshop zu prüfen 1" in text_of(second.get("/geschaeftsstelle/"))
    answer = second.get(url("review", made))
    assert "Punkt zwei" in text_of(answer) and "Bus 2 bis Marktplatz" in text_of(answer)
    stale = second.post(url("review", made), {"was": "veroeffentlichen", "seen": "alt"})
    assert stale.status_code == 422 and "Inzwischen hat jemand" in text_of(stale)
    values = values_in(form_in(answer.content.decode(), having="was")) | {"was": ["veroeffentlichen"]}
    assert send(second, url("review", made), values).status_code == 302
    shown = page(Client(), made)
    for words in (
        "Noch 12",
        "<li>Punkt eins</li>",
        "Levent Özkan",
        "Amtsgericht, Gast",
        "6\xa0UE",
        "Zugang ohne Stufen",
    ):
        assert words in shown, words
    assert '"@type": "Event"' in shown or '"@type":"Event"' in shown
    entries = LogEntry.objects.filter(action__startswith="events.").values_list("action", flat=True)
    assert {"events.workshop_submitted", "events.workshop_published"} <= set(entries)


def test_nothing_typed_is_lost_and_each_error_stands_at_its_field(person, login) -> None:
    author = person(ORGANISER)
    desk = login(author)
    wrong = filled(title="", contact_email="keine", booking_days="x", seats_in_person="", summary="Das bleibt stehen.")
    answer = desk.post(reverse("my_workshops:new"), wrong)
    assert answer.status_code == 422 and "Das bleibt stehen." in answer.content.decode()
    assert set(answer.context["form"].errors) == {"title", "contact_email", "booking_days"}
    answer = desk.post(reverse("my_workshops:new"), filled(seats_in_person="0", minimum="-3"))
    assert set(answer.context["form"].errors) == {"seats_in_person", "minimum"}
    made = draft(author)
    answer = desk.post(url("texts", made), filled(seats_in_person="", audience="organisations"))
    assert set(answer.context["form"].errors) == {"seats_in_person", "organisations"}
    cases = (
        ({"start_day": "30.2.2027"}, {"start_day"}),
        ({"start_time": "25:00"}, {"start_time"}),
        ({"end_time": "8:00"}, {"end_time"}),
        ({"end_day": "1.1.2027"}, {"end_day"}),
        ({"start_day": "28.3.2027", "start_time": "2:30"}, {"start_time"}),
        ({"minutes_in_person": "viel"}, {"minutes_in_person"}),
        ({"online_url": "https://raum.example"}, {"online_url"}),
        ({"how": "online", "room": "Saal"}, {"room", "minutes_in_person"}),
        ({"venue": "999999"}, {"venue"}),
    )
    for values, fields in cases:
        answer = desk.post(url("date_new", made), {**DATE, "note": "Bleibt stehen", **values})
        assert answer.status_code == 422 and set(answer.context["form"].errors) == fields, values
        assert "Bleibt stehen" in answer.content.decode()
    assert made.dates.count() == 1


def test_times_and_learning_hours_are_read_as_people_write_them(person, login) -> None:
    author = person(ORGANISER)
    made, desk = draft(author, days=()), login(author)
    values = {**DATE, "start_time": "9.30 Uhr", "end_time": "1600", "minutes_in_person": "200 Minuten"}
    assert desk.post(url("date_new", made), values).status_code == 302
    row = made.dates.select_related("date").get()
    assert (str(row.date.start_time), str(row.date.end_time), row.minutes_in_person) == ("09:30:00", "16:00:00", 200)
    assert 'value="200 Minuten"' in desk.get(url("date", made, row.pk)).content.decode()


def test_the_second_of_two_editors_is_told_and_keeps_what_they_typed(person, login) -> None:
    author, helper = person(ORGANISER), person(ORGANISER)
    made = draft(author)
    Organiser.objects.create(workshop=made, person=helper)
    first, second = login(author), login(helper)
    opened = values_in(form_in(second.get(url("texts", made)).content.decode(), having="title"))
    planning.change_workshop(made, actor=author, title="Titel der Ersten")
    answer = send(second, url("texts", made), opened | {"title": ["Titel des Zweiten"]})
    text = answer.content.decode()
    assert answer.status_code == 422 and "Inzwischen hat jemand anderes" in text
    assert "Titel des Zweiten" in text and "Titel der Ersten" in text
    again = values_in(form_in(text, having="title"))
    assert send(second, url("texts", made), again).status_code == 302
    made.refresh_from_db()
    assert made.title == "Titel des Zweiten"
    assert first.get(url("texts", made)).status_code == 200


def test_a_series_is_shown_before_it_is_saved(person, login) -> None:
    author = person(ORGANISER)
    made, desk = draft(author, days=(), booking="singly"), login(author)
    values = {**DATE, "start_day": "20.1.2027", "every": "weekday", "until": "30.4.2027", "but": "17.3.2027"}
    answer = desk.post(url("series_new", made), {**values, "zeigen": "1"})
    assert answer.status_code == 200 and not made.dates.exists()
    assert "3 Termine" in text_of(answer) and "21. April 2027" in text_of(answer)
    assert desk.post(url("series_new", made), {**values, "speichern": "1"}).status_code == 302
    assert made.dates.count() == 3
    refused = desk.post(url("series_new", made), {**values, "every": "day", "until": "1.1.2054", "speichern": "1"})
    assert refused.status_code == 422 and "höchstens" in text_of(refused)
    assert made.dates.count() == 3


def test_clashes_are_hints_and_do_not_block(person, login) -> None:
    author, leader, place = person(ORGANISER), person(MEMBER), venue("Haus am Markt")
    other = published(author, venue=place)
    Leader.objects.create(workshop=other, person=leader)
    made, desk = draft(author, days=()), login(author)
    people.set_leaders(made, people=[leader], guests=[], actor=author)
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    answer = desk.post(url("date_new", made), {**DATE, "start_day": day, "venue": place.pk}, follow=True)
    assert "schon belegt" in text_of(answer) and f"{leader.get_full_name()} hat zu dieser Zeit" in text_of(answer)
    assert made.dates.count() == 1


def test_a_change_is_shown_side_by_side_to_the_second_person(person, login) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = published(author, description="Der alte Absatz.")
    planning.change_workshop(made, actor=author, description="Der neue Absatz.")
    assert "Der neue Absatz." not in page(Client(), made)
    answer = login(office).get(url("review", made))
    assert "Der alte Absatz." in text_of(answer) and "Der neue Absatz." in text_of(answer)
    own = login(author).get(url("review", made))
    assert "Änderung übernehmen" not in text_of(own) and "Aus der Prüfung nehmen" in text_of(own)
    values = values_in(form_in(answer.content.decode(), having="was")) | {"was": ["uebernehmen"]}
    assert send(login(office), url("review", made), values).status_code == 302
    assert "Der neue Absatz." in page(Client(), made)
    assert login(office).post(url("review", made), {"was": "unbekannt"}).status_code == 422


def test_hostile_words_are_shown_as_words(person, login) -> None:
    author = person(ORGANISER)
    made = draft(
        author,
        days=(),
        title=HOSTILE[:100],
        summary=HOSTILE,
        description=f"{HOSTILE}\n\n- {HOSTILE}",
        for_whom=HOSTILE,
        cost_note=HOSTILE,
        contact_name=HOSTILE,
    )
    workshop_date(made, 30, actor=author, venue=venue(), heading=HOSTILE, note=HOSTILE, room="<b>Saal</b>")
    people.set_leaders(made, people=[], guests=[people.GuestLeader(HOSTILE, HOSTILE)], actor=author)
    questions.add_question(made, actor=author, kind="choice", label=HOSTILE, choices=[HOSTILE, "b"])
    reviewing.submit_workshop(made, actor=author)
    reviewing.publish_workshop(made, actor=person(OFFICE), seen=made.stamp)
    desk = login(author)
    pages = [page(Client(), made)]
    pages += [desk.get(url(name, made)).content.decode() for name in ("edit", "texts", "leaders", "review", "copy")]
    pages.append(desk.get(reverse("my_workshops:list")).content.decode())
    for text in pages:
        assert "<script>alert" not in text and "<b>Saal" not in text and "alert(1)" in text
        assert "{{ 7*7 }}" in text and "\u202e" not in text


def test_the_online_room_is_for_those_with_a_seat_near_the_time(person, login) -> None:
    author, leader, seated = person(ORGANISER), person(MEMBER), person(MEMBER)
    made = published(author, days=(1,), seats_online=5, booking_days=0)
    Leader.objects.create(workshop=made, person=leader)
    date = made.dates.get().date
    change_date(date, actor=None, online_url=ROOM, tell=False)
    booked(place_of(made), seated, key="online")
    guest(place_of(made))
    for user in (author, leader, seated, person(OFFICE)):
        assert ROOM in page(login(user), made), user
    for client in (Client(), login(person(MEMBER)), login(person(ORGANISER))):
        assert ROOM not in page(client, made)
    far = published(author, days=(30,), seats_online=5)
    change_date(far.dates.get().date, actor=None, online_url=ROOM, tell=False)
    booked(place_of(far), seated, key="online")
    assert ROOM not in page(login(seated), far)


def test_who_plans_is_picked_among_those_with_the_role(person, login) -> None:
    author = person(ORGANISER)
    helper = person(ORGANISER, first_name="Hanna", last_name="Helferin", profile_open=True)
    made, desk = draft(author), login(author)
    assert "Hanna Helferin" in desk.get(url("organisers", made)).content.decode()
    sent = {"people": [str(author.pk), str(helper.pk)], "people-shown-for": ""}
    assert desk.post(url("organisers", made), sent).status_code == 302
    assert {one.person for one in made.organisers.all()} == {author, helper}
    member = person(MEMBER, profile_open=True)
    refused = desk.post(url("organisers", made), {**sent, "people": [str(member.pk)]})
    assert refused.status_code == 422
    left = desk.post(url("organisers", made), {**sent, "people": [str(helper.pk)]})
    assert left.url == reverse("my_workshops:list")
    assert desk.get(url("edit", made)).status_code == 404


def test_the_list_shows_ones_own_and_the_office_all(person, login) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    shown, waiting = published(author, title="Gezeigter Workshop"), draft(author, title="Wartender", venue=venue())
    reviewing.submit_workshop(waiting, actor=author)
    own = login(author)
    assert "Gezeigter Workshop" in text_of(own.get("/mein-bereich/workshops/?stand=kommend"))
    assert "wartet auf Sie" not in text_of(own.get("/mein-bereich/workshops/?stand=pruefung"))
    assert shown.title not in text_of(login(person(ORGANISER)).get("/mein-bereich/workshops/?von=alle"))
    desk = login(office)
    assert "Wartender" not in text_of(desk.get("/mein-bereich/workshops/"))
    found = text_of(desk.get("/mein-bereich/workshops/?von=alle&stand=pruefung"))
    assert "Wartender" in found and "wartet auf Sie" in found and author.get_full_name() in found
    assert "Meine Workshops" not in text_of(login(person(MEMBER)).get("/mein-bereich/"))


def test_cancelled_and_past_workshops_say_so_in_words(person, login) -> None:
    from workshops.events.services.cancelling import cancel_workshop

    author = person(ORGANISER)
    off, over = published(author), published(author, days=(-10,))
    cancel_workshop(off, actor=author, reason="Zu wenige Anmeldungen.")
    shown = page(Client(), off)
    assert "Der Workshop findet nicht statt" in shown and "Zu wenige Anmeldungen." in shown and "fällt aus" in shown
    assert "EventCancelled" in shown
    assert "stattgefunden" in page(Client(), over)
    desk = login(author)
    assert desk.get(url("cancel", off)).status_code == 404
    assert "Der Workshop fällt aus" in text_of(desk.get(url("edit", off)))


def test_the_public_page_and_the_lists_ask_the_same_number_of_questions(person, login) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    small = published(author, venue=venue())
    large = published(author, days=range(20, 32), venue=venue(), booking="singly")
    large.topics.set([term() for _ in range(5)])
    people.set_leaders(large, people=[person(MEMBER, profile_open=True) for _ in range(6)], guests=[], actor=author)
    visitor, member = Client(), login(person(MEMBER))
    for client in (visitor, member):
        counts = [fewest_queries(partial(client.get, one.get_absolute_url())) for one in (small, large)]
        assert counts[0] <= counts[1] <= counts[0] + 1 and counts[1] <= 25, counts
    address = "/mein-bereich/workshops/?von=alle&stand=kommend"
    desk = login(office)
    before = fewest_queries(lambda: desk.get(address))
    for _ in range(4):
        published(author, days=(30, 37))
    assert fewest_queries(lambda: desk.get(address)) == before <= 25


def test_search_finds_what_the_visitor_may_see(person) -> None:
    house, author = organisation(), person(ORGANISER)
    insider, member = person(MEMBER, home=house), person(MEMBER)
    kind = registry.search_kinds.get("workshops")
    open_one, for_members, closed = published(author), published(author, audience="members"), published(author)
    closed.organisations.set([house])
    Workshop.objects.filter(pk=closed.pk).update(audience="organisations")
    hidden = draft(author)
    rows = list(kind.rows())
    assert hidden not in rows
    keys = kind.audience_keys(rows)
    for user, seen in ((member, {open_one, for_members}), (insider, {open_one, for_members, closed})):
        own = {"", *kind.audience_keys_of(user)}
        by_key = {row for row in rows if keys.get(row.pk, "") in own}
        assert by_key & {open_one, for_members, closed} == seen
        assert set(kind.visible_to(user)) & {open_one, for_members, closed} == seen
    (document,) = kind.describe(open_one)
    assert document.title == open_one.title and document.url == open_one.get_absolute_url()


def test_own_data_names_what_one_plans_and_leads_and_lets_go_of_it(person) -> None:
    author, other = person(ORGANISER), person(ORGANISER)
    made = published(author)
    Leader.objects.create(workshop=made, person=author)
    Organiser.objects.create(workshop=made, person=other)
    exported = str([part.export(author) for part in registry.own_data])
    assert exported.count(made.title) >= 2
    for part in registry.own_data:
        if "events.Organiser" in part.models or "events.Leader" in part.models:
            part.erase(author)
    made.refresh_from_db()
    assert (made.created_by, [one.person for one in made.organisers.all()]) == (None, [other])
    assert not made.leaders.exists()


def test_the_sitemap_has_public_workshops_only(person) -> None:
    author = person(ORGANISER)
    shown, closed, hidden = published(author), published(author, audience="members"), draft(author)
    part = next(one for one in registry.sitemaps if one.key == "workshops").sitemap()
    assert set(part.items()) >= {shown} and not set(part.items()) & {closed, hidden}
