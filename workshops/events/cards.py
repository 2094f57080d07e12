"""What "Mein Bereich" and the office desk say of workshops."""

from django.db.models import Count, Min
from django.http import HttpRequest
from django.utils import timezone

from netzwerk.surfaces.registry import Waiting
from workshops.events.access import can_plan, can_review_all
from workshops.events.models import Workshop


def plans(request: HttpRequest) -> bool:
    return can_plan(request.user) or can_review_all(request.user)


def reviews(request: HttpRequest) -> bool:
    return can_review_all(request.user)


def to_review(request: HttpRequest) -> Waiting:
    """Workshops and changes that wait for a second person."""
    waiting = Workshop.objects.visible_to(request.user).waiting_for_review().order_by()
    found = waiting.aggregate(number=Count("pk"), oldest=Min("submitted_at"))
    oldest = found["oldest"]
    return Waiting(found["number"], timezone.localdate(oldest) if oldest else None)
