"""What each folder of tests took, beside what it may take (seconds.toml): printed at the end of a whole run."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

BUDGET = Path(__file__).with_name("seconds.toml")


def folder_of(nodeid: str) -> str:
    """`tests/files/test_guard.py::…` belongs to `files`, `tests/test_edit_forms.py::…` to the top."""
    parts = nodeid.partition("::")[0].split("/")
    return parts[1] if len(parts) > 2 else "."


def lines(reports: list[pytest.TestReport], budget: dict[str, float]) -> Iterator[str]:
    """A line a folder: seconds in tests and their fixtures, summed over all workers, and what was planned."""
    took = Counter()
    for report in reports:
        took[folder_of(report.nodeid)] += report.duration
    for folder, seconds in took.most_common():
        planned = budget.get(folder)
        note = "no budget" if planned is None else f"of {planned:.0f}" + (", too long" if seconds > planned else "")
        yield f"{seconds:7.0f} s  {folder} ({note})"


def budget_of(kind: str) -> dict[str, float]:
    """`kind`: sqlite, postgresql or browser."""
    return tomllib.loads(BUDGET.read_text())[kind]
