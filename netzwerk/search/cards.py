"""The search's list of the office desk."""

from django.db.models import Sum
from django.http import HttpRequest
from django.utils import timezone

from netzwerk.search.models import AskedQuestion
from netzwerk.search.services.questions import first_of_month
from netzwerk.surfaces.registry import ListState


def asked(request: HttpRequest) -> ListState:
    """Searches of this and the last month, which the page shows first."""
    today = timezone.localdate()
    rows = AskedQuestion.objects.visible_to(request.user).of_months(
        [first_of_month(today, 0), first_of_month(today, 1)]
    )
    sums = rows.aggregate(times=Sum("times", default=0), nothing=Sum("nothing", default=0))
    return ListState(f"in diesem und im letzten Monat, davon {sums['nothing'] or 'keine'} ohne Treffer", sums["times"])
