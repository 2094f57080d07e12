"""One spelling for searching: small letters, umlauts written out, no accents, no punctuation."""

import unicodedata

SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def fold(text: str) -> str:
    """ "Müßig-Straße, Köln" and "MUESSIG STRASSE KOELN" become the same text."""
    small = unicodedata.normalize("NFKC", text or "").lower().translate(SPELLED_OUT)
    plain = (sign for sign in unicodedata.normalize("NFD", small) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())
