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


FEW = 5
# What people say of their own booking, with the look of a tag (registry.DateLabel, lists.dates.Tag).
OWN_STATES = {
    Booking.State.CONFIRMED: ("angemeldet", "own"),
    Booking.State.WAITING: ("auf der Warteliste", "soon"),
    Booking.State.OFFERED: ("Platz angeboten, noch nicht angenommen", "soon"),
    Booking.State.REQUESTED: ("Anfrage läuft, noch kein Platz", "soon"),
    Booking.State.RELEASE: ("wartet auf Freigabe, noch kein Platz", "soon"),
}


def still_free(number: int) -> tuple[str, str]:
    """ "noch 4 Plätze", with the look of a tag: few ones are marked."""
    return f"noch {seats(number)}", "soon" if number <= FEW else "good"


def position(booking: Booking) -> str:
    """ "Warteliste, Platz 3" """
    return f"Warteliste, Platz\N{NO-BREAK SPACE}{booking.position()}"


def reserved_for(pool: Pool) -> str:
    """For whom an allotment is: names, then kinds. One query without prefetched organisations."""
    kinds = [str(Organisation.Kind(one).label) for one in pool.kinds if one in Organisation.Kind.values]
    names = sorted(one.name for one in pool.organisations.all())
    return ", ".join([*names, *kinds])
