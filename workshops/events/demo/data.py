"""The workshops of the demo, read from `texts/`. Days count from today: -400 means 400 days ago, 7 in a week."""

import tomllib
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "texts"
MINUTES_PER_UNIT = 45


@dataclass(frozen=True)
class DayText:
    at: int
    heading: str
    start: time
    end: time
    units: int
    note: str = ""


@dataclass(frozen=True)
class QuestionText:
    kind: str
    label: str
    help: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    answers: tuple[str, ...] = ()  # what people of the demo write


@dataclass(frozen=True)
class WorkshopText:
    """`leaders`: "@Name" is a person of the demo, "Name | Function" a guest. `organisations`: their addresses in the portal."""

    key: str
    title: str
    summary: str
    description: str
    for_whom: str
    topics: tuple[str, ...]
    leaders: tuple[str, ...]
    cost: str
    days: tuple[DayText, ...]
    questions: tuple[QuestionText, ...] = ()
    venue: str = ""
    room: str = ""
    seats: int | None = None
    seats_online: int | None = None
    audience: str = "public"
    booking: str = "together"
    organisations: tuple[str, ...] = ()
    booking_days: int = 7
    minimum: int = 0
    approval: bool = False

    @property
    def is_past(self) -> bool:
        return all(one.at < 0 for one in self.days)


@cache
def all_workshops() -> tuple[WorkshopText, ...]:
    """In the order of the files, the oldest first."""
    return tuple(_workshop(row) for path in sorted(FOLDER.glob("*.toml")) for row in _read(path))


def _read(path: Path) -> list[dict[str, Any]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))["workshops"]


def _workshop(row: dict[str, Any]) -> WorkshopText:
    lists = {name: tuple(row[name]) for name in ("topics", "leaders", "organisations") if name in row}
    days = tuple(_day(one) for one in row["days"])
    questions = tuple(_question(one) for one in row.get("questions", ()))
    return WorkshopText(
        **row | lists | {"days": days, "questions": questions, "description": row["description"].strip()}
    )


def _day(row: dict[str, Any]) -> DayText:
    start, end = _time(row["from"]), _time(row["to"])
    return DayText(row["at"], row["heading"], start, end, row["units"], row.get("note", ""))


def _time(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def _question(row: dict[str, Any]) -> QuestionText:
    lists = {name: tuple(row[name]) for name in ("choices", "answers") if name in row}
    return QuestionText(**row | lists)
