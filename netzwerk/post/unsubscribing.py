"""The token of one-click unsubscribe links: signed, without expiry, for one person and one kind of notification."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

# Some mail programs end a URL at the usual separator, a colon.
SIGNER = {"salt": "netzwerk.post.unsubscribe", "sep": "."}


def token_for(person_id: int, kind: str) -> str:
    return Signer(**SIGNER).sign_object([person_id, kind])


def read_token(token: str) -> tuple[int, str] | None:
    """Id of the person and kind; None for an invalid token."""
    try:
        person_id, kind = Signer(**SIGNER).unsign_object(token)
    except (BadSignature, ValueError):
        return None
    return person_id, kind


def unsubscribe_url(person_id: int, kind: str) -> str:
    return settings.BASE_URL + reverse("notifications:unsubscribe", args=[token_for(person_id, kind)])


def headers_for(url: str) -> dict[str, str]:
    """Headers for the unsubscribe button of mail programs (RFC 8058), which posts to the URL without a login, and against
    out-of-office replies (RFC 3834)."""
    return {
        "List-Unsubscribe": f"<{url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
