"""The office desk: applications and bulk invitations."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.lists.tables import Column
from netzwerk.members import access
from netzwerk.members.errors import MembersError
from netzwerk.members.forms.bulk_invitation import (
    ROWS,
    BulkInviteForm,
    InvitedPeople,
    InvitedPeopleBase,
    has_rows,
    rows_of,
)
from netzwerk.members.forms.desk import ApplicationFilter, DecisionForm
from netzwerk.members.limits import within_limit
from netzwerk.members.models import Application, Organisation
from netzwerk.members.roles import MEMBER, ROLE_BY_KEY
from netzwerk.members.services import applications, invitations
from netzwerk.members.views import form_methods
from netzwerk.members.views.desk_list import render_list
from netzwerk.members.views.history import history_of
from netzwerk.texts.fields import posted, submitted_values

APPLICATION_TABLE = (
    Column("Organisation", str, 40),
    Column("Art", lambda row: row.get_kind_display()),
    Column("Straße", lambda row: row.street, 30),
    Column("Postleitzahl", lambda row: row.postcode, 12),
    Column("Ort", lambda row: row.place),
    Column("Person", lambda row: row.applicant, 30),
    Column("Funktion", lambda row: row.function, 30),
    Column("E-Mail-Adresse", lambda row: row.email, 30),
    Column("Eingegangen", lambda row: row.created_at),
    Column("Stand", lambda row: row.get_state_display()),
)


@require_safe
@never_cache
@login_required
def application_list(request: HttpRequest) -> HttpResponse:
    if not access.can_review_applications(request.user):
        raise Http404
    form = ApplicationFilter(request.GET or {"stand": "offen"})
    chosen = form.chosen()
    rows = Application.objects.visible_to(request.user).matching(chosen["suche"])
    if chosen["stand"] in Application.State.values:
        rows = rows.filter(state=chosen["stand"])
    elif chosen["stand"] != "alle":
        rows = rows.open()
    headings = ("Organisation", "Art", "Person", "Eingegangen", "Stand")
    template = "members/desk/applications.html"
    return render_list(request, template, "Aufnahmeanträge", form, rows, headings, APPLICATION_TABLE)


DONE = {
    DecisionForm.QUESTION: "Die Rückfrage ist unterwegs.",
    DecisionForm.APPROVE: "Aufgenommen. Die Einladung an die Koordination ist unterwegs.",
    DecisionForm.DECLINE: "Der Antrag ist abgelehnt; der Grund ist unterwegs.",
}


@form_methods
@never_cache
@login_required
def application(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Application.objects.visible_to(request.user).select_related("organisation"), pk=pk)
    form = DecisionForm(posted(request))
    if request.method == "POST" and form.is_valid() and "change" not in request.POST:
        words, decision = form.cleaned_data["words"], form.cleaned_data["decision"]
        if found.is_open and decision != DecisionForm.QUESTION and "sure" not in request.POST:
            return _review_decision(request, found, form)
        try:
            if decision == DecisionForm.QUESTION:
                applications.ask_applicant(found, actor=request.user, question=words)
            elif decision == DecisionForm.APPROVE:
                applications.approve_application(found, actor=request.user, text=words)
            else:
                applications.decline_application(found, actor=request.user, reason=words)
        except (MembersError, ValidationError) as error:
            form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))
        else:
            messages.success(request, DONE[decision])
            return redirect("desk:application", pk)
    context = {
        "application": found,
        "steps": history_of(found, with_authors=True),
        "form": form if found.is_open else None,
        "existing": applications.existing_member_for(found) if found.is_open else None,
        "title": found.name,
    }
    return render(request, "members/desk/application.html", context, status=422 if form.errors else 200)


def _review_decision(request: HttpRequest, found: Application, form: DecisionForm) -> HttpResponse:
    """Confirmation page that shows the effects of the decision."""
    admits = form.cleaned_data["decision"] == DecisionForm.APPROVE
    last = found.messages.order_by("-pk").first()
    context = {
        "application": found,
        "form": form,
        "hidden_inputs": submitted_values(form),
        "admits": admits,
        "district": applications.district_name_of(found),
        "asked": last if found.state == Application.State.ASKED else None,
        "existing": applications.existing_member_for(found),
        "valid_days": invitations.VALID_FOR.days,
        "title": f"{found.name} {'aufnehmen' if admits else 'ablehnen'}?",
    }
    return render(request, "members/desk/decision_review.html", context)


@form_methods
@never_cache
@login_required
def bulk_invite(request: HttpRequest) -> HttpResponse:
    """Invite many people: a text becomes a table to correct, and the table is sent as a whole or not at all."""
    user = request.user
    if not access.can_invite(user, None):
        raise Http404
    organisations = Organisation.objects.visible_to(user).active()
    given = [role for role in ROLE_BY_KEY.values() if role != MEMBER and access.could_give_somewhere(user, role)]
    form = BulkInviteForm(posted(request), organisations=organisations, roles=given)
    context = {"form": form, "title": "Mehrere einladen"}
    if request.method != "POST" or not form.is_valid():
        return render(request, "members/desk/bulk.html", context, status=422 if form.errors else 200)
    known = partial(invitations.known_addresses, actor=user, organisation=form.cleaned_data["organisation"])
    if not has_rows(request.POST):
        return _review(request, form, rows_of(form.cleaned_data["people"], known=known))
    rows = InvitedPeople(request.POST, prefix=ROWS, known=known)
    if "change" in request.POST:
        return render(request, "members/desk/bulk.html", context | {"form": form.with_people(rows.typed())})
    if not rows.is_valid() or "send" not in request.POST:
        return _review(request, form, rows)
    if within_limit(request, form, "bulk_invite") and (sent := _invite_all(request, form, rows)):
        messages.success(
            request, f"{sent} Einladungen sind unterwegs." if sent > 1 else "Eine Einladung ist unterwegs."
        )
        return redirect("portal:desk")
    return _review(request, form, rows)


def _review(request: HttpRequest, form: BulkInviteForm, rows: InvitedPeopleBase) -> HttpResponse:
    """The table of people, with errors in their rows."""
    is_wrong = rows.is_bound and (bool(form.errors) or not rows.is_valid())
    context = {
        "form": form,
        "rows": rows,
        "hidden_inputs": submitted_values(form),
        "title": "Liste prüfen",
        "error_title": is_wrong,
    }
    return render(request, "members/desk/bulk_review.html", context, status=422 if is_wrong else 200)


def _invite_all(request: HttpRequest, form: BulkInviteForm, rows: InvitedPeopleBase) -> int:
    """Returns how many were invited: all, or 0 with errors in the table."""
    data = form.cleaned_data
    try:
        return invitations.invite_many(
            [(one.email, one.first_name, one.last_name) for one in rows.chosen()],
            actor=request.user,
            organisation=data["organisation"],
            roles=[ROLE_BY_KEY[key] for key in data["roles"]],
        )
    except MembersError as error:
        for row in rows.forms:
            if reason := error.reasons.get(row.cleaned_data.get("email", "")):
                row.add_error("email", reason)
        form.add_error(None, "Es ist noch nichts abgeschickt. Bitte prüfen Sie die Zeilen mit einem Hinweis.")
    except PermissionDenied:
        form.add_error(None, "Eine dieser Rollen können Sie in dieser Organisation nicht geben.")
    return 0
