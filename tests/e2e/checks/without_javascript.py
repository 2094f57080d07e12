"""A page says the same with and without JavaScript."""

from collections.abc import Iterator

from playwright.sync_api import Page

# Only passkeys need JavaScript; their buttons appear with it.
WITHOUT_PASSKEYS = """main => {
    const hidden = [...main.querySelectorAll('form[data-passkey]')].filter((one) => !one.hidden);
    hidden.forEach((one) => { one.hidden = true; });
    const text = main.innerText;
    hidden.forEach((one) => { one.hidden = false; });
    return text;
}"""


def text_of(page: Page) -> str:
    return page.locator("main").evaluate(WITHOUT_PASSKEYS)


def findings(plain: Page, shown: str) -> Iterator[str]:
    """`shown`: the text of the same page with JavaScript."""
    if not plain.locator("h1").is_visible():
        yield "no heading"
    if not plain.get_by_role("contentinfo").is_visible():
        yield "no footer"
    if (text := plain.locator("main").inner_text()) != shown:
        yield f"{text!r} instead of {shown!r}"
