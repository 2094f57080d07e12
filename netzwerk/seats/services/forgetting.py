"""Personal data of guests, and when it goes."""

from datetime import timedelta

from django.utils import timezone

from netzwerk.seats.models import Booking, Letter

UNCONFIRMED_KEPT = timedelta(days=2)
GUESTS_KEPT = timedelta(days=90)  # after the end; certificates stay verifiable
FORGOTTEN = "Gast"


def forget_unconfirmed() -> int:
    """For the clock: addresses that nobody confirmed. Returns how many."""
    limit = timezone.now() - UNCONFIRMED_KEPT
    rows = Booking.objects.filter(state=Booking.State.UNCONFIRMED, created_at__lt=limit)
    return rows.delete()[1].get(Booking._meta.label, 0)


def forget_guests() -> int:
    """For the clock: who the guests were, 90 days after the end; that a seat was taken stays. Returns how many."""
    over = Booking.objects.filter(person=None, place__ends_at__lt=timezone.now() - GUESTS_KEPT).exclude(name=FORGOTTEN)
    Letter.objects.filter(booking__in=over).delete()
    return over.update(name=FORGOTTEN, email="", affiliation="", folded="", reason="")
