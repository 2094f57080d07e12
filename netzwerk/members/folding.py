"""One spelling for searching: small letters, umlauts written out, no accents, no punctuation."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from django.db.models import Value
from django.db.models.functions import Lower, Replace

from netzwerk.surfaces.texts import BREAKS, SPELLED_OUT

UNSEEN = dict.fromkeys(map(ord, f"{BREAKS}\u200c\u200d\u200e\u200f"))  # within a word: no space


def fold(text: str) -> str:
    """ "Müßig-Straße, Köln" and "MUESSIG STRASSE KOELN" become the same text."""
    text = (text or "").translate(UNSEEN)
    small = unicodedata.normalize("NFKC", text).lower().translate(SPELLED_OUT)
    plain = (sign for sign in unicodedata.normalize("NFD", small) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def german_order(field: str) -> Replace:
    """For `order_by`: a column as German lists sort it, Ä beside A. Databases know only their own order."""
    spelled = Lower(field)  # SQLite's lower leaves umlauts alone, so that both cases are spelled out here
    for sign, letters in (("Ä", "ae"), ("Ö", "oe"), ("Ü", "ue"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        spelled = Replace(spelled, Value(sign), Value(letters))
    return spelled


@lru_cache(maxsize=2_000)
def sort_key(label: str) -> str:
    """The same few hundred labels are sorted at each request."""
    return fold(label)


def in_german_order(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Choices of a form by their labels."""
    return sorted(choices, key=lambda choice: (sort_key(choice[1]), choice))
