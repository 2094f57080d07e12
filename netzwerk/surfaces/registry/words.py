"""Words that a feature adds to the search."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class SynonymEntry:
    """A term with its synonyms: each further name is a synonym of the first name, but not of the others. `explanation` says
    in a sentence what it is."""

    names: Sequence[str]
    explanation: str = ""


@dataclass(frozen=True)
class SynonymSource:
    """Synonyms that a feature adds to the search, such as the terms of a glossary.

    `entries` must return public terms only, because every search uses them; it is called every few seconds.
    """

    key: str
    order: int
    entries: Callable[[], Iterable[SynonymEntry]]
