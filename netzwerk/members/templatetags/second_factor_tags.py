"""What templates say about the second factor."""

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
    """Whether this demo lets people in without the second factor that their roles need."""
    return settings.SECOND_FACTOR_WAIVED


@register.filter
def in_fours(text: str) -> str:
    """A long key or code in groups that eyes can follow."""
    return " ".join(wrap(text, 4))


@register.filter
def as_json(value: Any) -> str:
    """For a data attribute, which escapes it."""
    return json.dumps(value, cls=DjangoJSONEncoder)
