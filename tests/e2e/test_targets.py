"""What can be pressed is large enough, or has room around it, wide and narrow."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.states import STATES, State
from tests.e2e.targets import small_targets

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.key)
def test_targets_measure_24_pixels_or_have_room_around_them(state: State, open_state: Callable[..., Page]) -> None:
    page = open_state(state, reduced_motion="reduce")
    found = []
    for width in state.widths:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width} px: {target}" for target in small_targets(page)]
    assert found == []


def test_small_targets_without_room_are_found(new_context: Callable[..., object]) -> None:
    """The check itself: two small buttons side by side, one alone, one link in a sentence, two that stand alone."""
    page = new_context().new_page()
    small = "style='width:16px;height:16px;padding:0;margin:0;border:0'"
    page.set_content(
        f"""<main><p><button id=a {small}></button><button id=b {small}></button></p>
        <p style='margin:60px'><button id=c {small}></button></p>
        <p>Ein Satz mit <a id=d href='#d'>einem Link</a> darin.</p>
        <ul style='line-height:1;font-size:14px'>
        <li><a id=e href='#e'>Eins</a></li><li><a id=f href='#f'>Zwei</a></li></ul></main>"""
    )
    found = " ".join(small_targets(page))
    assert [one for one in "abcdef" if f'id="{one}"' in found] == ["a", "b", "e", "f"]
