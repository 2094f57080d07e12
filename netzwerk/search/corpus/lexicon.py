"""Synonyms and compound words, from editors and from features, as the analyser takes them."""

from dataclasses import dataclass, field
from functools import cached_property

from netzwerk.search.models import CompoundWord, EverydayWord, SynonymGroup
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import SynonymEntry
from netzwerk.surfaces.ttl_cache import TtlCache
from netzwerk.texts.folding import fold

CACHE_SECONDS = 5  # after which an edit takes effect in every process


@dataclass(frozen=True)
class Lexicon:
    """`synonyms`: groups of expressions with the same meaning. `explained`: names of a thing with their explanation, from
    features. `everyday`: words that people type, and terms to search for as well. `listed` and `splits`: folded, for Splitter.
    """

    synonyms: tuple[tuple[str, ...], ...] = ()
    explained: tuple[SynonymEntry, ...] = ()
    everyday: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    listed: frozenset[str] = frozenset()
    splits: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in these lists, folded: none of them is a typing error."""
        groups = (*self.synonyms, *(one.names for one in self.explained), *(words for words, _terms in self.everyday))
        words = {fold(word) for group in groups for expression in group for word in expression.split()}
        return frozenset(words) | self.listed | self.splits.keys()


def _load() -> Lexicon:
    groups = SynonymGroup.objects.order_by("pk")
    words = list(CompoundWord.objects.all())
    return Lexicon(
        synonyms=tuple(group.expressions for group in groups),
        explained=tuple(one for source in registry.synonyms for one in source.entries()),
        everyday=tuple((one.typed, one.searched) for one in EverydayWord.objects.order_by("pk")),
        listed=frozenset(word.folded for word in words if not word.is_split),
        splits={word.folded: tuple(map(fold, word.parts)) for word in words if word.is_split},
    )


load_lexicon = TtlCache(_load, seconds=CACHE_SECONDS)
