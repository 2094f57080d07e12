"""All texts are German and without jargon, on pages for every role, in the admin and in mails."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.test import Client
from wagtail.models import Collection, Page

from netzwerk.members.demo.personas import person_of
from netzwerk.members.roles import EDITOR
from tests.factories.pages import news_page
from tests.words.catalogues import untranslated
from tests.words.crawling import visits

pytestmark = pytest.mark.django_db

FIRST = ("/", "/mein-bereich/", "/konto/profil/", "/suche/?q=hilfe", "/redaktion/", "/redaktion/account/")
PERSONAS = ("", "koordination", "redaktion2", "geschaeftsstelle", "administration")
# Terms of Wagtail and Django that editors should not read.
JARGON = re.compile(
    r"\b(?:workflows?|locales?|dashboard|snippets?|schnipsel|slugs?|wagtail|root)\b|\bin moderation\b|zur moderation"
    r"|domain\.com|example\.(?:com|org)",
    re.IGNORECASE,
)
DU = re.compile(r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?)\b", re.IGNORECASE)
SPEECH = re.compile(r"[„“‚‘]|^(?:Du|Wo schläfst)")  # quotations
# Not translatable in Wagtail's templates; copies of those templates would be worse.
HARD_CODED = {"Search", "Actions"}
ALSO_GERMAN = {"Tag"}  # taggit has the English word
MANY = (
    "Personen|Berichte|Organisationen|Orte|Ergebnisse|Mitteilungen|Nachrichten|Anträge|Einladungen|Fassungen|Seiten|"
    "Dokumente|Bilder|Begriffe|Rollen|Mitglieder|Codes|Dateien|Einträge|Tage|Monate|Pilotstandorte|Passkeys|Fragen(?! und)"
)
ONE_OF_MANY = re.compile(rf"(?<![\d.,:/§-])\b1 (?:{MANY})\b")


# In templates: a number before a plural. Right where the same line has a branch for 1, or where the number is never 1.
NUMBER = re.compile(
    rf"(.*?)\}}\}}(?:</[a-z]+>)? (?:weitere |neue |offene )?(?:{MANY}|Stunden|Minuten|Termine|Nachweise)\b"
)
NEVER_ONE = {"hours/facts.html", "members/desk/decision_review.html"}


@cache
def said_to(persona: str) -> dict[str, str]:
    """Every text that this user sees, with its URL."""
    client = Client()
    if persona:
        client.force_login(person_of(persona))
    said: dict[str, str] = {}
    for visit in visits(client, FIRST if persona else ("/", "/suche/?q=hilfe")):
        for text in visit.texts():
            said.setdefault(text, visit.address)
    return said


@pytest.fixture(params=PERSONAS, ids=lambda persona: persona or "visitor")
def said(request: pytest.FixtureRequest, db) -> dict[str, str]:
    return said_to(request.param)


def test_there_is_no_english_message_of_a_package(said) -> None:
    assert len(said) > 500
    assert {text: said[text] for text in untranslated(said) - HARD_CODED - ALSO_GERMAN} == {}


def test_there_is_no_jargon_of_the_software(said) -> None:
    assert {text: where for text, where in said.items() if JARGON.search(text)} == {}


def test_nobody_is_addressed_as_du(said) -> None:
    addressed = {text: where for text, where in said.items() if DU.search(text) and "/praxiswissen/" not in where}
    assert {text: where for text, where in addressed.items() if not SPEECH.search(text)} == {}


def test_one_is_followed_by_the_singular(said) -> None:
    assert {text: where for text, where in said.items() if ONE_OF_MANY.search(text)} == {}


def numbers_before_plurals(template: str) -> list[str]:
    return [found[0][-60:] for found in NUMBER.finditer(template) if "== 1 %" not in found[1]]


def test_templates_know_the_singular_too() -> None:
    folder = Path(settings.BASE_DIR) / "templates"
    found = {
        name: wrong
        for path in folder.rglob("*.html")
        if (wrong := numbers_before_plurals(path.read_text()))
        and (name := path.relative_to(folder).as_posix()) not in NEVER_ONE
    }
    assert found == {}
    assert numbers_before_plurals("<p>Alle {{ total }} Berichte</p>")
    assert not numbers_before_plurals("{% if n == 1 %}Ein Bericht{% else %}{{ n }} Berichte{% endif %}")


def test_the_checks_find_what_they_look_for() -> None:
    assert untranslated(["Log out", "Die Seite", "Are you sure you want to delete this page?"]) == {
        "Log out",
        "Are you sure you want to delete this page?",
    }
    assert JARGON.search("In Vier Augen zur Moderation eingereicht")
    assert DU.search("Bitte gib dein Passwort ein")
    assert ONE_OF_MANY.search("1 Personen einladen?")
    assert not ONE_OF_MANY.search("1 Person, 21 Personen, 1.1 Personen")


def test_the_roots_have_german_names() -> None:
    assert Page.objects.get(depth=1).title == "Alle Seiten"
    assert Collection.objects.get(depth=1).name == "Allgemein"


def test_passwords_are_refused_in_natural_words(person) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password("12345678", person())
    said = " ".join([*refused.value.messages, *password_validators_help_texts()])
    assert "besteht nur aus Ziffern" in said
    assert not re.search(r"ähnlich zu|numerisch|üblich", said)


def test_a_wrong_login_is_refused_in_one_sentence() -> None:
    answer = Client().post("/konto/anmelden/", {"login": "niemand@demo.example", "password": "falsch geraten"})
    assert "E-Mail-Adresse oder Passwort stimmt nicht." in answer.content.decode()


def test_mails_of_the_review_greet_by_the_full_name_and_say_what_to_do(person) -> None:
    page = news_page(author=person(EDITOR), live=False)
    page.get_workflow().start(page, page.owner)
    context = {"user": person(first_name="Jonas", last_name="Hartwig"), "page": page, "model_name": "Seite"}
    state = page.current_workflow_task_state
    context |= {"object": page, "task_state": state, "task": state.task, "workflow": page.get_workflow()}
    for name in ("task_state_submitted", "workflow_state_approved", "workflow_state_rejected"):
        for ending in ("txt", "html"):
            mail = render_to_string(f"wagtailadmin/notifications/{name}.{ending}", context)
            assert "Guten Tag Jonas Hartwig," in mail, name
            assert not JARGON.search(re.sub(r"<[^>]+>|/redaktion/\S*", " ", mail)), name
