"""Letters about bookings, written into the outbox. Those that change a calendar go through the calendar."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils import timezone

from netzwerk.calendar import words as date_words
from netzwerk.calendar.models import Date
from netzwerk.calendar.services.sending import Words, confirm_place, withdraw_place
from netzwerk.post.services import notify, send_letter
from netzwerk.seats import words
from netzwerk.seats.models import Booking, Letter
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import Recipient

NOTIFICATION = "seats"  # its kind; services.notices describes it
Kind = Letter.Kind
TITLES = {
    Kind.ADDRESS: "Bitte bestätigen Sie Ihre Anmeldung",
    Kind.REQUESTED: "Ihre Anfrage ist eingegangen",
    Kind.CONFIRMED: "Sie sind angemeldet",
    Kind.WAITING: "Sie stehen auf der Warteliste",
    Kind.OFFERED: "Ein Platz ist für Sie frei",
    Kind.PROMOTED: "Sie sind nachgerückt",
    Kind.CANCELLED: "Teilnahme abgesagt",
    Kind.LEFT: "Anmeldung zurückgezogen",
    Kind.DECLINED: "Ihre Anfrage wurde abgelehnt",
    Kind.EXPIRED: "Das Angebot ist verfallen",
    Kind.LAPSED: "Kein Platz mehr frei geworden",
    Kind.SWITCHED: "Form der Teilnahme gewechselt",
    Kind.HANDED: "Platz übergeben",
    Kind.FALLS: "Fällt aus",
}
TAKES_A_SEAT = (Kind.CONFIRMED, Kind.PROMOTED, Kind.SWITCHED)
ASKS_FOR_AN_ANSWER = (Kind.OFFERED,)


def about(booking: Booking) -> str:
    """Names the booking in the outbox, so that undeliverable mail is found."""
    return f"seats.booking:{booking.pk}"


def write_letter(letter: Letter) -> None:
    """In the caller's transaction. A holder without an address gets nothing."""
    booking = letter.booking
    to = _recipient(letter)
    if not to.email:
        return
    kind = Kind(letter.kind)
    takes = kind in TAKES_A_SEAT or (kind == Kind.HANDED and not letter.facts.get("is_former"))
    leaves = kind == Kind.CANCELLED or (kind == Kind.HANDED and letter.facts.get("is_former"))
    dates = _coming(booking) if takes or leaves else []
    if not dates:
        _plain(letter, to)
        return
    change: Callable[..., None] = confirm_place if takes else withdraw_place
    for number, date in enumerate(dates):
        # One message for each date, as its UID is its own; the words about the booking stand in the first.
        own = _words(letter) if number == 0 else Words(about=about(booking), is_mail_only=True)
        change(date, [to], kind=NOTIFICATION, words=own)


def _coming(booking: Booking) -> list[Date]:
    dates = booking.place.dates.taking_place().filter(ends_at__gt=timezone.now())
    return list(dates.select_related("venue").order_by("starts_at", "pk"))


def _recipient(letter: Letter) -> Recipient:
    person, booking = letter.person, letter.booking
    path = _path(booking) if letter.person_id == booking.person_id else booking.place.path
    if person is not None:
        return Recipient(person.get_full_name(), person.email if person.is_active else "", person, path=path)
    return Recipient(letter.name, letter.email, path=path)


def _path(booking: Booking) -> str:
    kind = registry.place_kinds.get(booking.place.kind)
    return kind.booking_url(booking) if kind is not None else booking.place.path


def _words(letter: Letter) -> Words:
    return Words(
        letter=_template(letter),
        title=_title(letter),
        about=about(letter.booking),
        context=_context(letter),
    )


def _template(letter: Letter) -> str:
    name = "handed_over" if letter.kind == Kind.HANDED and letter.facts.get("is_former") else letter.kind
    return f"seats/mail/{name}.txt"


def _title(letter: Letter) -> str:
    title = TITLES[Kind(letter.kind)]
    if letter.kind == Kind.HANDED and not letter.facts.get("is_former"):
        title = "Sie haben einen Platz übernommen"
    return f"{title}: {letter.booking.place.title}"


def _context(letter: Letter) -> dict[str, Any]:
    booking, place = letter.booking, letter.booking.place
    dates = list(place.dates.select_related("venue").order_by("starts_at", "pk"))
    return {
        "booking": booking,
        "place": place,
        "facts": letter.facts,
        "dates": [
            {"title": one.title, "when": date_words.when(one), "where": date_words.where(one) or "noch offen"}
            for one in dates
            if not one.is_cancelled
        ],
        "format": booking.format.get_key_display(),
        "organisation": str(booking.organisation) if booking.organisation else "",
        "booked_by": booking.booked_by.get_full_name() if _by_others(letter) and booking.booked_by else "",
        "position": booking.position(),
        "promotes_until": words.moment(place.promotes_until),
        "cancels_until": words.moment(place.cancels_until),
        "offered_until": words.moment(booking.offered_until) if booking.offered_until else "",
        "reason": booking.reason,
    }


def _by_others(letter: Letter) -> bool:
    booking = letter.booking
    return booking.booked_by_id is not None and booking.booked_by_id != letter.person_id


def _plain(letter: Letter, to: Recipient) -> None:
    context, title, template = _context(letter), _title(letter), _template(letter)
    if to.person is None:
        plain = {"name": to.name, "title": title, "url": f"{settings.BASE_URL}{to.path}"}
        send_letter(template, to=to.email, context={**context, **plain}, about=about(letter.booking))
        return
    notify(
        [to.person],
        kind=NOTIFICATION,
        title=title,
        text=letter.booking.reason,
        url=to.path,
        letter_template=template,
        context=context,
        about=about(letter.booking),
        is_for_all=letter.kind in ASKS_FOR_AN_ANSWER,
    )
