"""One German analyser for every engine: what a text and a question become before any engine sees them."""

from netzwerk.search.analysis.analyser import Analyser, Streams
from netzwerk.search.analysis.compounds import Splitter
from netzwerk.search.analysis.words import Sign, Word, raw_words, signs_of, words_of

__all__ = ["Analyser", "Sign", "Splitter", "Streams", "Word", "raw_words", "signs_of", "words_of"]
