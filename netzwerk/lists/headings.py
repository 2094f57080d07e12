"""Headings of the columns of a table on a page (the tag `table`)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    title: str
    is_numeric: bool = False  # the column holds numbers, aligned at the right
    is_hidden: bool = False  # only screen readers say it: the column holds buttons or check boxes
