"""The timeline of an application, for the applicant and for the office."""

from netzwerk.lists.timeline import TimelineEntry
from netzwerk.members.models import Application


def history_of(application: Application, *, with_authors: bool = False) -> list[TimelineEntry]:
    rows = application.messages.select_related("author") if with_authors else application.messages.all()
    return [
        TimelineEntry(
            row.created_at, row.get_kind_display(), row.text, str(row.author) if with_authors and row.author else ""
        )
        for row in rows
    ]
