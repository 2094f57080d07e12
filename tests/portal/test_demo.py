"""The demo is the same on every machine."""

import io

import pytest
from PIL import Image

from netzwerk.portal.demo import content, pictures
from netzwerk.portal.demo.files import odt, spreadsheet
from netzwerk.portal.demo.streams import Targets
from netzwerk.portal.models import NewsPage, PortalPage


@pytest.mark.parametrize("name", pictures.NAMES)
def test_a_picture_is_drawn_the_same_each_time(name: str) -> None:
    first = pictures.draw(name)
    assert first == pictures.draw(name)
    with Image.open(io.BytesIO(first)) as picture:
        assert picture.size == (1600, 900)


def test_files_have_the_same_bytes_each_time() -> None:
    for item in content.documents():
        build = odt if item["kind"] == "odt" else lambda _title, rows: spreadsheet(rows)
        assert build(item["title"], item["content"]) == build(item["title"], item["content"])


def test_blocks_keep_their_ids() -> None:
    targets = Targets({}, {}, {})
    assert targets.stream("a", [("text", "<p>x</p>")]) == targets.stream("a", [("text", "<p>x</p>")])
    assert targets.stream("a", [("text", "<p>x</p>")]) != targets.stream("b", [("text", "<p>x</p>")])


@pytest.mark.django_db
def test_two_drafts_wait_for_review_and_every_page_has_a_revision() -> None:
    assert NewsPage.objects.filter(live=False).count() == 2
    assert all(page.current_workflow_state for page in NewsPage.objects.filter(live=False))
    without = PortalPage.objects.live().filter(live_revision=None).exclude(slug="aktuelles")
    assert not without.exists()
