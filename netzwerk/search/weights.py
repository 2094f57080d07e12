"""Every number that affects the order of results. Measure changes with `manage.py search quality`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    # How often a word counts, by the part of the document.
    title: int = 4
    summary: int = 3
    headings: int = 2
    body: int = 1

    # By the stream in which a word of the question is found.
    words: float = 0.5  # the inflected form as typed
    stems: float = 1.0  # any inflected form
    parts: float = 0.5  # a part of a compound
    in_title: float = 0.7  # in the title, in addition to the stems
    grams: float = 0.4  # 4-grams; they forgive typing errors and find compounds that were not split
    pairs: float = 0.25  # two neighbouring words of the question
    exact_title: float = 1.0  # the question is the title, word for word
    all_found: float = 0.25  # every word of the question is found

    # The 4-grams of a word count (usual number / their number) to this power, so that long words do not outweigh short ones.
    gram_exponent: float = 0.33

    # Factor for the 4-grams of a compound whose parts are searched too; otherwise one long part would outweigh the whole.
    compound_grams: float = 0.7

    # A document with this share of a word's 4-grams is found even without the word.
    gram_share: float = 0.6

    # A stem with this frequency needs no fault tolerance: its 4-grams add nothing to the score (common) and find nothing by
    # themselves (rare). They are the most expensive part of a search: without these limits it took eight times as long at
    # 100,000 documents.
    common: int = 30
    rare: int = 5

    # Factor for words that introduce a question ("wo bekomme ich ...").
    question_words: float = 0.3

    # Factor for verbs, adjectives and the like beside nouns: what people search for in German is a noun.
    no_noun: float = 0.8

    # Factors for words that were not typed.
    synonym: float = 0.8
    explanation: float = 0.05  # words of the glossary's explanation; they find nothing by themselves
    joined: float = 0.8  # two words that could be one compound ("Hilfe Plan")
    correction: float = 0.6  # what an unknown word was probably meant to be

    # BM25's length normalisation (b = 0.75) is too strong where short texts stand beside long ones. Each document gets so many
    # times the usual length as filler tokens, which makes it b = 0.75 / (1 + filler).
    filler: float = 3.0

    # A document loses up to this share of its score with age, half of it after so many days.
    ageing: float = 0.15
    half_life: int = 2 * 365


WEIGHTS = Weights()
