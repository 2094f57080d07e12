"""Sessions: those that have ended, and those that must end."""

from allauth.account.utils import user_pk_to_url_str
from django.contrib.sessions.models import Session
from django.utils import timezone

from netzwerk.members.models import User


def forget_old_sessions() -> int:
    """Delete sessions that have ended; Django keeps their rows for ever."""
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]


def end_sessions(user: User) -> int:
    """End all sessions of a person, and logins of theirs that wait at the second step."""
    own, own_waiting = str(user.pk), user_pk_to_url_str(user)
    ended = 0
    for session in Session.objects.filter(expire_date__gte=timezone.now()).iterator():
        data = session.get_decoded()
        waiting = data.get("account_login") or {}
        if data.get("_auth_user_id") == own or waiting.get("user_pk") == own_waiting:
            session.delete()
            ended += 1
    return ended
