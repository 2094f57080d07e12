"""Rate limits per address, counted in the database for all processes together. Only a keyed hash of the address is stored, for
a short time. allauth's rate limits, used for logins, need a dozen queries, which is too much for a search."""

from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from netzwerk.limits.models import RequestCount


def count_request(action: str, address: str) -> bool:
    """Count one request; False if the address exceeds settings.REQUEST_LIMITS for the action."""
    at_most, seconds = settings.REQUEST_LIMITS[action]
    window = int(timezone.now().timestamp() // seconds)
    key = salted_hmac("request-limit", f"{action}|{window}|{address}", algorithm="sha256").hexdigest()
    ends_at = datetime.fromtimestamp((window + 1) * seconds, UTC)
    return RequestCount.objects.count_one(key, at_most=at_most, ends_at=ends_at)


def delete_expired_counts() -> int:
    """Returns how many counters it deleted."""
    return RequestCount.objects.expired().delete()[0]
