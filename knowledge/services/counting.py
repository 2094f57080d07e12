"""Counting visits: a number in a month, nothing of who came; and what is read most."""

from collections.abc import Mapping
from typing import Any

from knowledge.models import MonthlyCount, PracticeReport
from netzwerk.surfaces.ttl_cache import TtlCache

# Programs that say what they are. A person's browser says none of this.
ROBOTS = ("bot", "crawl", "spider", "slurp", "preview", "monitor", "curl", "wget", "python", "headless")


def is_visit(method: str, headers: Mapping[str, str]) -> bool:
    """Whether a person's browser asks for the whole thing: not for a part of it, and not before the person wants it."""
    agent = headers.get("User-Agent", "").lower()
    return (
        method == "GET"
        and agent.startswith("mozilla/")  # as every browser has begun for thirty years
        and not any(word in agent for word in ROBOTS)
        and "Range" not in headers
        and "prefetch" not in headers.get("Sec-Purpose", "")
    )


def count_visit(report: PracticeReport, what: MonthlyCount.What, *, method: str, headers: Mapping[str, str]) -> None:
    """One more, where it is a visit."""
    if is_visit(method, headers):
        MonthlyCount.objects.add(report.pk, what)


# Of so many reports those are shown that somebody may see. Where many of the most read are closed, the list is short.
MOST_READ = 40
_most_read_pks = TtlCache(lambda: MonthlyCount.objects.most_read(MOST_READ), seconds=60)


def most_read(user: Any, most: int) -> list[PracticeReport]:
    """Current reports that this person may see, most read first, as of the last minute."""
    pks = _most_read_pks()
    reports = PracticeReport.objects.visible_to(user).current().for_lists().in_bulk(pks)
    return [reports[pk] for pk in pks if pk in reports][:most]
