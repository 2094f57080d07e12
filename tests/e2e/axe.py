"""axe-core in a page, and what it could not decide: each such finding needs a judgement (axe_incomplete.md)."""

from collections.abc import Iterator

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NOT_OURS = [["wagtail-userbar"], ["wagtail-inline-userbar"]]  # Wagtail's own tool, shown to editors only
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


def run_axe(page: Page, source: str) -> dict[str, list[dict]]:
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(source)
    return page.evaluate(RUN, [TAGS, NOT_OURS])


def lines(results: list[dict]) -> Iterator[str]:
    """One line a finding and element, for people who read a failed test."""
    for result in results:
        for node in result["nodes"]:
            yield f"{result['id']} at {node['target']}: {node['why']}\n      {node['html']}"
