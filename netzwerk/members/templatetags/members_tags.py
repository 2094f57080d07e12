"""Template filters for log entries, names of organisations and a person's own data."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.formats import date_format

from netzwerk.members.articles import with_article, with_preposition
from netzwerk.members.models import Organisation
from netzwerk.members.services.log import action_label, log_details

register = template.Library()


register.filter(action_label)


register.filter(log_details)


@register.filter(name="article")
def article_of(organisation: Organisation | str, case: str = "nominative") -> str:
    """ "die Stadt Lindenbrück", in the given case."""
    return with_article(str(organisation), case)


@register.filter(name="with_preposition")
def organisation_with_preposition(organisation: Organisation | str, preposition: str) -> str:
    """ "zur Stadt Lindenbrück", "beim Kreis Auenrode"."""
    return with_preposition(preposition, str(organisation))


@register.filter
def in_words(value: Any) -> str:
    """A value of a person's own data as German text."""
    if value is None or value == "" or value == []:
        return "–"
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        return f"{date_format(value, 'j. F Y, H:i')} Uhr"
    if isinstance(value, date):
        return date_format(value, "j. F Y")
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value)
