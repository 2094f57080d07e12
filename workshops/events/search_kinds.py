"""Workshops in the portal search: those that have a page. What is for certain organisations only they find."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from netzwerk.surfaces.search_kinds import Link, SearchDocument, SearchKind
from netzwerk.vocabulary.models import Term
from workshops.events import words
from workshops.events.models import Workshop
from workshops.events.models.workshops import WorkshopQuerySet

FOR_MEMBERS = "workshops"  # the audience of whoever is signed in


def audience_of(key: int) -> str:
    return f"workshop-{key}"


class Workshops(SearchKind):
    key, order, label = "workshops", 15, "Workshops"
    model = "events.Workshop"
    stamp_fields = ("changed_at", "state")
    fallback_fields = ("title", "summary")
    depends_on = {
        "events.WorkshopDate": lambda row: [row.workshop_id],
        "events.Leader": lambda row: [row.workshop_id],
    }
    unindexed_fields = frozenset(
        {"pending", "writers", "review_note", "office_told_at", "submitted_by", "submitted_at"}
    )

    def rows(self) -> WorkshopQuerySet:
        topics = Prefetch("topics", Term.objects.select_related("parent__parent"))
        return Workshop.objects.shown().prefetch_related(topics, "dates__date__venue", "leaders__person")

    def visible_to(self, user: Any) -> WorkshopQuerySet:
        return self.rows().visible_to(user)

    def rows_for_links(self, user: Any) -> WorkshopQuerySet:
        return Workshop.objects.shown().visible_to(user).only("title", "slug")

    def link_to(self, row: Workshop) -> Link:
        return Link(row.title, row.get_absolute_url())

    def audience_keys(self, rows: Sequence[Workshop]) -> dict[int, str]:
        found = {}
        for row in rows:
            if row.audience == Workshop.Audience.MEMBERS:
                found[row.pk] = FOR_MEMBERS
            elif row.audience == Workshop.Audience.ORGANISATIONS:
                found[row.pk] = audience_of(row.pk)
        return found

    def audience_keys_of(self, user: Any) -> set[str]:
        if not user.is_authenticated or not user.is_active:
            return set()
        closed = Workshop.objects.shown().visible_to(user).filter(audience=Workshop.Audience.ORGANISATIONS)
        return {FOR_MEMBERS, *(audience_of(key) for key in closed.order_by().values_list("pk", flat=True).distinct())}

    def describe(self, row: Workshop) -> list[SearchDocument]:
        dates = list(row.dates.all())
        when = words.when_and_where(dates)
        off = "Fällt aus. " if row.is_cancelled else ""
        topics = [one.name for topic in row.topics.all() for one in topic.with_broader if not one.is_proposed]
        body = [row.description, row.for_whom, *dict.fromkeys(topics), *(one.full_name for one in row.leaders.all())]
        coming = [one.date.start_day for one in dates if one.date.ends_at > timezone.now()]
        days = coming or [one.date.start_day for one in dates]
        return [
            SearchDocument(
                title=row.title,
                url=row.get_absolute_url(),
                summary=f"{off}{when}. {row.summary}" if when else f"{off}{row.summary}",
                headings=[one.heading for one in dates if one.heading],
                body="\n".join(part for part in body if part),
                date=min(days) if days else None,
                appeared=row.published_at,
            )
        ]
