"""Sessions: deleting expired ones, ending those of a person."""

from allauth.account.utils import user_pk_to_url_str
from django.contrib.sessions.models import Session
from django.utils import timezone

from netzwerk.members.models import User


def forget_old_sessions() -> int:
    """Delete expired sessions, which Django does not delete itself. Returns how many."""
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]


def end_sessions(user: User) -> int:
    """End all sessions of a person, and logins that wait for the second factor. Returns how many."""
    user_id, pending_id = str(user.pk), user_pk_to_url_str(user)
    ended = 0
    for session in Session.objects.filter(expire_date__gte=timezone.now()).iterator():
        data = session.get_decoded()
        pending = data.get("account_login") or {}
        if data.get("_auth_user_id") == user_id or pending.get("user_pk") == pending_id:
            session.delete()
            ended += 1
    return ended
