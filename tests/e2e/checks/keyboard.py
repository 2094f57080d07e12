"""With the keyboard alone: every control once, in reading order, with a focus that can be seen.

One picture is enough of each kind of control (element, classes, those around it, ground); a process remembers the kinds.
"""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageChops
from playwright.sync_api import Page

PAD = 8
LEAST_CHANGE = 30  # pixels that differ clearly

# Numbers every control in reading order, as the page stands: visible, enabled, one of each group of radio buttons.
NUMBER_CONTROLS = """() => {
    const selector = 'a[href], button, input, select, textarea, summary, video, audio, iframe, [tabindex]';
    const groups = new Set();
    const found = [...document.querySelectorAll(selector)].filter((one) => {
        if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) return false;
        if (one.type !== 'radio') return true;
        const chosen = document.querySelector(`input[name="${one.name}"]:checked`);
        if (groups.has(one.name) || (chosen && chosen !== one)) return false;
        return groups.add(one.name);
    });
    const ground = (one) => {
        for (let up = one.parentElement; up; up = up.parentElement) {
            const colour = getComputedStyle(up).backgroundColor;
            if (colour !== 'rgba(0, 0, 0, 0)') return colour;
        }
        return '';
    };
    const classes = (one) => one ? `${one.tagName}.${[...one.classList].sort().join('.')}` : '';
    const kind = (one) => [classes(one), one.type ?? '', classes(one.parentElement),
                           classes(one.parentElement?.parentElement), ground(one)].join(' ');
    return found.map((one, number) => {
        one.dataset.number = number;
        const box = one.getBoundingClientRect();
        return { number, kind: kind(one), inMain: Boolean(one.closest('main')), name: one.outerHTML.slice(0, 120),
                 x: box.x, y: box.y, right: box.right, bottom: box.bottom };
    });
}"""
START_AT_THE_TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    window.scrollTo(0, 0);
}"""
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const box = one.getBoundingClientRect();
    return { number: Number(one.dataset.number ?? -1), name: one.outerHTML.slice(0, 120),
             x: box.x, y: box.y, right: box.right, bottom: box.bottom };
}"""


def fit_window_to_page(page: Page) -> None:
    """So that nothing scrolls while Tab goes through the page, and pictures can be compared."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": 1280, "height": height})


def picture(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")


def changed_pixels(before: Image.Image, page: Page, box: dict) -> int:
    left, top = max(0, int(box["x"]) - PAD), max(0, int(box["y"]) - PAD)
    right, bottom = min(before.width, int(box["right"]) + PAD + 1), min(before.height, int(box["bottom"]) + PAD + 1)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    after = Image.open(BytesIO(page.screenshot(clip=clip, animations="disabled"))).convert("RGB")
    difference = ImageChops.difference(before.crop((left, top, right, bottom)), after).convert("L")
    return sum(difference.point(lambda value: 255 if value > 30 else 0).histogram()[1:])


def goes_back(before: dict, after: dict) -> bool:
    """Whether the second stands before the first for the eye: above it without being in a column to its right,
    or to its left in the same line."""
    above = after["bottom"] <= before["y"] + 1
    same_line = after["y"] < before["bottom"] - 4 and before["y"] < after["bottom"] - 4
    if same_line:
        return after["right"] <= before["x"] + 1
    return above and after["x"] < before["right"] - 1


def findings(page: Page, pictured: set[str]) -> Iterator[str]:
    """`pictured`: kinds of control whose focus has been seen. It grows."""
    page.evaluate("Promise.all([...document.images].map((one) => one.decode().catch(() => null)))")
    fit_window_to_page(page)
    page.evaluate(START_AT_THE_TOP)
    controls = page.evaluate(NUMBER_CONTROLS)
    before = None if pictured.issuperset(one["kind"] for one in controls) else picture(page)
    visited: list[dict] = []
    for _step in range(len(controls) * 6):  # a date or a film has several stops of its own
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        if visited and visited[-1]["number"] == here["number"]:
            continue
        visited.append(here)
        kind = controls[here["number"]]["kind"] if here["number"] >= 0 else ""
        if before and kind not in pictured:
            if changed_pixels(before, page, here) < LEAST_CHANGE:
                yield f"the focus cannot be seen: {here['name']}"
            pictured.add(kind)
    order = [one["number"] for one in visited]
    if order != [one["number"] for one in controls]:
        yield f"not every control once: {[one['name'] for one in visited]} instead of {[one['name'] for one in controls]}"
    in_main = [one for one in controls if one["inMain"]]
    yield from (f"goes back: {a['name']} to {b['name']}" for a, b in pairwise(in_main) if goes_back(a, b))
