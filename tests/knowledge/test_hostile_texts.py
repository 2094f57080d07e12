"""Invisible characters are removed from all text fields, other text stays, and all output is well formed."""

import csv
import io
import json
import re
from html import unescape

import feedparser
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text, streamfield

from knowledge.models import GlossaryEntry, PracticeReport, ReportVersion
from knowledge.sections import FIELDS
from knowledge.services.bookmarks import add_bookmark, write_note
from knowledge.tasks import make_pdf
from knowledge.vocabularies import ReportVocabulary
from netzwerk.members.roles import EDITOR
from netzwerk.search import tasks
from netzwerk.texts.cleaning import one_line, plain_text, readable
from netzwerk.vocabulary.models import Term
from tests.factories.pages import release
from tests.factories.reports import practice_report
from tests.factories.terms import term
from tests.knowledge.report_form import HOSTILE, MEANT, clean, form_of, text

BAD = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{HOSTILE}]")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def draft_of(report: PracticeReport) -> PracticeReport:
    return PracticeReport.objects.get(pk=report.pk).get_latest_revision_as_object()


def texts_in(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [one for part in value.values() for one in texts_in(part)]
    if isinstance(value, list | tuple):
        return [one for part in value for one in texts_in(part)]
    return []


def test_invisible_characters_of_a_report_are_removed_and_all_outputs_are_well_formed(person, login) -> None:
    editor, second = person(EDITOR), person(EDITOR)
    topic = Term(vocabulary=ReportVocabulary.TOPIC, name=text("Obst"), slug="obst-hostile")
    topic.full_clean()
    topic.save()
    report = practice_report(live=False, author=editor, terms={ReportVocabulary.TOPIC: [topic]})
    client = login(editor)
    edit = reverse("wagtailadmin_pages:edit", args=[report.pk])
    answer = client.post(edit, form_of(report, topics=[topic.pk]))
    assert answer.status_code == 302, answer.context["form"].errors.as_json()
    draft = draft_of(report)
    stored = texts_in({name: value for name, value in draft.serializable_data().items() if name not in FIELDS})
    stored += texts_in([getattr(draft, name).get_prep_value() for name in FIELDS])
    assert len([one for one in stored if MEANT in one]) >= len(FIELDS) * 4 + 10
    assert not [one for one in stored if BAD.search(one)]
    assert (draft.title, draft.authors.get().role) == (clean("title"), clean("Rolle"))

    release(draft, author=editor, second=second)
    tasks.drain()
    public = Client()
    outputs = {"page": public.get(PracticeReport.objects.get(pk=report.pk).url).content.decode()}
    outputs["feed"] = public.get(reverse("knowledge:feed"), {"themenfeld": topic.slug}).content.decode()
    for form in ("bib", "ris"):
        outputs[form] = public.get(reverse("knowledge:citation", args=[report.pk, form])).content.decode()
    for form in ("csv", "json"):
        export = public.get(reverse("knowledge:export", args=[form]), {"themenfeld": topic.slug})
        outputs[form] = b"".join(export.streaming_content).decode("utf-8-sig")
    assert not [name for name, output in outputs.items() if BAD.search(unescape(output))]
    feed = feedparser.parse(outputs["feed"])
    assert not feed.bozo
    assert feed.entries[0].title == clean("title")
    assert clean("Obst") in feed.feed.title
    (row,) = csv.DictReader(io.StringIO(outputs["csv"], newline=""), delimiter=";", strict=True)
    (same,) = json.loads(outputs["json"])
    assert row["Titel"] == same["Titel"] == clean("title")
    assert same["Themenfeld"] == [clean("Obst")]
    linked = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', outputs["page"], re.S)
    assert clean("title") in texts_in([json.loads(one) for one in linked])
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in outputs["ris"].splitlines())
    assert outputs["bib"].count("{") == outputs["bib"].count("}")
    version = ReportVersion.objects.get(report=report)
    make_pdf(version.pk)
    version.refresh_from_db()
    with version.pdf.open() as pdf:
        assert pdf.read(5) == b"%PDF-"


def rich(character: str) -> str:
    """JSON-escaped, as the editor sends it, so that checks of the request do not find it."""
    return streamfield([("text", rich_text("<p>Vor#nach</p>").replace("#", json.dumps(character)[1:-1]))])


@pytest.mark.parametrize(("name", "value"), [("place", "Hagen\x00"), ("situation", rich("\x00"))])
def test_a_null_byte_is_refused_and_the_form_keeps_its_input(person, login, name: str, value: object) -> None:
    editor = person(EDITOR)
    report = practice_report(live=False, author=editor)
    edit = reverse("wagtailadmin_pages:edit", args=[report.pk])
    answer = login(editor).post(edit, form_of(report, **{"provider": "Der Träger", name: value}))
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [name]
    assert "Der Träger" in answer.content.decode()


@pytest.mark.parametrize("character", ["\ud800", "\x0b", "\u202e"])
def test_invisible_characters_in_rich_text_are_removed(person, login, character: str) -> None:
    editor = person(EDITOR)
    report = practice_report(live=False, author=editor)
    edit = reverse("wagtailadmin_pages:edit", args=[report.pk])
    assert login(editor).post(edit, form_of(report, situation=rich(character))).status_code == 302
    stored = str(draft_of(report).situation.raw_data[0]["value"])
    assert re.search(r"Vor(\n|<br/>)?nach", stored)
    assert character not in stored


def test_a_text_of_invisible_characters_only_is_empty(person, login) -> None:
    editor = person(EDITOR)
    report = practice_report(live=False, author=editor)
    empty = streamfield([("quotation", {"text": HOSTILE, "person": "Ada", "role": ""})])
    edit = reverse("wagtailadmin_pages:edit", args=[report.pk])
    for changes in ({"title": HOSTILE}, {"situation": empty}):
        answer = login(editor).post(edit, form_of(report, **changes))
        assert answer.status_code == 200
        assert answer.context["form"].errors.keys() == changes.keys()


def test_tables_of_a_report_are_cleaned() -> None:
    report = practice_report(live=False)
    table = {
        "caption": text("Kosten"),
        "columns": [{"type": "text", "heading": text("Jahr")}, {"type": "number", "heading": "Euro"}],
        "rows": [{"values": [text("2024"), "12.50"]}],
    }
    report.resources = json.dumps([{"type": "table", "value": table}])
    report.full_clean()
    texts = texts_in(report.resources.get_prep_value())
    assert {clean("Kosten"), clean("Jahr"), clean("2024")} <= set(texts)
    assert not [one for one in texts if BAD.search(one)]


def test_terms_and_glossary_are_cleaned(person, login) -> None:
    client = login(person(EDITOR))
    data = {"vocabulary": ReportVocabulary.TOPIC, "parent": "", "name": text("Obst"), "slug": "obst-form"}
    data |= {"explanation": text("Warum"), "position": "0"}
    assert client.post(reverse("wagtailsnippets_vocabulary_term:add"), data).status_code == 302
    made = Term.objects.get(slug="obst-form")
    assert (made.name, made.explanation) == (clean("Obst"), clean("Warum"))
    data = {"term": text("Obstplan"), "slug": "obstplan", "aliases": text("Planobst"), "short": text("Ein Satz.")}
    data |= {"text": rich_text(f"<p>{text('Erklärung')}</p>"), "law_checked_on": ""}
    assert client.post(reverse("wagtailsnippets_knowledge_glossaryentry:add"), data).status_code == 302
    entry = GlossaryEntry.objects.get(slug="obstplan")
    assert (entry.term, entry.aliases, entry.short) == (clean("Obstplan"), clean("Planobst"), clean("Ein Satz."))
    assert clean("Erklärung") in entry.text
    assert not BAD.search(entry.text)


def test_notes_are_cleaned_and_keep_line_breaks(person) -> None:
    reader = person()
    bookmark = add_bookmark(practice_report(), actor=reader)
    write_note(bookmark, actor=reader, note=f"{text('eins')}\r\nzwei\x0bdrei")
    bookmark.refresh_from_db()
    assert bookmark.note == f"{clean('eins')}\nzwei\ndrei"


def test_an_uncleaned_term_does_not_break_the_feed() -> None:
    stored = term("Obst")
    Term.objects.filter(pk=stored.pk).update(name=f"Obst{HOSTILE}")
    practice_report(title=f"Bericht{HOSTILE}", terms={ReportVocabulary.TOPIC: [stored]})
    tasks.drain()
    feed = feedparser.parse(Client().get(reverse("knowledge:feed"), {"themenfeld": stored.slug}).content)
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["Bericht"]


def test_text_cleaners() -> None:
    assert readable(MEANT) == MEANT
    assert readable("\u2066اسم\u2069 e\u0301 \u00ad 𝔘 🫨") == "\u2066اسم\u2069 e\u0301 \u00ad 𝔘 🫨"
    assert readable(f"{HOSTILE}\ud800\U0010ffff") == ""
    assert plain_text(" a\tb\r\nc\u2028d\x85 ") == "a\tb\nc\nd"
    assert one_line(" a \t\n b\xa0c ") == "a b\xa0c"
