"""Parts of pages of workshops."""

from typing import Any, NamedTuple

from django import template
from django.urls import reverse

from netzwerk.calendar import words as date_words
from netzwerk.calendar.models import Date
from netzwerk.files.models import AttachedFile
from workshops.events import words
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.plain_text import plain_blocks

register = template.Library()

# Key of the tab in the context, its title, and its view.
TABS = (
    ("bookings", "Anmeldungen", "workshop_desk:bookings"),
    ("check_in", "Einlass", "workshop_desk:check_in"),
    ("seats", "Plätze", "workshop_desk:seats"),
    ("materials", "Material", "my_workshops:materials"),
    ("messages", "Nachrichten", "workshop_desk:messages"),
    ("edit", "Angaben", "my_workshops:edit"),
    ("closing", "Abschluss", "workshop_desk:closing"),
)


class Tab(NamedTuple):
    label: str
    url: str
    is_current: bool


@register.inclusion_tag("events/desk_head.html", takes_context=True)
def desk_head(context: template.Context) -> dict[str, Any]:
    """Title, dates, state and tabs of `workshop`, with the tab of the key `tab` as the current one. One query."""
    workshop = context["workshop"]
    rows = list(workshop.dates.select_related("date__venue"))
    tabs = [Tab(label, reverse(name, args=[workshop.pk]), key == context.get("tab")) for key, label, name in TABS]
    return {
        "workshop": workshop,
        "when": words.when_and_where(rows),
        "tabs": tabs,
        "preview_url": reverse("my_workshops:review", args=[workshop.pk]),
        "request": context.get("request"),
    }


@register.simple_tag
def workshop_desk_url(workshop: Workshop) -> str:
    """Where organisers go on with it: to the bookings of a published one, else to what is still missing."""
    return reverse("workshop_desk:bookings" if workshop.is_shown else "my_workshops:edit", args=[workshop.pk])


register.filter("date_when", date_words.when)
register.filter("date_where", date_words.where)
register.filter("plain_blocks", plain_blocks)


@register.filter
def date_where_short(date: Date) -> str:
    """Without the address, which stands below."""
    return date_words.where(date, with_address=False)


@register.filter
def date_units(row: WorkshopDate) -> str:
    return words.units_of([row])


@register.filter
def file_kind(file: AttachedFile) -> str:
    """ "PDF" """
    return file.ending.removeprefix(".").upper()
