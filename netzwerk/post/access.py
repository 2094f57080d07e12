from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser


def can_read_outbox(user: AbstractBaseUser | AnonymousUser) -> bool:
    """The "Postausgang der Demo" is public, and exists in the demo only."""
    return bool(settings.DEMO)
