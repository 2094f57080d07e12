"""The list of what each folder of tests took."""

import pytest

from tests import seconds


def report(nodeid: str, duration: float) -> pytest.TestReport:
    return pytest.TestReport(nodeid, ("", 0, ""), {}, "passed", None, "call", duration=duration)


def test_each_folder_is_compared_with_its_budget() -> None:
    reports = [report("tests/files/test_a.py::test_b", 2), report("tests/files/sub/test_c.py::test_d", 3)]
    found = list(seconds.lines([*reports, report("tests/test_e.py::test_f", 9)], {"files": 4}))
    assert found == ["      9 s  . (no budget)", "      5 s  files (of 4, too long)"]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql", "browser"])
def test_every_folder_has_a_budget(kind: str) -> None:
    budget = seconds.budget_of(kind)
    folders = {path.name for path in seconds.BUDGET.parent.iterdir() if list(path.glob("test_*.py"))} | {"."}
    expected = {"e2e"} if kind == "browser" else folders - {"e2e"}
    assert set(budget) == expected
