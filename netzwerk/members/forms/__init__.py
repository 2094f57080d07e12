"""All input of people, organisations and roles."""

from netzwerk.members.forms.login import LoginForm

__all__ = ["LoginForm"]
