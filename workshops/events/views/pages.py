"""The page of a workshop."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from netzwerk.calendar.words import when, where
from netzwerk.directory.people import address_of
from netzwerk.members.access import can_see_open_profiles
from netzwerk.seats.models import Booking
from workshops.events import words
from workshops.events.access import can_manage
from workshops.events.models import Leader, Material, Workshop, WorkshopDate
from workshops.events.structured import event_of_workshop


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    found = Workshop.objects.visible_to(request.user).prefetch_related("topics", "organisers")
    workshop = get_object_or_404(found, slug=slug)
    context = page_context(request, workshop)
    context["title"] = workshop.title
    if workshop.is_shown and workshop.audience == Workshop.Audience.PUBLIC:
        context["structured"] = event_of_workshop(workshop, [row.date for row in context["rows"]])
    return render(request, "events/page.html", context)


def page_context(request: HttpRequest, workshop: Workshop) -> dict[str, Any]:
    """What the page and its preview show."""
    rows = list(workshop.dates.select_related("date__venue__district", "place"))
    may_manage = can_manage(request.user, workshop)
    leaders = list(workshop.leaders.select_related("person"))
    shows_rooms = _sees_rooms(request, workshop, rows, leaders, may_manage)
    venues = {row.date.venue_id: row.date.venue for row in rows if row.date.venue is not None}
    taking_place = [row for row in rows if not row.date.is_cancelled]
    return {
        "workshop": workshop,
        "rows": rows,
        "entries": [
            {
                "row": row,
                "date": row.date,
                "when": when(row.date),
                "room_url": row.date.room_url if row.pk in shows_rooms else "",
            }
            for row in rows
        ],
        "shows_where": len({where(row.date) for row in rows}) > 1 or not venues,
        "days_title": words.days_in_words(len(rows)) if rows else "Termine",
        "format": format_in_words(taking_place or rows),
        "units": words.units_of(rows),
        "venues": [{"venue": venue, "rooms": _rooms(rows, key)} for key, venue in venues.items()],
        "leaders": [_leader(request, one) for one in leaders],
        "materials": materials_of(request, workshop),
        "topics": workshop.topics.all(),
        "asks_for_needs": any(one.is_about_needs for one in workshop.questions.all()),
        "is_over": bool(rows) and all(row.date.is_past for row in rows),
        "may_manage": may_manage,
    }


def format_in_words(rows: list[WorkshopDate]) -> str:
    online = [row.date.is_online for row in rows]
    on_site = [row.date.venue_id is not None or bool(row.date.room) or not row.date.is_online for row in rows]
    if any(online):
        return "vor Ort und online" if any(on_site) else "online"
    return "vor Ort" if rows else ""


def _rooms(rows: list[WorkshopDate], venue: int) -> str:
    return ", ".join(dict.fromkeys(row.date.room for row in rows if row.date.venue_id == venue and row.date.room))


def _sees_rooms(
    request: HttpRequest, workshop: Workshop, rows: list[WorkshopDate], leaders: list[Leader], may_manage: bool
) -> set[int]:
    """Keys of the dates whose online room the visitor may see: with a seat, as leader, as organiser."""
    user = request.user
    near = {row.pk: row.place_id for row in rows if row.date.room_url}
    if not near or not user.is_authenticated:
        return set()
    if may_manage or any(one.person_id == user.pk for one in leaders):
        return set(near)
    seats = Booking.objects.visible_to(user).filter(person=user, place__in=[key for key in near.values() if key])
    places = set(seats.confirmed().values_list("place_id", flat=True))
    return {key for key, place in near.items() if place in places}


def _leader(request: HttpRequest, leader: Leader) -> dict[str, str]:
    person, function, url = leader.person, leader.function, ""
    if person is None:
        function = f"{function}, Gast" if function else "Gast"
    elif person.is_active:
        function = function or person.function
        if person.profile_open and request.user.is_authenticated and can_see_open_profiles(request.user):
            url = address_of(person)
    return {"name": leader.full_name, "function": function, "url": url}


def materials_of(request: HttpRequest, workshop: Workshop) -> list[dict[str, Any]]:
    """All that exist, those with a link that the visitor may open. What waits for a second person is left out."""
    found = [
        one
        for one in workshop.materials.prefetch_related("files")
        if one.is_approved or one.audience != Material.Audience.EVERYONE
    ]
    if not found:
        return []
    open_ones = set(Material.objects.visible_to(request.user).filter(workshop=workshop).values_list("pk", flat=True))
    return [
        {"material": one, "file": next(iter(one.files.all()), None), "is_open": one.pk in open_ones} for one in found
    ]
