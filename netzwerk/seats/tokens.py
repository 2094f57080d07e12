"""The secret in a guest's links: signed, so that nothing is stored. It opens one booking and nothing else."""

from django.core import signing

from netzwerk.texts.cleaning import without_invisible  # copied links may contain invisible characters

SALT = "seats.booking"


def booking_token(pk: int) -> str:
    return signing.Signer(salt=SALT, sep=".").sign(str(pk))


def read_booking_token(token: str) -> int | None:
    """The key of the booking, or None for an invalid token."""
    try:
        value = signing.Signer(salt=SALT, sep=".").unsign(without_invisible(token))
    except signing.BadSignature:
        return None
    return int(value) if value.isdecimal() and len(value) < 16 else None
