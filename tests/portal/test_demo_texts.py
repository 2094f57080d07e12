"""The reader of the texts in which the demo is written."""

import pytest

from netzwerk.portal.demo.content import blocks_of, page_of, sections
from netzwerk.portal.demo.markdown import html_of, text_lines


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Eine Zeile\nund noch eine", "<p>Eine Zeile und noch eine</p>"),
        ("## Titel\nText", "<h2>Titel</h2><p>Text</p>"),
        ("### Titel\n- a\n- b", "<h3>Titel</h3><ul><li>a</li><li>b</li></ul>"),
        ("- lang\n  und länger\n- b", "<ul><li>lang und länger</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("**fett**, *schräg* & <b>", "<p><b>fett</b>, <i>schräg</i> &amp; &lt;b&gt;</p>"),
        ("[hier](/rollen/) und [[zugang|dort]]", '<p><a href="/rollen/">hier</a> und [[zugang|dort]]</p>'),
    ],
)
def test_markdown_becomes_html(text: str, html: str) -> None:
    assert html_of(text) == html


def test_blocks_stand_between_colons() -> None:
    text = """
Vorher

:::

Nachher

:::accordion Fragen
# Wer?

Alle.

# Wann?

- heute
:::

:::table Zahlen
| Jahr | Fälle |
| --- | --- |
| 2026 | 12 |
:::

:::facts Kurz
| Land | NRW |
:::

:::image
picture = "plan"
decorative = true
:::
"""
    items = [{"title": "Wer?", "text": "<p>Alle.</p>"}, {"title": "Wann?", "text": "<ul><li>heute</li></ul>"}]
    assert blocks_of(text) == [
        ("text", "<p>Vorher</p>"),
        ("text", "<p>Nachher</p>"),
        ("accordion", {"title": "Fragen", "items": items}),
        ("table", {"caption": "Zahlen", "columns": ["Jahr", "Fälle"], "rows": [["2026", "12"]]}),
        ("facts", {"title": "Kurz", "items": [{"term": "Land", "value": "NRW"}]}),
        ("image", {"picture": "plan", "decorative": True}),
    ]


def test_a_page_has_a_head() -> None:
    assert page_of('+++\ntitle = "Titel"\n+++\n\nText') == {"title": "Titel", "body": [("text", "<p>Text</p>")]}
    with pytest.raises(ValueError, match="unpack"):
        page_of("Text ohne Kopf")


def test_the_first_file_of_a_section_is_the_page_above_the_others() -> None:
    first = sections()[0]
    assert first["slug"] == "die-sozialagentur"
    assert len(first["children"]) == 7


def test_lines_of_a_file() -> None:
    assert text_lines("# A\n\n## B\n- **c**\nd") == [("h1", "A"), ("h2", "B"), ("li", "c"), ("p", "d")]
