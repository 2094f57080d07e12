"""What is stored of questions: counts for editors, and nothing that identifies a person."""

from datetime import date, datetime

import pytest
import time_machine
from django.apps import apps
from django.core.cache import caches
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from netzwerk.search.models import AskedQuestion
from netzwerk.search.services import questions
from netzwerk.search.services.question_privacy import storable_text
from netzwerk.search.services.questions import (
    first_of_month,
    forget_old_questions,
    found_nothing,
    most_asked,
    note_question,
)
from netzwerk.surfaces import registry

pytestmark = pytest.mark.django_db

CANARY = "zwiebelfisch"
NOON = datetime(2026, 3, 10, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def empty_table(db: None) -> None:
    AskedQuestion.objects.all().delete()
    caches["questions"].clear()


def ask(text: str, *askers: str, found: int = 1) -> None:
    for asker in askers:
        note_question(text, found=found, asker=asker)


def whole_database() -> str:
    """Every cell of every table: of the search, of the caches, of all others."""
    cells = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  names from the database
            cells += [str(bytes(cell) if isinstance(cell, memoryview) else cell) for row in cursor for cell in row]
    return "\n".join(cells).lower()


def test_a_question_of_two_people_leaves_no_words_in_the_database() -> None:
    ask(f"Hilfe für {CANARY}", "203.0.113.7", "203.0.113.8")
    row = AskedQuestion.objects.get()
    assert (row.text, row.times) == ("", 2)
    everything = whole_database()
    assert row.digest in everything
    assert CANARY not in everything
    assert "203.0.113" not in everything


def test_the_third_person_makes_the_text_stored_and_nobody_is_identified() -> None:
    ask(f"Hilfe für {CANARY}", "203.0.113.7", "203.0.113.8", "203.0.113.9")
    row = AskedQuestion.objects.get()
    assert (row.text, row.times) == (f"hilfe für {CANARY}", 3)
    assert CANARY in whole_database()
    assert "203.0.113" not in whole_database()


def test_spellings_of_one_question_count_together() -> None:
    ask("Müllers Straße", "a")
    ask("MUELLERS-STRASSE", "b")
    ask("  muellers   straße!", "c")
    assert AskedQuestion.objects.get().times == 3


def test_the_same_person_counts_once_a_day() -> None:
    with time_machine.travel(NOON, tick=False):
        ask("wohnbeirat", *["203.0.113.7"] * 50)
        assert AskedQuestion.objects.get().times == 1


def test_one_person_alone_never_makes_a_text_stored_on_however_many_days() -> None:
    for day in range(1, 29):
        with time_machine.travel(NOON.replace(day=day), tick=False):
            ask(CANARY, "203.0.113.7", "203.0.113.8")
    row = AskedQuestion.objects.get()
    assert (row.times, row.text) == (56, "")
    assert CANARY not in whole_database()


def test_askers_of_last_month_do_not_count_in_this() -> None:
    with time_machine.travel(NOON, tick=False):
        ask(CANARY, "a", "b")
    with time_machine.travel(NOON.replace(month=4), tick=False):
        ask(CANARY, "c", "d")
    assert list(AskedQuestion.objects.values_list("times", "text")) == [(2, ""), (2, "")]
    assert len(set(AskedQuestion.objects.values_list("digest", flat=True))) == 2  # and nobody can link the two


def test_a_lost_cache_delays_the_stored_text_and_never_hastens_it() -> None:
    ask(CANARY, "a", "b")
    caches["questions"].clear()
    ask(CANARY, "c", "d")
    assert AskedQuestion.objects.get().text == ""
    ask(CANARY, "e")
    assert AskedQuestion.objects.get().text == CANARY


def test_without_the_key_the_digest_reveals_nothing() -> None:
    with override_settings(SECRET_KEY="eins"):
        one = questions.digest_of(CANARY, date(2026, 3, 1))
    with override_settings(SECRET_KEY="zwei"):
        assert questions.digest_of(CANARY, date(2026, 3, 1)) != one


@pytest.mark.parametrize(
    "text",
    [
        "erika@mustermann.example",
        "erika＠mustermann.example",
        "erika (at) mustermann",
        "https://beispiel.example/erika",
        "www.beispiel",
        "beispiel.example",
        "mustermann 1234",
        "akte 50-123/24",
        "0231 12 34 5",
        "geboren 3.3.1980",
        "az1b2c3d4",
        "fall １２３４",
        "fall ١٢٣٤",
        "fall 12\u200b34",
        "1.234 euro",
        "eins zwei drei vier fünf sechs sieben acht neun",
        "w" * 81,
        "ﷺ" * 40,
        "x" * 10_000,
    ],
)
def test_what_may_identify_a_person_is_never_stored(text: str) -> None:
    ask(text, "a", "b", "c", "d")
    assert not AskedQuestion.objects.exists()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Haushalt 2026", "haushalt 2026"),
        ("§ 1601 BGB", "§ 1601 bgb"),
        ("1601 BGB Unterhalt", "1601 bgb unterhalt"),
        ("§§ 67 SGB XII", "§ § 67 sgb xii"),
        ("SGB 12", "sgb 12"),
        ("ab 18 Jahre, bis 27", "ab 18 jahre bis 27"),
        ("Case-Management", "case-management"),
        ("  „Hilfe\tplan“ ?! ", "hilfe plan"),
        ("<script>alert(1)</script>", "script alert 1 script"),
        ("'; DROP TABLE search;--", "drop table search"),
        ("evil\u202egnirts", "evilgnirts"),
        ("null\x00byte", "null byte"),
        ("\ud800surrogat", "surrogat"),
    ],
)
def test_only_plain_words_are_stored(text: str, kept: str) -> None:
    assert storable_text(text) == kept
    ask(text, "a", "b", "c")
    assert AskedQuestion.objects.get().text == kept


@pytest.mark.parametrize("text", ["", " ", '"', "🙂🙂", "und der die", "§", "\x00", "*:*", "\ud800"])
def test_questions_without_content_are_not_counted(text: str) -> None:
    ask(text, "a", "b", "c")
    assert not AskedQuestion.objects.exists()


def test_editors_see_what_was_asked_most_and_what_found_nothing() -> None:
    ask("fallmanagement", *"abcdef", found=20)
    ask("wohnbeirat", *"abcd", found=0)
    ask("schulbegleitung", *"abc", found=2)
    ask("geheim", "a", "b", found=0)
    rows = AskedQuestion.objects.all()
    assert [(one.text, one.times) for one in most_asked(rows)] == [
        ("fallmanagement", 6),
        ("wohnbeirat", 4),
        ("schulbegleitung", 3),
    ]
    assert [(one.text, one.nothing, one.found) for one in found_nothing(rows)] == [
        ("wohnbeirat", 4, 0),
        ("schulbegleitung", 0, 2),
    ]
    assert len(most_asked(rows, most=1)) == 1
    assert questions.without_words(rows) == 2


def test_what_is_found_by_now_is_no_longer_missing() -> None:
    ask("wohnbeirat", *"abc", found=0)
    ask("wohnbeirat", "d", found=7)
    assert found_nothing(AskedQuestion.objects.all()) == []
    assert [(one.nothing, one.found) for one in most_asked(AskedQuestion.objects.all())] == [(3, 7)]


def test_a_question_of_two_months_is_one_row() -> None:
    with time_machine.travel(NOON, tick=False):
        ask("Geflüchtete", *"abc", found=0)
    with time_machine.travel(NOON.replace(month=4), tick=False):
        ask("gefluechtete", *"abcd", found=9)
    assert most_asked(AskedQuestion.objects.of_months([date(2026, 3, 1), date(2026, 4, 1)])) == [
        questions.QuestionStats("gefluechtete", 7, 3, 9)
    ]
    assert [one.times for one in most_asked(AskedQuestion.objects.of_months([date(2026, 3, 1)]))] == [3]


def test_a_flood_of_questions_does_not_fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "MOST_ROWS_A_MONTH", 3)
    for number in range(10):
        ask(f"frage {number}", "a")
    ask("frage 0", "b")
    assert sorted(AskedQuestion.objects.values_list("times", flat=True)) == [1, 1, 2]


def test_a_flood_of_questions_evicts_no_rate_limit(settings) -> None:
    assert settings.CACHES["questions"]["LOCATION"] != settings.CACHES["default"]["LOCATION"]
    before = caches["default"].get("wache", "leer")
    ask("wohnbeirat", "a")
    assert caches["default"].get("wache", "leer") == before
    assert questions.askers_cache() is caches["questions"]


def test_rows_are_deleted_after_a_year_and_those_without_text_after_their_month() -> None:
    for month, text in (
        (date(2025, 2, 1), "alt"),
        (date(2025, 3, 1), "ein jahr"),
        (date(2026, 2, 1), "voriger"),
        (date(2026, 2, 1), ""),
        (date(2026, 3, 1), ""),
    ):
        AskedQuestion.objects.create(month=month, digest=questions.digest_of(text or "x", month), text=text, times=1)
    with time_machine.travel(NOON, tick=False):
        assert forget_old_questions() == 2
        assert forget_old_questions() == 0
    left = AskedQuestion.objects.order_by("month", "text").values_list("month", "text")
    assert list(left) == [(date(2025, 3, 1), "ein jahr"), (date(2026, 2, 1), "voriger"), (date(2026, 3, 1), "")]
    assert registry.clock.get("question-retention").run is forget_old_questions


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert first_of_month(date(2026, 1, 31)) == date(2026, 1, 1)
    assert first_of_month(date(2026, 1, 31), 1) == date(2025, 12, 1)
    assert first_of_month(date(2026, 1, 31), 13) == date(2024, 12, 1)


def test_the_table_has_no_column_for_a_person() -> None:
    names = {field.name for field in apps.get_model("search.AskedQuestion")._meta.get_fields()}
    assert names == {"id", "month", "digest", "text", "times", "nothing", "found"}
