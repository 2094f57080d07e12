"""Which questions may be stored as text: none that looks like data of a person."""

import re
import unicodedata

from netzwerk.search.analysis.stopwords import STOP_WORDS
from netzwerk.search.analysis.words import PATTERN, clean_text, tokens_of
from netzwerk.search.models.questions import LONGEST_TEXT
from netzwerk.texts.folding import fold

MOST_WORDS = 8
MOST_DIGITS = 3  # of a number; longer ones may be a case number, a birthday or a telephone number
STORED = re.compile(r"§|[^\W_]+(?:-[^\W_]+)*")
ADDRESS = re.compile(r"@|\(at\)|\[at\]|://|\bwww\b|[^\W_]{2,}\.[^\W\d_]{2,}", re.IGNORECASE)
NUMBERS = re.compile(r"\d[\d\s.,:/()+–-]*")  # "0231 12 34", "3.3.1980"
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def storable_text(text: str) -> str:
    """The question in lower case without punctuation; empty if it must not be stored or has only stop words."""
    if len(text) > LONGEST_TEXT:
        return ""
    clean = unicodedata.normalize("NFKC", clean_text(text))
    if ADDRESS.search(clean) or has_long_number(clean):
        return ""
    words = " ".join(STORED.findall(clean)).lower()
    folded = fold(words).split()
    if len(words) > LONGEST_TEXT or len(folded) > MOST_WORDS or set(folded) <= STOP_WORDS:
        return ""
    return words


def has_long_number(text: str) -> bool:
    """Ignores sections of laws, and years."""
    rest = PATTERN.sub(lambda match: " § " if is_law(match[0]) else match[0], text)
    return any(is_long(part) for part in (*NUMBERS.findall(rest), *rest.split()))


def is_law(raw: str) -> bool:
    tokens = tokens_of(raw)
    return bool(tokens) and tokens[0].exact and not tokens[0].text.isdigit()


def is_long(part: str) -> bool:
    numbers = re.findall(r"\d+", part)
    return sum(map(len, numbers)) > MOST_DIGITS and not all(YEAR.fullmatch(number) for number in numbers)
