"""The menu "Portalsuche" of the admin: permissions, statistics, and adding a synonym from a question."""

from urllib.parse import urlencode

import pytest
import time_machine
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from netzwerk.members.roles import ADMINISTRATION, EDITOR, MEMBER, OFFICE, ROLES, May, Role
from netzwerk.search.access import can_maintain_search
from netzwerk.search.models import AskedQuestion, CompoundWord, SynonymGroup
from netzwerk.search.services.questions import RETENTION_MONTHS, digest_of, first_of_month, note_question

pytestmark = pytest.mark.django_db

ASKED, SYNONYMS, WORDS = (
    "/redaktion/suche/gesucht/",
    "/redaktion/suche/synonyme/",
    "/redaktion/suche/zusammensetzungen/",
)
HOSTILE = """"><script>alert(1)</script>'{{ 7*7 }}{% load x %}"""


@pytest.fixture
def editor(person, login) -> Client:
    return login(person(EDITOR))


@pytest.fixture
def no_questions(db: None) -> None:
    AskedQuestion.objects.all().delete()


def question(text: str, *, times: int = 5, nothing: int = 0, found: int = 9, back: int = 0) -> AskedQuestion:
    month = first_of_month(timezone.localdate(), back)
    return AskedQuestion.objects.create(
        month=month, digest=digest_of(text, month), text=text, times=times, nothing=nothing, found=found
    )


def read(answer) -> BeautifulSoup:
    return BeautifulSoup(answer.content.decode(), "html.parser")


def rows_of(answer, table: str) -> list[list[str]]:
    """Texts of the cells of the table below this heading."""
    rows = read(answer).select(f"table[aria-labelledby={table}] tbody tr")
    return [[" ".join(cell.get_text().split()) for cell in row.select("th, td")] for row in rows]


def remedy(answer) -> Tag:
    """The only button in the table of missing content."""
    (link,) = read(answer).select("table[aria-labelledby=ohne-treffer] a")
    return link


def typed(answer) -> str:
    return read(answer).select_one("textarea[name=words]").get_text().strip()


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.key)
def test_only_redaktion_and_geschaeftsstelle_maintain_the_search(role: Role, person) -> None:
    user = person(role)
    assert can_maintain_search(user) == (role in (EDITOR, OFFICE)) == (May.MAINTAIN_SEARCH in role.may)
    assert user.has_perm("search.change_synonymgroup") == (role in (EDITOR, OFFICE))
    assert AskedQuestion.objects.visible_to(user).exists() == (role in (EDITOR, OFFICE))


@pytest.mark.parametrize("address", [ASKED, SYNONYMS, f"{SYNONYMS}add/", WORDS, f"{WORDS}add/"])
def test_others_are_refused(address: str, person, login) -> None:
    for role in (EDITOR, OFFICE):
        assert login(person(role)).get(address).status_code == 200
    assert Client().get(address)["Location"].startswith("/konto/anmelden/")
    assert login(person(MEMBER)).get(address).status_code == 403
    answer = login(person(ADMINISTRATION)).get(address)
    assert (answer.status_code, answer["Location"]) == (302, "/redaktion/")


def test_whoever_lost_the_role_changes_nothing_any_more(person, login) -> None:
    user = person(EDITOR)
    client = login(user)
    user.role_grants.all().delete()
    count = SynonymGroup.objects.count()
    assert client.post(f"{SYNONYMS}add/", {"words": "Bufdi, Bundesfreiwilligendienst"}).status_code == 403
    assert SynonymGroup.objects.count() == count


def test_only_those_who_maintain_the_search_see_its_menu(person, login) -> None:
    assert "Portalsuche" in login(person(EDITOR)).get("/redaktion/").content.decode()
    assert "Portalsuche" not in login(person(ADMINISTRATION)).get("/redaktion/").content.decode()


def test_the_page_shows_what_is_asked_most_and_what_is_missing(editor: Client, no_questions: None) -> None:
    question("fallmanagement", times=41, found=23)
    question("wohnbeirat", times=14, nothing=14, found=0)
    question("wohnbeirat", times=9, nothing=8, found=0, back=1)
    question("schulbegleitung", times=4, nothing=1, found=2, back=1)
    question("lang her", times=99, back=2)
    answer = editor.get(ASKED)
    assert rows_of(answer, "am-haeufigsten") == [
        ["fallmanagement", "41", "0", "23"],
        ["wohnbeirat", "23", "22", "nichts"],
        ["schulbegleitung", "4", "1", "2"],
    ]
    assert [row[:4] for row in rows_of(answer, "ohne-treffer")] == [
        ["wohnbeirat", "23", "22", "nichts"],
        ["schulbegleitung", "4", "1", "2"],
    ]


def test_one_month_can_be_chosen_and_an_invalid_value_means_this_and_the_last(
    editor: Client, no_questions: None
) -> None:
    question("jetzt")
    question("voriger", back=1)
    question("lang her", back=RETENTION_MONTHS)

    def shown(month: str) -> list[str]:
        return [row[0] for row in rows_of(editor.get(ASKED, {"monat": month}), "am-haeufigsten")]

    key = f"{first_of_month(timezone.localdate(), RETENTION_MONTHS):%Y-%m}"
    assert shown(key) == ["lang her"]
    for nonsense in ("", "1999-01", "2026-99", HOSTILE, "\x00", "9" * 5000):
        assert shown(nonsense) == ["jetzt", "voriger"]


def test_an_empty_page_says_what_will_be_here(editor: Client, no_questions: None) -> None:
    answer = editor.get(ASKED)
    assert "mit einem Knopf, der ein Synonym dafür anlegt" in answer.content.decode()
    assert "sobald mehrere Personen dasselbe gesucht haben" in answer.content.decode()
    assert read(answer).select("table.listing") == []


def test_questions_of_too_few_people_are_counted_without_words(editor: Client, no_questions: None) -> None:
    for asker in ("a", "b"):
        note_question("zwiebelfisch", found=0, asker=asker)
    page = editor.get(ASKED).content.decode()
    assert "Dazu kommen 2 Suchen" in page
    assert "zwiebelfisch" not in page


def test_from_a_question_without_hits_to_a_synonym_in_two_clicks(editor: Client, no_questions: None) -> None:
    question("fahrdienst für ältere", nothing=5, found=0)
    link = remedy(editor.get(ASKED))
    assert link.get_text() == "Synonym anlegen: fahrdienst für ältere"
    word = typed(editor.get(link["href"]))
    assert word == "fahrdienst für ältere"
    answer = editor.post(link["href"], {"words": f"{word}\nBürgerbus"})
    assert (answer.status_code, answer["Location"]) == (302, SYNONYMS)
    group = SynonymGroup.objects.get(words__contains="Bürgerbus")
    assert group.expressions == ("fahrdienst für ältere", "Bürgerbus")
    link = remedy(editor.get(ASKED))
    assert link.get_text() == "Synonym bearbeiten: fahrdienst für ältere"
    assert link["href"] == f"{SYNONYMS}edit/{group.pk}/"


@pytest.mark.parametrize("words", [HOSTILE, "\x00\u202e", "w" * 100_000, "\ud800".encode("utf-8", "surrogatepass")])
def test_hostile_words_in_the_address_stay_words(editor: Client, words: str | bytes) -> None:
    answer = editor.get(f"{SYNONYMS}add/?{urlencode({'worte': words})}")
    assert answer.status_code == 200
    assert len(typed(answer)) <= 60
    assert "<script>alert" not in answer.content.decode()


def test_hostile_words_in_the_table_stay_words(editor: Client, no_questions: None) -> None:
    question(HOSTILE, nothing=5, found=0)
    page = editor.get(ASKED).content.decode()
    assert escape(HOSTILE) in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Kita", "mindestens zwei"),
        ("Kita, kita", "steht zweimal da"),
        ("Kita, der", "kommt in jedem Text vor"),
        ("", "Dieses Feld muss ausgefüllt werden"),
        ("Kita,\x00Hort", "Nullzeichen"),
    ],
)
def test_a_wrong_group_is_explained_and_what_was_typed_stays(editor: Client, words: str, message: str) -> None:
    count = SynonymGroup.objects.count()
    answer = editor.post(f"{SYNONYMS}add/", {"words": words})
    assert answer.status_code == 200
    assert message in answer.content.decode()
    assert typed(answer) == words
    assert SynonymGroup.objects.count() == count


def test_a_wrong_compound_is_explained_and_what_was_typed_stays(editor: Client) -> None:
    answer = editor.post(f"{WORDS}add/", {"marked": "Hilfe||plan"})
    assert "fehlt ein Teil des Wortes" in answer.content.decode()
    assert read(answer).select_one("input[name=marked]")["value"] == "Hilfe||plan"
    assert not CompoundWord.objects.filter(marked="Hilfe||plan").exists()


def test_words_are_edited_searched_and_deleted(editor: Client) -> None:
    assert editor.post(f"{WORDS}add/", {"marked": "Fahr|dienst"}).status_code == 302
    word = CompoundWord.objects.get(folded="fahrdienst")
    listed = editor.get(WORDS, {"q": "fahrdienst"}).content.decode()
    assert "wird zerlegt: Fahr + dienst" in listed
    assert "zählt als Bestandteil" not in listed
    assert editor.post(f"{WORDS}edit/{word.pk}/", {"marked": "Fahrdienst"}).status_code == 302
    word.refresh_from_db()
    assert not word.is_split
    assert editor.post(f"{WORDS}delete/{word.pk}/").status_code == 302
    assert not CompoundWord.objects.filter(pk=word.pk).exists()


def test_the_number_of_queries_does_not_grow_with_the_questions(editor: Client, no_questions: None) -> None:
    def queries() -> int:
        editor.get(ASKED)
        with CaptureQueriesContext(connection) as captured:
            editor.get(ASKED)
        return len(captured)

    question("eins", nothing=1, found=0)
    one = queries()
    for number in range(30):
        question(f"frage {number}", nothing=1, found=0)
    assert queries() == one


def test_a_table_has_at_most_fifty_rows(editor: Client, no_questions: None) -> None:
    for number in range(60):
        question(f"wort{number}", nothing=1, found=0)
    assert len(rows_of(editor.get(ASKED), "ohne-treffer")) == 50


def test_the_demo_fills_the_page(editor: Client) -> None:
    answer = editor.get(ASKED)
    assert rows_of(answer, "am-haeufigsten")[0][0] == "fallmanagement"
    assert {"wohnbeirat", "quartiersmanager", "haushaltshilfe antrag"} <= {
        row[0] for row in rows_of(answer, "ohne-treffer")
    }


def test_at_the_turn_of_the_year_the_last_month_is_december(person, login, no_questions: None) -> None:
    with time_machine.travel("2026-01-05 12:00+01:00", tick=False):
        question("weihnachtsbeihilfe", back=1)
        page = login(person(OFFICE)).get(ASKED)
        assert [row[0] for row in rows_of(page, "am-haeufigsten")] == ["weihnachtsbeihilfe"]
        assert "Dezember 2025" in page.content.decode()
