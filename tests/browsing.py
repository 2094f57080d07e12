"""Forms as a browser handles them: read the values of a page, and submit all of them."""

import json
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.http import QueryDict
from django.test import Client
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

Values = dict[str, list[str]]
UNSENT_TYPES = ("submit", "button", "reset", "image", "file")


def form_in(html: str, *, having: str) -> Tag:
    """The form that contains a control of this name or id."""
    soup = BeautifulSoup(html, "html5lib")
    control = soup.find(attrs={"name": having}) or soup.find(id=having)
    assert control is not None, f"no control {having!r} in the page"
    form = control.find_parent("form")
    assert form is not None
    return form


def values_in(form: Tag, streams: dict[str, blocks.Block] | None = None) -> Values:
    """What a browser submits from the unchanged form; `streams` are the blocks of its stream fields by name."""
    found: Values = {}
    for control in form.find_all(["input", "select", "textarea"]):
        name = control.get("name")
        if not name or control.has_attr("disabled") or control.get("type") in UNSENT_TYPES:
            continue
        if control.find_parent("template"):
            continue
        found.setdefault(name, []).extend(_sent_by(control))
    for holder in form.find_all(attrs={"data-block": True}):
        block = (streams or {})[holder["id"]]
        state, _error = json.loads(holder["data-w-block-arguments-value"])
        for name, value in _stream(block, state, holder["id"]):
            found.setdefault(name, []).append(value)
    return {name: sent for name, sent in found.items() if sent}


def _sent_by(control: Tag) -> list[str]:
    if control.name == "textarea":
        text = control.get_text()
        return [text.replace("\r\n", "\n").replace("\n", "\r\n")]
    if control.name == "select":
        options = control.find_all("option")
        chosen = [option for option in options if option.has_attr("selected")]
        if not chosen and not control.has_attr("multiple"):
            chosen = options[:1]
        return [option.get("value", option.get_text()) for option in chosen]
    if control.get("type") in ("checkbox", "radio"):
        return [control.get("value", "on")] if control.has_attr("checked") else []
    return [control.get("value", "")]


def _stream(block: blocks.Block, state: Any, prefix: str):
    """As the editor's JavaScript builds the controls of a block from its state."""
    if isinstance(block, blocks.StreamBlock):
        yield f"{prefix}-count", str(len(state))
        for number, child in enumerate(state):
            yield from _item(f"{prefix}-{number}", number, child)
            yield f"{prefix}-{number}-type", child["type"]
            yield from _stream(block.child_blocks[child["type"]], child["value"], f"{prefix}-{number}-value")
    elif isinstance(block, blocks.ListBlock):
        yield f"{prefix}-count", str(len(state))
        for number, child in enumerate(state):
            yield from _item(f"{prefix}-{number}", number, child)
            yield from _stream(block.child_block, child["value"], f"{prefix}-{number}-value")
    elif isinstance(block, blocks.StructBlock):
        for name, value in state.items():
            yield from _stream(block.child_blocks[name], value, f"{prefix}-{name}")
    elif isinstance(block, TypedTableBlock):
        yield from _table(block, state, prefix)
    elif isinstance(block, blocks.BooleanBlock):
        if state:
            yield prefix, "on"
    else:
        yield prefix, _text(state)


def _item(prefix: str, number: int, child: dict):
    yield f"{prefix}-order", str(number)
    yield f"{prefix}-deleted", ""
    yield f"{prefix}-id", child["id"] or ""


def _table(block: TypedTableBlock, state: dict, prefix: str):
    yield f"{prefix}-caption", state["caption"] or ""
    yield f"{prefix}-column-count", str(len(state["columns"]))
    yield f"{prefix}-row-count", str(len(state["rows"]))
    for number, column in enumerate(state["columns"]):
        yield f"{prefix}-column-{number}-type", column["type"]
        yield f"{prefix}-column-{number}-order", str(number)
        yield f"{prefix}-column-{number}-deleted", ""
        yield f"{prefix}-column-{number}-heading", column["heading"]
    for row_number, row in enumerate(state["rows"]):
        yield f"{prefix}-row-{row_number}-order", str(row_number)
        yield f"{prefix}-row-{row_number}-deleted", ""
        for number, (column, cell) in enumerate(zip(state["columns"], row["values"], strict=True)):
            yield from _stream(block.child_blocks[column["type"]], cell, f"{prefix}-cell-{row_number}-{number}")


def _text(state: Any) -> str:
    if isinstance(state, dict):  # of a chooser
        state = state.get("id", "")
    if isinstance(state, list):  # of a select
        state = state[0] if state else ""
    return "" if state is None else str(state)


def send(client: Client, url: str, values: Values, **headers: str):
    """POST the values as a browser does."""
    data = QueryDict(mutable=True)
    for name, sent in values.items():
        data.setlist(name, sent)
    return client.post(url, data.urlencode(), content_type="application/x-www-form-urlencoded", headers=headers)
