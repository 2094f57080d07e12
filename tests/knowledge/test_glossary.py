"""The glossary, and its terms inside reports."""

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


def test_a_term_is_linked_where_it_first_stands(entry) -> None:
    html = linked("<p>Der Zwetschgenplan. Des Zwetschgenplans wegen.</p>")
    assert html.count('href="/glossar/zwetschgenplan/"') == 1
    assert html.index("<a") < html.index("Zwetschgenplan")


@pytest.mark.parametrize("text", ["des Zwetschgenplans", "ZWETSCHGENPLAN", "ein ZwP", "Plan der Zwetschgen."])
def test_bent_words_capitals_and_other_names_are_linked(entry, text: str) -> None:
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
def test_headings_links_attributes_and_other_words_stay_as_they_are(entry, html: str) -> None:
    assert linked(html) == html


def test_explanations_cannot_break_out_of_the_link(entry) -> None:
    html = linked("<p>Zwetschgenplan</p>")
    assert "<b>" not in html
    assert "&quot;Plan&quot;" in html


def test_a_changed_entry_holds_from_the_next_page_on(entry) -> None:
    assert "Pflaumenplan" not in linked("<p>x</p>")
    entry.term = "Pflaumenplan"
    entry.save()
    assert "/glossar/zwetschgenplan/" in linked("<p>Pflaumenplan</p>")


def test_reports_lead_to_the_glossary(entry) -> None:
    report = practice_report(situation=[("text", "<p>Ein Zwetschgenplan hilft.</p>")])
    assert 'class="term" href="/glossar/zwetschgenplan/"' in Client().get(report.url).content.decode()


def test_two_entries_do_not_share_a_name(entry) -> None:
    other = GlossaryEntry(term="Anderes", slug="anderes", aliases="zwp", short="x")
    with pytest.raises(ValidationError, match="anderen Begriff"):
        other.full_clean()


def test_the_list_and_an_entry_are_read(entry) -> None:
    assert "Zwetschgenplan" in Client().get("/glossar/").content.decode()
    page = Client().get(entry.get_absolute_url()).content.decode()
    assert "Plan der Zwetschgen" in page
    assert "<b>für</b>" not in page
