"""Pages follow the person: reduced motion, forced colours, paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.states import STATES, State

pytestmark = pytest.mark.browser

BY_ADDRESS = [state for state in STATES if state.act is None]
NOT_ON_PAPER = ".nav, .service, .menu-button, .crumb, .foot, .demo-mark, .chips, .pages, wagtail-userbar"
HAS_A_FRAME = (
    "main .kern-btn, main .chip, main .tag, main .day, main .persona, "
    "main .kern-form-input__input, main .kern-form-check__checkbox, main .kern-form-check__radio"
)
FRAMELESS = """all => all.filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopWidth === '0px')
    .map((one) => one.outerHTML.slice(0, 120))"""
VISIBLE = "all => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120))"
MOVING = """() => [...document.querySelectorAll('*')].filter((one) => {
    const style = getComputedStyle(one);
    const seconds = (value) => Math.max(...value.split(',').map((part) => parseFloat(part)));
    return (style.transitionProperty !== 'none' && seconds(style.transitionDuration) > 0)
        || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.05)
        || style.scrollBehavior === 'smooth';
}).map((one) => one.outerHTML.slice(0, 100))"""

# Every visible text with its own colour and the colour that lies behind it.
TEXT_COLOURS = """() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const parts = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const behind = (one) => {
        for (let up = one; up; up = up.parentElement) {
            const colour = parts(getComputedStyle(up).backgroundColor);
            if (colour[3] > 200) return colour;
        }
        return [255, 255, 255, 255];
    };
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const one = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || !one.checkVisibility()) continue;
        if (one.closest('svg, script, progress, .kern-sr-only, .skip')) continue;
        const light = (colour) => (0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]) / 255;
        found.push({ text: walk.currentNode.data.trim().slice(0, 40),
                     ink: light(parts(getComputedStyle(one).color)), paper: light(behind(one)) });
    }
    return found;
}"""


@pytest.mark.parametrize("state", BY_ADDRESS, ids=lambda state: state.key)
def test_page_follows_forced_colours_unwanted_motion_and_paper(state: State, open_state: Callable[..., Page]) -> None:
    page = open_state(state, reduced_motion="reduce", forced_colors="active", color_scheme="dark")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate(MOVING) == []
    assert page.locator(HAS_A_FRAME).evaluate_all(FRAMELESS) == []

    page.emulate_media(media="print", forced_colors="none", color_scheme="dark", reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.locator("h1")).to_be_visible()
    assert page.locator(NOT_ON_PAPER).evaluate_all(VISIBLE) == []
    texts = page.evaluate(TEXT_COLOURS)
    assert len(texts) > 1
    assert [one for one in texts if one["ink"] > 0.45 or one["paper"] < 0.85] == []


def test_closed_answers_are_printed(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/das-netzwerk/haeufige-fragen/")
    answer = page.locator("details .prose p").first
    assert not answer.is_visible()
    page.emulate_media(media="print")
    expect(answer).to_be_visible()


def test_pages_become_pdf_files(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(color_scheme="dark").new_page()
    for path in ("/", "/steuerung-vor-ort/fachcontrolling/", "/das-netzwerk/haeufige-fragen/"):
        page.goto(path)
        assert page.pdf(format="A4").startswith(b"%PDF-")
