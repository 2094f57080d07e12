"""The analyser of the index in use: vocabulary, editors' words and weights together. One for each process."""

import hashlib
from dataclasses import astuple, dataclass

from netzwerk.search.analysis import Analyser, Splitter
from netzwerk.search.corpus import vocabulary
from netzwerk.search.corpus.lexicon import Lexicon, load_lexicon
from netzwerk.search.corpus.vocabulary import Vocabulary
from netzwerk.search.weights import WEIGHTS

# Raise it when the same text gives other tokens or an entry has other fields: then every index must be built anew.
ANALYSIS = 5


@dataclass(frozen=True)
class Tongue:
    vocabulary: Vocabulary
    lexicon: Lexicon
    analyser: Analyser


_kept: Tongue | None = None


def current() -> Tongue:
    global _kept  # one for the process: it remembers the forms of every word it has met
    words, lexicon = vocabulary.current(), load_lexicon()
    if _kept is None or _kept.vocabulary is not words or _kept.lexicon is not lexicon:
        _kept = made_of(words, lexicon)
    return _kept


def made_of(words: Vocabulary, lexicon: Lexicon) -> Tongue:
    splitter = Splitter(words.words, lexicon.listed, lexicon.splits)
    return Tongue(words, lexicon, Analyser(splitter, words.usual_length))


def fingerprint(lexicon: Lexicon) -> str:
    """Of all that decides which tokens a document has, besides the vocabulary. Synonyms are not among it."""
    parts = ANALYSIS, astuple(WEIGHTS), sorted(lexicon.listed), sorted(lexicon.splits.items())
    return hashlib.sha256(repr(parts).encode()).hexdigest()
