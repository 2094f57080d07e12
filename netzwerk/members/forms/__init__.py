"""Forms for people, organisations and roles."""

from netzwerk.members.forms.login import LoginForm, ResetPasswordForm

__all__ = ["LoginForm", "ResetPasswordForm"]
