"""Log lines contain no names, tokens or query strings, and cannot be forged."""

import logging
import sys

import pytest

from netzwerk.portal.logs import SafeFormatter


def line(message: str, *args: object) -> str:
    record = logging.LogRecord("netzwerk", logging.WARNING, __file__, 1, message, args, None)
    return SafeFormatter("{levelname} {name}: {message}", style="{").format(record)


@pytest.mark.parametrize(
    ("written", "absent"),
    [
        ("Not Found: /suche/?q=Frau+Klein", "Klein"),
        ("sent to ada@test.example", "ada@"),
        ("GET /konto/passwort/neu/1-abc123-def/ 200", "abc123"),
        ("GET /termine/persoenlich/abc123-x_y.ics 200", "abc123"),
        ("name\nINFO forged: all is well", "\nINFO"),
        ("colour \x1b[31m", "\x1b"),
        ("turned \u202e round", "\u202e"),
    ],
)
def test_secrets_and_control_characters_are_removed(written: str, absent: str) -> None:
    assert absent not in line("%s", written)


def test_ids_stay() -> None:
    assert line("scheduled revision %s had no approval", 7) == "WARNING netzwerk: scheduled revision 7 had no approval"


def test_a_message_cannot_pretend_to_be_a_traceback() -> None:
    written = line("%s", "a\nTraceback ada@test.example\nINFO forged\x1b")
    assert "\n" not in written
    assert "ada@" not in written


def test_a_traceback_is_made_safe_too() -> None:
    try:
        raise ValueError("ada@test.example /konto/passwort/neu/1-abc/ \nINFO forged")
    except ValueError:
        record = logging.LogRecord("netzwerk", logging.ERROR, __file__, 1, "failed", (), sys.exc_info())
    written = SafeFormatter("{levelname} {name}: {message}", style="{").format(record)
    assert "ada@" not in written
    assert "abc" not in written
    assert all(one.startswith("  ") for one in written.splitlines()[1:])
    assert "ValueError" in written
