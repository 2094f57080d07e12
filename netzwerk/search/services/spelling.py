"""What an unknown word was probably meant to be."""

from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from netzwerk.search.analysis.analyser import Forms
from netzwerk.search.analysis.stems import stem
from netzwerk.search.analysis.stopwords import QUESTION_WORDS, STOP_WORDS
from netzwerk.search.analysis.words import clean_text, words_of
from netzwerk.search.corpus.active_analyser import ActiveAnalyser
from netzwerk.search.corpus.vocabulary import Vocabulary

SHORTEST = 4  # letters of a word that is corrected
MOST_CHECKED = 4  # unknown words of a question
CANDIDATES = 2
LONG = 8  # letters of a word in which two errors are forgiven
ENDINGS = frozenset(
    ["", "e", "em", "en", "er", "es", "n", "st", "t", "te", "ten", "nd", "nde", "nden", "nder", "ndes", "um", "a"]
)


Corrections = dict[
    str, tuple[str, ...]
]  # of unknown words, the words they may have been meant to be; most likely first


def _counted_all(_word: str) -> bool:
    return False


def _stand_together(_word: str, _others: Collection[str]) -> bool:
    return True


def corrections_for(
    text: str,
    active: ActiveAnalyser,
    is_there: Callable[[str], bool] = _counted_all,
    stand_together: Callable[[str, Collection[str]], bool] = _stand_together,
) -> Corrections:
    """For each word that no document has, those it resembles. `is_there` knows documents that came after words were counted;
    `stand_together` tells of a stem whether some document has it with one of the others. What stands with no other word of the
    question was not meant: it would bring hits, but no better ones."""
    line = [form for form in active.analyser.analyse(clean_text(text)) if not form.is_joined]
    apart = {form.word for pair in pairwise(line) if is_one_word(pair, active) for form in pair}
    unknown = [form for form in line if form.word not in apart and is_unknown(form, active)][:MOST_CHECKED]
    found = {form.word: candidates_for(form.word, active.vocabulary) for form in unknown}
    known = {form.stem for form in line if form.word not in found and form.word not in QUESTION_WORDS}
    known &= active.vocabulary.stems.keys()
    if known:
        found = {
            word: tuple(
                one for one in candidates if is_slip(word, one) or stand_together(stem(one), known - {stem(one)})
            )
            for word, candidates in found.items()
        }
    return {word: candidates for word, candidates in found.items() if candidates and not is_there(word)}


def is_unknown(form: Forms, active: ActiveAnalyser) -> bool:
    """No document has the word, nor is it made of words that one has, nor do editors know it."""
    return bool(
        form.grams
        and len(form.word) >= SHORTEST
        and form.word not in active.vocabulary.words
        and not form.parts
        and not active.analyser.splitter.doubtful_parts(form.word)
        and form.stem not in active.vocabulary.stems
        and form.word not in active.lexicon.words
    )


def is_one_word(pair: Iterable[Forms], active: ActiveAnalyser) -> bool:
    """Two words are one that some document has: "Schuldner Beratung"."""
    return "".join(form.word for form in pair) in active.vocabulary.words


def candidates_for(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Known words at most one typing error away, two for long words: the nearest, of these the most usual first."""
    errors = 2 if len(word) >= LONG else 1
    found: list[tuple[float, int, str]] = []
    for length in range(len(word) - errors, len(word) + errors + 1):
        near = process.extract(
            word, vocabulary.by_length.get(length, ()), scorer=OSA.distance, score_cutoff=errors, limit=CANDIDATES * 4
        )
        found += [
            (distance, -vocabulary.words[other], other) for other, distance, _place in near if other not in STOP_WORDS
        ]
    nearest = min(found, default=(0.0,))[0]
    return tuple(other for distance, _count, other in sorted(found)[:CANDIDATES] if distance == nearest)


def is_slip(word: str, other: str) -> bool:
    """Another form of the word, or one letter too many, too few, or two that changed places: meant whatever else is asked."""
    one_error = OSA.distance(word, other) == 1 and (len(word) != len(other) or sorted(word) == sorted(other))
    return one_error or is_inflected(word, other)


def is_inflected(word: str, other: str) -> bool:
    """Two forms of one word, "kümmert" and "kümmern": no error, though only one of them stands in the texts."""
    shared = Prefix.similarity(word, other)
    return {word[shared:], other[shared:]} <= ENDINGS


def corrected(text: str, active: ActiveAnalyser, corrections: Corrections, is_there: Callable[[str], bool]) -> str:
    """The text with every unknown word replaced by the likeliest known one; "" where nothing can be corrected.

    `is_there` says of a word whether the person who asks may find it: a suggestion must not tell of what they may not see.
    """
    pieces, place = [], 0
    for word in words_of(text):
        candidates = [
            one
            for token in word.tokens
            for one in corrections.get(token.text, ())
            if not is_inflected(token.text, one)
        ]
        meant = next((one for one in candidates if is_there(one)), "")
        if meant:
            pieces += [text[place : word.start], active.vocabulary.written.get(meant, meant)]
            place = word.end
    return "".join((*pieces, text[place:])) if pieces else ""
