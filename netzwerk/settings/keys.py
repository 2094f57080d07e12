"""Keys that encrypt values in the database: 32 random bytes, as base64 in the environment, without a default."""

import base64

from django.core.exceptions import ImproperlyConfigured

from netzwerk.settings import environment

BYTES = 32
DISTINCT = 12  # least number of different bytes; random keys have about 30
DEMO_MARK = b"demo-only"
DEMO_SECOND_FACTOR_KEY = b"demo-only-not-secret-0123456789!"


def required_key(name: str, purpose: str) -> bytes:
    """The key in this variable. Raises ImproperlyConfigured if it is missing, malformed, too short or not random."""
    text = environment.required(name, purpose)
    try:
        key = base64.b64decode(text.replace("-", "+").replace("_", "/"), validate=True)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be base64, for example from: openssl rand -base64 32") from error
    if len(key) != BYTES or len(set(key)) < DISTINCT or key.startswith(DEMO_MARK):
        raise ImproperlyConfigured(f"{name} must be {BYTES} random bytes as base64: openssl rand -base64 32")
    return key


def optional_key(name: str, purpose: str) -> tuple[bytes, ...]:
    """The same for a variable that may be unset: none or one key."""
    return (required_key(name, purpose),) if environment.text(name) else ()
