"""The analyser of the index in use, built from its vocabulary, the editors' words and the weights. One per process."""

import hashlib
from dataclasses import astuple, dataclass

from netzwerk.search.analysis import Analyser, Splitter
from netzwerk.search.corpus import vocabulary
from netzwerk.search.corpus.lexicon import Lexicon, load_lexicon
from netzwerk.search.corpus.vocabulary import Vocabulary
from netzwerk.search.weights import WEIGHTS

# Raise it when the same text gives other tokens or an entry has other fields: setup then rebuilds every index.
ANALYSIS = 5


@dataclass(frozen=True)
class ActiveAnalyser:
    vocabulary: Vocabulary
    lexicon: Lexicon
    analyser: Analyser


_cached: ActiveAnalyser | None = None


def current() -> ActiveAnalyser:
    global _cached  # one per process: it caches the forms of every word
    words, lexicon = vocabulary.current(), load_lexicon()
    if _cached is None or _cached.vocabulary is not words or _cached.lexicon is not lexicon:
        _cached = build(words, lexicon)
    return _cached


def build(words: Vocabulary, lexicon: Lexicon) -> ActiveAnalyser:
    splitter = Splitter(words.words, lexicon.listed, lexicon.splits)
    return ActiveAnalyser(words, lexicon, Analyser(splitter, words.usual_length))


def fingerprint(lexicon: Lexicon) -> str:
    """Hash of everything besides the vocabulary that affects the tokens of a document. Synonyms affect questions only."""
    parts = ANALYSIS, astuple(WEIGHTS), sorted(lexicon.listed), sorted(lexicon.splits.items())
    return hashlib.sha256(repr(parts).encode()).hexdigest()
