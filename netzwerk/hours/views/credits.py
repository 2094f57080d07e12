"""Applying for credit: data, proofs, handing in, answering, withdrawing."""

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.files.models import AttachedFile
from netzwerk.hours.errors import HoursError
from netzwerk.hours.forms import AnswerForm, CreditForm, ProofForm
from netzwerk.hours.models import Category, Credit, CreditStep
from netzwerk.hours.services import credits
from netzwerk.lists.timeline import TimelineEntry
from netzwerk.members.views import form_methods
from netzwerk.texts.fields import posted

STEPS = ("Angaben", "Nachweise", "Prüfung", "Entscheidung")


def own_credit(request: HttpRequest, pk: int) -> Credit:
    """Raises Http404 for one that is not the visitor's."""
    own = Credit.objects.visible_to(request.user).filter(person=request.user)
    return get_object_or_404(own.select_related("category", "granted_category"), pk=pk)


def history_of(credit: Credit) -> list[TimelineEntry]:
    """Without the names of those in the office who decided."""
    return [TimelineEntry(row.created_at, row.get_kind_display(), row.text) for row in credit.steps.all()]


def add_errors(form: Form, error: HoursError | ValidationError) -> None:
    """Errors of a service in the form; those of fields that the form lacks above it."""
    if isinstance(error, HoursError):
        form.add_error(None, str(error))
        return
    for name, found in getattr(error, "error_dict", {None: error.messages}).items():
        known = "amount" if name == "minutes" else name
        form.add_error(known if known in form.fields else None, found)


@form_methods
@never_cache
@login_required
def begin(request: HttpRequest) -> HttpResponse:
    return _edit(request, None)


@form_methods
@never_cache
@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    credit = own_credit(request, pk)
    if not credit.can_be_changed:
        messages.error(request, "Dieser Antrag lässt sich nicht mehr ändern.")
        return redirect("hours:credit", pk)
    return _edit(request, credit)


def _edit(request: HttpRequest, credit: Credit | None) -> HttpResponse:
    form = CreditForm(posted(request), categories=Category.objects.visible_to(request.user).in_use(), credit=credit)
    if request.method == "POST" and form.is_valid():
        try:
            if credit is None:
                saved = credits.begin_credit(actor=request.user, **form.values())
            else:
                saved = credits.change_credit(credit, actor=request.user, **form.values())
        except (HoursError, ValidationError) as error:
            add_errors(form, error)
        else:
            if credit is not None:
                messages.success(request, "Ihre Angaben sind gespeichert.")
            return redirect("hours:credit", saved.pk)
    context = {
        "form": form,
        "credit": credit,
        "steps": _steps(credit),
        "title": "Angaben ändern" if credit else "Anrechnung beantragen",
    }
    return render(request, "hours/credit_edit.html", context, status=422 if form.errors else 200)


def _steps(credit: Credit | None, at: int = 0) -> list[tuple[str, str]]:
    if credit is not None and credit.state not in Credit.OPEN:
        at = len(STEPS)
    return [
        (text, "done" if number < at else "current" if number == at else "todo") for number, text in enumerate(STEPS)
    ]


@require_safe
@never_cache
@login_required
def credit(request: HttpRequest, pk: int) -> HttpResponse:
    return _show(request, own_credit(request, pk))


def _show(request: HttpRequest, found: Credit, **forms: Form) -> HttpResponse:
    """The page of an application, with a form that has errors instead of an empty one."""
    context: dict[str, Any] = {
        "credit": found,
        "proofs": list(AttachedFile.objects.visible_to(request.user).filter(pk__in=found.proofs.values("pk"))),
        "history": history_of(found),
        "steps": _steps(found, 1 if found.is_draft else 2),
        "title": found.title,
        "most_proofs": credits.MOST_PROOFS,
    }
    if found.can_be_changed:
        context["proof_form"] = forms.get("proof_form") or ProofForm()
    if found.state == Credit.State.ASKED:
        context["answer_form"] = forms.get("answer_form") or AnswerForm()
        context["question"] = found.steps.filter(kind=CreditStep.Kind.QUESTION).last()
    wrong = [form for form in forms.values() if form.errors]
    context["error_title"] = bool(wrong)
    return render(request, "hours/credit.html", context, status=422 if wrong else 200)


@require_POST
@never_cache
@login_required
def add_proof(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_credit(request, pk)
    form = ProofForm(request.POST, request.FILES)
    if form.is_valid():
        if not ratelimit.consume(request, action="hours_proof", user=request.user):
            form.add_error("file", "Das waren sehr viele Dateien in kurzer Zeit. Bitte warten Sie eine Stunde.")
            return _show(request, found, proof_form=form)
        try:
            credits.add_proof(found, form.cleaned_data["file"], actor=request.user)
        except (HoursError, ValidationError) as error:
            form.add_error("file", error.messages if isinstance(error, ValidationError) else str(error))
        else:
            messages.success(request, "Der Nachweis ist hochgeladen.")
            return redirect("hours:credit", pk)
    return _show(request, found, proof_form=form)


@require_POST
@never_cache
@login_required
def remove_proof(request: HttpRequest, pk: int, proof_pk: int) -> HttpResponse:
    found = own_credit(request, pk)
    proof = get_object_or_404(
        AttachedFile.objects.visible_to(request.user).filter(pk__in=found.proofs.values("pk")), pk=proof_pk
    )
    try:
        credits.remove_proof(found, proof, actor=request.user)
    except HoursError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"„{proof.title}“ ist entfernt.")
    return redirect("hours:credit", pk)


@require_POST
@never_cache
@login_required
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        credits.submit_credit(own_credit(request, pk), actor=request.user)
    except HoursError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Ihr Antrag ist eingereicht. Wir melden uns, sobald darüber entschieden ist.")
    return redirect("hours:credit", pk)


@require_POST
@never_cache
@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_credit(request, pk)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            credits.answer_question(found, actor=request.user, answer=form.cleaned_data["answer"])
        except HoursError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Ihre Antwort ist bei der Geschäftsstelle.")
            return redirect("hours:credit", pk)
    return _show(request, found, answer_form=form)


@require_POST
@never_cache
@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_credit(request, pk)
    try:
        credits.withdraw_credit(found, actor=request.user)
    except HoursError as error:
        messages.error(request, str(error))
        return redirect("hours:credit", pk)
    done = "Der Entwurf ist gelöscht." if found.is_draft else "Ihr Antrag ist zurückgezogen."
    messages.success(request, done)
    return redirect("hours:account")
