"""Who may do what with workshops. A role lets a person plan; of which workshop, a row says (models.Organiser)."""

from typing import Any

from netzwerk.members.reach import reach
from netzwerk.members.roles import May
from workshops.events.models import Workshop


def _active(user: Any) -> bool:
    return user is not None and user.is_authenticated and user.is_active


def can_plan(user: Any) -> bool:
    """Creates workshops of their own."""
    return reach(user, May.PLAN_WORKSHOPS).everywhere


def can_review_all(user: Any) -> bool:
    """The office: sees all workshops, and may be the second person."""
    return reach(user, May.REVIEW_WORKSHOPS).everywhere


def is_organiser(user: Any, workshop: Workshop) -> bool:
    """One query, unless the organisers are prefetched."""
    return _active(user) and any(one.person_id == user.pk for one in workshop.organisers.all())


def can_manage(user: Any, workshop: Workshop) -> bool:
    """Changes the workshop and handles its bookings. An organiser needs the role as long as they do so."""
    return can_review_all(user) or (can_plan(user) and is_organiser(user, workshop))


def can_read_needs(user: Any, workshop: Workshop) -> bool:
    """Reads what people need to take part: the organisers of this workshop, not the office."""
    return can_plan(user) and is_organiser(user, workshop)


def can_review(user: Any, workshop: Workshop) -> bool:
    """The second person: who may manage it and wrote nothing of what is to be reviewed; superusers are no exception."""
    return can_manage(user, workshop) and user.pk != workshop.submitted_by_id and user.pk not in workshop.writers


def can_view(user: Any, workshop: Workshop) -> bool:
    """The same rule as WorkshopQuerySet.visible_to. One query for a workshop that is not public."""
    if workshop.is_shown and workshop.audience == Workshop.Audience.PUBLIC:
        return True
    return Workshop.objects.visible_to(user).filter(pk=workshop.pk).exists()


def why_not_book(user: Any, workshop: Workshop) -> str:
    """Why this person (None: a guest) may not take part, "" if they may. Up to one query."""
    if workshop.state != Workshop.State.PUBLISHED:
        return "Dieser Workshop nimmt keine Anmeldungen an."
    if user is None:
        is_open = workshop.audience == Workshop.Audience.PUBLIC and workshop.takes_guests
        return "" if is_open else "Bitte melden Sie sich mit Ihrem Konto an: Dieser Workshop ist für Mitglieder."
    if workshop.audience == Workshop.Audience.ORGANISATIONS:
        houses = workshop.organisations.all()
        if not user.memberships.current().filter(organisation__in=houses).exists():
            return "Dieser Workshop ist für bestimmte Organisationen. Ihre gehört nicht dazu."
    return ""
