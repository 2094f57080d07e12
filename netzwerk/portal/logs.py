"""Log lines without personal data or secrets, and without control characters that could forge further lines."""

import logging
import re
from typing import Any

QUERY = re.compile(r"\?[^\s\"']*")
MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
SECRET_PATHS = re.compile(
    r"(/(?:konto/passwort/neu|konto/adresse|einladung|bescheinigung|mitglied-werden/stand|mitteilungen/abbestellen"
    r"|termine/persoenlich|termine/anmeldung/gast)/)[^\s/]+"
)


def safe(text: str) -> str:
    """The text in one line, without query strings, e-mail addresses, secret URLs and control characters."""
    text = SECRET_PATHS.sub(r"\1…", MAIL.sub("<address>", QUERY.sub("?…", text)))
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in text)


class SafeFormatter(logging.Formatter):
    """The message in one line; a traceback follows, indented. All lines are made safe."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        return safe(super().formatMessage(record))

    def formatException(self, error: Any) -> str:
        return "\n".join(f"  {safe(line)}" for line in super().formatException(error).splitlines())

    def formatStack(self, stack: str) -> str:
        return "\n".join(f"  {safe(line)}" for line in stack.splitlines())
