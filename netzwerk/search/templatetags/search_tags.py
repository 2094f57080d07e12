"""Tags for templates of lower layers, which must not import the search."""

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
    """Some objects similar to this one, without those that the page shows `beside` it."""
    shown = [one.url for one in beside or ()]
    return suggesting.similar_to(context["request"].user, registry.search_kinds.get(kind), row, shown)


@register.simple_tag(takes_context=True)
def contact_address(context: template.Context) -> str:
    """URL of the contact page; "" if there is none."""
    page = ContactPage.objects.visible_to(context["request"].user).order_by("pk").first()
    return page.url if page else ""
