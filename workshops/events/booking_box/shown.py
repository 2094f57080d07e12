"""What the box of a workshop's page shows, and who reads it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from netzwerk.lists.dates import Tag
from netzwerk.members.models import Organisation
from netzwerk.seats import words

WIDTH = 240  # of the bar


@dataclass(frozen=True)
class Bar:
    """The seats of a format, as a bar and in words."""

    heading: str  # "" where there is one format only
    free: int
    held: Sequence[str]  # "6 reserviert für …"
    held_seats: int
    taken: int

    @property
    def total(self) -> int:
        return self.free + self.held_seats + self.taken

    @property
    def taken_width(self) -> int:
        return round(WIDTH * self.taken / self.total) if self.total else 0

    @property
    def held_width(self) -> int:
        return round(WIDTH * self.held_seats / self.total) if self.total else 0

    @property
    def free_width(self) -> int:
        return max(WIDTH - self.taken_width - self.held_width, 0)

    @property
    def free_start(self) -> int:
        return self.taken_width + self.held_width

    @property
    def text(self) -> str:
        held = f", {self.held_seats} reserviert" if self.held_seats else ""
        return f"{words.seats(self.total)}: {self.taken} vergeben{held}, {self.free} frei"


@dataclass(frozen=True)
class Line:
    """One of several dates that are booked singly."""

    when: str
    tag: Tag
    url: str = ""
    button: str = ""


@dataclass
class Box:
    heading: str
    text: str = ""
    tag: Tag | None = None
    url: str = ""
    button: str = ""
    is_primary: bool = True
    second_url: str = ""
    second_button: str = ""
    is_quiet: bool = False
    bars: Sequence[Bar] = ()
    lines: Sequence[Line] = ()
    books_until: str = ""
    cancels_until: str = ""
    colleagues_url: str = ""
    can_accept: str = ""  # the address to which the button of an offer leads
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Reader:
    """Who reads, with what decides over their seat: the organisations and whether they may book at all."""

    user: Any
    houses: Sequence[Organisation] = ()
    is_allowed: bool = True

    @property
    def is_known(self) -> bool:
        return bool(self.user.is_authenticated)
