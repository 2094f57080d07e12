from django import template
from django.conf import settings

from netzwerk.members.demo.personas import PERSONAS, Persona

register = template.Library()


@register.simple_tag
def demo_personas() -> tuple[Persona, ...]:
    """The personas that the login page of a demo offers; none outside of the demo."""
    return PERSONAS if settings.DEMO else ()
