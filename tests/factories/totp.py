"""TOTP codes without Django, also for the browser tests."""

import base64
import hashlib
import hmac
import struct
import time

STEP = 30  # seconds


def code_of(secret: str, step: int = 0) -> str:
    """Six digits (RFC 6238), now or `step` times thirty seconds later."""
    counter = struct.pack(">Q", int(time.time()) // STEP + step)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
