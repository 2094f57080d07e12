"""Who opened which form: signed and sent along with every save, so that a text reaches no other person and no other object."""

from dataclasses import dataclass

from django.core import signing

SALT = "autosave.opened"
SECONDS = 14 * 24 * 60 * 60  # as long as a session lasts at most


@dataclass(frozen=True)
class Opened:
    """`person` is a primary key; `kind` the key of a registered entry, `key` that of the object ("" for something new)."""

    person: int
    kind: str
    key: str


def sign_opened(opened: Opened) -> str:
    return signing.dumps([opened.person, opened.kind, opened.key], salt=SALT)


def read_opened(token: object) -> Opened | None:
    """None for a token that we did not sign, or that is older than a session can be."""
    if not isinstance(token, str):
        return None
    try:
        person, kind, key = signing.loads(token, salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Opened(person, kind, key)
