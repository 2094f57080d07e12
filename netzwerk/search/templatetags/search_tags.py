"""What templates of all floors show of the search, without a line of their Python knowing it."""

from collections.abc import Iterable
from typing import Any

from django import template

from netzwerk.portal.models import ContactPage
from netzwerk.search.services import suggesting
from netzwerk.search.services.suggesting import Suggestion
from netzwerk.surfaces import registry

register = template.Library()


@register.simple_tag(takes_context=True)
def similar_to(
    context: template.Context, row: Any, kind: str, beside: Iterable[Any] | None = None
) -> list[Suggestion]:
    """A few things that are like this object of that kind, but for those that stand beside it on the page anyway."""
    shown = [one.url for one in beside or ()]
    return suggesting.similar_to(context["request"].user, registry.search_kinds.get(kind), row, shown)


@register.simple_tag(takes_context=True)
def contact_address(context: template.Context) -> str:
    """Where one writes to the office; "" where nobody keeps such a page."""
    page = ContactPage.objects.visible_to(context["request"].user).order_by("pk").first()
    return page.url if page else ""
