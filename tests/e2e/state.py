"""A state of a page, and the way to it."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class State:
    """`path` is opened first, then `act` does what a person would do there. `status` is the answer's in the end."""

    key: str
    path: str
    act: Callable[[Page], None] | None = None
    persona: str = ""
    status: int = 200
    broken: bool = False
    unsearchable: bool = False  # in the portal whose search engine is away
    guarded: bool = False  # in the portal that asks for second factors
    widths: tuple[int, ...] = (1280, 320)

    @property
    def portal(self) -> str:
        """The fixture that runs the portal of this state."""
        special = {
            "broken_portal": self.broken,
            "guarded_portal": self.guarded,
            "unsearchable_portal": self.unsearchable,
        }
        return next((name for name, is_meant in special.items() if is_meant), "portal")

    def reach(self, page: Page) -> Page:
        page.goto(self.path)
        if self.act:
            self.act(page)
        return page


def send(page: Page) -> None:
    """Press the button of the page's own form and wait for the answer."""
    with page.expect_navigation():
        page.locator("main form.form button[type=submit]").last.click()
