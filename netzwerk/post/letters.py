"""Letters: one plain-text template becomes the text and the HTML version of a mail.

A letter template begins with `Betreff: …`, optionally `Grund: …` (why the person gets this mail), and a blank line. In the
body, blank lines separate paragraphs; lines beginning with `- ` are a list, with `> ` a quotation; a paragraph
`→ Label: URL` is a button if the URL is our own. Templates render without HTML escaping, so every value that a person may
have written goes through a filter of letter_tags; a test checks all templates for that.
"""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.engine import Engine
from django.template.loader import render_to_string

from netzwerk.texts.cleaning import readable

LAYOUT = "post/mail/layout.html"
LIST, QUOTATION, BUTTON, PARAGRAPH = "list", "quotation", "button", "paragraph"
BUTTON_LINE = re.compile(r"→ (?P<label>\S.*?): (?P<url>https?://\S+)")
ADDRESS = re.compile(r"https?://[^\s<>\"„“]+")
MARKS = ("-", ">", "→")
HEADS = ("Betreff", "Grund")
UNSUBSCRIBE_LABEL = "Diese E-Mails abschalten"


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Span:
    """A part of a line; with `url` it is a link to a page of the portal."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Block:
    """`lines` are the lines of a paragraph or quotation, or the items of a list; a button has one line with one span."""

    kind: str
    lines: list[list[Span]]


def plain_text(value: Any) -> str:
    """Text without control characters; all line ends are newlines."""
    return readable(str(value))


def one_line(value: Any) -> str:
    """A value in one line, so that none of its lines can begin with a mark."""
    return " ".join(plain_text(value).split())


def plain_lines(value: Any) -> str:
    """Lines that never become a list, a quotation or a button: a leading mark is indented."""
    return "\n".join(f" {line}" if line.startswith(MARKS) else line for line in plain_text(value).split("\n")).rstrip()


def quote_lines(value: Any) -> str:
    """A person's text with every line marked as a quotation, so that it cannot pass for ours."""
    return "\n".join(f"> {line}".rstrip() for line in plain_text(value).strip().split("\n"))


def is_own_address(url: str) -> bool:
    """Whether a URL is in this portal (and not on a host whose name only begins like ours)."""
    return url == settings.BASE_URL or url.startswith(f"{settings.BASE_URL}/")


def render_letter(template: str, context: dict[str, Any]) -> Letter:
    """The letter of a template. `context` may contain `reason` (for a template without `Grund:`) and `unsubscribe_url`.

    Raises ValueError for a template that does not begin with `Betreff:`.
    """
    rendered = Engine.get_default().get_template(template).render(Context(context, autoescape=False))
    head, _blank, body = rendered.replace("\r", "").strip().partition("\n\n")
    heads = _heads(head, template)
    body = re.sub(r"\n{3,}", "\n\n", body).strip()
    subject, unsubscribe_url = heads["Betreff"], context.get("unsubscribe_url", "")
    foot = _foot(heads.get("Grund") or one_line(context.get("reason", "")))
    unsubscribe = [f"{UNSUBSCRIBE_LABEL}: {unsubscribe_url}"] if unsubscribe_url else []
    text = "\n".join([body, "", "-- ", *foot, *unsubscribe, ""])
    return Letter(subject, text, _html(subject, _marked_blocks(body), foot, unsubscribe_url))


def html_of(text: str, subject: str = "") -> str:
    """The HTML version of a text without letter template: paragraphs, and links to our own pages.

    Marks are not interpreted, as anybody may have written the text.
    """
    paragraphs = [part.split("\n") for part in re.split(r"\n\s*\n", plain_text(text).strip())]
    blocks = [Block(PARAGRAPH, [_spans(line) for line in lines]) for lines in paragraphs]
    return _html(subject, blocks, _foot(""))


def _heads(head: str, template: str) -> dict[str, str]:
    """`Betreff` and `Grund`. Other lines continue the line before, as a value in the subject may contain line breaks."""
    heads: dict[str, str] = {}
    name = ""
    for line in head.split("\n"):
        found, colon, value = line.partition(":")
        if colon and found in HEADS and found not in heads:
            name = found
            heads[name] = value
        elif name:
            heads[name] += f" {line}"
    if "Betreff" not in heads or not head.startswith("Betreff:"):
        raise ValueError(f"{template} does not begin with 'Betreff:'")
    return {key: one_line(value) for key, value in heads.items()}


def _foot(reason: str) -> list[str]:
    """Sender, and the reason of the mail. The link to switch it off follows as the last line."""
    lines = [f"{settings.WAGTAIL_SITE_NAME}, {settings.BASE_URL}", f"Geschäftsstelle: {settings.OFFICE_EMAIL}"]
    return [*lines, *([reason] if reason else [])]


def _marked_blocks(body: str) -> list[Block]:
    return [block for part in re.split(r"\n\s*\n", body) for block in _blocks_of(part)]


def _blocks_of(part: str) -> list[Block]:
    button = BUTTON_LINE.fullmatch(part.rstrip())
    if button and is_own_address(button["url"]):
        return [Block(BUTTON, [[Span(button["label"], button["url"])]])]
    blocks = []
    for kind, group in groupby(part.split("\n"), key=_kind_of_line):
        lines = list(group)
        if kind == LIST:
            blocks.append(Block(LIST, [_spans(line[2:]) for line in lines]))
        elif kind == QUOTATION:
            blocks.append(Block(QUOTATION, [[Span(line[1:].removeprefix(" "))] for line in lines]))
        else:
            blocks.append(Block(PARAGRAPH, [_spans(line) for line in lines]))
    return blocks


def _kind_of_line(line: str) -> str:
    if line.startswith("- "):
        return LIST
    return QUOTATION if line.startswith(">") else PARAGRAPH


def _spans(line: str) -> list[Span]:
    """A line as spans. Only URLs of the portal become links."""
    spans, end = [], 0
    for match in ADDRESS.finditer(line):
        url = match[0].rstrip(".,;:!?)")
        if is_own_address(url):
            spans += [Span(line[end : match.start()]), Span(url, url)]
            end = match.start() + len(url)
    return [span for span in (*spans, Span(line[end:])) if span.text]


def _html(subject: str, blocks: list[Block], foot: list[str], unsubscribe_url: str = "") -> str:
    lines = [_spans(line) for line in foot]
    if unsubscribe_url:
        is_own = is_own_address(unsubscribe_url)
        label = UNSUBSCRIBE_LABEL if is_own else f"{UNSUBSCRIBE_LABEL}: {unsubscribe_url}"
        lines.append([Span(label, unsubscribe_url if is_own else "")])
    context = {"subject": subject, "blocks": blocks, "foot": lines, "site_name": settings.WAGTAIL_SITE_NAME}
    return render_to_string(LAYOUT, context)
