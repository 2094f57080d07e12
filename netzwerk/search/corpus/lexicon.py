"""The words that editors keep, and those that features say mean the same, as the analyser takes them."""

from dataclasses import dataclass, field
from functools import cached_property

from netzwerk.members.folding import fold
from netzwerk.search.models import CompoundWord, EverydayWord, SynonymGroup
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import SynonymEntry
from netzwerk.surfaces.ttl_cache import TtlCache

KEPT_SECONDS = 5  # an edit holds in every process after so long, and nobody reads the tables more often


@dataclass(frozen=True)
class Lexicon:
    """`synonyms` are groups of expressions as editors wrote them; `explained` are what features call things, and what they say
    of them; `everyday` are what people type, and what is looked for besides. `listed` and `splits` are folded, as Splitter
    takes them."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    explained: tuple[SynonymEntry, ...] = ()
    everyday: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    listed: frozenset[str] = frozenset()
    splits: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that stands here, folded: none of them is a typing error."""
        groups = (*self.synonyms, *(one.names for one in self.explained), *(words for words, _terms in self.everyday))
        spoken = {fold(word) for group in groups for expression in group for word in expression.split()}
        return frozenset(spoken) | self.listed | self.splits.keys()


def _read() -> Lexicon:
    groups = SynonymGroup.objects.order_by("pk")
    words = list(CompoundWord.objects.all())
    return Lexicon(
        synonyms=tuple(group.expressions for group in groups),
        explained=tuple(one for source in registry.synonyms for one in source.entries()),
        everyday=tuple((one.asked, one.meant) for one in EverydayWord.objects.order_by("pk")),
        listed=frozenset(word.folded for word in words if not word.is_split),
        splits={word.folded: tuple(map(fold, word.parts)) for word in words if word.is_split},
    )


load_lexicon = TtlCache(_read, seconds=KEPT_SECONDS)
