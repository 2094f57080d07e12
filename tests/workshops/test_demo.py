"""The workshops of the demo: many, varied, in every state, with counters that agree, and no text twice."""

import re
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from django.db.models import Q
from django.utils import timezone

from netzwerk.members.demo.cast import everyone
from netzwerk.members.demo.personas import PERSONA, PERSONAS, person_of
from netzwerk.post.models import Message, Notification
from netzwerk.seats.models import Attendance, Booking, Letter, Place, Pool
from netzwerk.seats.services.audit import audit
from tests.members.test_demo_network import REAL
from workshops.events.access import can_manage, can_review
from workshops.events.demo.data import WorkshopText, all_workshops
from workshops.events.demo.guests import GUESTS
from workshops.events.models import Answer, Question, Workshop

State = Booking.State
ORDER = ("created_at", "confirmed_at", "ended_at")


def workshop(key: str) -> Workshop:
    return Workshop.objects.get(title=next(one.title for one in all_workshops() if one.key == key))


def bookings(key: str) -> Counter:
    rows = Booking.objects.filter(place__in=workshop(key).dates.values("place"))
    return Counter(rows.values_list("state", flat=True))


def texts_of(one: WorkshopText) -> list[str]:
    """All that a visitor reads."""
    lines = [line.removeprefix("- ") for line in one.description.splitlines() if line]
    found = [one.title, one.summary, *lines, one.for_whom, one.cost, *(day.heading for day in one.days)]
    for question in one.questions:
        found += [question.label, question.help, *question.choices, *question.answers]
    return [text for text in found if text]


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int = 8) -> set[str]:
    said = words_of(text)
    return {" ".join(said[at : at + length]) for at in range(len(said) - length + 1)}


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])[“\s]+", text) if words_of(part)]


# Texts


def test_there_are_forty_with_two_sentences_and_a_description() -> None:
    assert len(all_workshops()) == 40
    for one in all_workshops():
        assert len(sentences(one.summary)) == 2, one.key
        assert 80 <= len(one.description.split()) <= 200, one.key
        assert one.for_whom and one.topics and one.leaders and one.cost, one.key
        assert all(day.heading for day in one.days), one.key


def test_no_two_summaries_share_eight_words_in_a_row_and_no_two_openings_are_alike() -> None:
    seen = Counter(run for one in all_workshops() for run in runs(one.summary))
    assert [run for run, times in seen.items() if times > 1] == []
    for read in (lambda one: one.description, lambda one: one.summary):
        openings = Counter(" ".join(words_of(read(one))[:2]) for one in all_workshops())
        assert [opening for opening, times in openings.items() if times > 1] == []


def test_no_long_sentence_occurs_twice() -> None:
    long = Counter(
        " ".join(words_of(sentence))
        for one in all_workshops()
        for text in texts_of(one)
        for sentence in sentences(text)
        if len(words_of(sentence)) >= 8
    )
    assert len(long) > 200  # sentences() works at all
    assert {sentence for sentence, times in long.items() if times > 1} == set()


def test_texts_have_german_quotation_marks_and_no_existing_names_and_address_nobody_as_du() -> None:
    said = [text for one in all_workshops() for text in texts_of(one)]
    wrong = re.compile(r"[\"'“”](?=\w)| - |\.\.\.|\b(?:du|dich|dir|dein\w*)\b|\s\s|\*\*|^#", re.IGNORECASE)
    assert [text for text in said if wrong.search(text)] == []
    existing = re.compile(rf"\b({'|'.join(REAL)})", re.IGNORECASE)
    assert [text for text in [*said, *(f"{name} {where}" for name, where in GUESTS)] if existing.search(text)] == []


def test_guests_are_nobody_else_of_the_demo() -> None:
    invited = {leader.split(" | ")[0] for one in all_workshops() for leader in one.leaders if leader[0] != "@"}
    known = {one.name for one in everyone()} | {f"{one.first_name} {one.last_name}" for one in PERSONAS}
    names = [name for name, _where in GUESTS]
    assert len(set(names)) == len(names)
    assert (set(names) | invited) & known == set() and set(names) & invited == set()


# What is built


@pytest.mark.django_db
def test_workshops_are_past_running_planned_and_in_every_state() -> None:
    now, shown = timezone.now(), Workshop.objects.filter(state="published")
    assert Workshop.objects.count() == 40
    assert Counter(Workshop.objects.values_list("state", flat=True)) == {
        "published": 37,
        "draft": 1,
        "review": 1,
        "cancelled": 1,
    }
    begun = shown.filter(dates__date__starts_at__lt=now - timedelta(days=1)).distinct()
    coming = shown.filter(dates__date__ends_at__gt=now + timedelta(days=1)).distinct()
    assert (begun.exclude(pk__in=coming).count(), begun.filter(pk__in=coming).count()) == (23, 2)
    assert coming.exclude(pk__in=begun).count() == 12
    earliest = min(row.date.starts_at for one in begun for row in one.dates.select_related("date"))
    assert timedelta(days=690) < now - earliest < timedelta(days=740)
    assert set(shown.values_list("audience", flat=True)) == set(Workshop.Audience.values)
    assert shown.filter(seats_in_person__isnull=False, seats_online__isnull=False).count() == 3
    assert shown.filter(seats_in_person__isnull=True).count() >= 8
    assert shown.filter(booking="singly").get().dates.values("place").distinct().count() == 4


@pytest.mark.django_db
def test_counters_and_rows_agree_and_no_letter_or_mail_waits() -> None:
    assert audit() == []
    assert not Letter.objects.unwritten().exists()
    assert not Message.objects.exists()
    assert 6 <= Notification.objects.filter(kind__startswith="seats").count() <= 12


@pytest.mark.django_db
def test_planned_workshops_are_full_asked_for_reserved_and_cancelled() -> None:
    assert bookings("schuldnerberatung") == {State.CONFIRMED: 14, State.WAITING: 5}
    assert bookings("schweigen") == {State.CONFIRMED: 12, State.WAITING: 4, State.CANCELLED: 1}
    assert bookings("beratung-leiten") == {State.CONFIRMED: 4, State.REQUESTED: 4, State.DECLINED: 1}
    assert bookings("pflegende")[State.OFFERED] == 1
    assert (
        workshop("vermieter").reason
        and not Place.objects.get(workshop_dates__workshop=workshop("vermieter")).takes_bookings()
    )
    held = Pool.objects.filter(is_rest=False, released_at=None)
    kreis = held.get(organisations__slug="kreis-auenrode")
    assert (kreis.capacity, kreis.taken) == (6, 3)
    assert held.filter(release_at__lt=timezone.now() + timedelta(days=3), taken__lt=15).count() == 1


@pytest.mark.django_db
def test_personas_book_wait_have_an_offer_and_have_asked() -> None:
    member, caseworker = person_of("mitglied"), person_of("fallmanagement")
    waiting = member.bookings.get(state=State.WAITING)
    assert waiting.position() == 3
    offer = caseworker.bookings.get(state=State.OFFERED)
    assert offer.offered_until > timezone.now() and not offer.promote_at_once
    for key, states in {
        "mitglied": {State.CONFIRMED, State.WAITING, State.CANCELLED},
        "koordination": {State.CONFIRMED},
        "fallmanagement": {State.CONFIRMED, State.OFFERED, State.REQUESTED, State.LAPSED},
    }.items():
        own = person_of(key).bookings.all()
        assert set(own.values_list("state", flat=True)) == states
        assert own.filter(created_at__lt=timezone.now() - timedelta(days=PERSONA[key].since)).count() == 0


@pytest.mark.django_db
def test_the_organiser_plans_them_and_the_office_reviews() -> None:
    organiser, office = person_of("veranstaltung"), person_of("geschaeftsstelle")
    waiting = Workshop.objects.get(state="review")
    assert can_manage(organiser, waiting) and not can_review(organiser, waiting) and can_review(office, waiting)
    assert Workshop.objects.manageable_by(organiser).count() == 40


@pytest.mark.django_db
def test_times_are_in_order_and_nobody_booked_in_the_future() -> None:
    now = timezone.now()
    for one in Booking.objects.select_related("place"):
        found = [at for name in ORDER if (at := getattr(one, name)) is not None]
        assert all(earlier <= later for earlier, later in pairwise([*found, now])), one.pk
        if one.place.ends_at > now and one.place.starts_at < now:
            continue
        assert one.created_at <= one.place.books_until, one.pk
    over = Place.objects.filter(ends_at__lt=now)
    assert not Booking.objects.filter(place__in=over, state__in=[State.WAITING, State.OFFERED]).exists()


@pytest.mark.django_db
def test_most_have_come_to_what_is_over() -> None:
    over = Booking.objects.confirmed().filter(place__ends_at__lt=timezone.now())
    assert over.filter(attendances__isnull=False).distinct().count() > 0.9 * over.count()
    extents = Counter(Attendance.objects.values_list("extent", flat=True))
    assert set(extents) == set(Attendance.Extent.values)
    assert extents["whole"] > 0.8 * sum(extents.values())


@pytest.mark.django_db
def test_questions_are_asked_and_answered() -> None:
    kinds = set(Question.objects.values_list("kind", flat=True))
    assert kinds == set(Question.Kind.values)
    assert Workshop.objects.filter(questions__kind="needs").distinct().count() >= 38
    for one in Answer.objects.select_related("question").exclude(Q(question__kind="text") | Q(question__kind="needs")):
        chosen = one.value if isinstance(one.value, list) else [one.value]
        assert one.value is True or set(chosen) <= set(one.question.choices), one.pk
    old = Answer.objects.filter(
        question__kind="needs", booking__place__ends_at__lt=timezone.now() - timedelta(days=31)
    )
    assert not old.exists()
