"""Template filters for log entries, names of organisations and a person's own data."""

from datetime import date, datetime
from typing import Any

from django import template
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.formats import date_format

from netzwerk.members.articles import with_article, with_preposition
from netzwerk.members.models import Organisation
from netzwerk.members.services.log import action_label

register = template.Library()


register.filter(action_label)


@register.filter
def log_details(data: dict[str, Any] | None) -> str:
    """Role, place and reason in the data of a log entry, what was merged into another, and the names of the changed fields."""
    data = data or {}
    parts = [str(data[name]) for name in ("role", "where", "reason", "merged") if data.get(name)]
    if data.get("fields"):
        parts.append(", ".join(_field_name(name) for name in data["fields"]))
    return "; ".join(parts)


def _field_name(name: str) -> str:
    """The verbose name of a field of any model of this app, or the name itself if no model has it (any more)."""
    for model in apps.get_app_config("members").get_models():
        try:
            return str(model._meta.get_field(name).verbose_name)
        except (FieldDoesNotExist, AttributeError):
            continue
    return name


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
