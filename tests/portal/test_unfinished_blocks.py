"""Empty blocks and deleted choices: an error message at the field, never a broken page, and nothing typed is lost."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.test.utils.form_data import rich_text

from knowledge.models import PracticeReport
from netzwerk.members.roles import EDITOR
from netzwerk.portal.models import FaqPage, PortalPage, StartPage
from tests import edit_forms
from tests.browsing import Values, form_in, send, values_in
from tests.edit_forms import Case
from tests.factories.pages import paper, picture

pytestmark = pytest.mark.django_db

TYPED = "Getippt und nicht verloren"
Chosen = Callable[[ChooserBlock | None], str]
GONE = "999999"


def nothing(chooser: ChooserBlock | None) -> str:
    return ""


def deleted(chooser: ChooserBlock | None) -> str:
    return GONE


def beyond_64_bits(chooser: ChooserBlock | None) -> str:
    return "9" * 30


def no_number(chooser: ChooserBlock | None) -> str:
    return "abc"


def of_another_type(chooser: ChooserBlock | None) -> str:
    """A table instead of a video, the id of a picture instead of a page, of a document instead of a picture."""
    if isinstance(chooser, DocumentChooserBlock):
        return str(paper().pk)
    if isinstance(chooser, blocks.PageChooserBlock):
        return str(picture().pk + 5000)
    return str(paper().pk + 5000)


def controls(block: blocks.Block, prefix: str, text: str, chosen: Chosen) -> Iterator[tuple[str, str]]:
    """The POST data for a newly added block, with `text` in each text field."""
    if isinstance(block, blocks.StreamBlock):
        yield f"{prefix}-count", str(len(block.child_blocks))
        for number, (name, child) in enumerate(block.child_blocks.items()):
            yield from part_of_list(prefix, number, child, text, chosen)
            yield f"{prefix}-{number}-type", name
    elif isinstance(block, blocks.ListBlock):
        yield f"{prefix}-count", "1"
        yield from part_of_list(prefix, 0, block.child_block, text, chosen)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from controls(child, f"{prefix}-{name}", text, chosen)
    elif isinstance(block, TypedTableBlock):
        yield from (
            (f"{prefix}-{name}", value)
            for name, value in {"caption": text, "column-count": "0", "row-count": "0"}.items()
        )
    elif isinstance(block, ChooserBlock):
        yield prefix, chosen(block)
    elif isinstance(block, blocks.RichTextBlock):
        yield prefix, rich_text(f"<p>{text}</p>" if text else "")
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield prefix, text[: getattr(block.field, "max_length", None) or 20]
    elif not isinstance(block, blocks.BooleanBlock):
        yield prefix, ""


def part_of_list(prefix: str, number: int, child: blocks.Block, text: str, chosen: Chosen):
    yield f"{prefix}-{number}-order", str(number)
    yield f"{prefix}-{number}-deleted", ""
    yield f"{prefix}-{number}-id", ""
    yield from controls(child, f"{prefix}-{number}-value", text, chosen)


def with_all_blocks(client: Client, case: Case, text: str, chosen: Chosen) -> Values:
    html = client.get(case.url).content.decode()
    values = values_in(form_in(html, having="lead"), case.streams)
    data = {
        name: sent for name, sent in values.items() if not name.startswith(tuple(f"{one}-" for one in case.streams))
    }
    for name, block in case.streams.items():
        for control, value in controls(block, name, text, chosen):
            data[control] = [value]
    data["picture"] = [chosen(None)]
    if "files-TOTAL_FORMS" in data:
        number = int(data["files-TOTAL_FORMS"][0])
        data["files-TOTAL_FORMS"] = [str(number + 1)]
        row = {"document": chosen(None), "description": text, "ORDER": str(number + 1), "DELETE": "", "id": ""}
        data |= {f"files-{number}-{name}": [value] for name, value in row.items()}
    return data


def draft_of(case: Case) -> str:
    content = type(case.thing).objects.get(pk=case.thing.pk).get_latest_revision().content
    return json.dumps(content, ensure_ascii=False)


# Page types that together have every block; see test_no_block_is_left_out.
PAGES = [StartPage, FaqPage, PracticeReport]
CHOICES = [nothing, deleted, of_another_type, beyond_64_bits, no_number]


def kinds_of(block: blocks.Block) -> set[tuple[str, str]]:
    """The types of blocks of a stream."""
    return {(type(block).__name__, name) for name in block.child_blocks}


def test_no_block_is_left_out() -> None:
    def kinds(models: list[type[PortalPage]]) -> set[tuple[str, str]]:
        streams = [stream for model in models for stream in edit_forms.streams_of(model).values()]
        return set().union(*(kinds_of(stream) for stream in streams))

    assert kinds(PAGES) == kinds(edit_forms.page_types())


@pytest.fixture(params=PAGES, ids=lambda model: model.__name__)
def case(request: pytest.FixtureRequest, person) -> Case:
    return edit_forms.page(person(EDITOR), edit_forms.page_of(request.param))


@pytest.mark.parametrize("chosen", CHOICES)
def test_a_draft_with_unfinished_blocks_is_saved_or_shows_errors_at_the_fields(
    client: Client, case: Case, chosen
) -> None:
    client.force_login(case.actor)
    values = with_all_blocks(client, case, TYPED, chosen)
    saved_by_itself = send(client, case.url, values, accept="application/json")
    assert saved_by_itself.status_code in (200, 400)
    if saved_by_itself.status_code == 200:  # as the editor's script does after an autosave
        values["overwrite_revision_id"] = [str(saved_by_itself.json()["revision_id"])]
    answer = send(client, case.url, values)
    assert answer.status_code in (200, 302)
    if answer.status_code == 302:
        assert saved_by_itself.status_code == 200, saved_by_itself.content
        assert draft_of(case).count(TYPED[:20]) >= len(case.streams)
        assert client.get(case.url).status_code == 200
        assert client.get(reverse("wagtailadmin_pages:view_draft", args=[case.thing.pk])).status_code == 200
    else:
        check_messages(answer.content.decode(), case)


@pytest.mark.parametrize(("chosen", "text"), [(nothing, ""), *((choice, TYPED) for choice in CHOICES)])
def test_an_unfinished_submission_shows_errors_at_the_fields(client: Client, case: Case, chosen, text: str) -> None:
    client.force_login(case.actor)
    values = with_all_blocks(client, case, text, chosen)
    answer = send(client, case.url, values | {"action-submit": ["1"]})
    if isinstance(case.thing, FaqPage) and chosen is nothing and text:
        assert answer.status_code == 302  # no required field is missing
        return
    assert answer.status_code == 200
    check_messages(answer.content.decode(), case, text)


def check_messages(html: str, case: Case, text: str = TYPED) -> None:
    form = form_in(html, having="lead")
    states = [json.loads(one["data-w-block-arguments-value"]) for one in form.find_all(attrs={"data-block": True})]
    faults = [error for _state, error in states if error]
    assert faults or form.select(".w-field--error, .error-message")
    assert all(has_message(error) for error in faults), faults
    if text:
        typed = json.dumps([state for state, _error in states], ensure_ascii=False)
        assert typed.count(TYPED[:20]) >= len(case.streams)


def has_message(error: Any) -> bool:
    """Whether there is a message somewhere in a nested error."""
    if isinstance(error, dict):
        return any(has_message(one) for one in error.values())
    if isinstance(error, list):
        return any(has_message(one) for one in error)
    return isinstance(error, str) and bool(error)
