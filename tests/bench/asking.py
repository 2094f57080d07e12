"""What the search part measures inside Django: building the index, and asking from one process or from several at once."""

import multiprocessing
import multiprocessing.synchronize
import os
import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connections
from wagtail.models import Page
from wagtail.search import index

from netzwerk.portal.models import NewsPage, PortalPage
from netzwerk.search.corpus import active_analyser
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.engines.port import SearchRequest
from netzwerk.search.services import indexing, searching, suggesting
from netzwerk.search.services.permitted_search import PermittedSearch, question_of
from netzwerk.search.services.spelling import corrections_for
from tests.bench.generated.questions import Asked, beginnings, questions, usual_words
from tests.bench.load import FORK, Cell, percentile

WARM, MEASURED = 1, 2  # seeds: nobody asks twice for the same
WARMING = 80  # questions
CLIENT_SECONDS = 600
WAGTAIL_SECONDS = 150  # it is asked no more after this long
USUAL = 15  # words
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def rebuild() -> dict[str, float]:
    """What the index and the building of it take. The peak is of this process, which does nothing else."""
    start = time.monotonic()
    indexing.rebuild()
    seconds = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    entries, size = current_engine().size()
    return {"seconds": seconds, "peak": peak, "entries": entries, "bytes": size}


def remove_index() -> None:
    """Leave nothing on a server that outlives the run."""
    if hasattr(engine := current_engine(), "remove"):
        engine.remove()


def paths(count: str) -> list[str]:
    return [asked.path() for asked in questions(MEASURED, int(count))]


def warm_paths(count: str) -> list[str]:
    return [asked.path() for asked in questions(WARM, int(count))]


def ask(clients: str, count: str) -> dict[str, Any]:
    """Ask so many questions from so many processes at once: the whole search, the engine alone, and what it suggests."""
    number, share = int(clients), max(int(count) // int(clients), 1)
    connections.close_all()  # nothing may be open that forks
    barrier, results = FORK.Barrier(number), FORK.SimpleQueue()
    processes = [
        FORK.Process(target=_client, args=(one, share, barrier, results), daemon=True) for one in range(number)
    ]
    for process in processes:
        process.start()
    found = [results.get() for _process in processes]
    for process in processes:
        process.join()
    merged = {what: _cell([one[what] for one in found]) for what in ("find", "engine", "suggest")}
    kinds = {kind for one in found for kind, _seconds in one["find"]["times"]}
    by_kind = {kind: _cell([_only(one["find"], kind) for one in found]) for kind in sorted(kinds)}
    return {
        **merged,
        "kinds": by_kind,
        "resident": max(one["resident"] for one in found),
        "plain": sum(one["plain"] for one in found),
    }


def _client(
    number: int,
    share: int,
    barrier: multiprocessing.synchronize.Barrier,
    results: multiprocessing.queues.SimpleQueue,
) -> None:
    for asked in questions(WARM, WARMING):
        _search(asked)
    for typed in beginnings(WARM, WARMING):
        suggesting.suggest(AnonymousUser(), typed)
    own = questions(MEASURED + number, share)
    prepared = [(asked.kind, _ask_of(asked)) for asked in own]
    typed = [("typed", text) for text in beginnings(MEASURED + number, share)]
    plain: list[bool] = []
    find = _timed(
        [(asked.kind, asked) for asked in own], lambda asked: plain.append(_search(asked).is_fallback), barrier
    )
    engine = _timed(prepared, current_engine().search, barrier)
    suggest = _timed(typed, lambda text: suggesting.suggest(AnonymousUser(), text), barrier)
    resident = int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_BYTES
    results.put({"find": find, "engine": engine, "suggest": suggest, "resident": resident, "plain": sum(plain)})


def _search(asked: Asked) -> searching.ResultPage:
    return searching.search(AnonymousUser(), asked.text, chosen=asked.chosen, order=asked.order, page=asked.page)


def _ask_of(asked: Asked) -> SearchRequest:
    """What reaches the engine of a question."""
    permitted, active = PermittedSearch(AnonymousUser()), active_analyser.current()
    return SearchRequest(
        question_of(asked.text, active, corrections_for(asked.text, active)).plan,
        permitted.audience_keys,
        permitted.hidden,
        chosen=asked.chosen,
        counted=searching.facet_names(),
        order=asked.order,
        start=(asked.page - 1) * searching.PER_PAGE,
        size=searching.PER_PAGE,
    )


def _timed(
    work: Iterable[tuple[str, Any]],
    do: Callable[[Any], object],
    barrier: multiprocessing.synchronize.Barrier,
) -> dict[str, Any]:
    """Seconds of each piece of work, by its kind; all clients begin together."""
    barrier.wait(timeout=CLIENT_SECONDS)
    times, began = [], time.monotonic()
    for kind, one in work:
        start = time.monotonic()
        do(one)
        times.append((kind, time.monotonic() - start))
    return {"times": times, "began": began, "ended": time.monotonic()}


def _only(share: dict[str, Any], kind: str) -> dict[str, Any]:
    return share | {"times": [(one, seconds) for one, seconds in share["times"] if one == kind]}


def _cell(shares: list[dict[str, Any]]) -> dict[str, Any]:
    times = sorted(seconds for share in shares for _kind, seconds in share["times"])
    took = max(share["ended"] for share in shares) - min(share["began"] for share in shares)
    return asdict(Cell(len(times), percentile(times, 50) * 1000, percentile(times, 95) * 1000, len(times) / took, 0))


def ask_wagtail(count: str) -> dict[str, Any]:
    """Wagtail's own database search on the same texts: ten hits, and how many there are. Its time grows with the square of the
    number of hits, and it wants every word to be there: so usual words are asked beside the mixed questions.

    Usually it holds the titles of pages only; here, and in this process alone, lead and body as well.
    """
    PortalPage.search_fields = [*Page.search_fields, index.SearchField("lead")]
    NewsPage.search_fields = [*PortalPage.search_fields, index.SearchField("body")]
    start = time.monotonic()
    call_command("wagtail_update_index", verbosity=0)
    built = time.monotonic() - start
    for asked in questions(WARM, WARMING):
        _search(asked)
    mixed = [asked.text for asked in questions(MEASURED, int(count))]
    return {"built": built, "usual words": _beside(usual_words(USUAL)), "mixed": _beside(mixed)}


def _beside(texts: list[str]) -> dict[str, Any]:
    """The same questions to both, without choices in facets; totals and times."""
    found: dict[str, list[tuple[float, int]]] = {"wagtail": [], "portal": []}
    began = time.monotonic()
    for text in texts:
        for who, search in (("wagtail", _count_of_wagtail), ("portal", _count_of_portal)):
            start = time.monotonic()
            total = search(text)
            found[who].append((time.monotonic() - start, total))
        if time.monotonic() - began > WAGTAIL_SECONDS:
            break
    return {
        who: {
            "count": len(answers),
            "nothing": sum(not total for _seconds, total in answers),
            "mean": sum(seconds for seconds, _total in answers) / len(answers) * 1000,
            "p50": percentile(sorted(seconds for seconds, _total in answers), 50) * 1000,
            "p95": percentile(sorted(seconds for seconds, _total in answers), 95) * 1000,
        }
        for who, answers in found.items()
    }


def _count_of_wagtail(text: str) -> int:
    found = Page.objects.live().search(text)
    list(found[: searching.PER_PAGE])
    return found.count()


def _count_of_portal(text: str) -> int:
    return _search(Asked("", text)).total


COMMANDS = (rebuild, remove_index, paths, warm_paths, ask, ask_wagtail)
