"""Key figures (components/figures.html): a value, what it counts, and notes on it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`notes` are short sentences: a comparison, a period, since when. `is_calm`: nothing is to do about it."""

    value: str | int
    label: str
    url: str = ""  # where the label leads
    notes: Sequence[str] = ()
    is_calm: bool = False
