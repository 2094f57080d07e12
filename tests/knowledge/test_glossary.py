"""The glossary, and links to it in reports."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from knowledge.glossary_links import Linker
from knowledge.models import GlossaryEntry
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> GlossaryEntry:
    GlossaryEntry.objects.all().delete()
    return GlossaryEntry.objects.create(
        term="Zwetschgenplan",
        slug="zwetschgenplan",
        aliases="ZwP, Plan der Zwetschgen",
        short='Ein "Plan" <b>für</b> Obst.',
    )


def linked(html: str) -> str:
    return Linker.load().link(html)


def test_the_first_occurrence_of_a_term_is_linked(entry) -> None:
    html = linked("<p>Der Zwetschgenplan. Des Zwetschgenplans wegen.</p>")
    assert html.count('href="/glossar/zwetschgenplan/"') == 1
    assert html.index("<a") < html.index("Zwetschgenplan")


@pytest.mark.parametrize("text", ["des Zwetschgenplans", "ZWETSCHGENPLAN", "ein ZwP", "Plan der Zwetschgen."])
def test_inflected_forms_capitals_and_aliases_are_linked(entry, text: str) -> None:
    assert "/glossar/zwetschgenplan/" in linked(f"<p>{text}</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<h3>Zwetschgenplan</h3>",
        '<p><a href="/x/">Zum Zwetschgenplan</a></p>',
        '<p><img alt="Zwetschgenplan" src="x"></p>',
        "<p>Zwetschgenplanung und Vor-Zwetschgenplan</p>",
    ],
)
def test_headings_links_attributes_and_compounds_are_not_linked(entry, html: str) -> None:
    assert linked(html) == html


def test_explanations_are_escaped(entry) -> None:
    html = linked("<p>Zwetschgenplan</p>")
    assert "<b>" not in html
    assert "&quot;Plan&quot;" in html


def test_a_changed_entry_is_used_at_once(entry) -> None:
    assert "Pflaumenplan" not in linked("<p>x</p>")
    entry.term = "Pflaumenplan"
    entry.save()
    assert "/glossar/zwetschgenplan/" in linked("<p>Pflaumenplan</p>")


def test_terms_in_reports_are_linked(entry) -> None:
    report = practice_report(situation=[("text", "<p>Ein Zwetschgenplan hilft.</p>")])
    assert 'class="term" href="/glossar/zwetschgenplan/"' in Client().get(report.url).content.decode()


def test_two_entries_cannot_share_a_name(entry) -> None:
    other = GlossaryEntry(term="Anderes", slug="anderes", aliases="zwp", short="x")
    with pytest.raises(ValidationError, match="anderen Begriff"):
        other.full_clean()


def test_list_and_entry_are_rendered(entry) -> None:
    assert "Zwetschgenplan" in Client().get("/glossar/").content.decode()
    page = Client().get(entry.get_absolute_url()).content.decode()
    assert "Plan der Zwetschgen" in page
    assert "<b>für</b>" not in page
