"""Rate limits per address, counted in the database for all processes together. Only a keyed hash of the address is stored, for
a short time. allauth's rate limits, used for logins, need a dozen queries, which is too much for a search."""

from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from netzwerk.search.models import AskerCount


def may_ask(action: str, asker: str) -> bool:
    """Count a request; False if the address exceeds settings.SEARCH_LIMITS for the action."""
    at_most, seconds = settings.SEARCH_LIMITS[action]
    window = int(timezone.now().timestamp() // seconds)
    key = salted_hmac("search-limit", f"{action}|{window}|{asker}", algorithm="sha256").hexdigest()
    ends_at = datetime.fromtimestamp((window + 1) * seconds, UTC)
    return AskerCount.objects.count_one(key, at_most=at_most, ends_at=ends_at)


def forget_old_counts() -> int:
    """Delete expired counters; returns how many."""
    return AskerCount.objects.expired().delete()[0]
