"""What the public will see, and the decision of the second person."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from netzwerk.members.views import form_methods
from netzwerk.texts.fields import posted
from workshops.events.access import can_review
from workshops.events.forms.review import NoteForm
from workshops.events.models import Workshop
from workshops.events.services import reviewing
from workshops.events.services.pending import changes_of, waiting_materials
from workshops.events.views.managing import REFUSALS, desk_page, managed, say
from workshops.events.views.pages import page_context
from workshops.events.views.refusals import add_errors

Decision = tuple[Callable[[Workshop, HttpRequest, NoteForm], None], str]


def _seen(request: HttpRequest) -> str:
    return request.POST.get("seen", "")[:40] or "nichts"


DECISIONS: dict[str, Decision] = {
    "vorlegen": (
        lambda row, request, _form: reviewing.submit_workshop(row, actor=request.user),
        "Der Workshop liegt zur Prüfung vor. Wer ihn prüfen kann, hat Nachricht.",
    ),
    "zurueckziehen": (
        lambda row, request, _form: reviewing.withdraw_from_review(row, actor=request.user),
        "Zurückgezogen. Es wartet nichts mehr auf eine Prüfung.",
    ),
    "veroeffentlichen": (
        lambda row, request, _form: reviewing.publish_workshop(row, actor=request.user, seen=_seen(request)),
        "Der Workshop ist veröffentlicht. Ab jetzt kann man sich anmelden.",
    ),
    "zurueckgeben": (
        lambda row, request, form: reviewing.send_back(row, actor=request.user, note=form.cleaned_data["note"]),
        "Zurückgegeben. Alle, die den Workshop planen, haben Ihre Rückmeldung.",
    ),
    "uebernehmen": (
        lambda row, request, _form: reviewing.apply_changes(row, actor=request.user, seen=_seen(request)),
        "Die Änderung ist übernommen. Alle sehen jetzt die neue Fassung.",
    ),
    "ablehnen": (
        lambda row, request, form: reviewing.reject_changes(row, actor=request.user, note=form.cleaned_data["note"]),
        "Die Änderung ist abgelehnt. Es gilt weiter die jetzige Fassung.",
    ),
}


@form_methods
@never_cache
@login_required
def review(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    form = NoteForm(posted(request))
    decision = DECISIONS.get(request.POST.get("was", ""))
    if request.method == "POST" and form.is_valid():
        if decision is None:
            form.add_error(None, "Bitte wählen Sie, was geschehen soll.")
        else:
            decide, text = decision
            try:
                decide(workshop, request, form)
            except REFUSALS as error:
                add_errors(form, error)
                workshop = managed(request, pk)
            else:
                say(request, text)
                return redirect("my_workshops:edit", pk)
    shown = {name: value for name, value in page_context(request, workshop).items() if name != "workshop"}
    context = shown | {
        "form": form,
        "may_review": workshop.waits_for_review and can_review(request.user, workshop),
        "missing": reviewing.missing_for_review(workshop) if workshop.state == Workshop.State.DRAFT else [],
        "changes": changes_of(workshop),
        "waiting_materials": waiting_materials(workshop),
    }
    return desk_page(request, "events/review.html", workshop, "edit", "Vorschau und Prüfung", **context)
