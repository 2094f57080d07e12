"""The checks of all states find what they are made for."""

from collections.abc import Callable

import pytest

from tests.e2e.checks import adaptation, axe, keyboard, quiet, without_javascript
from tests.e2e.checks.targets import small_targets
from tests.e2e.state import State

pytestmark = pytest.mark.browser


def test_small_targets_without_room_are_found(new_context: Callable[..., object]) -> None:
    """Two small buttons side by side, one alone, one link in a sentence, two that stand alone."""
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


BAD = """<!doctype html><html><body style="background: #222; width: 3000px; transition: color 3s">
<main><h1>Titel</h1><img src="x.png"><p style="color: #ddd">Blasser Text</p>
<a href="#1" style="outline: none">Eins</a> <a href="#2" tabindex="2" style="outline: none">Zwei</a>
<p class="nav">Menü</p><button class="kern-btn" style="border: 0">Senden</button></main></body></html>"""


def test_a_bad_page_is_found(new_context: Callable[..., object]) -> None:
    page = new_context(bypass_csp=True).new_page()  # its styles stand in it
    listener = quiet.Listener()
    listener.listen(page)
    page.goto("/diese-seite-gibt-es-nicht/")
    page.set_content(BAD)
    page.evaluate("console.log('Unruhe'); fetch('http://127.0.0.1:9/').catch(() => null); localStorage.a = 1")
    state = State("bad", "/")
    assert "image-alt" in " ".join(axe.findings(page, state))
    assert list(quiet.scrolls_sideways(page))
    heard = " ".join(quiet.findings(listener, page, state))
    assert all(words in heard for words in ("answered 404 instead of 200", "Unruhe", "http://127.0.0.1:9/", "[1, 0]"))
    found = " ".join(adaptation.findings(page))
    assert all(words in found for words in ("moves:", "no frame", "printed on", "printed: <p", "pale on paper"))
    found = " ".join(keyboard.findings(page, set()))
    assert all(words in found for words in ("cannot be seen: <a", "not every control once"))
    found = " ".join(without_javascript.findings(page, "Anderes"))
    assert all(words in found for words in ("no footer", "instead of 'Anderes'"))
