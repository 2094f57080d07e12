"""Parts of pages of workshops."""

from typing import Any, NamedTuple

from django import template
from django.urls import NoReverseMatch, reverse

from workshops.events import words

register = template.Library()

# Key of the tab in the context, its title, and its view; a tab whose view does not exist is left out.
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


def url_or_nothing(name: str, *args: Any) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.inclusion_tag("events/desk_head.html", takes_context=True)
def desk_head(context: template.Context) -> dict[str, Any]:
    """Title, dates, state and tabs of `workshop`, with the tab of the key `tab` as the current one. One query."""
    workshop = context["workshop"]
    rows = list(workshop.dates.select_related("date__venue"))
    tabs = [(key, label, url_or_nothing(name, workshop.pk)) for key, label, name in TABS]
    return {
        "workshop": workshop,
        "when": words.when_and_where(rows),
        "tabs": [Tab(label, url, key == context.get("tab")) for key, label, url in tabs if url],
        "preview_url": url_or_nothing("my_workshops:review", workshop.pk),
        "request": context.get("request"),
    }
