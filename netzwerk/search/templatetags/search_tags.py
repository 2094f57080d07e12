"""What templates of all floors show of the search, without a line of their Python knowing it."""

from typing import Any

from django import template

from netzwerk.portal.models import ContactPage
from netzwerk.search.services import suggesting
from netzwerk.search.services.suggesting import Suggestion
from netzwerk.surfaces import registry

register = template.Library()


@register.simple_tag(takes_context=True)
def similar_to(context: template.Context, row: Any, kind: str) -> list[Suggestion]:
    """A few things of this kind that are like this object, which is of that kind itself or a plain neighbour of it."""
    return suggesting.similar_to(context["request"].user, registry.search_kinds.get(kind), row)


@register.simple_tag(takes_context=True)
def contact_address(context: template.Context) -> str:
    """Where one writes to the office; "" where nobody keeps such a page."""
    page = ContactPage.objects.visible_to(context["request"].user).first()
    return page.url if page else ""
