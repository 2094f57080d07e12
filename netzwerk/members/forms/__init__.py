"""All input of members, cut by noun."""

from netzwerk.members.forms.login import LoginForm

__all__ = ["LoginForm"]
