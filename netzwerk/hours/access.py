"""Who may do what with hours, credits and certificates. One's own account is one's own: nobody else sees it."""

from typing import Any

from netzwerk.members.reach import reach
from netzwerk.members.roles import May


def can_decide_credits(user: Any) -> bool:
    """Sees applications for credit and all certificates, decides, corrects and revokes."""
    return reach(user, May.DECIDE_CREDITS).everywhere


def can_decide(user: Any, credit: Any) -> bool:
    """Nobody decides on their own application."""
    return can_decide_credits(user) and credit.person_id != user.pk


def can_change(user: Any, credit: Any) -> bool:
    """Change, submit, answer, withdraw: the applicant alone, while it is not decided."""
    return user.is_active and credit.person_id == user.pk and credit.is_open


def can_view_credit(user: Any, credit: Any) -> bool:
    own = user.is_active and credit.person_id == user.pk
    return own or (can_decide_credits(user) and not credit.is_draft)


def can_view_certificate(user: Any, certificate: Any) -> bool:
    own = user.is_authenticated and user.is_active and certificate.person_id == user.pk
    return own or can_decide_credits(user)


def can_revoke(user: Any, certificate: Any) -> bool:
    """Nobody revokes their own certificate."""
    return can_decide_credits(user) and certificate.person_id != user.pk
