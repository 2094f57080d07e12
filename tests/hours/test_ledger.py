"""The ledger: hours are credited once, never changed, and corrected by counter-entry and next revision."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from netzwerk.hours.account import account_of, for_account
from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import CountingRule, Entry, Source
from netzwerk.hours.services import ledger
from netzwerk.hours.services.setting_up import ensure_rules
from netzwerk.members.models import LogEntry
from netzwerk.members.roles import MEMBER
from tests.factories.hours import IN_PERSON, ONLINE, category, entry

pytestmark = pytest.mark.django_db
WORKSHOP = Source("test.workshop", "12", "Werkstatt Erstgespräch")
DAY = date(2026, 3, 3)


def credit(person, minutes: int = 90, **changes) -> Entry:
    return entry(person, minutes, **{"source": WORKSHOP} | changes)


def correct(person, minutes: int, reason: str = "Später gegangen", **changes) -> Entry:
    values = {"source": WORKSHOP, "category": category(), "presence": IN_PERSON, "actor": None} | changes
    return ledger.correct(person, minutes=minutes, reason=reason, **values)


def minutes_of(person) -> list[int]:
    return list(Entry.objects.filter(person=person).order_by("pk").values_list("minutes", flat=True))


def test_the_same_hours_are_credited_once(person) -> None:
    user = person(MEMBER)
    assert credit(user) == credit(user)
    assert minutes_of(user) == [90]
    credit(user, presence=ONLINE)
    credit(person(MEMBER))
    assert minutes_of(user) == [90, 90]


def test_other_hours_for_the_same_source_are_refused(person) -> None:
    user = person(MEMBER)
    credit(user)
    for changes in ({"minutes": 91}, {"day": date(2026, 3, 4)}):
        with pytest.raises(HoursError, match="schon andere Stunden"):
            credit(user, **changes)
    assert minutes_of(user) == [90]


def test_a_correction_takes_back_and_credits_the_next_revision(person) -> None:
    user = person(MEMBER)
    first = credit(user)
    second = correct(user, 45)
    assert minutes_of(user) == [90, -90, 45]
    counter = first.taken_back
    assert (counter.is_counter, counter.revision, counter.day, counter.reason) == (True, 1, DAY, "Später gegangen")
    assert (second.revision, second.day, second.rule) == (2, DAY, first.rule)
    assert list(Entry.objects.filter(person=user).standing()) == [second]
    correct(user, 0)
    assert minutes_of(user) == [90, -90, 45, -45]
    with pytest.raises(HoursError, match="schon andere"):
        credit(user, 45)
    assert correct(user, 60).revision == 3
    assert sum(minutes_of(user)) == 60


def test_a_correction_needs_a_reason_and_something_to_change(person) -> None:
    user = person(MEMBER)
    with pytest.raises(HoursError, match="keine Stunden"):
        correct(user, 45)
    credit(user)
    with pytest.raises(HoursError, match="schon der Stand"):
        correct(user, 90)
    with pytest.raises(HoursError, match="Grund"):
        correct(user, 45, reason="  ")
    assert minutes_of(user) == [90]


@pytest.mark.parametrize("minutes", [0, -5])
def test_hours_are_more_than_nothing(person, minutes: int) -> None:
    with pytest.raises(ValidationError):
        credit(person(MEMBER), minutes)


def test_the_database_refuses_a_second_entry_and_a_correction_without_reason(person) -> None:
    first = credit(person(MEMBER))
    values = {
        name: getattr(first, name)
        for name in ("person", "source_kind", "source_id", "category", "presence", "day", "rule")
    }
    for changes in ({"minutes": 90}, {"minutes": -90}, {"minutes": 90, "revision": 2}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.create(**values, title="", **changes)


def test_a_new_rule_counts_new_hours_only(person) -> None:
    user = person(MEMBER)
    credit(user, 30)
    CountingRule.objects.create(name="je Tag", valid_from=date(2026, 4, 1), rounding="per_date")
    entry(user, 30, date(2026, 3, 31))
    entry(user, 50, date(2026, 4, 1))
    entry(user, 40, date(2026, 4, 2))
    sums = account_of(for_account(Entry.objects.visible_to(user))).overall
    assert str(sums.total.total) == "2 UE 15 min", "60 minutes by sum, one unit by date"


def test_a_rule_that_was_used_keeps_its_numbers(person) -> None:
    rule = credit(person(MEMBER)).rule
    rule.name = "Summe"
    rule.full_clean()
    for name, value in (("minutes_per_unit", 60), ("rounding", "per_date"), ("valid_from", date(2000, 1, 1))):
        changed = CountingRule.objects.get(pk=rule.pk)
        setattr(changed, name, value)
        with pytest.raises(ValidationError, match="schon Stunden gezählt"):
            changed.full_clean()


def test_an_account_has_sums_by_form_and_year_from_one_query(person, django_assert_num_queries) -> None:
    user = person(MEMBER)
    entry(user, 450, date(2025, 11, 3))
    entry(user, 90, date(2026, 1, 7), presence=ONLINE)
    entry(user, 100, date(2026, 2, 7), category=category("supervision"))
    credit(user, 900)
    correct(user, 0)
    with django_assert_num_queries(1):
        account = account_of(for_account(Entry.objects.visible_to(user)))
    assert [
        (form.label, str(form.in_person), str(form.online), str(form.total)) for form in account.overall.forms
    ] == [
        ("Theorie und Anwendung", "10 UE", "2 UE", "12 UE"),
        ("Supervision", "2 UE 10 min", "0 UE", "2 UE 10 min"),
    ]
    assert str(account.overall.total.total) == "14 UE 10 min"
    assert [(year, str(sums.total.total)) for year, sums in account.years] == [(2026, "4 UE 10 min"), (2025, "10 UE")]


def test_nobody_sees_the_account_of_others(person) -> None:
    from netzwerk.members.roles import OFFICE

    user = person(MEMBER)
    entry(user)
    for other in (person(MEMBER), person(OFFICE), person(superuser=True)):
        assert not Entry.objects.visible_to(other).filter(person=user).exists()


def test_the_log_says_who_corrected_and_why_but_not_what(person) -> None:
    user = person(MEMBER)
    credit(user)
    last = correct(user, 45)
    row = LogEntry.objects.get(action="hours.corrected", object_id=str(last.pk))
    assert row.data["reason"] == "Später gegangen"
    assert not LogEntry.objects.filter(action__startswith="hours.", label__contains="Erstgespräch").exists()


def test_setting_up_again_changes_nothing() -> None:
    theory = category()
    theory.label = "Theorie"
    theory.save()
    ensure_rules()
    assert category().label == "Theorie"
    assert CountingRule.objects.count() == 1
