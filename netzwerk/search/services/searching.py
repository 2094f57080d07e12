"""Runs a search and prepares its results for a page; without an engine it uses the fallback search."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from netzwerk.files.models import PortalDocument
from netzwerk.search.corpus import active_analyser
from netzwerk.search.corpus.entries import KIND_FACET, kind_and_pk, object_key
from netzwerk.search.engines.port import EngineDown, Hit, Order
from netzwerk.search.services import fallback
from netzwerk.search.services.highlighting import READ_OF_FILES, Fragment, Highlighter
from netzwerk.search.services.permitted_search import PermittedSearch, question_of
from netzwerk.search.services.planning import Question, clean_question
from netzwerk.search.services.spelling import corrected, corrections_for
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchKind

logger = logging.getLogger(__name__)

PER_PAGE = 10
LAST_PAGE = 1_000  # engines refuse to sort further


@dataclass(frozen=True, slots=True)
class Result:
    """One hit for display. In `title` and `excerpt` the found words are marked."""

    object: str
    kind: str
    kind_label: str
    title: list[Fragment]
    url: str
    excerpt: list[Fragment]
    date: date | None
    summary: str = ""
    file: str = ""  # title of the document that contains the excerpt
    file_pk: int = 0


@dataclass(frozen=True)
class ResultPage:
    """`counts`: by facet and value, filtered by the other facets; "art" is the kind. `meant`: a corrected question, if it finds
    something. `is_fallback`: from the database, without counts, marks and ranking."""

    question: Question
    results: list[Result]
    total: int
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    meant: str = ""
    is_fallback: bool = False


def search(
    user: Any,
    text: str,
    *,
    chosen: Mapping[str, tuple[str, ...]],
    order: Order = Order.RELEVANCE,
    page: int = 1,
    per_page: int = PER_PAGE,
    counted: tuple[str, ...] | None = None,
    extra_audience_keys: frozenset[str] = frozenset(),
) -> ResultPage:
    """One page of what the user finds; page 1 is the first. `chosen`: values by facet, including "art". `counted`: facets whose
    values are counted, by default those of the portal search. Falls back to the database instead of raising EngineDown."""
    start = (min(max(page, 1), LAST_PAGE) - 1) * per_page
    options = {"chosen": chosen, "order": order, "start": start, "size": per_page}
    options["counted"] = facet_names() if counted is None else counted
    try:
        return _search_index(PermittedSearch(user, extra_audience_keys), text, options)
    except EngineDown as error:
        logger.warning("the search engine is away: %s", type(error.__cause__ or error).__name__)
        return _search_database(user, text, chosen, page, per_page)


def _search_index(permitted: PermittedSearch, text: str, options: dict[str, Any]) -> ResultPage:
    active = active_analyser.current()
    corrections = corrections_for(text, active, permitted.has_word, permitted.has_stems_together)
    question = question_of(text, active, corrections)
    if question.has_only_stop_words:
        return ResultPage(question, [], 0)
    response = permitted.search(question.plan, **options)
    highlighter = Highlighter(question.plan, active.analyser)
    meant = corrected(question.text, active, corrections, permitted.has_word) if question.text else ""
    results = _without_closed_files([result_of(hit, highlighter) for hit in response.hits], permitted.user)
    return ResultPage(question, results, response.total, response.counts, meant)


def _without_closed_files(results: list[Result], user: Any) -> list[Result]:
    """Remove excerpts of documents that were closed since they were indexed. No query if there is no such excerpt."""
    pks = {one.file_pk for one in results if one.file_pk}
    if not pks:
        return results
    open_pks = set(PortalDocument.objects.visible_to(user).filter(pk__in=pks).values_list("pk", flat=True))
    return [
        one
        if one.file_pk in open_pks or not one.file_pk
        else replace(one, excerpt=[Fragment(one.summary)], file="", file_pk=0)
        for one in results
    ]


def search_all(
    user: Any,
    text: str,
    *,
    chosen: Mapping[str, tuple[str, ...]],
    order: Order = Order.RELEVANCE,
    extra_audience_keys: frozenset[str] = frozenset(),
) -> Iterator[tuple[str, int]]:
    """Kind and primary key of all that the user finds, in order, beyond the last page.

    It runs for long: callers must check again whether the user may still see an object. Raises EngineDown, at any point.
    """
    permitted, active = PermittedSearch(user, extra_audience_keys), active_analyser.current()
    corrections = corrections_for(text, active, permitted.has_word, permitted.has_stems_together)
    question = question_of(text, active, corrections)
    if not question.has_only_stop_words:
        yield from map(kind_and_pk, permitted.scan(question.plan, chosen=chosen, order=order))


def count(
    user: Any,
    question: Question,
    chosen: Mapping[str, tuple[str, ...]],
    extra_audience_keys: frozenset[str] = frozenset(),
) -> int:
    """Number of results of an analysed question; 0 while the engine is down."""
    if question.has_only_stop_words:
        return 0
    try:
        return PermittedSearch(user, extra_audience_keys).search(question.plan, chosen=chosen, size=1).total
    except EngineDown:
        return 0


def portal_kinds() -> list[SearchKind]:
    """The kinds whose facets the portal search offers."""
    return [kind for kind in registry.search_kinds if not kind.has_own_search_page]


def facet_names() -> tuple[str, ...]:
    return tuple(dict.fromkeys([KIND_FACET, *(facet.name for kind in portal_kinds() for facet in kind.facets)]))


def result_of(hit: Hit, highlighter: Highlighter) -> Result:
    shown = hit.shown
    kind = registry.search_kinds.get(hit.kind)
    file_pk, file, excerpt = _excerpt(shown, highlighter)
    return Result(
        object=hit.object,
        kind=hit.kind,
        kind_label=kind.label if kind else "",
        title=highlighter.whole(shown["title"]),
        url=shown["url"],
        excerpt=excerpt,
        date=date.fromisoformat(shown["date"]) if shown["date"] else None,
        summary=shown["summary"],
        file=file,
        file_pk=file_pk,
    )


def _excerpt(shown: Mapping[str, Any], highlighter: Highlighter) -> tuple[int, str, list[Fragment]]:
    """Id and title of the attached document, if the excerpt is from one, and the excerpt: from the first of summary, text and
    documents that contains a found word."""
    summary = highlighter.whole(shown["summary"])
    if _has_match(summary):
        return 0, "", summary
    excerpt = highlighter.excerpt(shown["text"]) if shown["text"] else []
    if _has_match(excerpt):
        return 0, "", excerpt
    for pk, title, text in shown.get("files", ()):
        inside = highlighter.excerpt(text, read=READ_OF_FILES)
        if _has_match(inside) or _has_match(highlighter.whole(title)):
            return pk, title, inside
    return 0, "", summary or excerpt


def _has_match(fragments: list[Fragment]) -> bool:
    return any(one.is_match for one in fragments)


def _search_database(
    user: Any, text: str, chosen: Mapping[str, tuple[str, ...]], page: int, per_page: int
) -> ResultPage:
    question = Question(clean_question(text))
    kinds = chosen.get(KIND_FACET, ())
    found = fallback.search(user, question.text, kinds)
    start = (max(page, 1) - 1) * per_page
    results = []
    for kind, pk, one in fallback.describe(found[start : start + per_page]):
        key, title, excerpt = object_key(kind.key, pk), [Fragment(one.title)], [Fragment(one.summary)]
        results.append(Result(key, kind.key, kind.label, title, one.url, excerpt, one.date, one.summary))
    return ResultPage(question, results, len(found), is_fallback=True)
