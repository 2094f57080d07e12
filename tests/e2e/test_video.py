"""The film in sign language plays, has captions and can be wound."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser

PLAY = """async (video) => {
    video.muted = true;
    await video.play();
    await new Promise((resolve, reject) => {
        video.addEventListener('timeupdate', () => video.currentTime > 0.3 && resolve());
        setTimeout(() => reject(new Error('the film stands still')), 10000);
    });
    const track = video.querySelector('track');
    return { ready: video.readyState, duration: video.duration, at: video.currentTime, width: video.videoWidth,
             kind: track.kind, language: track.srclang, loaded: track.readyState, cues: track.track.cues.length };
}"""


def test_film_plays_with_captions(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/gebaerdensprache/")
    film = page.locator("video").evaluate(PLAY)
    assert film["ready"] >= 2
    assert film["duration"] > 5
    assert film["at"] > 0.3
    assert film["width"] > 0
    assert (film["kind"], film["language"], film["loaded"]) == ("captions", "de", 2)
    assert film["cues"] > 0


def test_film_can_be_wound_to_any_place(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    parts = []
    page.on("response", lambda answer: parts.append(answer) if ".mp4" in answer.url else None)
    page.goto("/gebaerdensprache/")
    address = page.locator("video source").get_attribute("src")
    page.locator("video").evaluate(
        "(video) => new Promise((done) => { video.addEventListener('seeked', done); video.currentTime = 9; })"
    )
    assert {part.status for part in parts} == {206}
    part = page.request.get(address, headers={"Range": "bytes=100-199"})
    assert (part.status, len(part.body())) == (206, 100)
    assert part.headers["content-range"].startswith("bytes 100-199/")
