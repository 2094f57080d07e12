"""The token of "switch off with one click": signed, without an end, good for one person and one kind of notification."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

# Dots survive where mail programs look for the end of an address; a colon would not always.
SIGNER = {"salt": "netzwerk.post.unsubscribe", "sep": "."}


def token_for(person_id: int, kind: str) -> str:
    return Signer(**SIGNER).sign_object([person_id, kind])


def read_token(token: str) -> tuple[int, str] | None:
    """Person and kind of a token of ours; None for anything else."""
    try:
        person_id, kind = Signer(**SIGNER).unsign_object(token)
    except (BadSignature, ValueError):
        return None
    return person_id, kind


def unsubscribe_url(person_id: int, kind: str) -> str:
    return settings.BASE_URL + reverse("notifications:unsubscribe", args=[token_for(person_id, kind)])


def headers_for(url: str) -> dict[str, str]:
    """What makes a mail program offer its own button (RFC 8058): it posts to the address, without asking or logging in.

    And what keeps out-of-office answers away (RFC 3834).
    """
    return {
        "List-Unsubscribe": f"<{url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
