"""How allauth behaves in this house."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from netzwerk.members.models import normalise_email


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come by invitation; nobody signs up by themselves."""
        return False

    def clean_email(self, email: str) -> str:
        return super().clean_email(normalise_email(email))
