"""The form data of a report as the editor's browser sends it, with hostile text in each text field."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from knowledge.models import PracticeReport
from knowledge.sections import FIELDS
from tests.factories.pages import paper

HOSTILE = "\x07\x1b\x9b\u202e\u202d\ufeff\ufffe\U0001ffff\ufdd0\ue000\U000f0000"
MEANT = "مرحبًا می‌خواهم שלום\u200f 👩‍👩‍👧 🏴\U000e0067\U000e0062\U000e007f § 12\xa0SGB"


def text(name: str) -> str:
    return f"{name}{HOSTILE} {MEANT}"


def clean(name: str) -> str:
    return f"{name} {MEANT}"


def section(name: str) -> dict:
    parts = {"text": text(f"{name} Zitat"), "person": text(f"{name} Person"), "role": text(f"{name} Funktion")}
    return streamfield([("text", rich_text(f"<p>{text(name)}</p>")), ("quotation", parts)])


def form_of(report: PracticeReport, *, topics: list[int] | None = None, **changes: object) -> dict:
    taken = {"slug": report.slug, "as_of": "2025-01-01", "picture": "", "footer_group": "", "evidence": "erfahrung"}
    empty = ("posts", "started", "ended", "review_due", "archived_on", "effect", "cost_level")
    names = ("title", "lead", "picture_caption", "place", "provider", "cost", "seo_title", "search_description")
    data = {
        **taken,
        **dict.fromkeys(empty, ""),
        **{name: text(name) for name in (*names, "picture_alt", "change_note")},
        **{name: section(name) for name in FIELDS},
        "authors": inline_formset([{"name": text("Name"), "role": text("Rolle")}]),
        "stages": inline_formset(
            [
                {"criterion": "konzeption", "author_stage": "1", "author_reason": text("Grund"), "reviewer_stage": "2"}
                | {"reviewer_reason": text("Gegengrund")}
            ]
        ),
        "files": inline_formset([{"document": paper().pk, "description": text("Wozu")}]),
        "comments": inline_formset([]),
        **changes,
    }
    return nested_form_data(data) | {"topics": topics or []}
