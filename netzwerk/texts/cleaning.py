"""Text cleaning for all forms and models: removes control characters and other characters that have no meaning in text.

Characters without a glyph that have a meaning stay: joiners of scripts and emoji, direction marks, no-break spaces.
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
    "\u202a-\u202e\u206a-\u206f"  # direction embeddings and overrides, deprecated ones; marks and isolates may stay
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear annotations
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "\ud800-\udfff"  # surrogates
    f"{_NONCHARACTERS}]"
)
BREAKS = "\u00ad\u200b\u2060"  # where a word may break or must not
_UNSEEN = re.compile(f"[{BREAKS}]|^[\u200e\u200f]+|[\u200e\u200f]+$")
_SPACE = re.compile(r"[ \n\t]+")
_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
_NAME_BYTES = 200  # file systems allow 255, and an extension follows
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"})


def readable(text: str) -> str:
    """The text without control characters, private, invalid and direction-changing ones. All line ends become "\\n"."""
    return _UNREADABLE.sub("", _LINE_END.sub("\n", text))


def plain_text(value: str) -> str:
    """`readable`, and stripped; line breaks and tabs stay."""
    return readable(value).strip()


def one_line(value: str) -> str:
    """`readable`, and in one line for a heading or mail header: no line breaks, soft hyphens or zero-width spaces."""
    return _SPACE.sub(" ", _UNSEEN.sub("", readable(value).strip())).strip()


def spelled_out(text: str) -> str:
    """ "Größer: Łódź" becomes "Groesser: Lodz": ASCII alone, as Germans write where there are no umlauts."""
    return anyascii(unicodedata.normalize("NFC", text).translate(SPELLED_OUT))


def address_part(text: str) -> str:
    """A slug of ASCII letters, digits and hyphens, for a URL or file name; "" where nothing is left."""
    return slugify(spelled_out(text).replace("/", " "))


def file_name(title: str) -> str:
    """A title as a file name without extension and without characters that some file system forbids."""
    name = _FORBIDDEN_IN_NAMES.sub(" ", one_line(title))
    return name.encode()[:_NAME_BYTES].decode(errors="ignore").strip(" .")


_NO_WIDTH = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
)  # fillers and joiners that Unicode classifies as letters and marks


def without_invisible(value: str) -> str:
    """A single value (an address, a number, a code) without invisible characters, and with plain single spaces.

    Not for texts: there joiners and direction marks have a meaning.
    """
    visible = "".join(character for character in value or "" if character.isspace() or not _is_invisible(character))
    return " ".join(visible.split())


def _is_invisible(character: str) -> bool:
    if character.isascii():
        return not character.isprintable()
    is_selector = (
        "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or "\u180b" <= character <= "\u180f"
    )
    return is_selector or character in _NO_WIDTH or unicodedata.category(character) in ("Cf", "Cc")
