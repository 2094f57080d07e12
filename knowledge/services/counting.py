"""Counting visits: a number in a month, nothing of who came."""

from knowledge.models import MonthlyCount, PracticeReport

# Programs that say what they are. A person's browser says none of this.
ROBOTS = ("bot", "crawl", "spider", "slurp", "preview", "monitor", "curl", "wget", "python", "headless")


def count_visit(report: PracticeReport, what: MonthlyCount.What, *, method: str, agent: str) -> None:
    """One more, where a person asked for the whole thing."""
    if method == "GET" and agent and not any(word in agent.lower() for word in ROBOTS):
        MonthlyCount.objects.add(report.pk, what)
