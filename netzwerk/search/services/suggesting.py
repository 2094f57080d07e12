"""Suggestions while typing, and similar content beside a page."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from netzwerk.search.analysis.analyser import LONGEST_PREFIX
from netzwerk.search.analysis.words import clean_text
from netzwerk.search.corpus import active_analyser
from netzwerk.search.corpus.active_analyser import ActiveAnalyser
from netzwerk.search.corpus.entries import KIND_FACET, object_key
from netzwerk.search.engines.port import Clause, EngineDown, Hit, Plan, Stream
from netzwerk.search.services.permitted_search import PermittedSearch
from netzwerk.search.services.planning import clean_question
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchKind

MOST_SUGGESTED = 7
FEWEST_CHARACTERS = 2
WORDS_COMPARED = 14
READ = 2_000  # characters of a text that are compared


@dataclass(frozen=True, slots=True)
class Suggestion:
    title: str
    url: str
    kind_label: str


def suggest(user: Any, typed: str, kind: str = "") -> list[Suggestion]:
    """Titles in which every typed word is the prefix of a word, of all kinds or of one. Empty while the engine is down."""
    return [_suggestion(hit) for hit in hits_beginning_with(user, typed, (kind,) if kind else ())]


def hits_beginning_with(user: Any, typed: str, kinds: tuple[str, ...] = ()) -> list[Hit]:
    """As `suggest`, of all kinds or of these, at most MOST_SUGGESTED."""
    typed = clean_question(typed)
    if len(typed) < FEWEST_CHARACTERS:
        return []
    active = active_analyser.current()
    prefixes = {form.word[:LONGEST_PREFIX]: None for form in active.analyser.analyse(typed)}
    if not prefixes:
        return []
    plan = Plan.of(*(Clause(Stream.BEGINS, word, 1) for word in prefixes), need=len(prefixes))
    try:
        return (
            PermittedSearch(user).search(plan, chosen={KIND_FACET: kinds} if kinds else {}, size=MOST_SUGGESTED).hits
        )
    except EngineDown:
        return []


def similar(
    user: Any, kind: str, pk: int, title: str, text: str, most: int = 3, *, leave_out: Collection[str] = ()
) -> list[Suggestion]:
    """Other objects that share the most distinctive words, without those at the URLs `leave_out`. Empty while the engine is
    down."""
    active = active_analyser.current()
    stems = _distinctive_stems(active, title, text)
    if len(stems) < 3:
        return []
    plan = Plan.of(*(Clause(Stream.STEMS, stem, weight) for stem, weight in stems), need=max(2, len(stems) // 4))
    try:
        hits = PermittedSearch(user).search(plan, size=most + len(leave_out) + 4).hits
    except EngineDown:
        return []
    own = object_key(kind, pk)
    others = {
        hit.object: hit
        for hit in hits
        if hit.object != own and not hit.object.endswith(f":{pk}") and hit.shown["url"] not in leave_out
    }
    return [_suggestion(hit) for hit in others.values()][:most]


def similar_to(
    user: Any, kind: SearchKind, row: Any, leave_out: Collection[str] = (), most: int = 3
) -> list[Suggestion]:
    """As `similar`, for an object of this kind. Its ancestors are left out too: the breadcrumb shows them."""
    document = next(iter(kind.describe(row)), None)
    if document is None:
        return []
    text = "\n".join((document.summary, *document.headings, document.body))
    above = [document.url[: place + 1] for place, character in enumerate(document.url) if character == "/"]
    return similar(user, kind.key, row.pk, document.title, text, most, leave_out={*leave_out, *above})


def _distinctive_stems(active: ActiveAnalyser, title: str, text: str) -> list[tuple[str, float]]:
    """The stems that are more frequent here than in other documents, with their weights; a title counts twice."""
    counts: dict[str, float] = {}
    for source, worth in ((title, 2.0), (text[:READ], 1.0)):
        for form in active.analyser.analyse(clean_text(source)):
            if form.grams:
                counts[form.stem] = counts.get(form.stem, 0) + worth
    frequency = active.vocabulary.stems
    weights = {stem: worth / (1 + frequency.get(stem, 0)) ** 0.5 for stem, worth in counts.items() if len(stem) > 2}
    return sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:WORDS_COMPARED]


def _suggestion(hit: Hit) -> Suggestion:
    kind = registry.search_kinds.get(hit.kind)
    return Suggestion(hit.shown["title"], hit.shown["url"], kind.label if kind else "")
