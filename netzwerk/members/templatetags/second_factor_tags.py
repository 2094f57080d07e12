"""Template tags for the second factor."""

import json
from textwrap import wrap
from typing import Any

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from netzwerk.members.second_factor.state import Factors, factors_of

register = template.Library()


@register.simple_tag
def second_factors(user) -> Factors:
    return factors_of(user)


@register.simple_tag
def waived() -> bool:
    """Whether this demo does not enforce the second factor that roles need."""
    return settings.SECOND_FACTOR_WAIVED


@register.filter
def in_fours(text: str) -> str:
    """A long key or code in groups of four characters."""
    return " ".join(wrap(text, 4))


@register.filter
def as_json(value: Any) -> str:
    """JSON for a data attribute; the template escapes it."""
    return json.dumps(value, cls=DjangoJSONEncoder)
