"""Cards of "Mein Bereich", and tiles and lists of the office desk."""

from datetime import date, datetime

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format

from netzwerk.members import access
from netzwerk.members.models import Application, Invitation, Membership, Organisation, RoleGrant, User
from netzwerk.members.models.grants import ENDING_SOON
from netzwerk.surfaces.registry import ListState, Waiting
from netzwerk.texts.amounts import counted, sentence


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
    """The number of submitted applications and the oldest three; None (no card) for those who do not review them."""
    if not access.can_review_applications(request.user):
        return None
    waiting = Application.objects.visible_to(request.user).filter(state=Application.State.SUBMITTED)
    return {"waiting": waiting.count(), "first": list(waiting.order_by("created_at")[:3])}


def applications_to_review(context: dict) -> str:
    number = context["waiting"]
    return sentence(counted(number, "ein Antrag wartet auf Prüfung.", "Anträge warten auf Prüfung.")) if number else ""


# Tiles of the office desk


def submitted_applications(request: HttpRequest) -> Waiting:
    state = Application.State
    found = (
        Application.objects.visible_to(request.user)
        .order_by()
        .aggregate(
            number=Count("pk", filter=Q(state=state.SUBMITTED)),
            oldest=Min("created_at", filter=Q(state=state.SUBMITTED)),
            asked=Count("pk", filter=Q(state=state.ASKED)),
        )
    )
    asked = counted(found["asked"], "eine Rückfrage ist offen", "Rückfragen sind offen") if found["asked"] else ""
    return Waiting(found["number"], _day(found["oldest"]), asked)


def without_coordination(request: HttpRequest) -> Waiting:
    found = Organisation.objects.visible_to(request.user).active().without_coordination().count()
    return Waiting(found, words="Dort kann niemand einladen." if found else "Überall kann jemand einladen.")


def ending_grants(request: HttpRequest) -> Waiting:
    rows = RoleGrant.objects.visible_to(request.user).ending_soon()
    found = rows.order_by().aggregate(number=Count("pk"), first=Min("valid_until"))
    first = _day(found["first"])
    return Waiting(
        found["number"],
        words=f"die nächste am {first.day}. {date_format(first, 'F Y')}"
        if first
        else f"keine in den nächsten {ENDING_SOON.days} Tagen",
    )


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


# Lists of the office desk


def all_applications(request: HttpRequest) -> ListState:
    return ListState("offene und entschiedene", Application.objects.visible_to(request.user).count())


def all_organisations(request: HttpRequest) -> ListState:
    found = (
        Organisation.objects.visible_to(request.user)
        .active()
        .order_by()
        .aggregate(number=Count("pk"), sites=Count("pilot_site"))
    )
    sites = counted(found["sites"], "einer ist Pilotstandort", "sind Pilotstandorte") if found["sites"] else ""
    return ListState(sites or "Mitglieder des Netzwerks", found["number"])


def all_people(request: HttpRequest) -> ListState:
    found = (
        User.objects.visible_to(request.user)
        .order_by()
        .aggregate(
            number=Count("pk", filter=Q(is_active=True)),
            locked=Count("pk", filter=Q(is_active=False, erased_at__isnull=True)),
        )
    )
    locked = counted(found["locked"], "ein Konto ist gesperrt", "Konten sind gesperrt") if found["locked"] else ""
    return ListState(locked or "mit aktivem Konto", found["number"])


def open_invitations(request: HttpRequest) -> ListState:
    now = timezone.now()
    pending = Q(accepted_at=None, withdrawn_at=None)
    found = (
        Invitation.objects.visible_to(request.user)
        .order_by()
        .aggregate(
            number=Count("pk", filter=pending & Q(expires_at__gt=now)),
            expired=Count("pk", filter=pending & Q(expires_at__lte=now)),
        )
    )
    expired = counted(found["expired"], "eine ist abgelaufen", "sind abgelaufen") if found["expired"] else ""
    return ListState(expired or "noch nicht angenommen", found["number"])


def all_grants(request: HttpRequest) -> ListState:
    return ListState("wer was darf, mit Datum", RoleGrant.objects.visible_to(request.user).current().count())


def log(request: HttpRequest) -> ListState:
    return ListState("wer was an Menschen, Organisationen, Rollen, Seiten und Begriffen geändert hat")
