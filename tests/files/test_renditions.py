"""Templates use no size of a picture that the guard has not rendered."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings

from netzwerk.files.renditions import ADMIN, NAMED, RATIOS, by_width, height_in

OWN = [settings.BASE_DIR / "templates", settings.BASE_DIR / "netzwerk", settings.BASE_DIR / "knowledge"]
WAGTAIL = Path(find_spec("wagtail").origin).parent
SPEC = r"(?:original|(?:max|min|fill|width|height|scale)-[\w-]+)"
IN_TEMPLATES = re.compile(rf"{{%\s*(?:image|picture|srcset_image|image_url)\s[^%]*?\s[\"']?({SPEC}(?:\s{SPEC})*)")
IN_CODE = re.compile(rf"[\"']({SPEC}(?:\|[\w-]+)*)[\"']")


def specs_in(text: str) -> set[str]:
    return {spec for found in IN_TEMPLATES.findall(text) for spec in found.split()}


def test_the_list_has_all_sizes_of_wagtails_admin() -> None:
    used = set()
    for path in (WAGTAIL / "images").rglob("*.html"):
        if "tests" not in path.parts:
            used |= specs_in(path.read_text())
    for path in (WAGTAIL / "images").rglob("*.py"):
        if "tests" not in path.parts and "migrations" not in path.parts and "rendition" in path.read_text():
            used |= set(re.findall(rf"(?:get_rendition\w*\([^)]*|filter=)[\"']({SPEC})[\"']", path.read_text()))
    assert len(used) >= 4
    assert used - {"original"} <= set(ADMIN)


def test_control_sizes_in_templates_are_found() -> None:
    assert specs_in('{% image photo max-99x99 class="a" %}') == {"max-99x99"}
    assert specs_in("{% image page.photo fill-1x2 as it %}") == {"fill-1x2"}


def test_our_templates_use_sizes_of_the_list_only() -> None:
    places, ratios = set(), set()
    for folder in OWN:
        for path in folder.rglob("*.html"):
            text = path.read_text()
            assert not specs_in(text), path
            assert "wagtailimages_tags" not in text, path
            places |= set(re.findall(r"\|image_url:[\"']([^\"']+)[\"']", text))
            ratios |= {
                ratio
                for call in re.findall(r"{% picture ([^%]*)%}", text)
                for ratio in re.findall(r"\"(\d+x\d+)\"", call)
            }
    assert places == set(NAMED)
    assert ratios <= set(RATIOS)


def test_our_code_uses_sizes_of_the_list_only() -> None:
    for folder in OWN:
        for path in folder.rglob("*.py"):
            if path.name != "renditions.py":
                assert not IN_CODE.findall(path.read_text()), path


def test_other_ratios_raise_an_error() -> None:
    with pytest.raises(ValueError, match="RATIOS"):
        by_width(800, "4x3")


@pytest.mark.parametrize("width", [1, 16, 399, 400, 1599, 5000])
def test_no_size_is_larger_than_the_picture_or_empty(width: int) -> None:
    for ratio in ("", *RATIOS):
        assert all(0 < one <= width for one in by_width(width, ratio))
    assert height_in(width, "16x9") >= 1
