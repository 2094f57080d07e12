"""allauth's adapter with the portal's rules: no sign-up, one spelling of addresses, links below BASE_URL."""

from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest

from netzwerk.members.models import normalise_email


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": "Zu viele Fehlversuche. Bitte warten Sie fünf Minuten und versuchen Sie es dann wieder.",
        "rate_limited": "Zu viele Versuche. Bitte warten Sie einige Minuten.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are created by invitation only."""
        return False

    def clean_email(self, email: str) -> str:
        return super().clean_email(normalise_email(email))

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """allauth builds links from the request's Host header, which a visitor can forge; ours begin with BASE_URL."""
        base = urlsplit(settings.BASE_URL)
        own = {name: with_base_url(value) if isinstance(value, str) else value for name, value in context.items()}
        own["current_site"] = SimpleNamespace(domain=base.netloc, name=settings.WAGTAIL_SITE_NAME)
        return super().render_mail(template_prefix, email, own, headers)


def with_base_url(value: str) -> str:
    """A URL on the host of this request, moved below BASE_URL; anything else unchanged."""
    if current.request is None or not value.startswith(("http://", "https://")):
        return value
    parts = urlsplit(value)
    if parts.netloc != current.request.get_host():
        return value
    base = urlsplit(settings.BASE_URL)
    return parts._replace(scheme=base.scheme, netloc=base.netloc).geturl()
