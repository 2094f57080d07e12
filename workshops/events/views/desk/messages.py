"""Mails to a group or to chosen people: written, reviewed, sent; and what was sent."""

import secrets
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.lists.bulk import MOST_ROWS
from netzwerk.members.views import form_methods
from netzwerk.post.letters import render_letter
from netzwerk.seats.models import Format
from netzwerk.texts.amounts import counted
from netzwerk.texts.fields import MAX_DIGITS, posted, submitted_values
from workshops.events.errors import EventsError
from workshops.events.forms.desk import MessageForm
from workshops.events.models import Workshop
from workshops.events.services.messages import GROUPS, Recipients, letter_context, recipients, send_group_message
from workshops.events.views.desk import render_desk
from workshops.events.views.managing import managed
from workshops.events.views.refusals import add_errors

PER_PAGE = 20
LETTER = "events/mail/group_message.txt"


@require_safe
@never_cache
@login_required
def message_list(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    sent = workshop.messages.select_related("sent_by")
    page = Paginator(sent, PER_PAGE).get_page(request.GET.get("seite"))
    return render_desk(request, "events/desk/messages.html", workshop, "messages", page_obj=page)


def _groups(workshop: Workshop) -> list[tuple[str, str]]:
    """Keys "group" and "group:format"."""
    found = [(key, f"alle: {label}" if key == "angemeldet" else label) for key, (label, _states) in GROUPS.items()]
    if workshop.seats_in_person and workshop.seats_online:
        label = GROUPS["angemeldet"][0]
        found[1:1] = [(f"angemeldet:{key}", f"{label}, {words}") for key, words in Format.Key.choices]
    return found


def _chosen(request: HttpRequest) -> list[int]:
    """The bookings that were ticked in the list. Foreign keys find nothing."""
    sent = request.POST.getlist("wer")[:MOST_ROWS]
    return [int(one) for one in sent if one.isascii() and one.isdecimal() and len(one) <= MAX_DIGITS]


@form_methods
@never_cache
@login_required
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write, then review with count and example, then send."""
    workshop = managed(request, pk)
    chosen = _chosen(request) if request.method == "POST" else []
    is_for_chosen = "wer" in request.POST
    groups = [] if is_for_chosen else _groups(workshop)
    form = MessageForm(posted(request), groups=groups, initial={"form_key": secrets.token_urlsafe(16)})
    to: Recipients | None = None
    if request.method == "POST" and form.is_valid() and "change" not in request.POST:
        group, _colon, format = form.cleaned_data.get("group", "").partition(":")
        to = recipients(workshop, group=group, format=format, chosen=chosen or [0] if is_for_chosen else ())
        if not to.number:
            form.add_error(None, "Dazu gehört niemand mit einer E-Mail-Adresse. Bitte wählen Sie andere.")
        elif "sure" in request.POST:
            return _send(request, workshop, form, to)
        else:
            return _review(request, workshop, form, to, chosen)
    return _edit(request, workshop, form, chosen)


def _edit(request: HttpRequest, workshop: Workshop, form: MessageForm, chosen: list[int]) -> HttpResponse:
    return render_desk(
        request,
        "events/desk/message_edit.html",
        workshop,
        "messages",
        status=422 if form.errors else 200,
        form=form,
        hidden_inputs=[("wer", key) for key in chosen],
        title="Nachricht schreiben",
    )


def _review(
    request: HttpRequest, workshop: Workshop, form: MessageForm, to: Recipients, chosen: list[int]
) -> HttpResponse:
    data = form.cleaned_data
    example = letter_context(workshop, to.bookings[0], subject=data["subject"], text=data["text"], sender=request.user)
    letter = render_letter(LETTER, example)
    return render_desk(
        request,
        "events/desk/message_review.html",
        workshop,
        "messages",
        to=to,
        letter=letter,
        example=to.bookings[0].holder_name,
        hidden_inputs=[*submitted_values(form), *(("wer", key) for key in chosen)],
        button=f"{counted(to.number, 'Eine E-Mail', 'E-Mails')} senden",
        title="Nachricht prüfen",
    )


def _send(request: HttpRequest, workshop: Workshop, form: MessageForm, to: Recipients) -> HttpResponse:
    data: dict[str, Any] = form.cleaned_data
    try:
        sent = send_group_message(
            workshop,
            to=to,
            subject=data["subject"],
            text=data["text"],
            form_key=data["form_key"],
            actor=request.user,
        )
    except (EventsError, ValidationError) as error:
        add_errors(form, error)
        return _edit(request, workshop, form, _chosen(request))
    count = "Eine E-Mail ist" if sent.recipients == 1 else f"{sent.recipients} E-Mails sind"
    messages.success(request, f"{count} unterwegs.")
    return redirect("workshop_desk:messages", workshop.pk)
