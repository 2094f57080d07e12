"""The office desk: organisations and pilot sites."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.lists.tables import Column
from netzwerk.members import access
from netzwerk.members.errors import MembersError
from netzwerk.members.forms.desk import OrganisationFilter
from netzwerk.members.forms.organisations import OfficialForm, PilotSiteForm
from netzwerk.members.models import Organisation
from netzwerk.members.services import organisations
from netzwerk.members.views import form_methods
from netzwerk.members.views.desk_list import render_list
from netzwerk.texts.fields import posted

TABLE = (
    Column("Name", lambda row: row.name, 40),
    Column("Art", lambda row: row.get_kind_display()),
    Column("Gemeindeschlüssel", lambda row: row.ags, 12),
    Column("Kreis", lambda row: row.district and row.district.name, 30),
    Column("Straße", lambda row: row.street, 30),
    Column("Postleitzahl", lambda row: row.postcode, 12),
    Column("Ort", lambda row: row.place),
    Column("E-Mail-Adresse", lambda row: row.email, 30),
    Column("Telefon", lambda row: row.phone),
    Column("Internetseite", lambda row: row.website, 30),
    Column("Pilotstandort", lambda row: getattr(row, "pilot_site", None) is not None, 12),
    Column("Personen", lambda row: row.people, 10),
    Column("Mitglied seit", lambda row: row.joined_on),
    Column("Mitglied bis", lambda row: row.left_on),
)


def _check_manager(request: HttpRequest) -> None:
    if not access.can_manage_organisations(request.user):
        raise Http404


def _refused(form, error: MembersError | ValidationError) -> None:
    """Add the error of a service to its field, or to the form."""
    if isinstance(error, ValidationError) and hasattr(error, "error_dict"):
        for name, errors in error.error_dict.items():
            form.add_error(name if name in form.fields else None, errors)
    else:
        form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))


@require_safe
@never_cache
@login_required
def organisation_list(request: HttpRequest) -> HttpResponse:
    _check_manager(request)
    form = OrganisationFilter(request.GET)
    chosen = form.chosen()
    rows = Organisation.objects.visible_to(request.user).matching(chosen["suche"])
    rows = rows.filter(left_on__isnull=False) if chosen["stand"] == "aus" else rows.active()
    if chosen["art"]:
        rows = rows.filter(kind=chosen["art"])
    if chosen["stand"] == "pilot":
        rows = rows.filter(pilot_site__isnull=False)
    elif chosen["stand"] == "ohne":
        rows = rows.without_coordination()
    rows = rows.select_related("district", "pilot_site").with_people().order_by("name", "pk")
    headings = ("Name", "Art", "Kreis", "Personen", "Mitglied seit")
    return render_list(request, "members/desk/organisations.html", "Organisationen", form, rows, headings, TABLE)


@form_methods
@never_cache
@login_required
def create(request: HttpRequest) -> HttpResponse:
    _check_manager(request)
    form = OfficialForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = organisations.create_organisation(actor=request.user, **form.cleaned_data)
        except (MembersError, ValidationError) as error:
            _refused(form, error)
        else:
            messages.success(request, f"{made} ist angelegt. Laden Sie nun die Koordination ein.")
            return redirect("organisations:invite", made.slug)
    context = {"form": form, "title": "Organisation anlegen"}
    return render(request, "members/desk/organisation_new.html", context, status=422 if form.errors else 200)


@form_methods
@never_cache
@login_required
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Official data and the pilot site: two forms; the value of the button tells which one was sent."""
    _check_manager(request)
    found = get_object_or_404(Organisation.objects.visible_to(request.user).select_related("pilot_site"), pk=pk)
    site = getattr(found, "pilot_site", None)
    meant = request.POST.get("form") if request.method == "POST" else None
    official = OfficialForm(request.POST if meant == "official" else None, organisation=found)
    pilot = PilotSiteForm(request.POST if meant == "pilot" else None, site=site, prefix="standort")
    try:
        if meant == "official" and official.is_valid():
            organisations.change_organisation(found, actor=request.user, **official.cleaned_data)
        elif meant == "pilot" and pilot.is_valid():
            organisations.set_pilot_site(found, actor=request.user, **pilot.values())
    except (MembersError, ValidationError) as error:
        _refused(official if meant == "official" else pilot, error)
    wrong = official.errors or pilot.errors
    if meant in ("official", "pilot") and not wrong:
        messages.success(request, "Gespeichert.")
        return redirect("desk:organisation", pk)
    context = {
        "organisation": found,
        "site": site,
        "form": pilot if meant == "pilot" else official,
        "official": official,
        "pilot": pilot,
        "title": found.name,
    }
    return render(request, "members/desk/organisation.html", context, status=422 if wrong else 200)


@require_POST
@never_cache
@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    _check_manager(request)
    found = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    organisations.end_organisation(found, actor=request.user)
    messages.success(request, f"{found} ist nicht mehr Mitglied. Mitgliedschaften und Rollen dort sind beendet.")
    return redirect("desk:organisation", pk)
