"""A minimum number with a day of decision: whoever manages the place is reminded in time."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from netzwerk.post.services import notify
from netzwerk.seats.models import Booking, Place
from netzwerk.seats.services.notices import REQUESTS
from netzwerk.surfaces import registry
from netzwerk.texts.dates import long_date

AHEAD = timedelta(days=2)  # before the day of the decision


def remind_of_minimum() -> int:
    """For the clock: places with fewer seats taken than their minimum, shortly before the decision; each once. How many."""
    today = timezone.localdate()
    due = Place.objects.filter(
        minimum__gt=0, minimum_by__lte=today + AHEAD, minimum_told_at=None, is_open=True, cancelled_at=None
    )
    return sum(_remind(place) for place in due.filter(starts_at__gt=timezone.now()).order_by("pk"))


@transaction.atomic
def _remind(place: Place) -> int:
    row = Place.objects.select_for_update(of=("self",), no_key=True).get(pk=place.pk)
    kind = registry.place_kinds.get(row.kind)
    if row.minimum_told_at is not None or kind is None:
        return 0
    row.minimum_told_at = timezone.now()
    row.save(update_fields=["minimum_told_at"])
    taken = Booking.objects.filter(place=row).confirmed().count()
    if taken >= row.minimum:
        return 0
    notify(
        kind.managers(row),
        kind=REQUESTS,
        title=f"Mindestzahl noch nicht erreicht: {row.title}",
        text=f"{taken} von mindestens {row.minimum} Plätzen sind vergeben. Bis {long_date(row.minimum_by)} entscheiden Sie, "
        "ob es stattfindet; sagen Sie ab, erfahren es alle, auch wer wartet.",
        url=kind.desk_url(row),
    )
    return 1
