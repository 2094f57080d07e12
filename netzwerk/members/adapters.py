"""How allauth behaves in this house."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from netzwerk.members.models import normalise_email


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": "Zu viele Fehlversuche. Bitte warten Sie fünf Minuten und versuchen Sie es dann wieder.",
        "rate_limited": "Zu viele Versuche. Bitte warten Sie einige Minuten.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come by invitation; nobody signs up by themselves."""
        return False

    def clean_email(self, email: str) -> str:
        return super().clean_email(normalise_email(email))
