"""Every page is valid HTML with one h1, no skipped level, its language and a title of its own."""

import json
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests.e2e.server import ROOT, fetch
from tests.e2e.states import STATES, State

pytestmark = pytest.mark.browser

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

# What the checker warns of and we mean, with the reason.
MEANT: dict[str, str] = {}


class Outline(HTMLParser):
    """Headings, language and title of a document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.language = ""
        self.title = ""
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        elif tag == "html":
            self.language = dict(attrs).get("lang") or ""
        self._in_title = tag == "title" and not self.title

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False


@pytest.fixture(scope="module")
def states_html(
    browser: Browser, request: pytest.FixtureRequest, cookies_of: Callable[[str], dict], addresses: Iterator[str]
) -> dict[str, str]:
    """The HTML of every state, as the server sent it."""
    return {
        state.key: _source(state, browser, request.getfixturevalue(state.portal), cookies_of, addresses)
        for state in STATES
    }


def _source(
    state: State, browser: Browser, base: str, cookies_of: Callable[[str], dict], addresses: Iterator[str]
) -> str:
    context = browser.new_context(
        base_url=base,
        storage_state=cookies_of(state.persona) if state.persona else None,
        extra_http_headers={"X-Forwarded-For": next(addresses)},
    )
    if state.act is None:  # no need to draw the page
        html = context.request.get(state.path).text()
    else:
        answers: list[Response] = []
        page = context.new_page()
        page.on("response", lambda answer: answers.append(answer) if answer.request.is_navigation_request() else None)
        html = state.reach(page) and answers[-1].text()
    context.close()
    return html


@pytest.fixture(scope="module")
def public_html(portal: str) -> dict[str, str]:
    """The HTML of every page that the sitemap names."""
    addresses = re.findall("<loc>(.*?)</loc>", fetch(f"{portal}/sitemap.xml"))
    return {address.removeprefix(portal): fetch(address) for address in addresses}


@pytest.fixture(scope="module")
def all_html(states_html: dict[str, str], public_html: dict[str, str]) -> dict[str, str]:
    return states_html | public_html


def test_the_html_checker_has_nothing_to_say(all_html: dict[str, str], tmp_path: Path) -> None:
    names = dict(enumerate(all_html))
    for number, name in names.items():
        tmp_path.joinpath(f"{number}.html").write_text(all_html[name])
    checked = subprocess.run(
        ["java", "-Xss4m", "-jar", VNU, "--format", "json", "--stdout", *tmp_path.glob("*.html")],
        capture_output=True,
        text=True,
        check=False,
    )
    said = Counter()
    for one in json.loads(checked.stdout)["messages"]:
        if one["message"] not in MEANT:
            name = names[int(Path(one["url"]).stem)]
            said[f"{one['type']}: {one['message']} {one.get('extract', '')[:160]!r} (first in {name})"] += 1
    assert not said, "\n".join(f"{count} x {text}" for text, count in said.most_common(60))


def test_every_page_has_one_h1_first_and_skips_no_level(all_html: dict[str, str]) -> None:
    wrong = {}
    for name, html in all_html.items():
        levels = Outline(html).levels
        steps = pairwise(levels)
        if levels[:1] != [1] or levels.count(1) != 1 or any(after > before + 1 for before, after in steps):
            wrong[name] = levels
    assert wrong == {}


def test_every_page_is_german_and_has_a_title_of_its_own(
    public_html: dict[str, str], all_html: dict[str, str]
) -> None:
    assert {Outline(html).language for html in all_html.values()} == {"de"}
    titles = Counter(Outline(html).title for html in public_html.values())
    assert [title for title, count in titles.items() if count > 1 or not title.strip()] == []


def test_no_two_addresses_share_a_title(states_html: dict[str, str]) -> None:
    """Pages of a list and its filters too; only its order may change without a word in the title."""
    addresses = defaultdict(set)
    for state in STATES:
        if state.act is None and state.status == 200:
            in_no_order = re.sub(r"[?&]sortierung=\w+$|sortierung=\w+&", "", state.path)
            addresses[Outline(states_html[state.key]).title].add(in_no_order)
    assert {title: found for title, found in addresses.items() if len(found) > 1} == {}


def test_no_page_carries_inline_style_or_handlers(states_html: dict[str, str]) -> None:
    found = {
        name: match.group()
        for name, html in states_html.items()
        if (match := re.search(r"<[^>]*\s(style|on[a-z]+)=[^>]*>|<(style|script)(?![^>]*nonce)", html))
    }
    assert found == {}
