"""Daily limit of wrong codes per person, and codes already used: both in the cache shared by all processes.

allauth allows five wrong codes every five minutes without end, which adds up to many guesses over weeks. It also rejects a
used code for one time step only, while codes are valid for three here.
"""

import hashlib

from allauth.core import context, ratelimit
from allauth.mfa import app_settings
from django.core.cache import cache

from netzwerk.members.allauth_internals import normalize_user_code

ACTION = "second_factor"


def limit_reached(user) -> bool:
    return not ratelimit.consume(context.request, action=ACTION, key=str(user.pk), dry_run=True)


def count_failure(user) -> None:
    ratelimit.consume(context.request, action=ACTION, key=str(user.pk))


def _key_of(user, code: str) -> str:
    return "second-factor-used:" + hashlib.sha256(f"{user.pk}:{normalize_user_code(code)}".encode()).hexdigest()


def was_used(user, code: str) -> bool:
    return cache.get(_key_of(user, code)) is not None


def mark_used(user, code: str) -> bool:
    """False if it was used in the meantime."""
    steps = 2 * app_settings.TOTP_TOLERANCE + 1
    return cache.add(_key_of(user, code), "y", timeout=steps * app_settings.TOTP_PERIOD)
