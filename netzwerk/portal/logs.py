"""Log lines that carry no names and cannot be forged: no query strings, no control characters, no mail addresses."""

import logging
import re

QUERY = re.compile(r"\?[^\s\"']*")
MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
SECRET_PATHS = re.compile(r"(/konto/passwort/neu/)[^\s/]+")


class SafeFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        head, *trace = text.split("\nTraceback ", 1)
        head = SECRET_PATHS.sub(r"\1…", MAIL.sub("<address>", QUERY.sub("?…", head)))
        head = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in head)
        return head if not trace else f"{head}\nTraceback {trace[0]}"
