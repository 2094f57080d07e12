from django import template
from django.conf import settings

from netzwerk.members.demo.personas import PERSONAS, Persona

register = template.Library()


@register.simple_tag
def demo_personas() -> tuple[Persona, ...]:
    """The personas of the demo's login page; none outside the demo."""
    return PERSONAS if settings.DEMO else ()
