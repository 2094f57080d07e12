"""Who must do what to come in."""

from netzwerk.members.roles import ROLES


def needs_second_factor(user) -> bool:
    """Whether a role of this person may be used with a second factor only."""
    if user.is_superuser:
        return True
    guarded = {role.label for role in ROLES if role.second_factor}
    return any(group.name in guarded for group in user.groups.all())
