"""Models of the search; Django loads them from this package."""

from netzwerk.search.models.outbox import IndexChange, IndexState
from netzwerk.search.models.questions import AskedQuestion
from netzwerk.search.models.words import CompoundWord, DeliveredWord, EverydayWord, SynonymGroup

__all__ = [
    "AskedQuestion",
    "CompoundWord",
    "DeliveredWord",
    "EverydayWord",
    "IndexChange",
    "IndexState",
    "SynonymGroup",
]
