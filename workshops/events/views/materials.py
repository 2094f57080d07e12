"""The tab "Material"."""

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from netzwerk.members.views import form_methods
from netzwerk.texts.fields import posted, posted_files
from workshops.events.forms.materials import MaterialForm
from workshops.events.models import Material
from workshops.events.services import materials
from workshops.events.views.managing import REFUSALS, desk_page, managed, refuse, say
from workshops.events.views.refusals import add_errors


@form_methods
@never_cache
@login_required
def material_list(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    form = MaterialForm(posted(request), posted_files(request))
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="events_material", user=request.user):
            form.add_error("file", "Das waren sehr viele Dateien in kurzer Zeit. Bitte warten Sie eine Stunde.")
        else:
            try:
                made = materials.add_material(workshop, actor=request.user, **form.values())
            except REFUSALS as error:
                add_errors(form, error)
            else:
                waits = workshop.is_published and made.audience == Material.Audience.EVERYONE
                say(
                    request,
                    "Gespeichert. Für alle sichtbar, sobald eine zweite Person zugestimmt hat."
                    if waits
                    else "Gespeichert.",
                )
                return redirect("my_workshops:materials", pk)
    found = Material.objects.visible_to(request.user).filter(workshop=workshop).prefetch_related("files")
    return desk_page(request, "events/materials.html", workshop, "materials", "Material", form=form, materials=found)


@require_POST
@never_cache
@login_required
def remove(request: HttpRequest, pk: int, material_pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    material = get_object_or_404(workshop.materials.all(), pk=material_pk)
    try:
        materials.remove_material(material, actor=request.user)
        say(request, "Das Material ist entfernt.")
    except REFUSALS as error:
        refuse(request, error)
    return redirect("my_workshops:materials", pk)
