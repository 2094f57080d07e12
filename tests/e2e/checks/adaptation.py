"""Pages follow the person: unwanted motion, forced colours, paper."""

from collections.abc import Iterator

from playwright.sync_api import Page

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


def findings(page: Page) -> Iterator[str]:
    """The page must have been opened by its address: what a person has opened in it may not be printed."""
    page.emulate_media(media="screen", forced_colors="active", color_scheme="dark", reduced_motion="reduce")
    if not page.evaluate("matchMedia('(forced-colors: active)').matches"):
        yield "forced colours did not come into force"
    yield from (f"no heading in forced colours: {one}" for one in heading_missing(page))
    yield from (f"moves: {one}" for one in page.evaluate(MOVING))
    yield from (f"no frame in forced colours: {one}" for one in page.locator(HAS_A_FRAME).evaluate_all(FRAMELESS))

    page.emulate_media(media="print", forced_colors="none", color_scheme="dark", reduced_motion="reduce")
    if (paper := page.evaluate("getComputedStyle(document.body).backgroundColor")) != "rgb(255, 255, 255)":
        yield f"printed on {paper}"
    yield from (f"no heading on paper: {one}" for one in heading_missing(page))
    yield from (f"printed: {one}" for one in page.locator(NOT_ON_PAPER).evaluate_all(VISIBLE))
    texts = page.evaluate(TEXT_COLOURS)
    if len(texts) < 2:
        yield f"printed texts: {texts}"
    yield from (f"pale on paper: {one}" for one in texts if one["ink"] > 0.45 or one["paper"] < 0.85)
    page.emulate_media(media="screen", color_scheme="light")


def heading_missing(page: Page) -> list[str]:
    return [] if page.locator("h1").is_visible() else [page.url]
