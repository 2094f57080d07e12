"""Values for spreadsheets (CSV, XLSX)."""

from typing import Any

# Spreadsheets read text that begins with one of these as a formula; some, made for Japanese text, also the full-width ones.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def no_formula(value: Any) -> Any:
    """The value; a text that a spreadsheet would take for a formula gets an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
