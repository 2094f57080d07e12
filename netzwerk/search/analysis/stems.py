"""German stems by Snowball, which treats "ae" as "ä", so that both spellings have one stem."""

import threading

import Stemmer

_local = threading.local()
_stems: dict[str, str] = {}
CACHE_SIZE = 500_000


def stem(word: str) -> str:
    """The stem of a folded word. A stemmer object is not thread-safe."""
    cached = _stems.get(word)
    if cached is None:
        if not hasattr(_local, "stemmer"):
            _local.stemmer = Stemmer.Stemmer("german", 0)
        if len(_stems) > CACHE_SIZE:
            _stems.clear()
        cached = _stems[word] = _local.stemmer.stemWord(word)
    return cached
