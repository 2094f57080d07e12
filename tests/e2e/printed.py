"""What stands where on the pages of a PDF that the browser printed."""

from dataclasses import dataclass
from io import BytesIO
from itertools import combinations

from playwright.sync_api import Page
from pypdf import PdfReader

NARROWEST = 0.35  # of a letter, on average, in parts of the type size: what is called an overlap is one
SAME_LINE = 0.5  # lines whose baselines are nearer than this part of the type size run into each other


@dataclass(frozen=True)
class Run:
    """Words that were written in one go, on one line."""

    text: str
    x: float
    y: float
    size: float

    @property
    def right(self) -> float:
        return self.x + NARROWEST * self.size * len(self.text)

    def covers(self, other: "Run") -> bool:
        room = min(self.size, other.size)
        overlap = min(self.right, other.right) - max(self.x, other.x)
        return abs(self.y - other.y) < SAME_LINE * room and overlap > room


def print_page(page: Page) -> list[list[Run]]:
    """The runs of each sheet, as Chromium prints it with the page's own paper and margins."""
    return [_runs(sheet) for sheet in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def _runs(sheet) -> list[Run]:
    found: list[Run] = []

    def note(text: str, cm: list[float], tm: list[float], _font: dict | None, size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(Run(text.strip(), x, y, size * abs(cm[0])))

    sheet.extract_text(visitor_text=note)
    return found


def text_of(sheet: list[Run]) -> str:
    """Its words with single spaces, hyphens of broken words left out."""
    return " ".join(" ".join(run.text for run in sheet).replace("\xad", "").split())


def overlapping(sheet: list[Run]) -> list[tuple[str, str]]:
    return [(one.text, other.text) for one, other in combinations(sheet, 2) if one.covers(other)]
