"""States and deadlines in words."""

from datetime import datetime

from django.utils import formats, timezone

from netzwerk.members.models import Organisation
from netzwerk.seats.models import Booking, Pool
from netzwerk.texts.dates import long_date


def moment(at: datetime) -> str:
    """ "Donnerstag, 7. Januar 2027, 12:00 Uhr" """
    local = timezone.localtime(at)
    return f"{formats.date_format(local, 'l')}, {long_date(local.date())}, {local:%H:%M}\N{NO-BREAK SPACE}Uhr"


def seats(number: int) -> str:
    """ "1 Platz", "4 Plätze" """
    return f"{number}\N{NO-BREAK SPACE}{'Platz' if number == 1 else 'Plätze'}"


def position(booking: Booking) -> str:
    """ "Warteliste, Platz 3" """
    return f"Warteliste, Platz\N{NO-BREAK SPACE}{booking.position()}"


def reserved_for(pool: Pool) -> str:
    """For whom an allotment is: names, then kinds. One query without prefetched organisations."""
    kinds = [str(Organisation.Kind(one).label) for one in pool.kinds if one in Organisation.Kind.values]
    names = sorted(one.name for one in pool.organisations.all())
    return ", ".join([*names, *kinds])
