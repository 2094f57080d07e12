"""Searches the index with the permissions of one user, which hold for hits, counts and suggestions alike."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db.models import Value

from netzwerk.search.corpus.active_analyser import ActiveAnalyser
from netzwerk.search.corpus.entries import kind_and_pk, object_key, pks_by_kind
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.engines.port import Alternative, Clause, EngineDown, Plan, SearchRequest, SearchResponse, Stream
from netzwerk.search.models import IndexChange
from netzwerk.search.services.planning import Question, analyse_question
from netzwerk.search.services.spelling import Corrections
from netzwerk.search.services.synonyms import Synonyms
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import PUBLIC

MOST_PENDING = 1_000  # pending changes of audiences; with more of them the index is not used


@dataclass(frozen=True)
class PermittedSearch:
    """`user` sees only what the database shows them. `extra_audience_keys` are searched besides those of the user."""

    user: Any
    extra_audience_keys: frozenset[str] = frozenset()

    @cached_property
    def audience_keys(self) -> frozenset[str]:
        keys = (kind.audience_keys_of(self.user) for kind in registry.search_kinds)
        return self.extra_audience_keys.union({PUBLIC}, *keys)

    @cached_property
    def hidden(self) -> tuple[str, ...]:
        """Objects with a pending change of their audience that the user may not see (any more). Raises EngineDown if too many
        changes are pending."""
        pending = list(IndexChange.objects.changing_audience().values_list("kind", "object_pk")[: MOST_PENDING + 1])
        if len(pending) > MOST_PENDING:
            raise EngineDown("Too many changes wait.")
        changed = {object_key(kind, pk) for kind, pk in pending}
        return tuple(sorted(changed - self._visible(pks_by_kind(pending))))

    def _visible(self, by_kind: Mapping[str, set[int]]) -> set[str]:
        """The objects among these that the user may see. One query for all kinds."""
        querysets = [
            (kind.visible_to(self.user) if self.extra_audience_keys else kind.default_rows(self.user))
            .filter(pk__in=by_kind[kind.key])
            .order_by()
            .prefetch_related(None)
            .values_list(Value(kind.key), "pk")
            for kind in registry.search_kinds
            if kind.key in by_kind
        ]
        if not querysets:
            return set()
        rows = querysets[0].union(*querysets[1:], all=True) if len(querysets) > 1 else querysets[0]
        return {object_key(key, pk) for key, pk in rows}

    def search(self, plan: Plan, **options: Any) -> SearchResponse:
        """Search, and drop hits that the database does not let the user see. Raises EngineDown."""
        response = current_engine().search(SearchRequest(plan, self.audience_keys, self.hidden, **options))
        visible = self._visible(pks_by_kind(kind_and_pk(hit.object) for hit in response.hits))
        return replace(response, hits=[hit for hit in response.hits if hit.object in visible])

    def scan(self, plan: Plan, **options: Any) -> Iterator[str]:
        """All objects that the index finds, without hidden ones. Raises EngineDown."""
        return current_engine().scan(SearchRequest(plan, self.audience_keys, self.hidden, **options))

    def has_word(self, word: str) -> bool:
        """Whether anything that the user may see contains exactly this word. Raises EngineDown."""
        return self.search(Plan.of(Clause(Stream.WORDS, word, 1)), size=1).total > 0

    def has_stems_together(self, stem: str, others: Collection[str]) -> bool:
        """Whether anything that the user may see contains this stem and one of the others. Raises EngineDown."""
        return self.search(plan_of_pairs(stem, others), size=1).total > 0


def plan_of_pairs(stem: str, others: Collection[str]) -> Plan:
    """Matches entries with this stem and one of the others."""
    pairs = [(Clause(Stream.STEMS, stem, 1), Clause(Stream.STEMS, other, 1)) for other in sorted(others)]
    return Plan((tuple(Alternative(pair, need=2) for pair in pairs),))


_synonyms: tuple[ActiveAnalyser, Synonyms] | None = None


def synonyms_of(active: ActiveAnalyser) -> Synonyms:
    global _synonyms  # cached for one state of vocabulary and lexicon
    if _synonyms is None or _synonyms[0] is not active:
        _synonyms = active, Synonyms.of_lexicon(active.lexicon, active.analyser)
    return _synonyms[1]


def question_of(text: str, active: ActiveAnalyser, corrections: Corrections) -> Question:
    """Analyse a question with the active analyser."""
    return analyse_question(text, active.analyser, synonyms_of(active), corrections, active.vocabulary)
