"""The form of a report: terms in tree order, German dates, and how often a term is used."""

import pytest
from django.urls import reverse
from wagtail.models import ReferenceIndex

from netzwerk.members.roles import EDITOR, OFFICE
from netzwerk.vocabulary.services import merge_term
from tests.browsing import form_in, values_in
from tests.edit_forms import page as edit_case
from tests.factories.organisations import organisation
from tests.factories.reports import practice_report
from tests.factories.terms import term

pytestmark = pytest.mark.django_db


def test_organisations_and_terms_are_checkboxes_in_tree_order(client, person) -> None:
    broad = term("Zuerst das Weite")
    broad.position = 900
    broad.save()
    narrow = term("Aufs Engere", parent=broad)
    home = organisation()
    report = practice_report(terms={"themenfeld": [narrow]}, organisations=[home])
    case = edit_case(person(EDITOR), report)
    client.force_login(case.actor)
    html = client.get(case.url).content.decode()
    form = form_in(html, having="lead")
    assert not form.select("select[multiple]")
    rows = [(row["data-level"], row.get_text().strip()) for row in form.select("#id_topics li")]
    at = rows.index(("0", "Zuerst das Weite"))
    assert rows[at + 1] == ("1", "Aufs Engere")
    values = values_in(form, case.streams)
    assert values["topics"] == [str(narrow.pk)]
    assert values["organisations"] == [str(home.pk)]
    assert "1 ausgewählt" in html
    assert "portal/searchable-choices.js" in html


def test_dates_have_the_german_format(client, person) -> None:
    case = edit_case(person(EDITOR), practice_report(as_of="2025-03-24"))
    client.force_login(case.actor)
    form = form_in(client.get(case.url).content.decode(), having="lead")
    assert values_in(form, case.streams)["as_of"] == ["24.03.2025"]


def test_the_usage_count_of_a_term_includes_its_reports(client, person) -> None:
    one, other = term(), term()
    practice_report(terms={"themenfeld": [one]})
    practice_report(terms={"themenfeld": [one, other]})
    assert (uses(one), uses(other)) == (2, 1)
    client.force_login(person(OFFICE))
    page = client.get(reverse("wagtailsnippets_vocabulary_term:usage", args=[one.pk]))
    assert page.status_code == 200 and "Testbericht" in page.content.decode()
    assert merge_term(one, into=other, actor=person(OFFICE)) == 2
    assert uses(other) == 2


def uses(one) -> int:
    return ReferenceIndex.get_references_to(one).values("object_id").distinct().count()


def test_merging_terms_asks_for_confirmation_with_numbers(client, person) -> None:
    one, other = term("Erster"), term("Zweiter")
    practice_report(terms={"themenfeld": [one]})
    client.force_login(person(OFFICE))
    url = reverse("vocabulary_merge_term", args=[one.pk])
    answer = client.post(url, {"into": other.pk})
    assert answer.status_code == 200 and "Zweiter“ steht dann: 1 Praxisbericht<" in answer.content.decode()
    assert type(one).objects.filter(pk=one.pk).exists()
    assert client.post(url, {"into": other.pk, "sure": "1"}).status_code == 302
    assert not type(one).objects.filter(pk=one.pk).exists()
