"""Workshops, members with sessions, and what became of their bookings, for the part "bookings". Runs inside Django."""

import json
from collections import Counter
from datetime import time, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.utils import timezone

from netzwerk.members.models import Membership, Organisation, RoleGrant, User
from netzwerk.members.roles import MEMBER, OFFICE
from netzwerk.members.services.groups import group_of
from netzwerk.seats import tasks
from netzwerk.seats.models import Booking, Letter, Pool
from netzwerk.seats.services.audit import audit
from tests.counting import fewest_queries
from tests.factories.people import PersonFactory
from workshops.events.models import Workshop
from workshops.events.services.planning import add_date, create_workshop
from workshops.events.services.publishing import open_workshop

AT_ONCE = 500


def new_workshops(number: str, seats: str) -> list[dict[str, Any]]:
    """Public workshops of one date each, in two months; by place and address of the page."""
    organiser = User.objects.filter(role_grants__role="organiser").first() or PersonFactory.with_role(OFFICE)
    if not organiser.role_grants.current().filter(role__in=["organiser", "office"]).exists():
        organiser = PersonFactory.with_role(OFFICE)
    return [_workshop(organiser, one, int(seats)) for one in range(int(number))]


def _workshop(organiser: User, number: int, seats: int) -> dict[str, Any]:
    workshop = create_workshop(
        actor=organiser,
        title=f"Messung {number}",
        summary="Ein Workshop, um die Anmeldung zu messen.",
        description="Einen Tag lang.",
        contact_name="Selma Aydin",
        contact_email="selma.aydin@netz.example",
        seats_in_person=seats,
    )
    day = timezone.localdate() + timedelta(days=60)
    row = add_date(workshop, actor=organiser, start_day=day, start_time=time(9, 30), end_time=time(16))
    open_workshop(workshop, reviewer=None)
    row.refresh_from_db()
    return {"place": row.place_id, "path": workshop.get_absolute_url()}


def new_members(number: str) -> list[str]:
    """Session keys of so many new members of one organisation, logged in."""
    house = Organisation.objects.active().order_by("pk").first()
    first = User.objects.count()
    rows = [
        User(
            email=f"messung{first + one}@netz.example",
            first_name="Mia",
            last_name=f"Messung {first + one}",
            password="!",
        )
        for one in range(int(number))
    ]
    for user in rows:
        user.fold_names()
    people = User.objects.bulk_create(rows, batch_size=AT_ONCE)
    Membership.objects.bulk_create([Membership(user=one, organisation=house) for one in people], batch_size=AT_ONCE)
    in_group, members = User.groups.through, group_of(MEMBER).pk
    in_group.objects.bulk_create([in_group(user_id=one.pk, group_id=members) for one in people], batch_size=AT_ONCE)
    RoleGrant.objects.bulk_create(
        [RoleGrant(user=one, role=MEMBER.key, organisation=house) for one in people], batch_size=AT_ONCE
    )
    return [_session(one) for one in people]


def _session(user: User) -> str:
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return store.session_key


def booking_queries(host: str, place: str, session: str) -> dict[str, int]:
    """Queries of each step for a member and a guest, warm."""
    member, guest = Client(headers={"host": host}), Client(headers={"host": host})
    member.cookies[settings.SESSION_COOKIE_NAME] = session
    start = f"/termine/anmeldung/{place}/neu/"
    return {
        "member, review": fewest_queries(lambda: member.get(start)),
        "guest, form": fewest_queries(lambda: guest.get(start)),
    }


def outcome(places: str) -> dict[str, Any]:
    """What became of the bookings of these places: by state, seats taken, whether the waiting list is in order of commit."""
    keys = json.loads(places)
    rows = Booking.objects.filter(place__in=keys)
    waiting = list(rows.waiting().values_list("format", "queue_number", "waiting_since"))
    return {
        "states": Counter(rows.values_list("state", flat=True)),
        "taken": sum(Pool.objects.filter(format__place__in=keys).values_list("taken", flat=True)),
        "doubles": len(_doubles(rows)),
        "queue_in_order": sorted(waiting) == sorted(waiting, key=lambda row: (row[0], row[2])),  # of commit
        "audit": audit(),
    }


def _doubles(rows: Any) -> list[int]:
    people = Counter(rows.live().filter(person__isnull=False).values_list("place", "person"))
    return [person for (_place, person), number in people.items() if number > 1]


def write_all_letters() -> dict[str, int]:
    """Write the letters that a worker would have written meanwhile."""
    written = 0
    while number := tasks.write_letters():
        written += number
    return {"written": written, "unwritten": Letter.objects.unwritten().count()}


def workshop_amounts() -> dict[str, Any]:
    return {"workshops": Workshop.objects.count(), "bookings": Booking.objects.count(), "people": User.objects.count()}


COMMANDS = (new_workshops, new_members, booking_queries, outcome, write_all_letters, workshop_amounts)
