"""What is done with several bookings at once: always a page first that says what will happen."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from netzwerk.lists.bulk import BulkAction, BulkResult, ChosenForm
from netzwerk.lists.bulk import rows_of as bulk_rows
from netzwerk.seats.models import Booking
from netzwerk.texts.amounts import counted, sentence
from workshops.events.forms.desk import MessageForm, ReasonForm
from workshops.events.models import Workshop
from workshops.events.services import deciding
from workshops.events.services.registrations import bookings_of, name_in_lists
from workshops.events.views.desk import render_desk
from workshops.events.views.managing import managed

ONE, MANY = "eine Person", "Personen"


@dataclass(frozen=True)
class BookingAction(BulkAction):
    """`button` behind a number of people; `done` after it, for one and for several."""

    question: str
    button: str
    done: tuple[str, str]
    act: Callable[..., BulkResult]
    why_not: Callable[[Booking], str]
    needs_reason: bool = False


def _nothing(_bookings: list[Booking], **_more: object) -> BulkResult:
    return BulkResult()


WRITE = "schreiben"
ACTIONS = {
    WRITE: BookingAction("Nachricht schreiben", "", "", "", ("", ""), _nothing, deciding.why_not_write),
    "genehmigen": BookingAction(
        "Genehmigen",
        "Wer einen freien Platz findet, ist angemeldet; alle anderen kommen auf die Warteliste. Alle bekommen eine E-Mail.",
        "Diese Anfragen genehmigen?",
        "genehmigen",
        ("ist genehmigt", "sind genehmigt"),
        deciding.approve_several,
        deciding.why_not_approve,
    ),
    "ablehnen": BookingAction(
        "Ablehnen",
        "Alle bekommen eine E-Mail mit dem Grund.",
        "Diese Anfragen ablehnen?",
        "ablehnen",
        ("ist abgelehnt", "sind abgelehnt"),
        deciding.decline_several,
        deciding.why_not_decline,
        needs_reason=True,
    ),
    "stornieren": BookingAction(
        "Stornieren",
        "Die Anmeldungen enden, freie Plätze gehen an die Warteliste. Alle bekommen eine E-Mail mit dem Grund.",
        "Diese Anmeldungen stornieren?",
        "stornieren",
        ("ist storniert", "sind storniert"),
        deciding.cancel_several,
        deciding.why_not_cancel,
        needs_reason=True,
    ),
}


@require_POST
@never_cache
@login_required
def bulk(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    form = ChosenForm(request.POST, ACTIONS)
    back_url = reverse("workshop_desk:bookings", args=[pk]) + form.list_query()
    if not form.is_valid():
        messages.error(request, next(error for errors in form.errors.values() for error in errors))
        return redirect(back_url)
    rows = bookings_of(workshop).select_related("person", "organisation", "place", "format")
    chosen = list(rows.filter(pk__in=form.cleaned_data["zeile"]).order_by("pk"))
    if form.cleaned_data["was"] == WRITE:
        return _write(request, workshop, chosen)
    action: BookingAction = form.action
    reason = ReasonForm(request.POST if "sure" in request.POST else None)
    if "sure" not in request.POST or (action.needs_reason and not reason.is_valid()):
        return _confirm(request, workshop, form, reason if action.needs_reason else None, chosen, back_url)
    result = action.act(
        chosen, actor=request.user, reason=reason.cleaned_data["reason"] if action.needs_reason else ""
    )
    if result.done:
        number = len(result.done)
        messages.success(request, f"{sentence(counted(number, ONE, MANY))} {action.done[number != 1]}.")
    if not result.refused:
        return redirect(back_url)
    return render_desk(
        request,
        "events/desk/refused.html",
        workshop,
        "bookings",
        title="Nicht alles ging" if result.done else "Das ging nicht",
        refused=bulk_rows(result.refused, name_in_lists, _detail),
        back_url=back_url,
    )


def _confirm(
    request: HttpRequest,
    workshop: Workshop,
    chosen: ChosenForm,
    reason: ReasonForm | None,
    rows: list[Booking],
    back_url: str,
) -> HttpResponse:
    action: BookingAction = chosen.action
    pairs = [(row, action.why_not(row)) for row in rows]
    possible = [(row, "") for row, why in pairs if not why]
    is_wrong = reason is not None and bool(reason.errors)
    return render_desk(
        request,
        "events/desk/bulk.html",
        workshop,
        "bookings",
        status=422 if is_wrong else 200,
        title=action.question,
        action=action,
        form=reason or chosen,
        reason=reason,
        rows=bulk_rows(possible, name_in_lists, _detail),
        refused=bulk_rows([pair for pair in pairs if pair[1]], name_in_lists, _detail),
        missing=len(chosen.cleaned_data["zeile"]) - len(rows),
        button=f"{sentence(counted(len(possible), ONE, MANY))} {action.button}",
        hidden_inputs=[
            *(("zeile", row.pk) for row, _why in possible),
            ("was", chosen.cleaned_data["was"]),
            ("liste", chosen.cleaned_data["liste"]),
        ],
        back_url=back_url,
    )


def _write(request: HttpRequest, workshop: Workshop, rows: list[Booking]) -> HttpResponse:
    """The form of a message to the chosen ones; it is sent to the screen of messages."""
    pairs = [(row, deciding.why_not_write(row)) for row in rows]
    return render_desk(
        request,
        "events/desk/message_edit.html",
        workshop,
        "messages",
        title=f"Nachricht an {counted(len(pairs), ONE, MANY)}",
        form=MessageForm(None, groups=[], initial={"form_key": secrets.token_urlsafe(16)}),
        hidden_inputs=[("wer", row.pk) for row, why in pairs if not why],
        refused=bulk_rows([pair for pair in pairs if pair[1]], name_in_lists, _detail),
    )


def _detail(row: Booking) -> str:
    return ", ".join(filter(None, (row.from_where, row.get_state_display())))
