"""One German analyser for every engine: it turns texts and questions into tokens before an engine sees them."""

from netzwerk.search.analysis.analyser import Analyser, Streams
from netzwerk.search.analysis.compounds import Splitter
from netzwerk.search.analysis.words import Token, Word, raw_words, tokens_of, words_of

__all__ = ["Analyser", "Splitter", "Streams", "Token", "Word", "raw_words", "tokens_of", "words_of"]
