"""Entries of the office desk: what waits, its lists, what to begin there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.http import HttpRequest


@dataclass(frozen=True)
class Waiting:
    """How much waits, since which day the oldest does, and a few words on it."""

    number: int
    since: date | None = None
    words: str = ""


@dataclass(frozen=True)
class DeskTile:
    """Work that waits at the office desk. `waiting` costs one query. Visible to those who may open the link.

    `title` follows the number; `title_of_one` the number 1. `suffix` follows the address of `url_name`: a query
    ("?stand=ohne") or a fragment.
    """

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool]
    waiting: Callable[[HttpRequest], Waiting]
    suffix: str = ""
    title_of_one: str = ""


@dataclass(frozen=True)
class ListState:
    """A line on a list of the office desk, and how many rows it has."""

    words: str
    number: int | None = None


class DeskGroup(StrEnum):
    """Headings over the lists of the office desk, in this order."""

    PEOPLE = "Menschen und Organisationen"
    KNOWLEDGE = "Wissen"
    RECORDS = "Nachweise"


@dataclass(frozen=True)
class DeskList:
    """A list of the office desk. `state` costs at most one query. Visible to those who may open the link."""

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool]
    group: DeskGroup
    state: Callable[[HttpRequest], ListState]
    suffix: str = ""


@dataclass(frozen=True)
class DeskAction:
    """Something to begin from the office desk: a button; the first is the primary one."""

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool]
