"""schema.org data of a report."""

from collections.abc import Iterable

from django.utils import timezone

from knowledge.models import PracticeReport, ReportVersion
from netzwerk.portal.structured import description_of
from netzwerk.vocabulary.models import Term


def structured(report: PracticeReport, base_url: str, version: ReportVersion | None, topics: Iterable[Term]) -> dict:
    data = description_of(report, base_url) | {
        "author": [{"@type": "Person", "name": author.name} for author in report.authors.all()]
        or [{"@type": "Organization", "name": one.name} for one in report.organisations.all()],
        "datePublished": (report.first_published_at or timezone.now()).isoformat(),
        "identifier": f"{base_url}{report.permalink}",
        "articleSection": [term.name for term in topics],
    }
    if version:
        data["version"] = version.number
    return data
