"""The plain text of pages for the search: complete, in separate parts, without texts of other pages."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netzwerk.portal.models import ContentPage
from netzwerk.portal.plain_text import PlainText, parts_of_html, parts_of_stream, plain_text_of
from tests.factories.pages import content_page, paper, picture

pytestmark = pytest.mark.django_db  # choosers load their models

ITEMS = [{"title": "Erstens", "text": "<p>Nachfragen.</p>"}, {"title": "Zweitens", "text": "<p>Zuhören.</p>"}]
EVERY_BLOCK = [
    ("text", "<h2>Grundlage</h2><p>Ein Absatz.</p>", ["Grundlage"], ["Ein Absatz."]),
    (
        "image",
        {"image": 1, "alt": "Ein Rathaus", "decorative": False, "caption": "Vor Ort"},
        [],
        ["Ein Rathaus", "Vor Ort"],
    ),
    (
        "quotation",
        {"text": "Das hilft.", "person": "Ada Beispiel", "role": "Leitung"},
        [],
        ["Das hilft.", "Ada Beispiel", "Leitung"],
    ),
    (
        "facts",
        {"title": "Auf einen Blick", "items": [{"term": "Beginn", "value": "2025"}]},
        ["Auf einen Blick"],
        ["Beginn", "2025"],
    ),
    ("accordion", {"title": "Fragen", "items": ITEMS}, ["Fragen", "Erstens", "Zweitens"], ["Nachfragen.", "Zuhören."]),
    ("steps", {"title": "Schritte", "items": ITEMS}, ["Schritte", "Erstens", "Zweitens"], ["Nachfragen.", "Zuhören."]),
    (
        "table",
        {
            "columns": [{"type": "text", "heading": "Ort"}, {"type": "number", "heading": "Fälle"}],
            "rows": [{"values": ["Linden", "12.50"]}, {"values": ["", None]}, {"values": ["Auenrode", "0"]}],
            "caption": "Fälle nach Ort",
        },
        [],
        ["Fälle nach Ort", "Ort", "Fälle", "Linden", "12.50", "Auenrode", "0"],
    ),
    (
        "downloads",
        {"title": "Vorlagen", "files": [{"document": 1, "description": "Für das Erstgespräch"}]},
        ["Vorlagen"],
        ["Für das Erstgespräch"],
    ),
    (
        "video",
        {"title": "Rundgang", "video": 1, "captions": 2, "poster": 3, "transcript": "<p>Eine Tür geht auf.</p>"},
        ["Rundgang"],
        ["Eine Tür geht auf."],
    ),
    (
        "call_to_action",
        {"title": "Mitmachen", "text": "Es lohnt sich.", "page": 7, "label": "Antrag stellen"},
        ["Mitmachen"],
        ["Es lohnt sich.", "Antrag stellen"],
    ),
    ("news_list", {"title": "Neues zum Recht", "topic": "recht", "count": 3}, [], []),
]


def text_of(kind: str, value: object) -> PlainText:
    page = ContentPage(body=json.dumps([{"type": kind, "value": value, "id": "1"}]))
    return plain_text_of(parts_of_stream(page.body))


@pytest.mark.parametrize(("kind", "value", "headings", "body"), EVERY_BLOCK, ids=[case[0] for case in EVERY_BLOCK])
def test_each_block_gives_its_text(kind: str, value: object, headings: list[str], body: list[str]) -> None:
    text = text_of(kind, value)
    assert list(text.headings) == headings
    assert text.body.split("\n") == (body or [""])


def test_every_block_has_a_case() -> None:
    assert {case[0] for case in EVERY_BLOCK} == set(ContentPage.body.field.stream_block.child_blocks)


def test_items_are_read_with_and_without_ids() -> None:
    saved = [{"type": "item", "value": item, "id": str(number)} for number, item in enumerate(ITEMS)]
    assert text_of("steps", {"title": "", "items": saved}) == text_of("steps", {"title": "", "items": ITEMS})


@pytest.mark.parametrize(
    ("html", "headings", "body"),
    [
        ("<p>Hilfe</p><p>planen</p>", [], ["Hilfe", "planen"]),
        ("<ul><li>eins</li><li>zwei<ul><li>drei</li></ul></li></ul>", [], ["eins", "zwei", "drei"]),
        ("<p>oben<br/>unten<br>ganz unten</p>", [], ["oben", "unten", "ganz unten"]),
        ("<p><b>Fall</b>management</p>", [], ["Fallmanagement"]),
        ('<p>Das <a linktype="page" id="3">Leitbild</a>.</p>', [], ["Das Leitbild."]),
        ("<p>M&uuml;ller &amp; S&ouml;hne &lt;hier&gt; &#8211;&nbsp;gut</p>", [], ["Müller & Söhne <hier> – gut"]),
        ("<p>Sozial&shy;hilfe&#8203;träger</p>", [], ["Sozialhilfeträger"]),
        ("<h2>Ziele</h2><p>Erstes</p><h3>Wege <i>dahin</i></h3>Ende", ["Ziele", "Wege dahin"], ["Erstes", "Ende"]),
        ("<p>viel \n\t Raum</p><p> </p>", [], ["viel Raum"]),
        ("<p>nie <b>geschlossen", [], ["nie geschlossen"]),
        ("", [], []),
    ],
)
def test_rich_text_becomes_separate_parts(html: str, headings: list[str], body: list[str]) -> None:
    assert plain_text_of(parts_of_html(html)) == PlainText(tuple(headings), "\n".join(body))


@pytest.mark.django_db
def test_reading_a_page_needs_no_query() -> None:
    target = content_page(title="Ein anderer Titel")
    blocks = [
        {
            "type": "image",
            "value": {"image": picture("Archivname").pk, "alt": "Turm", "decorative": False, "caption": ""},
        },
        {
            "type": "downloads",
            "value": {"title": "", "files": [{"document": paper("Aktenname").pk, "description": "Wozu"}]},
        },
        {"type": "call_to_action", "value": {"title": "Weiter", "text": "", "page": target.pk, "label": "Los"}},
    ]
    page = ContentPage.objects.get(pk=content_page(blocks=blocks).pk)
    with CaptureQueriesContext(connection) as captured:
        text = plain_text_of(parts_of_stream(page.body))
    assert len(captured) == 0
    assert text == PlainText(("Weiter",), "Turm\nWozu\nLos")
