"""Every state of every page, visited once: all that must hold of each is looked at in the same visit."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.e2e.checks import adaptation, axe, keyboard, quiet, targets, without_javascript
from tests.e2e.states import EDITOR, STATES, State

pytestmark = pytest.mark.browser

PICTURED: set[str] = set()  # kinds of control whose focus has been seen in this process


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.key)
def test_a_state_keeps_what_is_promised_of_every_page(state: State, open_state: Callable[..., Page]) -> None:
    assert list(findings_of(state, open_state)) == []


def findings_of(state: State, open_state: Callable[..., Page]) -> Iterator[str]:
    listener = quiet.Listener()
    page = open_state(state, prepare=listener.listen, reduced_motion="reduce")
    opened_by_address = state.act is None
    shown = without_javascript.text_of(page) if opened_by_address else ""
    page.evaluate(quiet.LOAD_PICTURES)
    for width in sorted(state.widths):
        page.set_viewport_size({"width": width, "height": 900})
        yield from (f"{width} px: {one}" for one in quiet.scrolls_sideways(page))
        yield from (f"{width} px, small target: {one}" for one in targets.small_targets(page))
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            yield from (f"axe at {width} px, {scheme}: {one}" for one in axe.findings(page, state))
    page.evaluate(quiet.LOAD_PICTURES)
    yield from quiet.findings(listener, page, state)
    if opened_by_address:
        yield from adaptation.findings(page)
    if 1280 in state.widths and state.persona != EDITOR:  # Wagtail's userbar has a keyboard of its own
        yield from keyboard.findings(page, PICTURED)
    if opened_by_address and not state.broken:
        page.context.close()
        plain = open_state(state, java_script_enabled=False)
        yield from (f"without JavaScript: {one}" for one in without_javascript.findings(plain, shown))
