"""Articles and prepositions of names of organisations."""

import pytest
from django.template import Context, Template

from netzwerk.members.articles import with_article, with_preposition


@pytest.mark.parametrize(
    ("name", "nominative", "accusative", "dative"),
    [
        ("Stadt Lindenbrück", "die Stadt Lindenbrück", "die Stadt Lindenbrück", "der Stadt Lindenbrück"),
        ("Gemeinde Testhausen", "die Gemeinde Testhausen", "die Gemeinde Testhausen", "der Gemeinde Testhausen"),
        ("Kreis Auenrode", "der Kreis Auenrode", "den Kreis Auenrode", "dem Kreis Auenrode"),
        ("Rhein-Kreis Neuss", "der Rhein-Kreis Neuss", "den Rhein-Kreis Neuss", "dem Rhein-Kreis Neuss"),
        ("Jobcenter Prüfau", "das Jobcenter Prüfau", "das Jobcenter Prüfau", "dem Jobcenter Prüfau"),
        ("Zweckverband Tann", "der Zweckverband Tann", "den Zweckverband Tann", "dem Zweckverband Tann"),
        ("Samtgemeinde Moor", "die Samtgemeinde Moor", "die Samtgemeinde Moor", "der Samtgemeinde Moor"),
        ("Köln", "Köln", "Köln", "Köln"),
        ("Caritas", "Caritas", "Caritas", "Caritas"),
        ("Rückenwind Ostervelde gGmbH", *["Rückenwind Ostervelde gGmbH"] * 3),
    ],
)
def test_the_article_follows_from_the_first_word_of_the_name(name, nominative, accusative, dative) -> None:
    cases = [with_article(name, case) for case in ("nominative", "accusative", "dative")]
    assert cases == [nominative, accusative, dative]


@pytest.mark.parametrize(
    ("preposition", "name", "said"),
    [
        ("für", "Gemeinde Testhausen", "für die Gemeinde Testhausen"),
        ("für", "Kreis Auenrode", "für den Kreis Auenrode"),
        ("zu", "Stadt Lindenbrück", "zur Stadt Lindenbrück"),
        ("zu", "Jobcenter Prüfau", "zum Jobcenter Prüfau"),
        ("bei", "Kreis Auenrode", "beim Kreis Auenrode"),
        ("bei", "Stadt Lindenbrück", "bei der Stadt Lindenbrück"),
        ("von", "Land Lindmark", "vom Land Lindmark"),
        ("in", "Kreis Auenrode", "im Kreis Auenrode"),
        ("in", "Region Hannover", "in der Region Hannover"),
        ("in", "Köln", "in Köln"),
        ("von", "Werkhof", "von Werkhof"),
    ],
)
def test_a_preposition_is_contracted_with_the_article(preposition: str, name: str, said: str) -> None:
    assert with_preposition(preposition, name) == said


def test_template_filters_escape_the_name() -> None:
    text = "{% load members_tags %}{{ one|article:'accusative' }} {{ one|with_preposition:'zu' }}"
    assert Template(text).render(Context({"one": "Stadt A & B"})) == "die Stadt A &amp; B zur Stadt A &amp; B"
