"""Who plans and who leads a workshop."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from netzwerk.members.views import form_methods
from netzwerk.texts.fields import posted
from workshops.events.access import can_manage
from workshops.events.forms.people import LeadersForm, OrganisersForm
from workshops.events.services import people
from workshops.events.views.managing import REFUSALS, desk_page, managed, say
from workshops.events.views.refusals import add_errors


@form_methods
@never_cache
@login_required
def organisers(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    form = OrganisersForm(posted(request), user=request.user, workshop=workshop)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            people.set_organisers(workshop, people=data["people"], actor=request.user, seen=data["seen"])
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, "Gespeichert.")
            workshop._prefetched_objects_cache = {}
            if can_manage(request.user, workshop):
                return redirect("my_workshops:edit", pk)
            return redirect("my_workshops:list")
    return desk_page(request, "events/organisers.html", workshop, "edit", "Wer plant mit?", form=form)


@form_methods
@never_cache
@login_required
def leaders(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    form = LeadersForm(posted(request), user=request.user, workshop=workshop)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            people.set_leaders(
                workshop, people=data["people"], guests=data["guests"], actor=request.user, seen=data["seen"]
            )
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, "Gespeichert.")
            return redirect("my_workshops:edit", pk)
    return desk_page(request, "events/leaders.html", workshop, "edit", "Wer leitet?", form=form)
