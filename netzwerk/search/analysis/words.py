"""Cuts a text into words, numbers and references to laws, with their positions."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from netzwerk.texts.folding import fold

LONGEST = 80  # characters of a token; a longer word is cut
HYPHENS = "-‐‑–'’·‧"  # the last two separate the parts of words in Leichte Sprache: "Hilfe·plan"
# A soft hyphen or a zero-width joiner inside a word is typesetting, not spelling.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
LAWS = "SGB|BSHG|BGB|SGG|VwVfG|AsylbLG|AufenthG|BAföG|WoGG|WBVG|UVG|GG|BTHG|BVG|BEEG|BKGG|DSGVO|BDSG|KKG|FamFG|StGB|BGG|AGG|DDG"
LAW = rf"(?:{LAWS}) (?:[\s-]?(?:[ivx]{{1,4}}|1?\d))? (?![^\W_])"
SECTION = r"\d{1,4}[a-z]?"
SECTION_SIGN = r"§{1,2}|par(?:agra(?:ph|f)(?:en)?|\.)|art(?:ikel[ns]?|\.)"
GENDER = r"[:*_/]-?(?=(?i:in(?:nen)?)\b)"  # "Fallmanager:innen"
MORE = rf"(?:[{HYPHENS}][^\W_]+)* (?:{GENDER}(?i:in(?:nen)?))?"  # the rest of a hyphenated word or of a gender-inclusive form
FIRST_LETTERS = "".join(sorted({letter for law in LAWS.split("|") for letter in (law[0], law[0].lower())}))
# Most words begin with a letter with which no law begins: they are matched first, which is fast.
PATTERN = re.compile(
    rf"""[^\W_{FIRST_LETTERS}pP\d][^\W_]* {MORE}
       | (?=[§{FIRST_LETTERS}pP\d])
         (?: (?i:(?:{SECTION_SIGN})\s*{SECTION})\b
           | (?i:{SECTION}\s+{LAW})
           | (?i:{LAW})
           | \d{{1,3}}(?:\.\d{{3}})+(?![^\W_])
           | [^\W_]+ {MORE})""",
    re.VERBOSE,
)
REFERENCE = re.compile(
    rf"(?:{SECTION_SIGN})?\s*(?P<section>{SECTION})?\s*"
    rf"(?:(?P<law>{LAWS})[\s-]?(?P<book>[ivx]{{1,4}}|1?\d)?)?",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+")
CUT = re.compile(f"[{HYPHENS}]")
GENDERED = re.compile(rf"(?P<root>.+){GENDER}(?P<ending>in(?:nen)?)", re.IGNORECASE)
ROMAN = {
    roman: number
    for number, roman in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"), start=1
    )
}


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word; or a number or reference to a law in a normal form ("§12", "sgb12"), which is `exact`: never stemmed."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word at a position of a text. A hyphenated word has a token for each part and one for the whole, a gender-inclusive
    form ("Klient:innen") one for the root and one for the whole."""

    start: int
    end: int
    tokens: tuple[Token, ...]


def words_of(text: str) -> Iterator[Word]:
    """Every word of a text with its position."""
    for match in word_matches(text):
        if tokens := tokens_of(match[0]):
            yield Word(match.start(), match.end(), tokens)


def word_matches(text: str) -> Iterator[re.Match[str]]:
    """Matches of the raw words, with their positions."""
    return PATTERN.finditer(text)


def raw_words(text: str) -> list[str]:
    """The words as in the text, for `tokens_of`."""
    return PATTERN.findall(text)


def clean_text(text: str) -> str:
    """The text without control and zero-width characters, in Unicode normal form C."""
    return unicodedata.normalize("NFC", CONTROL.sub(" ", INVISIBLE.sub("", text)))


@lru_cache(maxsize=300_000)
def tokens_of(raw: str) -> tuple[Token, ...]:
    """The tokens of a raw word: "SGB XII", "sgb-xii" and "SGB 12" are the same token."""
    reference = REFERENCE.fullmatch(raw)
    if reference and (reference["law"] or (reference["section"] and not raw[0].isdigit())):
        return tuple(Token(text, exact=True) for text in _reference(**reference.groupdict()))
    if AMOUNT.fullmatch(raw):
        return (Token(raw.replace(".", ""), exact=True),)
    gendered = GENDERED.fullmatch(raw)
    root, ending = (gendered["root"], fold(gendered["ending"])) if gendered else (raw, "")
    parts = [part[:LONGEST] for part in map(fold, CUT.split(root)) if part and " " not in part]
    joined = [f"{''.join(parts)}{ending}"[:LONGEST]] if len(parts) > 1 or ending else []
    return tuple(Token(part, exact=part.isdigit()) for part in parts + joined)


def _reference(section: str | None, law: str | None, book: str | None) -> Iterator[str]:
    if section:
        yield f"§{section.lower()}"
    if law:
        number = (book or "").lower()
        yield fold(law) + str(ROMAN.get(number, number))
