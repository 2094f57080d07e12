"""What axe cannot decide, decided by itself: contrast on gradients and on the map."""

from collections.abc import Callable

import pytest

from tests.e2e.checks.axe import JUDGED, JUDGEMENTS

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")


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
            const count = ratio(luminance('.pin-count', 'fill'), luminance('.pin-several .pin-shape', 'fill'));
            const signs = [...document.querySelectorAll('.legend svg')].map((one) => {
                const sign = `.legend .${one.classList[0]} .pin-shape`;
                return Math.max(against(sign, 'fill'), against(sign, 'stroke'));
            });
            return { texts: [against('.map-name', 'fill'), count], signs };
        }"""
    )
    assert min(ratios["texts"]) >= 4.5, ratios
    assert len(ratios["signs"]) >= 3
    assert min(ratios["signs"]) >= 3, ratios


def test_the_judgements_name_every_rule_that_the_list_allows() -> None:
    judgements = JUDGEMENTS.read_text()
    for rule, words in JUDGED:
        assert rule in judgements
        assert words in judgements
