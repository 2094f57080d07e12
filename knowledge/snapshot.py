"""A report as plain data: stored with each version, rendered as PDF and compared with other versions."""

from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from knowledge.citing import cite
from knowledge.rich_nodes import nodes_of
from knowledge.scales import explained
from knowledge.sections import SECTIONS
from netzwerk.files.models import PortalDocument
from netzwerk.portal.links import LinkTargets
from netzwerk.portal.models.references import kind_of, links_of
from netzwerk.texts.dates import long_date

if TYPE_CHECKING:
    from knowledge.models import PracticeReport

Snapshot = dict[str, Any]
AS_OF = "Stand"  # label of the date of the text


def snapshot_of(report: "PracticeReport", *, number: int, published_on: date) -> Snapshot:
    """JSON data as the public sees it; pictures as ids. Files for members only are listed, marked as such."""
    base_url = settings.BASE_URL
    request = SimpleNamespace(user=AnonymousUser())
    links = LinkTargets.of(report.raw_bodies(), request)
    return {
        "title": report.title,
        "summary": report.lead,
        "permalink": f"{base_url}{report.permalink}",
        "number": report.pk,
        "version": number,
        "published": long_date(published_on),
        "published_iso": published_on.isoformat(),
        "changes": report.change_note,
        "facts": facts_of(report),
        "authors": [str(author) for author in report.authors.all()],
        "organisations": [one.name for one in report.organisations.all()],
        "picture": _picture(report),
        "terms": [
            [vocabulary.label, [term.name for term in terms]] for vocabulary, terms in report.terms().items() if terms
        ],
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "nodes": nodes_of(getattr(report, section.field), links, base_url),
            }
            for section in SECTIONS
        ],
        "criteria": [
            {
                "name": stage.about.name,
                "question": stage.about.question,
                "author": stage.author_stage,
                "author_reason": stage.author_reason,
                "reviewer": stage.reviewer_stage,
                "reviewer_reason": stage.reviewer_reason,
                "stage": stage.author_meaning or stage.reviewer_meaning,
            }
            for stage in report.stages.all()
        ],
        "scales": [list(row) for row in scales_of(report)],
        "files": _files(report),
        "references": _references(report),
        "citation": cite(report, version=number, published_on=published_on),
        "archived": report.is_archived,
        "review_overdue": report.is_overdue,
    }


def provider_of(report: "PracticeReport", organisations: Iterable[str]) -> str:
    return report.provider or ", ".join(organisations)


def period_of(report: "PracticeReport") -> str:
    """ "seit April 2022", "April 2022 bis Dezember 2024", "bis Mai 2020" """
    started, ended = (month_and_year(day) for day in (report.started, report.ended))
    if started and ended:
        return started if started == ended else f"{started} bis {ended}"
    return f"seit {started}" if started else f"bis {ended}" if ended else ""


def month_and_year(day: date | None) -> str:
    return long_date(day).partition(" ")[2] if day else ""


def facts_of(report: "PracticeReport") -> list[list[str]]:
    """The key facts as label and value. Rows without a value are left out."""
    posts = f"{report.posts.normalize():f}".replace(".", ",") if report.posts is not None else ""
    rows = [
        ["Ort", report.place],
        ["Träger", provider_of(report, (one.name for one in report.organisations.all()))],
        ["Zeitraum", period_of(report)],
        ["Kosten", report.cost],
        ["Vollzeitstellen", posts],
        [AS_OF, long_date(report.as_of)],
    ]
    return [row for row in rows if row[1]]


def scales_of(report: "PracticeReport") -> list[tuple[str, str, str]]:
    """Name, value and meaning of each scale; they are not combined into a score."""
    rows = [
        ("Evidenz", "evidence", report.evidence),
        ("Kostenrahmen", "cost", report.cost_level),
        ("Wirkung", "effect", report.effect),
    ]
    return [
        (label, explained(scale)[value].name, explained(scale)[value].text) for label, scale, value in rows if value
    ]


def _picture(report: "PracticeReport") -> dict[str, Any] | None:
    if report.picture_id is None:
        return None
    alt = "" if report.picture_decorative else report.picture_alt
    credit = report.picture.credit
    return {"image": report.picture_id, "alt": alt, "caption": report.picture_caption, "credit": credit}


def _references(report: "PracticeReport") -> list[dict[str, str]]:
    """Title and URL of what is public; the permanent one of a report."""
    targets = [row.target for row in sorted(report.references.all(), key=lambda row: row.sort_order)]
    links, own = links_of(targets, AnonymousUser()), kind_of(type(report)).key
    urls = {
        target: reverse("knowledge:permalink", args=[target[1]]) if target[0] == own else link.url
        for target, link in links.items()
    }
    return [
        {"title": links[target].title, "url": f"{settings.BASE_URL}{urls[target]}"}
        for target in targets
        if target in links
    ]


def _files(report: "PracticeReport") -> list[dict[str, Any]]:
    rows = list(report.files.select_related("document") if report.pk else [])
    open_to_all = set(
        PortalDocument.objects.visible_to(AnonymousUser())
        .filter(pk__in=[row.document_id for row in rows])
        .values_list("pk", flat=True)
    )
    return [
        {
            "title": row.document.title,
            "kind": row.document.file_extension.upper(),
            "size": filesizeformat(row.document.file_size or 0).replace("\xa0", " "),
            "members_only": row.document_id not in open_to_all,
        }
        for row in rows
    ]
