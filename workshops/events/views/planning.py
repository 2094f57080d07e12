"""A workshop is created, changed, copied, deleted, cancelled."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.members.views import form_methods
from netzwerk.texts.fields import posted
from workshops.events import words
from workshops.events.access import can_plan
from workshops.events.forms.dates import ReasonForm
from workshops.events.forms.review import CopyForm
from workshops.events.forms.texts import WorkshopForm, initial_of, initial_of_new
from workshops.events.models import Workshop
from workshops.events.services import cancelling, copying, planning
from workshops.events.services.pending import proposed_values
from workshops.events.services.reviewing import missing_for_review
from workshops.events.services.rows import Outdated
from workshops.events.views.managing import REFUSALS, desk_page, managed, refuse, say
from workshops.events.views.refusals import add_errors


@form_methods
@never_cache
@login_required
def create(request: HttpRequest) -> HttpResponse:
    if not can_plan(request.user):
        raise Http404
    form = WorkshopForm(posted(request), user=request.user, workshop=None, initial=initial_of_new(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            made = planning.create_workshop(actor=request.user, **form.values())
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, "Der Entwurf ist gespeichert. Als Nächstes fehlen die Termine.")
            return redirect("my_workshops:edit", made.pk)
    templates = Workshop.objects.visible_to(request.user).manageable_by(request.user).filter(is_template=True)
    context = {"title": "Workshop anlegen", "form": form, "templates": templates[:50]}
    return render(request, "events/create.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@login_required
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """The tab "Angaben": all parts of the workshop, each with its way to change it."""
    workshop = managed(request, pk)
    rows = list(workshop.dates.select_related("date__venue", "date__series"))
    context = {
        "rows": rows,
        "units": words.units_of(rows),
        "leaders": workshop.leaders.select_related("person"),
        "organisers": workshop.organisers.select_related("person"),
        "questions": workshop.questions.all(),
        "topics": workshop.topics.all(),
        "missing": missing_for_review(workshop) if workshop.state == Workshop.State.DRAFT else [],
    }
    return desk_page(request, "events/overview.html", workshop, "edit", "Angaben", **context)


@form_methods
@never_cache
@login_required
def texts(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    initial = initial_of(workshop, proposed_values(workshop))
    form = WorkshopForm(posted(request), user=request.user, workshop=workshop, initial=initial)
    stored: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            waits = planning.change_workshop(
                workshop, actor=request.user, seen=form.cleaned_data["seen"], **form.values()
            )
        except Outdated as error:
            form, stored = _with_what_is_stored(request, workshop)
            form.add_error(None, str(error))
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, _saved(waits))
            return redirect("my_workshops:edit", workshop.pk)
    return desk_page(
        request, "events/texts.html", workshop, "edit", "Text und Regeln ändern", form=form, stored=stored
    )


def _saved(waits: bool) -> str:
    if waits:
        return "Gespeichert. Was alle lesen, wartet jetzt auf eine zweite Person; bis dahin gilt die jetzige Fassung."
    return "Gespeichert."


def _with_what_is_stored(request: HttpRequest, workshop: Workshop) -> tuple[WorkshopForm, list[tuple[str, str]]]:
    """The form as it was sent, and what is stored where it differs. Sent again, it replaces that."""
    workshop.refresh_from_db()
    initial = initial_of(workshop, proposed_values(workshop))
    data = request.POST.copy()
    data["seen"] = workshop.stamp
    form = WorkshopForm(data, user=request.user, workshop=workshop, initial=initial)
    form.is_valid()
    stored = []
    for name in form.changed_data:
        value: Any = initial.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool):
            stored.append((form.fields[name].label, str(value)))
        else:
            stored.append((form.fields[name].label, "anders als in Ihrer Eingabe"))
    return form, stored


@form_methods
@never_cache
@login_required
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    if not can_plan(request.user):
        raise Http404
    title = workshop.title if workshop.is_template else f"{workshop.title} (Kopie)"[:160]
    form = CopyForm(posted(request), initial={"title": title})
    if request.method == "POST" and form.is_valid():
        try:
            made = copying.copy_workshop(workshop, actor=request.user, **form.cleaned_data)
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, "Die Vorlage ist gespeichert." if made.is_template else "Der Entwurf ist angelegt.")
            return redirect("my_workshops:edit", made.pk)
    return desk_page(request, "events/copy.html", workshop, "edit", "Kopie anlegen", form=form)


@require_POST
@never_cache
@login_required
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    try:
        planning.delete_draft(workshop, actor=request.user)
    except REFUSALS as error:
        refuse(request, error)
        return redirect("my_workshops:edit", pk)
    say(request, "Der Entwurf ist gelöscht.")
    return redirect("my_workshops:list")


@form_methods
@never_cache
@login_required
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """The review step before a workshop falls: it cannot be undone."""
    workshop = managed(request, pk)
    if not workshop.is_published:
        raise Http404
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            cancelling.cancel_workshop(workshop, actor=request.user, reason=form.cleaned_data["reason"])
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, "Der Workshop ist abgesagt. Alle, die es betrifft, bekommen Nachricht.")
            return redirect("my_workshops:edit", pk)
    return desk_page(
        request,
        "events/cancel.html",
        workshop,
        "edit",
        "Workshop absagen",
        form=form,
        concerned=cancelling.concerned_by(workshop),
    )
