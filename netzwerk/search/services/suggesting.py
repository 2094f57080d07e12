"""While somebody types, and beside what somebody reads: titles that fit, and things that are alike."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from netzwerk.search.analysis.analyser import LONGEST_PREFIX
from netzwerk.search.analysis.words import clean_text
from netzwerk.search.corpus import active_analyser
from netzwerk.search.corpus.active_analyser import ActiveAnalyser
from netzwerk.search.corpus.entries import KIND_FACET, object_key
from netzwerk.search.engines.port import Alternative, Clause, EngineDown, Hit, Plan, Stream
from netzwerk.search.services.permitted_search import PermittedSearch
from netzwerk.search.services.planning import clean_question
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchKind

MOST_SUGGESTED = 7
FEWEST_CHARACTERS = 2
WORDS_COMPARED = 14
READ = 2_000  # signs of a text that its likeness is judged by


@dataclass(frozen=True, slots=True)
class Suggestion:
    title: str
    url: str
    kind_label: str


def suggest(user: Any, typed: str, kind: str = "") -> list[Suggestion]:
    """Titles in which every typed word begins some word, of all kinds or of one. Empty while the engine is away."""
    typed = clean_question(typed)
    if len(typed) < FEWEST_CHARACTERS:
        return []
    active = active_analyser.current()
    begun = {form.word[:LONGEST_PREFIX]: None for form in active.analyser.analyse(typed)}
    if not begun:
        return []
    way = Alternative(tuple(Clause(Stream.BEGINS, word, 1) for word in begun), need=len(begun))
    chosen = {KIND_FACET: (kind,)} if kind else {}
    try:
        return [
            _suggestion(hit)
            for hit in PermittedSearch(user).search(Plan(((way,),)), chosen=chosen, size=MOST_SUGGESTED).hits
        ]
    except EngineDown:
        return []


def similar(
    user: Any, kind: str, pk: int, title: str, text: str, most: int = 3, *, leave_out: Collection[str] = ()
) -> list[Suggestion]:
    """Other things that share this one's most telling words, but for those at the addresses left out. Empty while the engine
    is away."""
    active = active_analyser.current()
    words = _telling(active, title, text)
    if len(words) < 3:
        return []
    way = Alternative(
        tuple(Clause(Stream.STEMS, word, weight) for word, weight in words), need=max(2, len(words) // 4)
    )
    try:
        hits = PermittedSearch(user).search(Plan(((way,),)), size=most + len(leave_out) + 4).hits
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
    """As `similar`, for an object of this kind. The pages above it are left out too: they stand in the breadcrumb."""
    found = next(iter(kind.describe(row)), None)
    if found is None:
        return []
    text = "\n".join((found.summary, *found.headings, found.body))
    above = [found.url[: place + 1] for place, sign in enumerate(found.url) if sign == "/"]
    return similar(user, kind.key, row.pk, found.title, text, most, leave_out={*leave_out, *above})


def _telling(active: ActiveAnalyser, title: str, text: str) -> list[tuple[str, float]]:
    """Stems that stand here more often than elsewhere, with how much they tell; a title's words tell twice."""
    counts: dict[str, float] = {}
    for source, worth in ((title, 2.0), (text[:READ], 1.0)):
        for form in active.analyser.analyse(clean_text(source)):
            if form.grams:
                counts[form.stem] = counts.get(form.stem, 0) + worth
    frequency = active.vocabulary.stems
    told = {stem: worth / (1 + frequency.get(stem, 0)) ** 0.5 for stem, worth in counts.items() if len(stem) > 2}
    return sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))[:WORDS_COMPARED]


def _suggestion(hit: Hit) -> Suggestion:
    kind = registry.search_kinds.get(hit.kind)
    return Suggestion(hit.shown["title"], hit.shown["url"], kind.label if kind else "")
