"""The person whose seed is encrypted or decrypted. allauth's adapter methods get the text only, so the request names them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from allauth.core import context

from netzwerk.members.second_factor.encryption import DecryptionError

_owner: ContextVar[int | None] = ContextVar("owner of the seeds", default=None)


@contextmanager
def seed_owner(user) -> Iterator[None]:
    """Seeds in this block belong to this person. For code without a request (commands, tests)."""
    token = _owner.set(user.pk)
    try:
        yield
    finally:
        _owner.reset(token)


def current_owner() -> int:
    """The person of `seed_owner`, else the logged-in one, else the one in the login's second step. Raises DecryptionError."""
    if (owner := _owner.get()) is not None:
        return owner
    request = context.request
    if request is not None:
        if request.user.is_authenticated:
            return request.user.pk
        stage = getattr(request, "_login_stage", None)
        if stage is not None and stage.login.user is not None:
            return stage.login.user.pk
    raise DecryptionError("A seed needs an owner, and there is neither a request nor seed_owner().")
