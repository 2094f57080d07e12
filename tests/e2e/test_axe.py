"""axe finds nothing on any page, wide and narrow, light and dark; what it cannot decide has been judged."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import lines, run_axe
from tests.e2e.conftest import AXE
from tests.e2e.membership_states import WITH_TABLE as WITH_TABLE_OF_PEOPLE
from tests.e2e.states import STATES, State

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")
WITH_HERO = {"start", "logged-out", "phone-menu", "search-suggestions"}
WITH_SUGGESTIONS = {"search-suggestions", "search-suggestions-in-head"}
WITH_WIDE_TABLE = {
    "report",
    "report-kept",
    "report-overdue",
    "content-leaf",
    "content-accordion",
    "legal-privacy",
    "legal-help",
    *WITH_TABLE_OF_PEOPLE,
}
WITH_MAP = {
    "directory-unfolded",
    "profile",
    "profile-pilot",
    "profile-for-member",
    "profile-for-office",
    "style",
    "style-errors",
}

# (rule, what axe says): the states in which it may say so. Reasons and what was looked at: axe_incomplete.md
JUDGED = {
    ("color-contrast", "background gradient"): WITH_HERO,
    ("color-contrast", "partially obscured by another element"): WITH_WIDE_TABLE,
    ("color-contrast", "overlapped by another element"): WITH_MAP | WITH_SUGGESTIONS,
    ("color-contrast", "partially overlaps other elements"): WITH_SUGGESTIONS,
    ("color-contrast", "too short to determine if it is actual text content"): WITH_MAP,
}


@pytest.fixture(scope="module")
def axe_source() -> str:
    return AXE.read_text()


def is_judged(rule: str, why: str, state: State) -> bool:
    return any(rule == known and words in why and state.key in keys for (known, words), keys in JUDGED.items())


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.key)
def test_axe_finds_nothing_at_any_width_in_light_and_dark(
    state: State, open_state: Callable[..., Page], axe_source: str
) -> None:
    page = open_state(state, bypass_csp=True, reduced_motion="reduce")
    findings = []
    for width in state.widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            result = run_axe(page, axe_source)
            findings += [f"{width} px, {scheme}: {line}" for line in lines(result["violations"])]
            for one in result["incomplete"]:
                one["nodes"] = [node for node in one["nodes"] if not is_judged(one["id"], node["why"], state)]
            findings += [f"{width} px, {scheme}, not judged: {line}" for line in lines(result["incomplete"])]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_on_the_gradient_of_the_start_page_contrasts_with_both_of_its_ends(
    scheme: str, new_context: Callable[..., object]
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto("/")
    ratios = page.evaluate(
        """() => {
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const luminance = (colour) => {
                canvas.fillStyle = colour;
                canvas.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
                    const value = part / 255;
                    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const ends = ['--brand-soft', '--paper'].map((name) => {
                const probe = document.querySelector('.hero');
                probe.style.backgroundColor = `var(${name})`;
                return luminance(getComputedStyle(probe).backgroundColor);
            });
            const texts = ['h1', '.lead', '.hero .search .kern-label', '.hero .kern-btn--secondary .kern-label'];
            return texts.flatMap((selector) => {
                const text = luminance(getComputedStyle(document.querySelector(selector)).color);
                return ends.map((end) => (Math.max(text, end) + 0.05) / (Math.min(text, end) + 0.05));
            });
        }"""
    )
    assert min(ratios) >= 4.5, ratios


@pytest.mark.parametrize("scheme", SCHEMES)
def test_names_and_signs_of_the_map_contrast_with_everything_they_may_stand_on(
    scheme: str, new_context: Callable[..., object]
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto("/organisationen/?art=town&art=provider&art=research&art=city")
    ratios = page.evaluate(
        """() => {
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const luminance = (selector, property) => {
                canvas.fillStyle = getComputedStyle(document.querySelector(selector))[property];
                canvas.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
                    const value = part / 255;
                    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            const grounds = [luminance('.map-land', 'fill'), luminance('.map-region', 'fill')];
            const against = (selector, property) =>
                Math.min(...grounds.map((ground) => ratio(luminance(selector, property), ground)));
            const count = ratio(luminance('.pin-count', 'fill'), luminance('.pin-several .pin-sign', 'fill'));
            const signs = [...document.querySelectorAll('.legend svg')].map((one) => {
                const sign = `.legend .${one.classList[0]} .pin-sign`;
                return Math.max(against(sign, 'fill'), against(sign, 'stroke'));
            });
            return { texts: [against('.map-name', 'fill'), count], signs };
        }"""
    )
    assert min(ratios["texts"]) >= 4.5, ratios
    assert len(ratios["signs"]) >= 3
    assert min(ratios["signs"]) >= 3, ratios


def test_the_judgements_name_every_rule_that_the_list_allows() -> None:
    judgements = AXE.parents[2].joinpath("tests", "e2e", "axe_incomplete.md").read_text()
    for rule, words in JUDGED:
        assert rule in judgements
        assert words in judgements
