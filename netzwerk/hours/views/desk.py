"""The office desk: applications for credit, and all certificates."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.files.models import AttachedFile
from netzwerk.hours import access
from netzwerk.hours.counting import Amount
from netzwerk.hours.errors import HoursError
from netzwerk.hours.forms import CertificateFilter, CorrectionForm, CreditFilter, DecisionForm, RevokeForm
from netzwerk.hours.models import Category, Certificate, Credit
from netzwerk.hours.services import decisions
from netzwerk.hours.services.certificates import revoke_certificate
from netzwerk.hours.views.credits import add_errors
from netzwerk.lists.headings import Heading
from netzwerk.lists.tables import Column
from netzwerk.lists.timeline import TimelineEntry
from netzwerk.members.views import form_methods
from netzwerk.members.views.desk_list import render_list
from netzwerk.texts.fields import posted, submitted_values

CREDIT_TABLE = (
    Column("Nummer", lambda row: row.pk, 10),
    Column("Person", lambda row: str(row.person), 30),
    Column("Fortbildung", lambda row: row.title, 40),
    Column("Anbieter", lambda row: row.provider, 30),
    Column("Art", lambda row: row.category.label, 30),
    Column("Form", lambda row: row.get_presence_display(), 12),
    Column("Minuten", lambda row: row.minutes, 10),
    Column("Erster Tag", lambda row: row.first_day, 12),
    Column("Letzter Tag", lambda row: row.last_day, 12),
    Column("Stand", lambda row: row.get_state_display()),
    Column("Angerechnete Minuten", lambda row: row.granted_minutes, 12),
    Column("Eingereicht", lambda row: row.submitted_at),
    Column("Entschieden", lambda row: row.decided_at),
)
CERTIFICATE_TABLE = (
    Column("Nummer", lambda row: row.number, 16),
    Column("Name", lambda row: row.holder, 30),
    Column("Titel", lambda row: row.title, 40),
    Column("Ausgestellt", lambda row: row.issued_at),
    Column("Stand", lambda row: row.get_state_display()),
    Column("Grund", lambda row: row.reason, 40),
)


@require_safe
@never_cache
@login_required
def credit_list(request: HttpRequest) -> HttpResponseBase:
    if not access.can_decide_credits(request.user):
        raise Http404
    form = CreditFilter(request.GET)
    chosen = form.chosen()
    # Drafts of one's own are no matter of the desk.
    rows = Credit.objects.visible_to(request.user).exclude(state=Credit.State.DRAFT).matching(chosen["suche"])
    if chosen["stand"] in Credit.State.values:
        rows = rows.filter(state=chosen["stand"])
    elif chosen["stand"] != "alle":
        rows = rows.filter(state__in=Credit.UNDECIDED)
    rows = rows.select_related("person", "category").order_by("submitted_at", "pk")
    headings = ("Fortbildung", "Person", Heading("Umfang", is_numeric=True), "Eingereicht", "Stand")
    return render_list(request, "hours/desk/credits.html", "Anrechnungen", form, rows, headings, CREDIT_TABLE)


def _found(request: HttpRequest, pk: int) -> Credit:
    if not access.can_decide_credits(request.user):
        raise Http404
    seen = Credit.objects.visible_to(request.user).exclude(state=Credit.State.DRAFT)
    return get_object_or_404(seen.select_related("person", "category", "granted_category"), pk=pk)


DONE = {
    DecisionForm.QUESTION: "Die Rückfrage ist unterwegs.",
    DecisionForm.GRANT: "Angerechnet. Die Stunden stehen im Konto, und die Person weiß Bescheid.",
    DecisionForm.DECLINE: "Der Antrag ist abgelehnt; der Grund ist unterwegs.",
}


@form_methods
@never_cache
@login_required
def credit(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    form = DecisionForm(posted(request), categories=Category.objects.visible_to(request.user), credit=found)
    if request.method == "POST" and form.is_valid() and "change" not in request.POST:
        data = form.cleaned_data
        if found.is_undecided and data["decision"] == DecisionForm.GRANT and "sure" not in request.POST:
            return _review(request, found, form)
        try:
            if data["decision"] == DecisionForm.QUESTION:
                decisions.ask_applicant(found, actor=request.user, question=data["words"])
            elif data["decision"] == DecisionForm.GRANT:
                decisions.grant_credit(
                    found,
                    actor=request.user,
                    minutes=data["minutes"],
                    category=data["category"],
                    presence=data["presence"],
                    text=data["words"],
                )
            else:
                decisions.decline_credit(found, actor=request.user, reason=data["words"])
        except (HoursError, ValidationError) as error:
            add_errors(form, error)
        else:
            messages.success(request, DONE[data["decision"]])
            return redirect("desk_hours:credit", pk)
    return _show(request, found, form=form, is_wrong=bool(form.errors))


def _review(request: HttpRequest, found: Credit, form: DecisionForm) -> HttpResponse:
    """What the decision writes, before it does."""
    data = form.cleaned_data
    context = {
        "credit": found,
        "form": form,
        "hidden_inputs": submitted_values(form),
        "amount": Amount.of(data["minutes"]),
        "presence": dict(form.fields["presence"].choices)[data["presence"]],
        "title": f"{Amount.of(data['minutes'])} anrechnen?",
    }
    return render(request, "hours/desk/review.html", context)


@form_methods
@never_cache
@login_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    if found.state != Credit.State.GRANTED or not access.can_decide(request.user, found):
        messages.error(request, "Hier lässt sich nichts berichtigen.")
        return redirect("desk_hours:credit", pk)
    form = CorrectionForm(posted(request), credit=found)
    if request.method == "POST" and form.is_valid():
        try:
            decisions.correct_credit(
                found, actor=request.user, minutes=form.cleaned_data["minutes"], reason=form.cleaned_data["words"]
            )
        except (HoursError, ValidationError) as error:
            add_errors(form, error)
        else:
            messages.success(request, "Berichtigt. Die Person weiß Bescheid.")
            return redirect("desk_hours:credit", pk)
    context = {"credit": found, "form": form, "title": "Anrechnung berichtigen"}
    return render(request, "hours/desk/correct.html", context, status=422 if form.errors else 200)


def _show(request: HttpRequest, found: Credit, *, form: DecisionForm, is_wrong: bool) -> HttpResponse:
    may_decide = access.can_decide(request.user, found)
    known = Credit.objects.visible_to(request.user).filter(
        person=found.person, first_day__lte=found.last_day, last_day__gte=found.first_day
    )
    steps = found.steps.select_related("author")
    context = {
        "credit": found,
        "proofs": list(AttachedFile.objects.visible_to(request.user).filter(pk__in=found.proofs.values("pk"))),
        "history": [
            TimelineEntry(row.created_at, row.get_kind_display(), row.text, str(row.author) if row.author else "")
            for row in steps
        ],
        "overlapping": list(known.exclude(pk=found.pk).exclude(state=Credit.State.DRAFT)[:5]),
        "certificates": Certificate.objects.visible_to(request.user).of_source(found.source),
        "form": form if found.is_undecided and may_decide else None,
        "may_correct": found.state == Credit.State.GRANTED and may_decide,
        "is_own": found.person_id == request.user.pk,
        "title": found.title,
    }
    return render(request, "hours/desk/credit.html", context, status=422 if is_wrong else 200)


@require_safe
@never_cache
@login_required
def certificate_list(request: HttpRequest) -> HttpResponseBase:
    if not access.can_decide_credits(request.user):
        raise Http404
    form = CertificateFilter(request.GET)
    chosen = form.chosen()
    rows = Certificate.objects.visible_to(request.user).matching(chosen["suche"])
    if chosen["stand"]:
        rows = rows.filter(state=chosen["stand"])
    headings = ("Nummer", "Name", "Titel", "Ausgestellt", "Stand")
    template = "hours/desk/certificates.html"
    return render_list(request, template, "Bescheinigungen", form, rows, headings, CERTIFICATE_TABLE)


@form_methods
@never_cache
@login_required
def certificate(request: HttpRequest, pk: int) -> HttpResponse:
    if not access.can_decide_credits(request.user):
        raise Http404
    seen = Certificate.objects.visible_to(request.user).select_related(
        "issued_by", "ended_by", "replaces", "replaced_by"
    )
    found = get_object_or_404(seen, pk=pk)
    form = RevokeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            revoke_certificate(found, reason=form.cleaned_data["reason"], actor=request.user)
        except HoursError as error:
            form.add_error(None, str(error))
        except PermissionDenied:
            form.add_error(None, "Die eigene Bescheinigung zieht eine andere Person zurück.")
        else:
            messages.success(request, f"Die Bescheinigung {found.number} gilt nicht mehr.")
            return redirect("desk_hours:certificate", pk)
    context = {
        "certificate": found,
        "form": form if found.is_valid and access.can_revoke(request.user, found) else None,
        "replacement": getattr(found, "replaced_by", None),
        "title": found.number,
    }
    return render(request, "hours/desk/certificate.html", context, status=422 if form.errors else 200)
