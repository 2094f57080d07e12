"""Cards of "Mein Bereich"."""

from django.http import HttpRequest

from netzwerk.members import access
from netzwerk.members.models import Application, Membership


def organisations(request: HttpRequest) -> dict:
    """The person's organisations, and what the person may do in each."""
    rows = Membership.objects.visible_to(request.user).current().filter(user=request.user)
    entries = [
        {
            "organisation": row.organisation,
            "may_see": access.can_see_colleagues(request.user, row.organisation),
            "may_edit": access.can_edit_organisation(request.user, row.organisation),
        }
        for row in rows.select_related("organisation")
    ]
    return {
        "entries": entries,
        "open": request.user.profile_open,
        "may_see_open_profiles": access.can_see_open_profiles(request.user),
    }


def desk(request: HttpRequest) -> dict | None:
    """The number of submitted applications and the oldest three; None (no card) for those who do not work in the office."""
    if not access.can_use_desk(request.user):
        return None
    if not access.can_review_applications(request.user):
        return {"waiting": None}
    waiting = Application.objects.visible_to(request.user).filter(state=Application.State.SUBMITTED)
    return {"waiting": waiting.count(), "first": list(waiting.order_by("created_at")[:3])}
