"""The card of "Mein Bereich", and what the office desk says of credits and certificates."""

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from django.utils import timezone

from netzwerk.hours import access
from netzwerk.hours.account import account_of, for_account
from netzwerk.hours.models import Certificate, Credit, Entry
from netzwerk.surfaces.registry import ListState, Waiting
from netzwerk.texts.amounts import counted, sentence


def decides(request: HttpRequest) -> bool:
    return access.can_decide_credits(request.user)


def own_hours(request: HttpRequest) -> dict | None:
    """Sums of this year and overall, and open applications; None (no card) for those who have neither."""
    rows = list(for_account(Entry.objects.visible_to(request.user)))
    own = Credit.objects.visible_to(request.user).filter(person=request.user, state__in=Credit.OPEN)
    waiting = list(own.order_by("created_at")[:3])
    if not rows and not waiting:
        return None
    account = account_of(rows)
    year = timezone.localdate().year
    this_year = dict(account.years).get(year)
    return {
        "total": account.overall.total.total,
        "year": year,
        "this_year": this_year.total.total if this_year else None,
        "waiting": waiting,
        "asked": sum(credit.state == Credit.State.ASKED for credit in waiting),
    }


def questions(context: dict) -> str:
    number = context["asked"]
    text = counted(number, "eine Rückfrage zu Ihren Stunden ist offen.", "Rückfragen zu Ihren Stunden sind offen.")
    return sentence(text) if number else ""


def undecided(request: HttpRequest) -> Waiting:
    """What waits for this person: not their own applications, on which others decide."""
    state = Credit.State
    others = Credit.objects.visible_to(request.user).exclude(person=request.user).order_by()
    submitted = Q(state=state.SUBMITTED)
    found = others.aggregate(
        number=Count("pk", filter=submitted),
        oldest=Min("submitted_at", filter=submitted),
        asked=Count("pk", filter=Q(state=state.ASKED)),
    )
    asked = counted(found["asked"], "eine Rückfrage ist offen", "Rückfragen sind offen") if found["asked"] else ""
    oldest = found["oldest"]
    return Waiting(found["number"], timezone.localdate(oldest) if oldest else None, asked)


def all_credits(request: HttpRequest) -> ListState:
    handed_in = Credit.objects.visible_to(request.user).exclude(state=Credit.State.DRAFT)
    return ListState("frühere und externe Fortbildungen", handed_in.count())


def all_certificates(request: HttpRequest) -> ListState:
    return ListState("ausgestellt, ersetzt, zurückgezogen", Certificate.objects.visible_to(request.user).count())
