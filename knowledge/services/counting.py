"""Counts visits by month, without data about visitors, and lists the most read reports."""

from collections.abc import Mapping
from typing import Any

from knowledge.models import MonthlyCount, PracticeReport
from netzwerk.surfaces.ttl_cache import TtlCache

# Parts of the user agents of programs that identify themselves; no browser has them.
ROBOTS = ("bot", "crawl", "spider", "slurp", "preview", "monitor", "curl", "wget", "python", "headless")


def is_visit(method: str, headers: Mapping[str, str]) -> bool:
    """Whether this is a browser that loads the whole resource; not a range, not a prefetch."""
    agent = headers.get("User-Agent", "").lower()
    return (
        method == "GET"
        and agent.startswith("mozilla/")  # all browsers start like this
        and not any(word in agent for word in ROBOTS)
        and "Range" not in headers
        and "prefetch" not in headers.get("Sec-Purpose", "")
    )


def count_visit(report: PracticeReport, what: MonthlyCount.What, *, method: str, headers: Mapping[str, str]) -> None:
    """Adds one if the request is a visit."""
    if is_visit(method, headers):
        MonthlyCount.objects.add(report.pk, what)


# Read for all users, then filtered by what each may see; the list can get short if many are restricted.
MOST_READ = 40
_most_read_pks = TtlCache(lambda: MonthlyCount.objects.most_read(MOST_READ), seconds=60)


def most_read(user: Any, most: int) -> list[PracticeReport]:
    """Current reports that this user may see, most read first, cached for a minute."""
    pks = _most_read_pks()
    reports = PracticeReport.objects.visible_to(user).current().for_lists().in_bulk(pks)
    return [reports[pk] for pk in pks if pk in reports][:most]
