"""The card in "Mein Bereich"."""

from django.http import HttpRequest

from netzwerk.calendar.entries import entries_of
from netzwerk.calendar.models import Date
from netzwerk.calendar.parts import has_dates

AT_MOST = 3


def next_dates(request: HttpRequest) -> dict | None:
    """One's own next dates. Without any, the card is left out."""
    if not has_dates():
        return None
    own = Date.objects.visible_to(request.user).of_person(request.user).upcoming()
    rows = list(own.for_lists()[:AT_MOST])
    return {"dates": entries_of(rows, request.user, with_clashes=True)} if rows else None
