"""Encryption of kept texts at rest: AES-256-GCM with a key derived from SECRET_KEY, the row's owner as associated data.

The rows live for an hour: a new SECRET_KEY makes them unreadable, and nothing has to be encrypted again.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE_BYTES = 12


class DecryptionError(Exception):
    """The content was encrypted for something else or with another key, or was changed."""


def _cipher(secret: str) -> AESGCM:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"netzwerk.autosave kept text")
    return AESGCM(derived.derive(secret.encode()))


def encrypt(content: bytes, *, belongs_to: str) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + _cipher(settings.SECRET_KEY).encrypt(nonce, content, belongs_to.encode())


def decrypt(encrypted: bytes, *, belongs_to: str) -> bytes:
    """Raises DecryptionError."""
    nonce, body = bytes(encrypted[:NONCE_BYTES]), bytes(encrypted[NONCE_BYTES:])
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return _cipher(secret).decrypt(nonce, body, belongs_to.encode())
        except (InvalidTag, ValueError):
            continue
    raise DecryptionError("A kept text was changed, or belongs to something else.")
