"""Grants, applications and invitations for tests."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from netzwerk.members.models import Application, Invitation, Organisation, PilotSite, RoleGrant, User
from netzwerk.members.roles import Role

_numbers = count(1)


def grant(
    user: User, role: Role, *, organisation: Organisation | None = None, site: PilotSite | None = None
) -> RoleGrant:
    """A current grant, without checks of permissions."""
    return RoleGrant.objects.create(user=user, role=role.key, organisation=organisation, site=site)


def application(**fields) -> Application:
    number = next(_numbers)
    values = {
        "name": f"Antragsteller {number}",
        "kind": "provider",
        "postcode": "99410",
        "place": "Testort",
        "reason": "Wir möchten lernen.",
        "first_name": "Ada",
        "last_name": "Beispiel",
        "function": "Leitung",
        "email": f"antrag{number}@test.example",
    } | fields
    made = Application(**values)
    made.fold_name()
    made.save()
    return made


def invitation(organisation: Organisation | None = None, **fields) -> Invitation:
    number = next(_numbers)
    values = {
        "email": f"eingeladen{number}@test.example",
        "fingerprint": f"{number:064}",
        "expires_at": timezone.now() + timedelta(days=7),
    } | fields
    return Invitation.objects.create(organisation=organisation, **values)
