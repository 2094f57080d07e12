"""Values on their way into a spreadsheet."""

from typing import Any

# What begins with one of these is read as a formula; the wide ones too, by programs that were made for Japanese text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def no_formula(value: Any) -> Any:
    """The value, and a text that a spreadsheet would take for a formula behind an apostrophe. Numbers and dates stay."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
