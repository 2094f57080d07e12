class VocabularyError(Exception):
    """A change of a vocabulary that is not possible; the message says why and what to do."""
