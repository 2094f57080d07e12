"""Who books places in the demo: members of the network and guests, always in the same order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as day_type
from random import Random
from typing import Any

from netzwerk.members.demo.addresses import mailbox
from netzwerk.members.demo.personas import PERSONAS
from netzwerk.members.models import Membership, Organisation
from netzwerk.seats.models import Booking, Format, Place
from netzwerk.seats.services.booking import Guest, Wishes, book, confirm_address, register_guest
from workshops.events.demo.guests import DOMAIN, GUESTS


@dataclass(frozen=True)
class Holder:
    """Somebody who books: a person with the organisation, or a guest."""

    person: Any = None
    organisation: Organisation | None = None
    guest: Guest | None = None
    since: day_type | None = None  # a member of the organisation

    def book(self, place: Place, format: Format, *, at_once: bool = True, shows_name: bool = False) -> Booking:
        wishes = Wishes(promote_at_once=at_once, shows_name=shows_name)
        if self.guest is not None:
            return confirm_address(register_guest(place, self.guest, format=format, wishes=wishes))
        return book(
            place,
            actor=self.person,
            person=self.person,
            format=format,
            organisation=self.organisation,
            wishes=wishes,
        )


def guest_of(name: str, affiliation: str) -> Guest:
    first, _, last = name.partition(" ")
    return Guest(name, mailbox(first, last, "x").partition("@")[0] + f"@{DOMAIN}", affiliation)


class Crowd:
    """Each workshop draws from all, without the personas."""

    def __init__(self) -> None:
        personas = [one.email for one in PERSONAS]
        found = Membership.objects.current().filter(user__is_active=True).exclude(user__email__in=personas)
        memberships = list(found.select_related("user", "organisation").order_by("user", "pk"))
        first = {one.user_id: one for one in reversed(memberships)}
        self.members = [Holder(one.user, one.organisation, since=one.started_on) for one in first.values()]
        self.guests = [Holder(guest=guest_of(*row)) for row in GUESTS]

    def of_organisation(self, key: str) -> list[Holder]:
        return [one for one in self.members if one.organisation is not None and one.organisation.slug == key]

    def draw(
        self,
        dice: Random,
        people: int,
        guests: int = 0,
        *,
        without: tuple[Holder, ...] = (),
        joined_by: day_type | None = None,
    ) -> Iterator[Holder]:
        """So many members, who had joined by that day, and guests in mixed order; nobody twice."""
        taken = {one.person.pk for one in without if one.person is not None}
        pool = [
            one
            for one in self.members
            if one.person.pk not in taken and (joined_by is None or (one.since is not None and one.since <= joined_by))
        ]
        chosen = [*dice.sample(pool, people), *dice.sample(self.guests, guests)]
        dice.shuffle(chosen)
        yield from chosen
