"""Four eyes: what everybody reads is published and changed by a second person only; time and place act at once."""

import pytest
from django.core.exceptions import PermissionDenied

from netzwerk.calendar.models import Date
from netzwerk.members.models import RoleGrant
from netzwerk.members.roles import MEMBER, OFFICE, ORGANISER
from netzwerk.post.models import Notification
from tests.factories.dates import venue
from tests.factories.organisations import organisation
from tests.factories.places import booked
from tests.factories.terms import term
from tests.factories.workshops import draft, place_of, published
from workshops.events.errors import EventsError
from workshops.events.models import Organiser, Workshop
from workshops.events.services import people, planning, reviewing
from workshops.events.services.pending import changes_of
from workshops.events.services.rows import Outdated

pytestmark = pytest.mark.django_db
State = Workshop.State


def again(workshop: Workshop) -> Workshop:
    return Workshop.objects.get(pk=workshop.pk)


def ready(organiser, **values) -> Workshop:
    return draft(organiser, venue=venue(), **values)


def submitted(organiser, **values) -> Workshop:
    made = ready(organiser, **values)
    reviewing.submit_workshop(made, actor=organiser)
    return again(made)


def test_a_second_person_publishes_what_they_saw(person) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = submitted(author)
    assert Notification.objects.filter(person=office, kind="workshop-reviews").count() == 1
    assert not Notification.objects.filter(person=author, kind="workshop-reviews").exists()
    reviewing.publish_workshop(made, actor=office, seen=made.stamp)
    assert (made.state, made.published_by, made.writers) == (State.PUBLISHED, office, [])
    assert made.dates.get().date.listed_at is not None and place_of(made).is_open
    assert not Notification.objects.filter(person=office, kind="workshop-reviews").exists(), "nothing waits any more"
    assert Notification.objects.filter(person=author, kind="workshops").exists()


def test_nobody_who_wrote_it_is_the_second_person_superusers_included(person) -> None:
    author, helper, office = person(ORGANISER), person(ORGANISER), person(OFFICE)
    made = ready(author)
    people.set_organisers(made, people=[author, helper], actor=author)
    planning.change_workshop(made, actor=helper, summary="Neu geschrieben.")
    reviewing.submit_workshop(made, actor=author)
    author.is_superuser = True
    for wrong in (author, helper):
        with pytest.raises(PermissionDenied):
            reviewing.publish_workshop(again(made), actor=wrong, seen=made.stamp)
    assert again(made).state == State.REVIEW
    reviewing.publish_workshop(made, actor=office, seen=made.stamp)
    assert again(made).state == State.PUBLISHED


def test_a_co_organiser_who_wrote_nothing_may_review_and_others_may_not(person) -> None:
    author, helper = person(ORGANISER), person(ORGANISER)
    made = ready(author)
    people.set_organisers(made, people=[author, helper], actor=author)
    reviewing.submit_workshop(made, actor=author)
    for wrong in (person(ORGANISER), person(MEMBER)):
        with pytest.raises(PermissionDenied):
            reviewing.publish_workshop(again(made), actor=wrong, seen=made.stamp)
    reviewing.publish_workshop(again(made), actor=helper, seen=again(made).stamp)
    assert again(made).published_by == helper


def test_a_change_after_reading_withdraws_the_approval(person) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = submitted(author)
    seen = made.stamp
    planning.change_workshop(made, actor=author, summary="Etwas anderes.")
    with pytest.raises(Outdated):
        reviewing.publish_workshop(made, actor=office, seen=seen)
    assert again(made).state == State.REVIEW


def test_what_is_not_ready_is_not_submitted(person) -> None:
    author = person(ORGANISER)
    for values, words in (
        ({"description": ""}, "Beschreibung"),
        ({"days": ()}, "Termin"),
        ({"days": (-3,)}, "Termin"),
        ({"seats_in_person": None}, "Plätze"),
        ({"seats_online": 3}, "online"),
        ({"audience": "organisations"}, "Organisationen"),
    ):
        with pytest.raises(EventsError, match=words):
            reviewing.submit_workshop(ready(author, **values), actor=author)


def test_sent_back_with_a_note_it_is_a_draft_again(person) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = submitted(author)
    with pytest.raises(EventsError, match="Bitte schreiben Sie"):
        reviewing.send_back(made, actor=office, note=" ")
    reviewing.send_back(made, actor=office, note="Der Titel ist zu lang.")
    assert (made.state, made.review_note) == (State.DRAFT, "Der Titel ist zu lang.")
    assert Notification.objects.get(person=author, kind="workshops").text == "Der Titel ist zu lang."
    reviewing.submit_workshop(made, actor=author)
    reviewing.withdraw_from_review(made, actor=author)
    assert again(made).state == State.DRAFT


def test_text_of_a_published_workshop_waits_and_seats_act_at_once(person) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = published(author, seats_in_person=1)
    first = booked(place_of(made))
    waiting = booked(place_of(made))
    topic = term()
    assert planning.change_workshop(
        made, actor=author, title="Ein neuer Titel", seats_in_person=2, topics=[topic], cost_note=made.cost_note
    )
    fresh = again(made)
    assert fresh.title != "Ein neuer Titel" and fresh.seats_in_person == 2 and not fresh.topics.exists()
    waiting.refresh_from_db()
    assert waiting.state == "confirmed", "more seats go to the waiting list at once"
    assert [(one.label, one.after) for one in changes_of(fresh)] == [
        ("Titel", "Ein neuer Titel"),
        ("Themen", str(topic)),
    ]
    with pytest.raises(PermissionDenied):
        reviewing.apply_changes(fresh, actor=author, seen=fresh.stamp)
    Notification.objects.all().delete()
    reviewing.apply_changes(fresh, actor=office, seen=fresh.stamp)
    fresh = again(made)
    assert (fresh.title, fresh.pending, fresh.writers) == ("Ein neuer Titel", None, [])
    assert list(fresh.topics.all()) == [topic]
    date = Date.objects.get(workshop_date__workshop=made)
    assert date.title == "Ein neuer Titel" and date.sequence > 0 and list(date.topics.all()) == [topic]
    assert place_of(made).title == "Ein neuer Titel"
    assert first.person is not None and Notification.objects.filter(person=first.person, kind="dates").exists()


def test_a_proposal_taken_back_waits_no_more(person) -> None:
    author = person(ORGANISER)
    made = published(author)
    title = made.title
    planning.change_workshop(made, actor=author, title="Anders")
    assert made.pending and made.submitted_by == author
    assert not planning.change_workshop(made, actor=author, title=title)
    assert again(made).pending is None and again(made).writers == []


def test_a_second_proposal_joins_the_first_and_both_writers_are_out(person) -> None:
    author, helper, office = person(ORGANISER), person(ORGANISER), person(OFFICE)
    made = published(author)
    Organiser.objects.create(workshop=made, person=helper)
    planning.change_workshop(made, actor=author, title="Anders")
    planning.change_workshop(made, actor=helper, description="Ein anderer Text.")
    for wrong in (author, helper):
        with pytest.raises(PermissionDenied):
            reviewing.apply_changes(again(made), actor=wrong, seen=made.stamp)
    reviewing.apply_changes(again(made), actor=office, seen=made.stamp)
    assert (again(made).title, again(made).description) == ("Anders", "Ein anderer Text.")


def test_rejected_or_withdrawn_changes_are_gone(person) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = published(author)
    planning.change_workshop(made, actor=author, title="Anders")
    reviewing.reject_changes(again(made), actor=office, note="Der alte war besser.")
    assert again(made).pending is None and again(made).review_note == "Der alte war besser."
    planning.change_workshop(made, actor=author, title="Noch anders")
    reviewing.withdraw_from_review(again(made), actor=author)
    assert again(made).pending is None and again(made).title == made.title
    with pytest.raises(EventsError, match="wartet nichts"):
        reviewing.apply_changes(again(made), actor=office, seen=again(made).stamp)


def test_another_audience_reaches_dates_and_seats_only_with_a_second_person(person) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = published(author)
    house = organisation()
    planning.change_workshop(made, actor=author, audience="organisations", organisations=[house])
    date = Date.objects.get(workshop_date__workshop=made)
    assert date.audience == "public" and place_of(made).takes_guests
    reviewing.apply_changes(again(made), actor=office, seen=made.stamp)
    date.refresh_from_db()
    assert date.audience == "participants" and not place_of(made).takes_guests
    assert list(again(made).organisations.all()) == [house]


def test_a_later_change_is_told_to_whoever_looks_at_an_older_form(person) -> None:
    author = person(ORGANISER)
    made = draft(author)
    seen = made.stamp
    planning.change_workshop(made, actor=author, seen=seen, summary="Erste Fassung.")
    with pytest.raises(Outdated, match="jemand anderes"):
        planning.change_workshop(made, actor=author, seen=seen, summary="Zweite Fassung.")
    assert again(made).summary == "Erste Fassung."


def test_the_office_is_told_once_when_nobody_plans_any_more(person) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = published(author)
    assert people.find_orphans() == 0
    RoleGrant.objects.filter(user=author).delete()
    assert people.find_orphans() == 1 and people.find_orphans() == 0
    assert Notification.objects.filter(person=office, title__startswith="Niemand plant mehr").count() == 1
    successor = person(ORGANISER)
    people.set_organisers(again(made), people=[successor], actor=office)
    assert [one.person for one in made.organisers.all()] == [successor]
    assert Notification.objects.filter(person=successor, kind="workshops").exists()


def test_organisers_need_the_role_and_one_stays(person) -> None:
    author, member = person(ORGANISER), person(MEMBER)
    made = draft(author)
    with pytest.raises(EventsError, match="Nur wer die Rolle"):
        people.set_organisers(made, people=[author, member], actor=author)
    with pytest.raises(EventsError, match="Mindestens eine Person"):
        people.set_organisers(made, people=[], actor=author)
    with pytest.raises(PermissionDenied):
        people.set_organisers(made, people=[member], actor=member)
