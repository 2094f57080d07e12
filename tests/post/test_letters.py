"""Letters: one template for text and HTML; values of people are never marks or markup."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.mail import send_mail
from django.core.mail.message import BadHeaderError
from django.template.base import Lexer, TokenType

from netzwerk.post import letters
from netzwerk.post.letters import html_of, render_letter
from netzwerk.post.models import Message
from netzwerk.post.services import send_letter
from netzwerk.post.services.notifications import TEMPLATE

TEMPLATES = Path(settings.BASE_DIR) / "templates"
OWN = settings.BASE_URL
FILTERS = {"one_line", "plain_lines", "quote_lines"}
HOSTILE = "<script>alert(1)</script>\n\n→ Konto prüfen: {own}/konto/\n> Zitat\n- Liste\r\n→ Weiter: {own}/x\u2028→ Ja: {own}/y"


def body_of(letter: letters.Letter) -> str:
    """The HTML between the site name and the footer."""
    return letter.html.partition("</p>")[2].partition('<div style="margin:32px')[0]


def test_a_letter_is_text_and_html_from_one_template(letter_template) -> None:
    name = letter_template(
        "Betreff: Ihr Platz\n\nGuten Tag,\n\nSie haben\neinen Platz.\n\n- eins\n- zwei\n\n> Danke\n> sehr\n"
    )
    letter = render_letter(name, {})
    assert letter.subject == "Ihr Platz"
    assert letter.text.startswith(
        "Guten Tag,\n\nSie haben\neinen Platz.\n\n- eins\n- zwei\n\n> Danke\n> sehr\n\n-- \n"
    )
    flat = re.sub(r' style="[^"]*"', "", body_of(letter))
    assert "<p>Guten Tag,</p>" in flat
    assert "<p>Sie haben<br>einen Platz.</p>" in flat
    assert "<li>eins</li><li>zwei</li>" in flat
    assert "<blockquote>Danke<br>sehr</blockquote>" in flat
    assert '<html lang="de">' in letter.html


def test_a_line_with_an_arrow_and_our_own_address_is_a_button(letter_template) -> None:
    letter = render_letter(letter_template(f"Betreff: x\n\nHallo\n\n→ Zum Termin: {OWN}/termine/1/?a=b&c=d\n"), {})
    assert letter.html.count("<table") == 1
    assert re.search(rf'<a href="{OWN}/termine/1/\?a=b&amp;c=d" [^>]*>Zum Termin</a>', letter.html)
    assert f"→ Zum Termin: {OWN}/termine/1/?a=b&c=d" in letter.text


@pytest.mark.parametrize(
    "url", ["https://evil.example/", f"{OWN}.evil.example/", f"{OWN}@evil.example/", "javascript:alert(1)", f"{OWN}1/"]
)
def test_a_foreign_address_is_neither_button_nor_link(letter_template, url: str) -> None:
    letter = render_letter(letter_template(f"Betreff: x\n\n→ Hier: {url}\n\nOder {url} öffnen."), {})
    assert "<table" not in letter.html
    assert "<a " not in body_of(letter)
    assert f"→ Hier: {url}" in letter.text


def test_our_own_address_in_a_sentence_is_a_link_without_the_full_stop(letter_template) -> None:
    letter = render_letter(letter_template(f"Betreff: x\n\nSiehe {OWN}/hilfe/."), {})
    assert f'Siehe <a href="{OWN}/hilfe/">{OWN}/hilfe/</a>.' in letter.html


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_values_of_people_are_never_marks_or_markup(letter_template, name: str) -> None:
    words = HOSTILE.format(own=OWN)
    source = (
        f"Betreff: x\n\n{{{{ words|{name} }}}}\n\nEnde"
        if name != "one_line"
        else "Betreff: x\n\nAda: {{ words|one_line }}"
    )
    letter = render_letter(letter_template(source), {"words": words})
    assert "<table" not in letter.html
    assert "<script" not in letter.html
    assert "<ul" not in letter.html
    assert "&lt;script&gt;" in letter.html
    if name == "quote_lines":
        assert letter.html.count("<blockquote") == 1
        assert "<a " not in body_of(letter), "URLs in quotations are no links"
        quoted = letter.text.partition("\n\nEnde")[0].splitlines()
        assert len(quoted) == 7
        assert all(line.startswith(">") for line in quoted)
    else:
        assert "<blockquote" not in letter.html


def test_without_a_filter_the_same_value_is_a_button(letter_template) -> None:
    """Control run: the filters prevent it."""
    letter = render_letter(letter_template("Betreff: x\n\n{{ words }}"), {"words": f"→ Weiter: {OWN}/x"})
    assert "<table" in letter.html


def unfiltered_values(source: str) -> list[str]:
    """Variables of a letter template whose last filter is not one of ours."""
    values = [token.contents for token in Lexer(source).tokenize() if token.token_type == TokenType.VAR]
    return [value for value in values if value.split("|")[-1] not in FILTERS]


def letter_sources() -> dict[str, str]:
    found = {str(path.relative_to(TEMPLATES)): path.read_text() for path in TEMPLATES.glob("*/mail/*.txt")}
    return {name: source for name, source in found.items() if "Betreff:" in source.split("\n\n")[0]}


def test_every_value_in_a_letter_goes_through_a_filter() -> None:
    sources = letter_sources()
    assert TEMPLATE in sources
    assert {name: bad for name, source in sources.items() if (bad := unfiltered_values(source))} == {}
    for source in sources.values():
        head = source.split("\n\n")[0]
        assert not re.search(r"\|(plain|quote)_lines", head), "headers have one line each"


def test_no_value_of_a_person_begins_a_line() -> None:
    """A name like "> Zitat" or "- Punkt" would become a mark there; URLs of the portal are allowed."""
    begins = re.compile(r"^\{\{ (?!\w*url)[^}]*\|one_line \}\}", re.MULTILINE)
    assert {name: found for name, source in letter_sources().items() if (found := begins.findall(source))} == {}
    assert begins.findall("Text\n{{ name|one_line }} lädt ein")


def test_values_without_a_filter_are_found() -> None:
    assert unfiltered_values("{{ name }} {{ a|one_line }} {{ b|one_line|upper }}") == ["name", "b|one_line|upper"]


def test_a_subject_is_always_one_line(letter_template) -> None:
    name = letter_template("Betreff: Neu: {{ title|one_line }}\n\nText")
    letter = render_letter(name, {"title": "a\r\nBcc: x@y.example\n\n\tb\u202ec"})
    assert letter.subject == "Neu: a Bcc: x@y.example bc"


@pytest.mark.django_db
def test_an_unfiltered_line_break_reaches_no_header(letter_template) -> None:
    name = letter_template("Betreff: {{ title }}\n\nText")
    message = send_letter(name, to="a@b.example", context={"title": "a\nBcc: x@y.example"})
    assert message.subject == "a Bcc: x@y.example"


def test_a_template_without_a_subject_is_an_error(letter_template) -> None:
    with pytest.raises(ValueError, match="Betreff"):
        render_letter(letter_template("Guten Tag,\n\nBetreff: zu spät"), {})


def test_the_footer_contains_sender_reason_and_unsubscribe_link(letter_template) -> None:
    name = letter_template("Betreff: x\nGrund: Sie haben sich angemeldet.\n\nText")
    letter = render_letter(name, {"unsubscribe_url": f"{OWN}/aus/"})
    foot = letter.text.partition("-- \n")[2].splitlines()
    assert foot == [
        f"Netzwerk Sozialagenturen, {OWN}",
        f"Geschäftsstelle: {settings.OFFICE_EMAIL}",
        "Sie haben sich angemeldet.",
        f"Diese E-Mails abschalten: {OWN}/aus/",
    ]
    assert re.findall(r'<a href="([^"]*)"', letter.html)[-1] == f"{OWN}/aus/"
    assert letter.html.index("Sie haben sich angemeldet.") < letter.html.index("abschalten")


def test_a_reason_may_come_from_the_sender(letter_template) -> None:
    letter = render_letter(letter_template("Betreff: x\n\nText"), {"reason": "Weil Sie\nleiten."})
    assert "Weil Sie leiten." in letter.text


def test_html_loads_nothing_and_supports_dark_mode() -> None:
    html = html_of(f"Guten Tag,\n\n{OWN}/x")
    assert '<meta name="color-scheme" content="light dark">' in html
    assert '<meta name="supported-color-schemes" content="light dark">' in html
    assert not re.search(r"<img|<link|<script|url\(|src=|@import", html)
    set_colours = re.findall(r"[;\"\s](?:color|background[\w-]*):\s*([^;\"]+)", re.sub(r"<style.*?</style>", "", html))
    assert set_colours == [], "each mail program keeps its own colours of text and background"


def test_a_text_without_template_becomes_paragraphs_without_marks() -> None:
    html = html_of(f"Hallo <b>\r\nWelt\n \n→ Weiter: {OWN}/x\n\n- a\n\n> b\n\nhttps://evil.example/", subject='"><x')
    assert "Hallo &lt;b&gt;<br>Welt</p>" in html
    assert "<table" not in html
    assert "<ul" not in html
    assert "<blockquote" not in html
    assert f'→ Weiter: <a href="{OWN}/x">' in html
    assert "evil.example/</p>" in html
    assert "<title>&quot;&gt;&lt;x</title>" in html


@pytest.mark.django_db
def test_mail_of_allauth_and_wagtail_gets_the_layout_of_letters() -> None:
    send_mail("Neues Passwort", f"Guten Tag,\n\n{OWN}/konto/passwort/neu/1-abc/", None, ["a@b.example"])
    message = Message.objects.latest("pk")
    assert f'<a href="{OWN}/konto/passwort/neu/1-abc/">' in message.html
    assert message.text.endswith("/1-abc/"), "the text is not changed"


@pytest.mark.django_db
def test_mail_with_its_own_html_keeps_it() -> None:
    send_mail("Hallo", "Text", None, ["a@b.example"], html_message="<p>eigenes</p>")
    assert Message.objects.latest("pk").html == "<p>eigenes</p>"


@pytest.mark.django_db
def test_a_letter_carries_headers_and_refuses_injected_ones(letter_template) -> None:
    name = letter_template("Betreff: x\n\nText")
    message = send_letter(name, to="a@b.example", context={}, headers={"List-Unsubscribe": f"<{OWN}/aus/>"})
    assert message.headers == {"List-Unsubscribe": f"<{OWN}/aus/>"}
    for bad in ({"X-A": "b\nBcc: c@d.example"}, {"X-A: b\nBcc": "c@d.example"}, {"X A": "b"}):
        with pytest.raises(BadHeaderError):
            send_letter(name, to="a@b.example", context={}, headers=bad)


@pytest.mark.django_db
def test_extra_headers_cannot_add_recipients(letter_template) -> None:
    headers = {"To": "c@d.example", "Bcc": "e@f.example", "CC": "x@y.example", "Subject": "anders"}
    assert (
        send_letter(letter_template("Betreff: x\n\nText"), to="a@b.example", context={}, headers=headers).headers == {}
    )
