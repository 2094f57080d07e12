"""German stems by Snowball. Its rules read "ae" as "ä", so that both spellings of a word meet."""

import threading

import Stemmer

_local = threading.local()
_stems: dict[str, str] = {}
MOST = 500_000


def stem(word: str) -> str:
    """The stem of a folded word. A stemmer object serves one thread only."""
    known = _stems.get(word)
    if known is None:
        if not hasattr(_local, "stemmer"):
            _local.stemmer = Stemmer.Stemmer("german", 0)
        if len(_stems) > MOST:
            _stems.clear()
        known = _stems[word] = _local.stemmer.stemWord(word)
    return known
