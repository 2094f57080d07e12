"""Corrects typing errors in questions by the words of the documents."""

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
LONG = 8  # letters of a word with two errors
ENDINGS = frozenset(
    ["", "e", "em", "en", "er", "es", "n", "st", "t", "te", "ten", "nd", "nde", "nden", "nder", "ndes", "um", "a"]
)

Corrections = dict[str, tuple[str, ...]]  # by unknown word, the words that were probably meant, most likely first


def _not_indexed(_word: str) -> bool:
    return False


def _occur_together(_word: str, _others: Collection[str]) -> bool:
    return True


def corrections_for(
    text: str,
    active: ActiveAnalyser,
    is_indexed: Callable[[str], bool] = _not_indexed,
    occur_together: Callable[[str, Collection[str]], bool] = _occur_together,
) -> Corrections:
    """Similar known words for each unknown word. `is_indexed`: whether a document newer than the vocabulary has the word.
    `occur_together`: whether a document has a stem and one of the others; a correction that occurs with no other word of the
    question was not meant, and would bring worse hits."""
    forms = [form for form in active.analyser.analyse(clean_text(text)) if not form.is_joined]
    split = {form.word for pair in pairwise(forms) if is_one_word(pair, active) for form in pair}
    unknown = [form for form in forms if form.word not in split and is_unknown(form, active)][:MOST_CHECKED]
    found = {form.word: candidates_for(form.word, active.vocabulary) for form in unknown}
    known = {form.stem for form in forms if form.word not in found and form.word not in QUESTION_WORDS}
    known &= active.vocabulary.stems.keys()
    if known:
        found = {
            word: tuple(
                one for one in candidates if is_obvious(word, one) or occur_together(stem(one), known - {stem(one)})
            )
            for word, candidates in found.items()
        }
    return {word: candidates for word, candidates in found.items() if candidates and not is_indexed(word)}


def is_unknown(form: Forms, active: ActiveAnalyser) -> bool:
    """Whether neither documents nor editors have the word, nor known parts of it."""
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
    """Whether the two words are one word of the documents: "Schuldner Beratung"."""
    return "".join(form.word for form in pair) in active.vocabulary.words


def candidates_for(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The known words with the fewest typing errors (one at most, two in long words), the most frequent first."""
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


def is_obvious(word: str, other: str) -> bool:
    """Another inflected form, one letter too many or too few, or two swapped: meant whatever else is searched."""
    one_error = OSA.distance(word, other) == 1 and (len(word) != len(other) or sorted(word) == sorted(other))
    return one_error or is_inflected(word, other)


def is_inflected(word: str, other: str) -> bool:
    """Whether they are inflected forms of one word, "kümmert" and "kümmern"; then there is no error to correct."""
    shared = Prefix.similarity(word, other)
    return {word[shared:], other[shared:]} <= ENDINGS


def corrected(text: str, active: ActiveAnalyser, corrections: Corrections, may_find: Callable[[str], bool]) -> str:
    """The text with every unknown word replaced by the most likely known one; "" if nothing can be corrected.

    `may_find`: whether the user may find the word; a correction must not reveal what they may not see.
    """
    pieces, place = [], 0
    for word in words_of(text):
        candidates = [
            one for form in word.tokens for one in corrections.get(form.text, ()) if not is_inflected(form.text, one)
        ]
        correction = next((one for one in candidates if may_find(one)), "")
        if correction:
            pieces += [text[place : word.start], active.vocabulary.written.get(correction, correction)]
            place = word.end
    return "".join((*pieces, text[place:])) if pieces else ""
