"""Every number that decides about the order of results, in one place. Measured with `manage.py search quality`."""

# How often a word counts in the streams of a document, by the part of the document it stands in.
TITLE, SUMMARY, HEADINGS, BODY = 4, 3, 2, 1

# By the stream in which a word of the question is found.
WORDS = 0.5  # exactly this form of the word
STEMS = 1.0  # any form of it
PARTS = 0.5  # a part of it, where it is a compound
GRAMS = 0.4  # four letters of it; forgives typing errors and finds compounds that nobody has split
IN_TITLE = 0.6  # beside the stems: the title says what it is about
PAIRS = 0.25  # two words of the question beside each other

SYNONYM = 0.8  # another word for the same, kept by editors
CORRECTION = 0.6  # what an unknown word was probably meant to be
COVERED = 0.3  # for each word of the question that is found at all
ALL_COVERED = 1.0  # where all of them are

# Engines count a document's length against it more (b = 0.75) than serves short texts beside long ones. So many times the
# usual length is added to each document as filler, which makes it b = 0.75 / (1 + FILLER).
FILLER = 1.5

# Newer things first among equals: a document loses this share of its score as it ages, half of it in so many days.
AGEING, HALF_LIFE_DAYS = 0.15, 2 * 365
