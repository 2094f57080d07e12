"""The portal search: what a page of results shows, whatever state the engine is in."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from netzwerk.files.models import PortalDocument
from netzwerk.search.corpus import active_analyser
from netzwerk.search.corpus.entries import KIND_FACET
from netzwerk.search.engines.port import EngineDown, Hit, Order
from netzwerk.search.services import fallback
from netzwerk.search.services.highlighting import READ_OF_FILES, Highlighter, Piece
from netzwerk.search.services.permitted_search import PermittedSearch, question_of
from netzwerk.search.services.planning import Question, clean_question
from netzwerk.search.services.spelling import corrected, corrections_for
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchKind

logger = logging.getLogger(__name__)

PER_PAGE = 10
LAST_PAGE = 1_000  # nobody reads on; engines refuse to sort further


@dataclass(frozen=True, slots=True)
class Result:
    """One hit as it is shown. `title` and `excerpt` are pieces, some of them marked as found."""

    object: str
    kind: str
    kind_label: str
    title: list[Piece]
    url: str
    excerpt: list[Piece]
    date: date | None
    summary: str = ""
    file: str = ""  # the title of the document from which the excerpt is
    file_pk: int = 0


@dataclass(frozen=True)
class ResultPage:
    """`counts` are by facet and value under the other facets' choices, "art" (the kind) among them. `meant` is another question
    that finds what was probably meant. A `plain` answer came from the database, without counts, marks and ranking."""

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
    """What this person finds. `chosen` are values by facet, "art" among them; page 1 is the first. `counted` are the facets
    whose values are counted, those of the portal search if not given. Never raises EngineDown."""
    counted = facet_names() if counted is None else counted
    try:
        return _search_index(PermittedSearch(user, extra_audience_keys), text, chosen, order, page, per_page, counted)
    except EngineDown as error:
        logger.warning("the search engine is away: %s", type(error.__cause__ or error).__name__)
        return _search_database(user, text, chosen, page, per_page)


def _search_index(
    permitted: PermittedSearch,
    text: str,
    chosen: Mapping[str, tuple[str, ...]],
    order: Order,
    page: int,
    per_page: int,
    counted: tuple[str, ...],
) -> ResultPage:
    active = active_analyser.current()
    corrections = corrections_for(text, active, permitted.finds_word, permitted.finds_together)
    question = question_of(text, active, corrections)
    if question.has_only_stop_words:
        return ResultPage(question, [], 0)
    answer = permitted.search(
        question.plan,
        chosen=chosen,
        counted=counted,
        order=order,
        start=(min(max(page, 1), LAST_PAGE) - 1) * per_page,
        size=per_page,
    )
    marks = Highlighter(question.plan, active.analyser)
    meant = corrected(question.text, active, corrections, permitted.finds_word) if question.text else ""
    results = _without_closed_files([result_of(hit, marks) for hit in answer.hits], permitted.user)
    return ResultPage(question, results, answer.total, answer.counts, meant)


def _without_closed_files(results: list[Result], user: Any) -> list[Result]:
    """The index may not know yet that a document was closed: of such a one nothing is shown. No query where none is shown."""
    pks = {one.file_pk for one in results if one.file_pk}
    if not pks:
        return results
    open_pks = set(PortalDocument.objects.visible_to(user).filter(pk__in=pks).values_list("pk", flat=True))
    return [
        one
        if one.file_pk in open_pks or not one.file_pk
        else replace(one, excerpt=[Piece(one.summary)], file="", file_pk=0)
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
    """Kind and primary key of all that this person finds, in the order of the list, far beyond the last page.

    It takes its time: whoever hands it on asks the database for each, when its turn has come, whether it may still be seen.
    Raises EngineDown, at any point."""
    permitted, active = PermittedSearch(user, extra_audience_keys), active_analyser.current()
    question = question_of(text, active, corrections_for(text, active, permitted.finds_word, permitted.finds_together))
    if not question.has_only_stop_words:
        for one in permitted.scan(question.plan, chosen=chosen, order=order):
            kind, _, pk = one.partition(":")
            yield kind, int(pk)


def count(
    user: Any,
    question: Question,
    chosen: Mapping[str, tuple[str, ...]],
    extra_audience_keys: frozenset[str] = frozenset(),
) -> int:
    """How many this person would find with a question that has been read; 0 while the engine is away."""
    if question.has_only_stop_words:
        return 0
    try:
        return PermittedSearch(user, extra_audience_keys).search(question.plan, chosen=chosen, size=1).total
    except EngineDown:
        return 0


def portal_kinds() -> list[SearchKind]:
    """Those whose facets the portal search offers."""
    return [kind for kind in registry.search_kinds if not kind.has_own_search_page]


def facet_names() -> tuple[str, ...]:
    return tuple(dict.fromkeys([KIND_FACET, *(facet.name for kind in portal_kinds() for facet in kind.facets)]))


def result_of(hit: Hit, marks: Highlighter) -> Result:
    shown = hit.shown
    kind = registry.search_kinds.get(hit.kind)
    file_pk, file, excerpt = _excerpt(shown, marks)
    return Result(
        object=hit.object,
        kind=hit.kind,
        kind_label=kind.label if kind else "",
        title=marks.whole(shown["title"]),
        url=shown["url"],
        excerpt=excerpt,
        date=date.fromisoformat(shown["date"]) if shown["date"] else None,
        summary=shown["summary"],
        file=file,
        file_pk=file_pk,
    )


def _excerpt(shown: Mapping[str, Any], marks: Highlighter) -> tuple[int, str, list[Piece]]:
    """From the summary where that answers, else from the text, else from a document; then with the title of that."""
    summary = marks.whole(shown["summary"])
    if _says_it(summary):
        return 0, "", summary
    excerpt = marks.excerpt(shown["text"]) if shown["text"] else []
    if _says_it(excerpt):
        return 0, "", excerpt
    for pk, title, text in shown.get("files", ()):
        inside = marks.excerpt(text, read=READ_OF_FILES)
        if _says_it(inside) or _says_it(marks.whole(title)):
            return pk, title, inside
    return 0, "", summary or excerpt


def _says_it(pieces: list[Piece]) -> bool:
    return any(piece.found for piece in pieces)


def _search_database(
    user: Any, text: str, chosen: Mapping[str, tuple[str, ...]], page: int, per_page: int
) -> ResultPage:
    question = Question(clean_question(text))
    kinds = chosen.get(KIND_FACET, ())
    found = fallback.search(user, question.text, kinds)
    start = (max(page, 1) - 1) * per_page
    results = [
        Result(
            f"{one.kind.key}:{one.pk}",
            one.kind.key,
            one.kind.label,
            [Piece(one.title)],
            one.url,
            [Piece(one.summary)],
            one.date,
            one.summary,
        )
        for one in fallback.describe(found[start : start + per_page])
    ]
    return ResultPage(question, results, len(found), is_fallback=True)
