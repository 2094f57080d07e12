"""The box of a workshop's page, and dates in words."""

from typing import Any

from django import template

from netzwerk.calendar import words as date_words
from netzwerk.calendar.models import Date
from netzwerk.seats import words
from netzwerk.texts.dates import long_date
from workshops.events.booking_box import box_of
from workshops.events.models import Workshop

register = template.Library()
register.filter("moment", words.moment)
register.filter("date_when", date_words.when)
register.filter("date_where", date_words.where)


@register.filter
def date_day(date: Date) -> str:
    """ "Donnerstag, 14. Januar 2027" """
    return f"{date_words.weekday(date.start_day)}, {long_date(date.start_day)}"


@register.inclusion_tag("events/booking/box.html", takes_context=True)
def booking_box(context: template.Context, workshop: Workshop) -> dict[str, Any]:
    request = context["request"]
    return {
        "box": box_of(workshop, request.user),
        "workshop": workshop,
        "request": request,
        "csrf_token": context.get("csrf_token"),
    }
