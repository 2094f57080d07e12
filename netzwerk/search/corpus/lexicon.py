"""The editors' words as the analyser takes them."""

import time
from dataclasses import dataclass, field
from functools import cached_property

from netzwerk.members.folding import fold
from netzwerk.search.models import CompoundWord, SynonymGroup

KEPT_SECONDS = 5  # an edit holds in every process after so long, and nobody reads the tables more often


@dataclass(frozen=True)
class Lexicon:
    """`synonyms` are groups of expressions as editors wrote them; `listed` and `splits` are folded, as Splitter takes them."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    listed: frozenset[str] = frozenset()
    splits: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that editors have written here, folded: none of them is a typing error."""
        spoken = {fold(word) for group in self.synonyms for expression in group for word in expression.split()}
        return frozenset(spoken) | self.listed | self.splits.keys()


_remembered: dict[str, tuple[float, Lexicon]] = {}  # of this process


def load_lexicon() -> Lexicon:
    """At most a few seconds old. The same object as before while nothing has changed, so that callers may compare by `is`."""
    now = time.monotonic()
    read_at, known = _remembered.get("lexicon", (None, None))
    if known is not None and now - read_at < KEPT_SECONDS:
        return known
    fresh = _read()
    if fresh == known:
        fresh = known
    _remembered["lexicon"] = now, fresh
    return fresh


def forget_lexicon() -> None:
    """Read the tables at the next asking."""
    _remembered.clear()


def _read() -> Lexicon:
    groups = SynonymGroup.objects.order_by("pk")
    words = list(CompoundWord.objects.all())
    return Lexicon(
        synonyms=tuple(group.expressions for group in groups),
        listed=frozenset(word.folded for word in words if not word.is_split),
        splits={word.folded: tuple(map(fold, word.parts)) for word in words if word.is_split},
    )
