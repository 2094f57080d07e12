"""Several requests for the same change at once: exactly one succeeds, on both databases."""

from collections.abc import Callable
from datetime import date

import pytest
from django.utils import timezone

from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import Certificate, Credit, Entry, Series, Source
from netzwerk.hours.services import credits, decisions, ledger
from netzwerk.hours.services.certificates import issue_certificate
from netzwerk.hours.services.setting_up import ensure_rules
from netzwerk.hours.services.statements import issue_statement
from netzwerk.members.roles import MEMBER, OFFICE
from tests.conftest import rounds
from tests.factories.hours import IN_PERSON, category, draft, entry, paper, submitted
from tests.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
PEOPLE = 4
ROUNDS = 3


@pytest.fixture(autouse=True)
def rules(db) -> None:
    ensure_rules()


def race(act: Callable[[int], object]) -> list[BaseException]:
    return at_once(*(lambda number=number: act(number) for number in range(PEOPLE)))


def test_an_application_is_granted_once(person) -> None:
    office = [person(OFFICE) for _one in range(PEOPLE)]
    for _round in range(rounds(ROUNDS)):
        credit = submitted(person(MEMBER))
        errors = race(
            lambda number, credit=credit: decisions.grant_credit(
                Credit.objects.get(pk=credit.pk),
                actor=office[number],
                minutes=900 - number,
                category=category(),
                presence=IN_PERSON,
                text="Nach Prüfung",
            )
        )
        assert [type(error) for error in errors] == [HoursError] * (PEOPLE - 1), errors
        assert Entry.objects.filter(person=credit.person).count() == 1
        assert Certificate.objects.filter(person=credit.person).count() == 1


def test_granting_and_withdrawing_at_once_leave_one_outcome(person) -> None:
    office = person(OFFICE)
    for _round in range(rounds(ROUNDS)):
        credit = submitted(person(MEMBER))
        errors = at_once(
            lambda credit=credit: decisions.grant_credit(
                credit, actor=office, minutes=900, category=category(), presence=IN_PERSON
            ),
            lambda credit=credit: credits.withdraw_credit(credit, actor=credit.person),
        )
        assert [type(error) for error in errors] == [HoursError], errors
        credit.refresh_from_db()
        assert Entry.objects.filter(person=credit.person).exists() == (credit.state == Credit.State.GRANTED)


def test_the_same_training_is_handed_in_once(person) -> None:
    for _round in range(rounds(ROUNDS)):
        user = person(MEMBER)
        drafts = [draft(user, title="Grundkurs") for _one in range(PEOPLE)]
        errors = race(lambda number, drafts=drafts, user=user: credits.submit_credit(drafts[number], actor=user))
        assert [type(error) for error in errors] == [HoursError] * (PEOPLE - 1), errors
        assert Credit.objects.filter(person=user, state=Credit.State.SUBMITTED).count() == 1


def test_the_same_hours_are_credited_once_and_corrected_once(person) -> None:
    source = Source("test", "1", "Werkstatt")
    for _round in range(rounds(ROUNDS)):
        user = person(MEMBER)
        assert race(lambda _number, user=user: entry(user, 90, date(2026, 3, 3), source=source)) == []
        assert Entry.objects.filter(person=user).count() == 1
        errors = race(
            lambda _number, user=user: ledger.correct(
                user, source=source, category=category(), presence=IN_PERSON, minutes=45, reason="Gegangen", actor=None
            )
        )
        assert [type(error) for error in errors] == [HoursError] * (PEOPLE - 1), errors
        assert sorted(Entry.objects.filter(person=user).values_list("minutes", flat=True)) == [-90, 45, 90]


def test_numbers_have_no_gaps_and_no_doubles_and_each_holder_one_certificate(person) -> None:
    users = [person(MEMBER) for _one in range(PEOPLE)]
    this_year = Series.objects.filter(year=timezone.localdate().year)
    before = this_year.values_list("last", flat=True).first() or 0  # the demo's, if this test is the first
    for number in range(rounds(ROUNDS)):
        source = Source("test", str(number), "Werkstatt")
        errors = race(
            lambda which, source=source: issue_certificate(
                paper(), kind="test", source=source, person=users[which // 2], actor=None
            )
        )
        assert errors == []
    made = Certificate.objects.filter(kind="test").values_list("number", flat=True)
    numbers = sorted(int(number[-4:]) for number in made)
    assert numbers == list(range(before + 1, before + 2 * rounds(ROUNDS) + 1))
    assert this_year.get().last == numbers[-1]


def test_a_statement_asked_for_twice_is_one_certificate(person) -> None:
    for _round in range(rounds(ROUNDS)):
        user = person(MEMBER)
        entry(user)
        assert race(lambda _number, user=user: issue_statement(actor=user)) == []
        assert Certificate.objects.filter(person=user).count() == 1
