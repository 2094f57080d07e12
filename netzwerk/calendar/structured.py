"""A date as schema.org data, for search engines. Features put it on their public page of the date (tag `json_ld`)."""

from typing import Any

from django.conf import settings

from netzwerk.calendar.models import Date

STATUS = {
    Date.State.TENTATIVE: "https://schema.org/EventScheduled",
    Date.State.CONFIRMED: "https://schema.org/EventScheduled",
    Date.State.CANCELLED: "https://schema.org/EventCancelled",
}
MODES = {
    (True, False): "https://schema.org/OfflineEventAttendanceMode",
    (False, True): "https://schema.org/OnlineEventAttendanceMode",
    (True, True): "https://schema.org/MixedEventAttendanceMode",
}


def event_of(date: Date) -> dict[str, Any]:
    """A public date. Without the address of the online room, which only those who take part know."""
    url = f"{settings.BASE_URL}{date.path}"
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": date.title,
        "description": date.summary,
        "url": url,
        "startDate": date.start.isoformat(timespec="minutes"),
        "endDate": date.end.isoformat(timespec="minutes"),
        "eventStatus": STATUS[Date.State(date.state)],
        "eventAttendanceMode": MODES.get((date.venue is not None, date.is_online), ""),
        "location": _locations(date, url),
        "organizer": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.BASE_URL},
        "inLanguage": "de",
    }
    return {name: value for name, value in data.items() if value}


def _locations(date: Date, url: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if date.venue is not None:
        address = {
            "@type": "PostalAddress",
            "streetAddress": date.venue.street,
            "postalCode": date.venue.postcode,
            "addressLocality": date.venue.place,
            "addressCountry": "DE",
        }
        found.append({"@type": "Place", "name": date.venue.name, "address": address})
    if date.is_online:
        found.append({"@type": "VirtualLocation", "url": url})
    return found
