"""Chips: links in a row that narrow a list or lead to one (components/chips.html)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chip:
    label: str
    url: str
    is_current: bool = False  # the list is narrowed by it now
