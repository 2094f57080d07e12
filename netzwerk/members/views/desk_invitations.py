"""The office desk: invitations, and what can be done with several at once."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.lists.bulk import BulkAction, BulkChoice, BulkResult, ChosenForm, rows_of
from netzwerk.lists.headings import Heading
from netzwerk.lists.tables import Column
from netzwerk.members import access
from netzwerk.members.forms.desk import InvitationFilter
from netzwerk.members.limits import within_limit
from netzwerk.members.models import Invitation, User
from netzwerk.members.services import open_invitations as services
from netzwerk.members.views.desk_list import render_list
from netzwerk.texts.amounts import counted, sentence

HEADINGS = (Heading("Auswählen", is_hidden=True), "Eingeladen ist", "Wohin", "Rollen", "Eingeladen am", "Stand")
TABLE = (
    Column("E-Mail-Adresse", lambda row: row.email, 30),
    Column("Vorname", lambda row: row.first_name),
    Column("Nachname", lambda row: row.last_name),
    Column("Wohin", lambda row: row.where, 40),
    Column("Rollen", lambda row: [role.label for role in row.role_definitions], 30),
    Column("Eingeladen am", lambda row: row.created_at),
    Column("Eingeladen von", lambda row: str(row.invited_by or "Portal"), 30),
    Column("Gültig bis", lambda row: row.expires_at),
    Column("Stand", lambda row: row.state_label),
)


@dataclass(frozen=True)
class InvitationAction(BulkAction):
    """`button` with a number of invitations in front, `done` behind one; `question` heads the page that confirms."""

    question: str
    button: str
    done: tuple[str, str]
    act: Callable[..., BulkResult]
    reason_against: Callable[[Invitation, User], str]
    sends_mail: bool = False


ACTIONS = {
    "senden": InvitationAction(
        "Erneut einladen",
        "Jede Person bekommt eine neue E-Mail. Der neue Link gilt vierzehn Tage, der alte nicht mehr.",
        "Diese Personen erneut einladen?",
        "erneut senden",
        ("ist neu unterwegs", "sind neu unterwegs"),
        services.renew_several,
        services.reason_against_renewing,
        sends_mail=True,
    ),
    "zurueckziehen": InvitationAction(
        "Zurückziehen",
        "Die Links in den E-Mails gelten dann nicht mehr. Die Personen erfahren es, wenn sie dem Link folgen; neu einladen "
        "können Sie jederzeit.",
        "Diese Einladungen zurückziehen?",
        "zurückziehen",
        ("gilt nicht mehr", "gelten nicht mehr"),
        services.withdraw_several,
        services.reason_against_withdrawing,
    ),
}


def _check(request: HttpRequest) -> None:
    if not access.can_invite(request.user, None):
        raise Http404


@require_safe
@never_cache
@login_required
def invitation_list(request: HttpRequest) -> HttpResponse:
    _check(request)
    form = InvitationFilter(request.GET)
    chosen = form.chosen()
    rows = Invitation.objects.visible_to(request.user).matching(chosen["suche"])
    rows = _in_state(rows, chosen["stand"]).select_related("organisation", "invited_by")
    bulk = BulkChoice(reverse("desk:invitations_bulk"), ACTIONS) if chosen["stand"] in ("", "abgelaufen") else None
    headings = HEADINGS if bulk else HEADINGS[1:]
    template = "members/desk/invitations.html"
    return render_list(request, template, "Einladungen", form, rows, headings, TABLE, bulk=bulk)


def _in_state(rows: QuerySet, state: str) -> QuerySet:
    if state == "abgelaufen":
        return rows.filter(accepted_at=None, withdrawn_at=None, expires_at__lte=timezone.now())
    if state == "angenommen":
        return rows.exclude(accepted_at=None)
    if state == "zurueck":
        return rows.exclude(withdrawn_at=None)
    return rows.open()


@require_POST
@never_cache
@login_required
def bulk(request: HttpRequest) -> HttpResponse:
    """First a page that says what will happen; then it happens, and what did not work is listed with the reason."""
    _check(request)
    form = ChosenForm(request.POST, ACTIONS)
    back_url = reverse("desk:invitations") + form.list_query()
    if not form.is_valid():
        messages.error(request, next(error for errors in form.errors.values() for error in errors))
        return redirect(back_url)
    action: InvitationAction = form.action
    rows = Invitation.objects.visible_to(request.user).filter(pk__in=form.cleaned_data["zeile"])
    rows = list(rows.select_related("organisation__pilot_site"))
    confirmed = "sure" in request.POST
    if confirmed and action.sends_mail:
        confirmed = within_limit(request, form, "bulk_invite")
    if not confirmed:
        return _confirm(request, form, action, rows, back_url)
    result = action.act(rows, actor=request.user)
    if result.done:
        words = counted(len(result.done), "eine Einladung", "Einladungen")
        messages.success(request, f"{sentence(words)} {action.done[len(result.done) != 1]}.")
    if not result.refused:
        return redirect(back_url)
    context = {
        "title": "Nicht alles ging" if result.done else "Das ging nicht",
        "refused": rows_of(result.refused, _title, _detail),
        "back_url": back_url,
    }
    return render(request, "members/desk/invitations_refused.html", context)


def _confirm(
    request: HttpRequest, form: ChosenForm, action: InvitationAction, rows: list[Invitation], back_url: str
) -> HttpResponse:
    pairs = [(row, action.reason_against(row, request.user)) for row in rows]
    possible = [(row, "") for row, reason in pairs if not reason]
    context = {
        "title": action.question,
        "form": form,
        "action": action,
        "rows": rows_of(possible, _title, _detail),
        "refused": rows_of([pair for pair in pairs if pair[1]], _title, _detail),
        "missing": len(form.cleaned_data["zeile"]) - len(rows),
        "button": f"{sentence(counted(len(possible), 'eine Einladung', 'Einladungen'))} {action.button}",
        "hidden_inputs": [
            *(("zeile", row.pk) for row, _reason in possible),
            ("was", form.cleaned_data["was"]),
            ("liste", form.cleaned_data["liste"]),
        ],
        "back_url": back_url,
    }
    return render(request, "members/desk/invitations_bulk.html", context, status=422 if form.errors else 200)


def _title(row: Invitation) -> str:
    return f"{row.first_name} {row.last_name}".strip() or row.email


def _detail(row: Invitation) -> str:
    return f"{row.email}, {row.where}, {row.state_label}"
