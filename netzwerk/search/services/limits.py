"""How often one address may ask. Counted in the database, so that all processes count together; of the address only a keyed
hash is kept, for a short time. allauth's limits do the same for logins, in a dozen queries; a search must cost less."""

from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from netzwerk.search.models import AskerCount


def may_ask(action: str, asker: str) -> bool:
    """Whether this address is still within settings.SEARCH_LIMITS for the action; counts the question."""
    at_most, seconds = settings.SEARCH_LIMITS[action]
    window = int(timezone.now().timestamp() // seconds)
    key = salted_hmac("search-limit", f"{action}|{window}|{asker}", algorithm="sha256").hexdigest()
    ends_at = datetime.fromtimestamp((window + 1) * seconds, UTC)
    return AskerCount.objects.count_one(key, at_most=at_most, ends_at=ends_at)


def forget_old_counts() -> int:
    return AskerCount.objects.over().delete()[0]
