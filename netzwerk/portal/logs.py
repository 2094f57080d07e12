"""Log lines that carry no names and cannot be forged: no query strings, no control characters, no mail addresses."""

import logging
import re
from typing import Any

QUERY = re.compile(r"\?[^\s\"']*")
MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
SECRET_PATHS = re.compile(
    r"(/(?:konto/passwort/neu|konto/adresse|einladung|mitglied-werden/stand|mitteilungen/abbestellen)/)[^\s/]+"
)


def safe(text: str) -> str:
    """One line without query strings, addresses, reset keys and control characters."""
    text = SECRET_PATHS.sub(r"\1…", MAIL.sub("<address>", QUERY.sub("?…", text)))
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


class SafeFormatter(logging.Formatter):
    """The message is one line whatever is in it; a traceback follows indented, each line made safe."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        return safe(super().formatMessage(record))

    def formatException(self, error: Any) -> str:
        return "\n".join(f"  {safe(line)}" for line in super().formatException(error).splitlines())

    def formatStack(self, stack: str) -> str:
        return "\n".join(f"  {safe(line)}" for line in stack.splitlines())
