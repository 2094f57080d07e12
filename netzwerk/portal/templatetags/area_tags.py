"""Tags of the pages of "Mein Bereich"."""

from django import template

from netzwerk.portal.area import navigation_of

register = template.Library()


@register.inclusion_tag("portal/area_navigation.html", takes_context=True)
def area_navigation(context: template.Context) -> dict:
    """The side navigation. Somebody who still has to set up a second factor gets none, because no link would open.

    A view sets `area_key` if the name of the view does not tell which entry its page belongs to.
    """
    request = context["request"]
    if getattr(request, "must_enrol", False):
        return {"navigation": None}
    return {"navigation": navigation_of(request, context.get("area_key", ""))}
