"""Who plans and who leads a workshop, and who follows when nobody is left."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from netzwerk.members.models import User
from netzwerk.members.roles import May
from netzwerk.members.services.people import people_with_permission
from workshops.events.errors import EventsError
from workshops.events.models import Leader, Organiser, Workshop
from workshops.events.services import notices
from workshops.events.services.rows import locked_for_change, touch

AT_LEAST_ONE = "Mindestens eine Person muss den Workshop planen. Bitte wählen Sie jemanden aus."


class GuestLeader(NamedTuple):
    name: str
    function: str = ""


@transaction.atomic
def set_organisers(workshop: Workshop, *, people: Sequence[User], actor: Any, seen: str = "") -> None:
    """Who plans it. New ones need the role; at least one stays. Raises PermissionDenied, EventsError, Outdated."""
    row = locked_for_change(workshop, actor=actor, seen=seen)
    wanted = {person.pk: person for person in people}
    held = set(row.organisers.values_list("person_id", flat=True))
    if not wanted:
        raise EventsError(AT_LEAST_ONE)
    new = wanted.keys() - held
    allowed = set(people_with_permission(May.PLAN_WORKSHOPS).filter(pk__in=new).values_list("pk", flat=True))
    if refused := [wanted[key].get_full_name() for key in new - allowed]:
        raise EventsError(
            f"Nur wer die Rolle Veranstalter:in hat, kann mitplanen: {', '.join(sorted(refused))} noch nicht."
        )
    if not people_with_permission(May.PLAN_WORKSHOPS).filter(pk__in=wanted).exists():
        raise EventsError(AT_LEAST_ONE)
    row.organisers.exclude(person__in=wanted).delete()
    for key in new:
        Organiser.objects.create(workshop=row, person=wanted[key])
        if actor is None or key != actor.pk:
            notices.tell_new_organiser(row, wanted[key])
    if new or held - wanted.keys():
        row.office_told_at = None
        touch(row, actor=actor, fields=["organisers", "office_told_at"])
    workshop.refresh_from_db()


@transaction.atomic
def set_leaders(
    workshop: Workshop, *, people: Sequence[User], guests: Sequence[GuestLeader], actor: Any, seen: str = ""
) -> None:
    """People of the network first, then guests, in this order. Raises PermissionDenied, Outdated, EventsError,
    ValidationError."""
    row = locked_for_change(workshop, actor=actor, seen=seen)
    functions = dict(row.leaders.filter(person__isnull=False).values_list("person_id", "function"))
    row.leaders.all().delete()
    wanted = [Leader(workshop=row, person=person, function=functions.get(person.pk, "")) for person in people]
    wanted += [Leader(workshop=row, name=guest.name, function=guest.function) for guest in guests]
    for position, leader in enumerate(wanted):
        leader.position = position
        leader.full_clean(exclude=["workshop"])
        leader.save(force_insert=True)
    touch(row, actor=actor, fields=["leaders"])
    workshop.refresh_from_db()


def find_orphans() -> int:
    """For the clock: workshops with coming dates that nobody may plan any more. The office is told, once; returns how many."""
    open_ones = Workshop.objects.filter(
        state__in=(Workshop.State.REVIEW, Workshop.State.PUBLISHED),
        office_told_at__isnull=True,
        dates__date__ends_at__gt=timezone.now(),
    )
    planned = Organiser.objects.filter(person__in=people_with_permission(May.PLAN_WORKSHOPS)).values("workshop")
    keys = list(open_ones.exclude(pk__in=planned).order_by("pk").values_list("pk", flat=True).distinct())
    return sum(_tell_office(key) for key in keys)


@transaction.atomic
def _tell_office(key: int) -> bool:
    row = Workshop.objects.select_for_update(of=("self",), no_key=True).filter(pk=key, office_told_at=None).first()
    if row is None:
        return False
    row.office_told_at = timezone.now()
    row.save(update_fields=["office_told_at"])
    notices.tell_office_of_succession(row)
    return True
