"""axe-core in a page, and what it could not decide: each such finding needs a judgement (axe_incomplete.md)."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.e2e.hours_states import WITH_TABLE as WITH_TABLE_OF_HOURS
from tests.e2e.membership_states import WITH_TABLE as WITH_TABLE_OF_PEOPLE
from tests.e2e.server import ROOT
from tests.e2e.state import State

SOURCE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
JUDGEMENTS = ROOT / "tests" / "e2e" / "checks" / "axe_incomplete.md"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NOT_OURS = [["wagtail-userbar"], ["wagtail-inline-userbar"]]  # Wagtail's own tool, shown to editors only
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
    "style",
    "style-errors",
    *WITH_TABLE_OF_PEOPLE,
    *WITH_TABLE_OF_HOURS,
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

RUN = """async ([tags, others]) => {
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'incomplete'] };
    const found = await axe.run({ exclude: others }, options);
    const brief = (results) => results.map((one) => ({
        id: one.id, help: one.help,
        nodes: one.nodes.map((node) => ({
            target: node.target.join(' '), html: node.html.slice(0, 200),
            why: node.any.concat(node.all, node.none).map((check) => check.message).join(' | '),
        })),
    }));
    return { violations: brief(found.violations), incomplete: brief(found.incomplete) };
}"""


def findings(page: Page, state: State) -> Iterator[str]:
    """What axe finds in the page as it is shown now, and what it cannot decide and nobody has judged."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(SOURCE.read_text())
    result = page.evaluate(RUN, [TAGS, NOT_OURS])
    yield from lines(result["violations"])
    for one in result["incomplete"]:
        one["nodes"] = [node for node in one["nodes"] if not is_judged(one["id"], node["why"], state)]
    yield from (f"not judged: {line}" for line in lines(result["incomplete"]))


def is_judged(rule: str, why: str, state: State) -> bool:
    return any(rule == known and words in why and state.key in keys for (known, words), keys in JUDGED.items())


def lines(results: list[dict]) -> Iterator[str]:
    """One line a finding and element, for people who read a failed test."""
    for result in results:
        for node in result["nodes"]:
            yield f"{result['id']} at {node['target']}: {node['why']}\n      {node['html']}"
