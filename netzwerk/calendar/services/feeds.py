"""The secret address of a person's own calendar: made, renewed, revoked, and read by calendar programs."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from netzwerk.calendar.models import FeedToken
from netzwerk.members.models import User
from netzwerk.members.tokens import fingerprint, new_secret


@transaction.atomic
def renew_token(*, actor: Any) -> str:
    """A new secret, which is shown once; an earlier address stops working at once."""
    secret, digest = new_secret()
    User.objects.select_for_update().get(pk=actor.pk)  # two renewals at once: the last one holds
    FeedToken.objects.update_or_create(
        person_id=actor.pk, defaults={"digest": digest, "created_at": timezone.now(), "used_on": None}
    )
    return secret


@transaction.atomic
def revoke_token(*, actor: Any) -> bool:
    """Whether there was an address. It stops working at once."""
    return bool(FeedToken.objects.filter(person_id=actor.pk).delete()[0])


def person_of(secret: str) -> User | None:
    """The active person whose secret this is, None for any other text. Remembers the day, so that a forgotten address shows."""
    token = FeedToken.objects.select_related("person").filter(digest=fingerprint(secret)).first()
    if token is None or not token.person.is_active:
        return None
    today = timezone.localdate()
    if token.used_on != today:
        FeedToken.objects.filter(pk=token.pk).update(used_on=today)
    return token.person
