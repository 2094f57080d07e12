"""Text as people mean it: without signs that steer machines, in one place for every form and model.

What has no glyph but a meaning stays: joiners of scripts and emoji, marks of direction, spaces that do not break.
"""

import re
import unicodedata

from anyascii import anyascii
from django.utils.text import slugify

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x10FFFF, 0x10000)
)
_UNREADABLE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but line break and tab
    "\u202a-\u202e\u206a-\u206f"  # turn the order of all that follows, or mean nothing any more; marks and isolates may stay
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear notes
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: means something else, or nothing, on every machine
    "\ud800-\udfff"  # halves of a character
    f"{_NONCHARACTERS}]"
)
BREAKS = "\u00ad\u200b\u2060"  # where a word may break or must not
_UNSEEN = re.compile(f"[{BREAKS}]|^[\u200e\u200f]+|[\u200e\u200f]+$")
_SPACE = re.compile(r"[ \n\t]+")
_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
_NAME_BYTES = 200  # a file system takes 255, and an ending follows
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"})


def readable(text: str) -> str:
    """Without control characters, private and impossible ones and those that turn the order of what follows; line breaks of
    any kind become the usual one."""
    return _UNREADABLE.sub("", _LINE_END.sub("\n", text))


def plain_text(value: str) -> str:
    """Readable, without space around it; line breaks and tabs stay."""
    return readable(value).strip()


def one_line(value: str) -> str:
    """Readable text for a heading or a header of a mail: no line breaks, nothing unseen that was copied along."""
    return _SPACE.sub(" ", _UNSEEN.sub("", readable(value).strip())).strip()


def spelled_out(text: str) -> str:
    """ "Größer: Łódź" becomes "Groesser: Lodz": ASCII alone, as Germans write where there are no umlauts."""
    return anyascii(unicodedata.normalize("NFC", text).translate(SPELLED_OUT))


def address_part(text: str) -> str:
    """Small letters, digits and hyphens, for an address or the name of a file; "" where nothing is left."""
    return slugify(spelled_out(text).replace("/", " "))


def file_name(title: str) -> str:
    """A title as the name of a file, without its ending and without what some system forbids there."""
    name = _FORBIDDEN_IN_NAMES.sub(" ", one_line(title))
    return name.encode()[:_NAME_BYTES].decode(errors="ignore").strip(" .")


_NO_WIDTH = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
)  # fillers and joiners that Unicode files under letters and marks


def without_invisible(value: str) -> str:
    """A value that is one unit (an address, a number, a code) without characters that nobody sees, and with plain spaces.

    Copied text brings soft hyphens, zero-width spaces, byte order marks and spaces that do not break; here none of them
    means anything. Not for texts: joiners and marks of direction have a meaning in them.
    """
    seen = "".join(sign for sign in value or "" if sign.isspace() or not _is_invisible(sign))
    return " ".join(seen.split())


def _is_invisible(sign: str) -> bool:
    if sign.isascii():
        return not sign.isprintable()
    is_selector = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef" or "\u180b" <= sign <= "\u180f"
    return is_selector or sign in _NO_WIDTH or unicodedata.category(sign) in ("Cf", "Cc")
