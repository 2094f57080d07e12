"""Every number that decides about the order of results, in one place. Measured with `manage.py search quality`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    # How often a word counts, by the part of the document it stands in.
    title: int = 4
    summary: int = 3
    headings: int = 2
    body: int = 1

    # By the stream in which a word of the question is found.
    words: float = 0.5  # exactly this form of the word
    stems: float = 1.0  # any form of it
    parts: float = 0.5  # a part of it, where it is a compound
    in_title: float = 0.7  # beside the stems: the title says what it is about
    grams: float = 0.4  # four letters of it; forgives typing errors and finds compounds that nobody has split
    pairs: float = 0.25  # two words of the question beside each other
    called: float = 1.0  # the question is the title, word for word
    all_found: float = 0.25  # where each word of the question is found

    # A word's grams count (usual number / their number) to this power, so that long words do not drown short ones.
    letters: float = 0.33

    # Of a compound's letters, where its parts are looked for as well: or one long part would outweigh the whole.
    of_compound: float = 0.7

    # A document with this share of a word's grams is found even without the word.
    loosely: float = 0.6

    # A word that stands so often in the documents needs no forgiving: its letters decide about the order no more, and, from
    # fewer on, find nothing by themselves. They are what a question costs most: at 100,000 documents, eight times as long.
    familiar: int = 30
    rare: int = 5

    # Of words with which one asks ("wo bekomme ich ..."), not what one asks for.
    asking: float = 0.3

    # Of verbs, adjectives and the like beside nouns: in German, what is asked for is a noun.
    no_noun: float = 0.8

    # Of other words than those that were typed.
    synonym: float = 0.8  # another word for the same, kept by editors
    told: float = 0.05  # the words that explain what is asked for, in a glossary; they find nothing by themselves
    joined: float = 0.8  # two words that could be one ("Hilfe Plan")
    correction: float = 0.6  # what an unknown word was probably meant to be

    # Engines count a document's length against it more (b = 0.75) than serves short texts beside long ones. So many times
    # the usual length is added to each document as filler, which makes it b = 0.75 / (1 + filler).
    filler: float = 3.0

    # Newer things first among equals: with age a document loses up to this share of its score, half of it in so many days.
    ageing: float = 0.15
    half_life: int = 2 * 365


WEIGHTS = Weights()
