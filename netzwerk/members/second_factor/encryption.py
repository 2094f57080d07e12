"""Seeds at rest: AES-256-GCM, bound to the person they belong to, the key named in the header. Fails closed."""

import base64
import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

VERSION = "nsf1"
NONCE_BYTES = 12


class DecryptionError(Exception):
    """This text was not encrypted for this person by a key that we have, or somebody changed it."""


def key_id(key: bytes) -> str:
    """Eight signs that tell keys apart; nothing about a random key follows from them."""
    return hashlib.sha256(key).hexdigest()[:8]


def _keys() -> dict[str, bytes]:
    if not settings.SECOND_FACTOR_KEYS:
        raise ImproperlyConfigured("SECOND_FACTOR_KEYS is empty: no seed can be encrypted or read.")
    return {key_id(key): key for key in settings.SECOND_FACTOR_KEYS}


def _bound_to(name: str, owner_id: int | str) -> bytes:
    return f"{VERSION}|mfa_authenticator.data|{name}|{owner_id}".encode()


def encrypt(text: str, owner_id: int | str) -> str:
    """`version:key:nonce and ciphertext`, readable only as a seed of this person."""
    name, key = next(iter(_keys().items()))
    nonce = secrets.token_bytes(NONCE_BYTES)
    encrypted = AESGCM(key).encrypt(nonce, text.encode(), _bound_to(name, owner_id))
    return f"{VERSION}:{name}:{base64.urlsafe_b64encode(nonce + encrypted).decode()}"


def decrypt(encrypted: str, owner_id: int | str) -> str:
    version, _, rest = encrypted.partition(":")
    name, _, body = rest.partition(":")
    key = _keys().get(name)
    if version != VERSION or key is None:
        raise DecryptionError("A seed has an unknown form or names a key that is not here.")
    try:
        raw = base64.b64decode(body, altchars=b"-_", validate=True)
        return AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound_to(name, owner_id)).decode()
    except (InvalidTag, ValueError) as error:
        raise DecryptionError("A seed was changed, or belongs to somebody else.") from error


def is_encrypted(text: str) -> bool:
    return text.startswith(f"{VERSION}:")


def is_current(encrypted: str) -> bool:
    """Whether the first key encrypted it; if not, re-encrypting is due."""
    return encrypted.startswith(f"{VERSION}:{next(iter(_keys()))}:")
