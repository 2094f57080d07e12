"""What of a question may ever be kept in words. Whatever looks like one person's data is left out from the start."""

import re
import unicodedata

from netzwerk.members.folding import fold
from netzwerk.search.analysis.stopwords import STOP_WORDS
from netzwerk.search.analysis.words import PATTERN, clean_text, tokens_of
from netzwerk.search.models.questions import LONGEST_TEXT

MOST_WORDS = 8
MOST_DIGITS = 3  # of one number; four may be a case number, a birthday, part of a telephone number
KEPT = re.compile(r"§|[^\W_]+(?:-[^\W_]+)*")
ADDRESS = re.compile(r"@|\(at\)|\[at\]|://|\bwww\b|[^\W_]{2,}\.[^\W\d_]{2,}", re.IGNORECASE)
NUMBERS = re.compile(r"\d[\d\s.,:/()+–-]*")  # "0231 12 34", "3.3.1980"
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def storable_text(text: str) -> str:
    """The question in plain small letters; empty where it must not be kept or says nothing."""
    if len(text) > LONGEST_TEXT:
        return ""
    clean = unicodedata.normalize("NFKC", clean_text(text))
    if ADDRESS.search(clean) or has_long_number(clean):
        return ""
    words = " ".join(KEPT.findall(clean)).lower()
    folded = fold(words).split()
    if len(words) > LONGEST_TEXT or len(folded) > MOST_WORDS or set(folded) <= STOP_WORDS:
        return ""
    return words


def has_long_number(text: str) -> bool:
    """Sections of laws and years are no trace of a person."""
    rest = PATTERN.sub(lambda match: " § " if is_law(match[0]) else match[0], text)
    return any(is_long(part) for part in (*NUMBERS.findall(rest), *rest.split()))


def is_law(raw: str) -> bool:
    tokens = tokens_of(raw)
    return bool(tokens) and tokens[0].exact and not tokens[0].text.isdigit()


def is_long(part: str) -> bool:
    numbers = re.findall(r"\d+", part)
    return sum(map(len, numbers)) > MOST_DIGITS and not all(YEAR.fullmatch(number) for number in numbers)
