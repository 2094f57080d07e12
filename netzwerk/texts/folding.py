"""Folding of texts for search and comparison: lower case, umlauts written out, no accents, no punctuation."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from django.db.models import Value
from django.db.models.functions import Lower, Replace

from netzwerk.texts.cleaning import BREAKS, SPELLED_OUT

INVISIBLE = dict.fromkeys(map(ord, f"{BREAKS}\u200c\u200d\u200e\u200f"))  # removed, as they occur inside words


def fold(text: str) -> str:
    """ "Müßig-Straße, Köln" and "MUESSIG STRASSE KOELN" become the same text."""
    text = (text or "").translate(INVISIBLE)
    small = unicodedata.normalize("NFKC", text).lower().translate(SPELLED_OUT)
    plain = (char for char in unicodedata.normalize("NFD", small) if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in plain).split())


def german_order(field: str) -> Replace:
    """For `order_by`: a column in German order, Ä beside A, whatever the collation of the database."""
    spelled = Lower(field)  # SQLite's LOWER ignores umlauts, so both cases are replaced here
    for char, letters in (("Ä", "ae"), ("Ö", "oe"), ("Ü", "ue"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        spelled = Replace(spelled, Value(char), Value(letters))
    return spelled


@lru_cache(maxsize=2_000)
def sort_key(label: str) -> str:
    """Cached, as each request sorts the same few hundred labels."""
    return fold(label)


def in_german_order(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Choices of a form, sorted by label."""
    return sorted(choices, key=lambda choice: (sort_key(choice[1]), choice))
