"""The office's log: who has changed what, over all features, in German words."""

import pytest
from django.test import Client
from django.utils import translation
from wagtail.log_actions import registry as log_registry

from knowledge.vocabularies import ReportVocabulary
from netzwerk.members.roles import COORDINATOR, EDITOR, MEMBER, OFFICE
from netzwerk.members.services.log import action_label
from netzwerk.members.services.organisations import change_organisation
from netzwerk.vocabulary.services import merge_term
from tests.factories.organisations import organisation
from tests.factories.pages import news_page
from tests.factories.people import PersonFactory
from tests.factories.terms import term

pytestmark = pytest.mark.django_db
LOG = "/geschaeftsstelle/protokoll/"


@pytest.fixture
def desk(person, login) -> Client:
    return login(person(OFFICE))


def test_actor_and_changed_fields_are_shown_without_values(desk) -> None:
    home = organisation()
    boss = PersonFactory.with_role(COORDINATOR, home=home, last_name="Protokollfrau")
    change_organisation(home, actor=boss, description="Ein geheimes Wort: Zitronenfalter.")
    text = desk.get(f"{LOG}?suche=Protokollfrau").content.decode()
    assert "Organisation geändert" in text
    assert "Beschreibung" in text
    assert "Zitronenfalter" not in text
    other = desk.get(f"{LOG}?was=members.role_taken&suche=Protokollfrau").content.decode()
    assert home.name not in other


def test_pages_and_terms_stand_in_the_log_and_a_feature_narrows_it(desk, person) -> None:
    editor = person(EDITOR, last_name="Schreibfrau")
    page = news_page(title="Zwetschgenkuchen", author=editor)
    page.save_revision(user=editor, log_action=True)
    plum, fruit = (term(name, vocabulary=ReportVocabulary.TOPIC) for name in ("Zwetschge", "Steinobst"))
    merge_term(plum, into=fruit, actor=person(OFFICE, last_name="Schreibfrau"))
    everything = desk.get(f"{LOG}?suche=Schreibfrau").content.decode()
    assert ("Zwetschgenkuchen" in everything, "Begriffe zusammengeführt" in everything) == (True, True)
    assert "Zwetschge</td>" in everything, "what was merged"
    assert "wagtail." not in everything.partition("<tbody")[2].partition("</tbody")[0]
    terms = desk.get(f"{LOG}?suche=Schreibfrau&bereich=vocabulary").content.decode()
    assert ("Steinobst" in terms, "Zwetschgenkuchen" in terms) == (True, False)
    pages = desk.get(f"{LOG}?suche=Schreibfrau&bereich=portal").content.decode()
    assert ("Steinobst" in pages, "Zwetschgenkuchen" in pages) == (False, True)


def test_every_action_has_a_german_label() -> None:
    for action, label in log_registry.get_choices():
        german = str(label)
        with translation.override("en"):
            english = str(label)
        assert german != action
        assert german != english or not action.startswith("wagtail."), action
        assert action_label(action) == german


def test_an_action_that_nothing_registers_shows_its_key() -> None:
    assert action_label("gone.action") == "gone.action"


def test_entries_of_both_logs_are_in_one_order_and_on_several_pages(desk) -> None:
    author, office = PersonFactory.with_role(EDITOR), PersonFactory.with_role(OFFICE)
    for number in range(15):
        news_page(title=f"Meldung {number}", author=author).save_revision(user=author, log_action=True)
        change_organisation(organisation(), actor=office, email=f"a{number}@b.example")
    rows = [row for page in "12" for row in desk.get(f"{LOG}?seite={page}").context["page_obj"]]
    moments = [row["timestamp"] for row in rows]
    assert moments == sorted(moments, reverse=True)
    assert {row["action"] for row in rows[:30]} >= {"members.organisation_changed", "wagtail.edit"}
    assert {row["user"] for row in rows[:30]} >= {author, office}


@pytest.mark.parametrize("role", [MEMBER, EDITOR, COORDINATOR])
def test_nobody_else_reads_the_log(person, login, role) -> None:
    assert login(person(role)).get(LOG).status_code == 404
