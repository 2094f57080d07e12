"""Attachments of mails. They are stored in the mail's own row until its deletion, so they are few and small."""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message as MimePart
from email.mime.base import MIMEBase

from django.core.mail import EmailMessage

MAX_ATTACHMENTS = 5
MAX_BYTES = 2 * 1024 * 1024  # of all attachments together; every recipient has a row of their own
NAME_LENGTH = 100
BINARY = "application/octet-stream"
CALENDAR = "text/calendar"
METHOD = re.compile(r"[A-Z-]{1,20}")
TYPE = re.compile(r"[a-z0-9][\w.+-]*/[a-z0-9][\w.+-]*")
FORBIDDEN = re.compile(r'[<>:"|?*;\\/]')


@dataclass(frozen=True)
class Attachment:
    """`content_type` may carry one parameter: `text/calendar; method=REQUEST`.

    A calendar object with a method is also an alternative part of the mail (RFC 6047): only there do mail programs offer to
    accept it. As a file it stays for all others.
    """

    name: str
    content: bytes
    content_type: str = BINARY

    @property
    def method(self) -> str:
        """The method of a calendar object (RFC 5546), such as REQUEST or CANCEL; "" for everything else."""
        kind, _, parameter = self.content_type.partition("; method=")
        return parameter if kind == CALENDAR else ""


def clean_name(name: str) -> str:
    """A file name without folders, control characters and characters that file systems refuse; never empty."""
    last = re.split(r"[\\/]", name or "")[-1]
    clean = FORBIDDEN.sub("", "".join(char for char in last if char.isprintable())).strip(" .")
    stem, dot, suffix = clean.rpartition(".")
    if dot and len(suffix) <= 10:
        clean = f"{stem[: NAME_LENGTH - len(suffix) - 1]}.{suffix}"
    return clean[:NAME_LENGTH] or "anhang"


def clean_type(content_type: str) -> str:
    """The media type without parameters, except the method of a calendar; the charset is added when the mail is built."""
    part = MimePart()
    part["Content-Type"] = " ".join((content_type or "").split())
    kind = part.get_content_type()
    if not (content_type or "").lower().startswith(kind) or not TYPE.fullmatch(kind):
        return BINARY
    method = part.get_param("method")
    if kind == CALENDAR and isinstance(method, str) and METHOD.fullmatch(method.upper()):
        return f"{kind}; method={method.upper()}"
    return kind


def pack(attachments: Iterable[Attachment]) -> list[dict[str, str]]:
    """Attachments as JSON for the row. Raises ValueError if they are too many or too large."""
    found = list(attachments)
    if len(found) > MAX_ATTACHMENTS:
        raise ValueError(f"A mail carries at most {MAX_ATTACHMENTS} attachments.")
    if sum(len(one.content) for one in found) > MAX_BYTES:
        raise ValueError(f"The attachments of a mail have at most {MAX_BYTES} bytes together.")
    return [
        {
            "name": clean_name(one.name),
            "content_type": clean_type(one.content_type),
            "content": base64.b64encode(one.content).decode("ascii"),
        }
        for one in found
    ]


def unpack(rows: Iterable[dict[str, str]]) -> list[Attachment]:
    return [Attachment(row["name"], base64.b64decode(row["content"]), row["content_type"]) for row in rows]


def of_mail(mail: EmailMessage) -> list[Attachment]:
    """The attachments of a Django mail. Raises ValueError for one that is itself a mail."""
    return [_of_part(one) if isinstance(one, MIMEBase) else _of_tuple(*one) for one in mail.attachments]


def _of_tuple(name: str | None, content: str | bytes, content_type: str | None) -> Attachment:
    if isinstance(content, str):
        content = content.encode()
    if not isinstance(content, bytes):
        raise ValueError("The outbox carries files only, no mails inside of mails.")
    return Attachment(name or "", content, content_type or BINARY)


def _of_part(part: MIMEBase) -> Attachment:
    content = part.get_payload(decode=True)
    if part.is_multipart() or not isinstance(content, bytes):
        raise ValueError("The outbox carries files only, no mails inside of mails.")
    return Attachment(part.get_filename() or "", content, str(part["Content-Type"] or BINARY))
