"""A seat is free or it is not: booked, waited for, cancelled, passed on."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django_q.models import OrmQ

from netzwerk.members.models import LogEntry
from netzwerk.members.roles import COORDINATOR, MEMBER
from netzwerk.post.models import Message, Notification
from netzwerk.seats import tasks
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, BookingWish, Place, Pool, ReleaseRule
from netzwerk.seats.services import approval, by_hand, leaving, pools, promotion
from netzwerk.seats.services.audit import audit
from netzwerk.seats.services.booking import Guest, Wishes, book, book_several, confirm_address, register_guest
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.factories.places import ONLINE, booked, format_of, guest, place, rest_of, soon

pytestmark = pytest.mark.django_db
State = Booking.State


def states(*bookings: Booking) -> list[str]:
    for one in bookings:
        one.refresh_from_db()
    return [one.state for one in bookings]


def colleague(house, **more):
    return PersonFactory.with_role(MEMBER, home=house, **more)


def test_whoever_finds_no_seat_waits_in_the_order_of_coming(person) -> None:
    offer = place(seats=1)
    first, second, third = booked(offer), booked(offer), booked(offer)
    assert states(first, second, third) == [State.CONFIRMED, State.WAITING, State.WAITING]
    assert (second.position(), third.position()) == (1, 2)
    assert rest_of(offer).taken == 1 and audit() == []


def test_a_cancelled_seat_goes_to_the_first_who_waits() -> None:
    offer = place(seats=1)
    first, second, third = booked(offer), booked(offer), booked(offer)
    leaving.cancel(first, actor=first.person)
    assert states(first, second, third) == [State.CANCELLED, State.CONFIRMED, State.WAITING]
    assert third.position() == 1
    assert rest_of(offer).taken == 1 and audit() == []


def test_within_seven_days_and_for_whoever_wants_it_a_seat_is_offered_first() -> None:
    near, far = place(seats=1, days=5), place(seats=1)
    for offer, wishes in ((near, Wishes()), (far, Wishes(promote_at_once=False))):
        first = booked(offer)
        waiting = booked(offer, wishes=wishes)
        leaving.cancel(first, actor=first.person)
        assert states(waiting) == [State.OFFERED]
        assert timezone.localtime(waiting.offered_until).hour == 12
        assert rest_of(offer).taken == 1
        assert states(leaving.accept_offer(waiting, actor=waiting.person)) == [State.CONFIRMED]


def test_an_offer_without_an_answer_goes_on_to_the_next() -> None:
    offer = place(seats=1)
    first = booked(offer)
    second, third = (booked(offer, wishes=Wishes(promote_at_once=False)) for _ in range(2))
    leaving.cancel(first, actor=first.person)
    second.refresh_from_db()
    later = second.offered_until + timedelta(seconds=1)
    assert promotion.expire_offers(later) == 1
    assert states(second, third) == [State.LAPSED, State.OFFERED]
    assert promotion.expire_offers(later) == 0


def test_an_answer_that_comes_too_late_says_so_and_the_seat_has_gone_on() -> None:
    offer = place(seats=1)
    first = booked(offer)
    second, third = (booked(offer, wishes=Wishes(promote_at_once=False)) for _ in range(2))
    leaving.cancel(first, actor=first.person)
    Booking.objects.filter(pk=second.pk).update(offered_until=timezone.now() - timedelta(minutes=1))
    with pytest.raises(leaving.OfferEnded, match="weitergegangen"):
        leaving.accept_offer(second, actor=second.person)
    assert states(second, third) == [State.LAPSED, State.OFFERED]


def test_whoever_moved_up_and_cancels_has_left_the_list() -> None:
    offer = place(seats=1)
    first, second, third = booked(offer), booked(offer), booked(offer)
    leaving.cancel(first, actor=first.person)
    second.refresh_from_db()
    leaving.cancel(second, actor=second.person)
    again = booked(offer, second.person)
    assert states(second, third, again) == [State.CANCELLED, State.CONFIRMED, State.WAITING]


def test_nobody_books_twice_and_a_form_sent_twice_books_once(person) -> None:
    offer, user = place(), person(MEMBER)
    one = booked(offer, user, form_key="k1")
    assert booked(offer, user, form_key="k1").pk == one.pk
    with pytest.raises(SeatsError, match="schon eine Anmeldung: angemeldet"):
        booked(offer, user)
    assert rest_of(offer).taken == 1


def test_after_the_deadline_and_before_the_opening_nobody_books(person) -> None:
    closed = place(is_open=False)
    with pytest.raises(SeatsError, match="geschlossen"):
        booked(closed)
    late = place(books_until=timezone.now() - timedelta(minutes=1))
    with pytest.raises(SeatsError, match="Anmelden konnte man sich bis"):
        booked(late)


def test_without_a_waiting_list_a_full_place_refuses() -> None:
    offer = place(seats=1, has_waiting_list=False)
    booked(offer)
    with pytest.raises(SeatsError, match="kein Platz mehr frei"):
        booked(offer)
    assert Booking.objects.filter(place=offer).count() == 1


def test_a_guest_holds_nothing_until_the_address_is_confirmed() -> None:
    offer = place(seats=1)
    waiting = guest(offer, is_confirmed=False)
    assert (waiting.state, rest_of(offer).taken) == (State.UNCONFIRMED, 0)
    again = guest(offer, is_confirmed=False)  # somebody else may have typed the address
    assert states(confirm_address(waiting)) == [State.CONFIRMED]
    assert confirm_address(waiting).state == State.CONFIRMED
    with pytest.raises(SeatsError, match="schon eine Anmeldung"):
        confirm_address(again)


def test_guests_are_only_taken_where_the_place_takes_them() -> None:
    offer = place(takes_guests=False)
    with pytest.raises(SeatsError, match="mit Ihrem Konto"):
        register_guest(offer, Guest("Gerda Gast", "g@ort.example"), format=format_of(offer))


def test_seats_of_an_allotment_are_for_its_people_until_its_release(offers, person) -> None:
    offers.manager = person(MEMBER)
    house, other = organisation(), organisation()
    offer = place(seats=3)
    pool = pools.add_allotment(
        format_of(offer), organisations=[house], seats=2, release_at=soon(10), actor=offers.manager
    )
    outside = [booked(offer), booked(offer)]
    assert states(*outside) == [State.CONFIRMED, State.WAITING]
    inside = booked(offer, colleague(house), organisation=house)
    assert (inside.state, inside.pool) == (State.CONFIRMED, pool)
    stranger = booked(offer, colleague(other), organisation=other)
    assert stranger.state == State.WAITING
    pools.release_due(soon(11))
    assert states(*outside, stranger) == [State.CONFIRMED, State.CONFIRMED, State.WAITING]
    pool.refresh_from_db()
    assert (pool.capacity, pool.taken, rest_of(offer).capacity) == (1, 1, 2)
    leaving.cancel(inside, actor=inside.person)
    assert states(stranger) == [State.CONFIRMED]
    pool.refresh_from_db()
    assert (pool.capacity, pool.taken, rest_of(offer).capacity, rest_of(offer).taken) == (0, 0, 3, 3)
    assert audit() == []


def test_a_kind_of_organisation_has_an_allotment_too_and_being_passed_over_is_logged(offers, person) -> None:
    offers.manager = person(MEMBER)
    house = organisation(kind="district")
    offer = place(seats=2)
    pools.add_allotment(format_of(offer), kinds=["district"], seats=1, release_at=soon(9), actor=offers.manager)
    booked(offer)
    stranger = booked(offer)
    inside = booked(offer, colleague(house), organisation=house)
    waiting = booked(offer, colleague(house), organisation=house)
    leaving.cancel(inside, actor=inside.person)
    assert states(stranger, waiting) == [State.WAITING, State.CONFIRMED]
    entry = LogEntry.objects.get(action="seats.passed_over")
    assert entry.data["passed"] == [stranger.pk] and entry.object_id == str(waiting.pk)


def test_more_seats_go_to_the_waiting_list_and_fewer_than_taken_are_refused(offers, person) -> None:
    offers.manager = person(MEMBER)
    offer = place(seats=1)
    first, second, third = booked(offer), booked(offer), booked(offer)
    pool = Pool.objects.select_related("format__place").get(pk=rest_of(offer).pk)
    effect = pools.preview_capacity(pool, 2)
    assert (effect.is_possible, effect.promoted, effect.waiting_after) == (True, 1, 1)
    pools.change_capacity(pool, seats=2, actor=offers.manager)
    assert states(first, second, third) == [State.CONFIRMED, State.CONFIRMED, State.WAITING]
    with pytest.raises(SeatsError, match="Weniger geht erst"):
        pools.change_capacity(pool, seats=1, actor=offers.manager)
    with pytest.raises(PermissionDenied):
        pools.change_capacity(pool, seats=9, actor=first.person)


def test_one_more_is_an_explicit_logged_increase(offers, person) -> None:
    offers.manager = person(MEMBER)
    offer = place(seats=1)
    booked(offer)
    first, second = booked(offer), booked(offer)
    by_hand.grant_extra_seat(second, actor=offers.manager)
    assert states(first, second) == [State.WAITING, State.CONFIRMED]
    assert (rest_of(offer).capacity, rest_of(offer).taken) == (2, 2)
    assert LogEntry.objects.filter(action="seats.capacity_changed").exists()
    with pytest.raises(SeatsError, match="Ein Platz mehr"):
        by_hand.add_by_hand(offer, actor=offers.manager, format=format_of(offer), guest=Guest("Tür", ""))
    walked_in = by_hand.add_by_hand(
        offer, actor=offers.manager, format=format_of(offer), guest=Guest("Tür", ""), one_more=True
    )
    assert walked_in.state == State.CONFIRMED and audit() == []


def test_a_request_holds_nothing_until_it_is_approved(offers, person) -> None:
    offers.manager = person(MEMBER)
    offer = place(seats=1, needs_approval=True)
    asked, other = booked(offer), booked(offer)
    assert states(asked, other) == [State.REQUESTED, State.REQUESTED] and rest_of(offer).taken == 0
    assert Notification.objects.filter(person=offers.manager, url=f"/angebote/{offer.pk}/").count() == 2
    approval.approve(other, actor=offers.manager)
    approval.approve(asked, actor=offers.manager)
    assert states(other, asked) == [State.CONFIRMED, State.WAITING]
    third = booked(offer)
    with pytest.raises(SeatsError, match="den Grund"):
        approval.decline(third, reason=" ", actor=offers.manager)
    approval.decline(third, reason="Nur für Leitungen", actor=offers.manager)
    assert states(third) == [State.DECLINED]
    with pytest.raises(PermissionDenied):
        approval.approve(booked(offer), actor=asked.person)


def test_an_organisation_may_release_what_its_people_book(person) -> None:
    house = organisation()
    boss, ada = colleague(house), colleague(house)
    coordinator = person(COORDINATOR, home=house)
    ReleaseRule.objects.create(organisation=house, needs_release=True)
    offer = place(seats=1)
    asked = booked(offer, ada, organisation=house)
    assert asked.state == State.RELEASE and rest_of(offer).taken == 0
    assert Notification.objects.filter(person=coordinator, title__startswith="Freigabe erbeten").exists()
    with pytest.raises(PermissionDenied):
        approval.give_release(asked, actor=boss)
    assert states(approval.give_release(asked, actor=coordinator)) == [State.CONFIRMED]


def test_a_coordinator_books_for_colleagues_who_do_not_mind(person) -> None:
    house = organisation()
    coordinator, ada, otto, minds = person(COORDINATOR, home=house), *(colleague(house) for _ in range(3))
    BookingWish.objects.create(person=minds, by_colleagues=False)
    offer = place(seats=2)
    options = {"actor": coordinator, "format": format_of(offer), "organisation": house}
    with pytest.raises(SeatsError, match="möchte nicht von anderen"):
        book_several(offer, people=[ada, minds], all_or_none=False, **options)
    with pytest.raises(SeatsError, match="Niemand wurde angemeldet"):
        book_several(offer, people=[ada, otto, coordinator], all_or_none=True, **options)
    assert Booking.objects.filter(place=offer).count() == 0
    made = book_several(offer, people=[ada, otto, coordinator], all_or_none=False, **options)
    assert states(*made) == [State.CONFIRMED, State.CONFIRMED, State.WAITING]
    with pytest.raises(PermissionDenied):
        book(offer, actor=ada, person=otto, format=format_of(offer), organisation=house)
    with pytest.raises(PermissionDenied):  # a person of another house
        book(offer, actor=coordinator, person=person(MEMBER), format=format_of(offer), organisation=house)


def test_handing_over_keeps_the_seat_out_of_the_queue(person) -> None:
    house = organisation()
    ada, otto, eva = colleague(house), colleague(house), colleague(house)
    offer = place(seats=1)
    seat = booked(offer, ada, organisation=house)
    first, waiting = booked(offer), booked(offer, otto, organisation=house)
    leaving.hand_over(seat, person=otto, actor=ada)
    assert states(seat, first, waiting) == [State.CONFIRMED, State.WAITING, State.CANCELLED]
    assert seat.person == otto and rest_of(offer).taken == 1 and audit() == []
    with pytest.raises(PermissionDenied):
        leaving.hand_over(seat, person=eva, actor=ada)  # no longer hers
    with pytest.raises(SeatsError, match="gehört nicht zu"):
        leaving.hand_over(seat, person=person(MEMBER), actor=otto)


def test_the_format_is_switched_only_into_a_free_seat(person) -> None:
    offer = place(seats=1, online=1)
    first, second = booked(offer), booked(offer)
    leaving.switch_format(first, format=format_of(offer, ONLINE), actor=first.person)
    assert states(first, second) == [State.CONFIRMED, State.CONFIRMED]
    with pytest.raises(SeatsError, match="Ihr Platz bleibt"):
        leaving.switch_format(second, format=format_of(offer, ONLINE), actor=second.person)
    assert audit() == []


def test_after_the_deadline_a_reason_is_asked(person) -> None:
    offer = place(cancels_until=timezone.now() - timedelta(hours=1))
    seat = booked(offer)
    with pytest.raises(SeatsError, match="nennen Sie den Grund"):
        leaving.cancel(seat, actor=seat.person)
    leaving.cancel(seat, actor=seat.person, reason="krank")
    assert states(seat) == [State.CANCELLED] and seat.reason == "krank"


def test_when_promotion_ends_those_left_hear_of_it() -> None:
    offer = place(seats=1)
    booked(offer)
    waiting = booked(offer)
    assert promotion.end_promotions(offer.promotes_until) == 1
    assert states(waiting) == [State.LAPSED]
    assert promotion.end_promotions(offer.promotes_until) == 0
    tasks.write_letters()
    assert Notification.objects.filter(person=waiting.person, title__startswith="Kein Platz").count() == 1


def test_letters_follow_the_changes_in_their_order_and_once(person) -> None:
    offer = place(seats=1)
    seat = booked(offer)
    leaving.cancel(seat, actor=seat.person)
    assert tasks.write_letters() == 2
    assert tasks.write_letters() == 0
    mails = list(Message.objects.order_by("pk"))
    assert [mail.about for mail in mails] == [f"seats.booking:{seat.pk}"] * 2
    assert [one.method for mail in mails for one in mail.files] == ["REQUEST", "CANCEL"]
    assert "Sie haben einen Platz" in mails[0].text and "Teilnahme abgesagt" in mails[1].subject


def test_each_date_of_a_place_has_its_own_calendar_message(person) -> None:
    from tests.factories.dates import date

    offer = place(seats=1, dates=[date(days=20), date(days=27)])
    seat = booked(offer)
    tasks.write_letters()
    mails = list(Message.objects.order_by("pk"))
    assert len({one.files[0].content.split(b"UID:")[1][:36] for one in mails}) == 2
    assert Notification.objects.filter(person=seat.person).count() == 1


@pytest.mark.parametrize(
    "kind", ["address", "requested", "confirmed", "waiting", "offered", "promoted", "cancelled", "left"]
)
def test_every_letter_names_the_matter_and_leads_to_a_page(kind: str) -> None:
    from netzwerk.seats.models import Letter

    offer = place(seats=1, title="Wohnung verloren")
    seat = guest(offer)
    Letter.objects.all().delete()
    Letter.objects.create(booking=seat, kind=kind, name=seat.name, email=seat.email)
    tasks.write_letters()
    mail = Message.objects.get()
    assert "Wohnung verloren" in mail.subject and "Guten Tag Gerda Gast" in mail.text
    assert f"/anmeldungen/{seat.pk}/" in mail.text


def test_nobody_overtakes_those_who_wait_for_the_end_of_promotion(person) -> None:
    """Between the stated time and the clock's next tick the list still stands, and a freed seat is nobody's."""
    offer = place(seats=1, books_until=soon(29))
    seat, _waiting = booked(offer), booked(offer)
    Place.objects.filter(pk=offer.pk).update(promotes_until=timezone.now() - timedelta(seconds=1))
    leaving.cancel(seat, actor=seat.person)
    assert rest_of(offer).free == 1
    with pytest.raises(SeatsError, match="kein Platz mehr frei"):
        booked(offer)
    promotion.end_promotions()
    assert booked(offer).state == State.CONFIRMED


def test_a_closed_account_gets_no_seat(person) -> None:
    user = person(MEMBER)
    user.is_active = False
    with pytest.raises(SeatsError, match="gesperrt"):
        booked(place(), user)


def test_a_transaction_queues_one_job_for_all_its_letters(django_capture_on_commit_callbacks) -> None:
    offer = place(seats=3)
    OrmQ.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(3):
            booked(offer)
    assert [one.func() for one in OrmQ.objects.all()].count("netzwerk.seats.tasks.write_letters") == 1
    assert tasks.write_letters() == 3


def test_the_organisation_declines_only_what_waits_for_its_release(person) -> None:
    """Not what it has released meanwhile, in another window."""
    house = organisation()
    coordinator, ada = person(COORDINATOR, home=house), colleague(house)
    ReleaseRule.objects.create(organisation=house, needs_release=True)
    asked = booked(place(needs_approval=True), ada, organisation=house)
    approval.give_release(asked, actor=coordinator)
    assert asked.state == State.RELEASE, "what this window still shows"
    with pytest.raises(PermissionDenied):
        approval.decline(asked, reason="doch nicht", actor=coordinator)
    assert states(asked) == [State.REQUESTED]


def test_only_who_may_change_a_booking_chooses_how_it_moves_up(person) -> None:
    offer = place(seats=1)
    booked(offer)
    waiting = booked(offer)
    with pytest.raises(PermissionDenied):
        leaving.set_promotion_choice(waiting, at_once=False, actor=person(MEMBER))
    leaving.set_promotion_choice(waiting, at_once=False, actor=waiting.person)
    waiting.refresh_from_db()
    assert not waiting.promote_at_once
