"""Organisations for tests."""

from itertools import count

from netzwerk.members.models import Organisation, PilotSite
from netzwerk.members.services.organisations import create_organisation, set_pilot_site

_numbers = count(1)


def organisation(**fields) -> Organisation:
    """A member organisation, by default a free provider."""
    number = next(_numbers)
    values = {"name": f"Testträger {number}", "kind": "provider", "place": f"Testort {number}"} | fields
    return create_organisation(actor=None, **values)


def pilot_site(home: Organisation | None = None, **fields) -> PilotSite:
    values = {
        "goal_leave": True,
        "payment": "joined",
        "background": "mixed",
        "started_on": "2025-07-01",
        "full_time_posts": "3.5",
    } | fields
    return set_pilot_site(home or organisation(), actor=None, **values)
