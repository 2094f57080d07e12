"""Asking the index for a person: only what they may see, in hits, counts and suggestions alike."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db.models import Value

from netzwerk.search.corpus.active_analyser import ActiveAnalyser
from netzwerk.search.corpus.entries import object_key
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.engines.port import (
    Alternative,
    Clause,
    EngineDown,
    Hit,
    Plan,
    SearchRequest,
    SearchResponse,
    Stream,
)
from netzwerk.search.models import IndexChange
from netzwerk.search.services.planning import Question, analyse_question
from netzwerk.search.services.spelling import Corrections
from netzwerk.search.services.synonyms import Synonyms
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import PUBLIC

MOST_PENDING = 1_000  # changes of what somebody may see that wait; with more the index says too little about it


@dataclass(frozen=True)
class PermittedSearch:
    """Searches the index for one person. `extra_audience_keys` are those that this search asks for besides the usual ones."""

    user: Any
    extra_audience_keys: frozenset[str] = frozenset()

    @cached_property
    def audience_keys(self) -> frozenset[str]:
        return self.extra_audience_keys.union(
            {PUBLIC}, *(kind.audience_keys_of(self.user) for kind in registry.search_kinds)
        )

    @cached_property
    def hidden(self) -> tuple[str, ...]:
        """Objects with a pending change of their audience that this person may no longer see. Raises EngineDown
        where too much waits: the index may then not be trusted."""
        by_kind: dict[str, set[int]] = {}
        waiting = IndexChange.objects.hiding().values_list("kind", "object_pk")[: MOST_PENDING + 1]
        for count, (key, pk) in enumerate(waiting):
            if count == MOST_PENDING:
                raise EngineDown("Too many changes wait.")
            by_kind.setdefault(key, set()).add(pk)
        changed = {object_key(key, pk) for key, pks in by_kind.items() for pk in pks}
        return tuple(sorted(changed - self._visible(by_kind)))

    def visible(self, hits: Iterable[Hit]) -> list[Hit]:
        """Those that the database shows this person: the last word, whatever the index says."""
        hits = list(hits)
        by_kind: dict[str, set[int]] = {}
        for hit in hits:
            by_kind.setdefault(hit.kind, set()).add(int(hit.object.partition(":")[2]))
        seen = self._visible(by_kind)
        return [hit for hit in hits if hit.object in seen]

    def _visible(self, by_kind: Mapping[str, set[int]]) -> set[str]:
        """Of these objects, those that the database shows this person. One query, whatever their kinds."""
        parts = [
            (kind.visible_to(self.user) if self.extra_audience_keys else kind.default_rows(self.user))
            .filter(pk__in=by_kind[kind.key])
            .order_by()
            .prefetch_related(None)
            .values_list(Value(kind.key), "pk")
            for kind in registry.search_kinds
            if kind.key in by_kind
        ]
        if not parts:
            return set()
        rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
        return {object_key(key, pk) for key, pk in rows}

    def search(self, plan: Plan, **what: Any) -> SearchResponse:
        """Raises EngineDown."""
        answer = current_engine().search(SearchRequest(plan, self.audience_keys, self.hidden, **what))
        return replace(answer, hits=self.visible(answer.hits))

    def scan(self, plan: Plan, **what: Any) -> Iterator[str]:
        """All objects that the index finds, hidden ones left out. Raises EngineDown."""
        return current_engine().scan(SearchRequest(plan, self.audience_keys, self.hidden, **what))

    def finds_word(self, word: str) -> bool:
        """Whether anything that this person may see has exactly this word."""
        return self.search(Plan(((Alternative((Clause(Stream.WORDS, word, 1),)),),)), size=1).total > 0

    def finds_together(self, stem: str, others: Collection[str]) -> bool:
        """Whether anything that this person may see has this stem and one of the others."""
        return self.search(together(stem, others), size=1).total > 0


def together(stem: str, others: Collection[str]) -> Plan:
    """All that has this stem and one of the others."""
    pairs = [(Clause(Stream.STEMS, stem, 1), Clause(Stream.STEMS, other, 1)) for other in sorted(others)]
    return Plan((tuple(Alternative(pair, need=2) for pair in pairs),))


_synonyms: tuple[ActiveAnalyser, Synonyms] | None = None


def synonyms_of(active: ActiveAnalyser) -> Synonyms:
    global _synonyms  # read once for each state of the editors' words
    if _synonyms is None or _synonyms[0] is not active:
        _synonyms = active, Synonyms.of_lexicon(active.lexicon, active.analyser)
    return _synonyms[1]


def question_of(text: str, active: ActiveAnalyser, corrections: Corrections) -> Question:
    """What somebody typed, as every engine will understand it."""
    return analyse_question(text, active.analyser, synonyms_of(active), corrections, active.vocabulary)
