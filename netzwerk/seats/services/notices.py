"""Notifications to those who decide; letters to whoever books are rows of their own (models.Letter)."""

from netzwerk.members.roles import May
from netzwerk.members.services.people import people_with_permission
from netzwerk.post.services import notify
from netzwerk.seats.models import Booking
from netzwerk.seats.writing import NOTIFICATION
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import NotificationKind

REQUESTS = "seats-requests"
KINDS = (
    NotificationKind(
        NOTIFICATION,
        26,
        "Meine Anmeldungen",
        "Kommt, wenn sich an Ihrem Platz oder an Ihrem Platz auf der Warteliste etwas ändert. Angebote und E-Mails, die Ihren "
        "Kalender ändern, kommen immer.",
    ),
    NotificationKind(
        REQUESTS, 27, "Anmeldungen zu entscheiden", "Kommt, wenn jemand auf Ihre Freigabe oder Genehmigung wartet."
    ),
)


def ask_organisation(booking: Booking) -> None:
    """The coordination is asked to release a request."""
    kind = registry.place_kinds.get(booking.place.kind)
    if booking.organisation is None or kind is None:
        return
    notify(
        people_with_permission(May.BOOK_FOR_COLLEAGUES, booking.organisation),
        kind=REQUESTS,
        title=f"Freigabe erbeten: {booking.place.title}",
        text=f"{booking.holder_name} möchte teilnehmen. Die Anmeldung zählt erst mit Ihrer Freigabe.",
        url=kind.release_url(booking),
    )


def ask_managers(booking: Booking) -> None:
    """Whoever manages the place is asked to approve a request."""
    kind = registry.place_kinds.get(booking.place.kind)
    if kind is None:
        return
    notify(
        kind.managers(booking.place),
        kind=REQUESTS,
        title=f"Zu genehmigen: {booking.place.title}",
        text=f"{booking.holder_name} möchte teilnehmen.",
        url=kind.desk_url(booking.place),
    )
