"""Whose seed is being read or written. allauth's hook says only the text; the request knows the person."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from allauth.core import context

from netzwerk.members.second_factor.encryption import DecryptionError

_named: ContextVar[int | None] = ContextVar("owner of the seeds", default=None)


@contextmanager
def seed_owner(user) -> Iterator[None]:
    """Where there is no request (commands, tests): the seeds in this block are this person's."""
    token = _named.set(user.pk)
    try:
        yield
    finally:
        _named.reset(token)


def current_owner() -> int:
    """The person named by `seed_owner`, else who is logged in, else who stands at the login's second step."""
    if (named := _named.get()) is not None:
        return named
    request = context.request
    if request is not None:
        if request.user.is_authenticated:
            return request.user.pk
        stage = getattr(request, "_login_stage", None)
        if stage is not None and stage.login.user is not None:
            return stage.login.user.pk
    raise DecryptionError("A seed belongs to a person, and nobody says to whom.")
