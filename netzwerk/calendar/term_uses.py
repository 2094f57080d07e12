"""The topics of dates. Lists read them from the rows, so nothing follows when a term is merged, renamed or moved."""

from django.db.models import QuerySet

from netzwerk.surfaces.registry import TOPICS, TermUse


def nothing_to_follow(_dates: QuerySet) -> None:
    pass


TERM_USE = TermUse("calendar.Date.topics", TOPICS, "Termine", nothing_to_follow)
