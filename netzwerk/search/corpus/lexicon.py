"""The editors' words as the analyser takes them."""

from dataclasses import dataclass, field
from functools import cached_property

from netzwerk.members.folding import fold
from netzwerk.search.models import CompoundWord, SynonymGroup
from netzwerk.surfaces.kept import Kept

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


def _read() -> Lexicon:
    groups = SynonymGroup.objects.order_by("pk")
    words = list(CompoundWord.objects.all())
    return Lexicon(
        synonyms=tuple(group.expressions for group in groups),
        listed=frozenset(word.folded for word in words if not word.is_split),
        splits={word.folded: tuple(map(fold, word.parts)) for word in words if word.is_split},
    )


load_lexicon = Kept(_read, seconds=KEPT_SECONDS)
