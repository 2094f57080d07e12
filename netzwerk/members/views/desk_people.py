"""The office desk: people and roles."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.lists.tables import Column
from netzwerk.members import access
from netzwerk.members.errors import MembersError
from netzwerk.members.forms.desk import GrantFilter, PersonFilter
from netzwerk.members.forms.roles import GrantForm
from netzwerk.members.models import Membership, RoleGrant, User
from netzwerk.members.roles import ROLE_BY_KEY
from netzwerk.members.services import grants, people
from netzwerk.members.views import form_methods
from netzwerk.members.views.desk_list import render_list
from netzwerk.members.views.organisation import grants_context
from netzwerk.texts.fields import posted

PEOPLE_TABLE = (
    Column("Nachname", lambda row: row.last_name),
    Column("Vorname", lambda row: row.first_name),
    Column("E-Mail-Adresse", lambda row: row.email, 30),
    Column("Funktion", lambda row: row.function, 30),
    Column("Organisation", lambda row: [str(membership.organisation) for membership in row.now], 40),
    Column("Rollen", lambda row: [grant.definition.label for grant in row.held], 40),
    Column("Konto", lambda row: "gelöscht" if row.erased_at else "aktiv" if row.is_active else "gesperrt", 12),
)
GRANT_TABLE = (
    Column("Person", lambda row: str(row.user), 30),
    Column("Rolle", lambda row: row.definition.label, 30),
    Column("Wo", lambda row: row.where, 40),
    Column("Gilt ab", lambda row: row.valid_from),
    Column("Gilt bis", lambda row: row.valid_until),
    Column("Gegeben von", lambda row: str(row.given_by or "Portal"), 30),
    Column("Beendet von", lambda row: row.taken_at and str(row.taken_by or "Portal"), 30),
)


def _check_manager(request: HttpRequest) -> None:
    if not access.can_manage_people(request.user):
        raise Http404


@require_safe
@never_cache
@login_required
def person_list(request: HttpRequest) -> HttpResponse:
    _check_manager(request)
    form = PersonFilter(request.GET)
    chosen = form.chosen()
    rows = User.objects.visible_to(request.user).matching(chosen["suche"])
    memberships = Membership.objects.visible_to(request.user).current()
    grants_now = RoleGrant.objects.visible_to(request.user).current()
    if chosen["stand"] in ("", "ohne"):
        rows = rows.filter(is_active=True)
    elif chosen["stand"] == "gesperrt":
        rows = rows.filter(is_active=False)
    if chosen["stand"] == "ohne":
        rows = rows.exclude(pk__in=memberships.values("user"))
    if chosen["rolle"]:
        rows = rows.filter(pk__in=grants_now.filter(role=chosen["rolle"]).values("user"))
    rows = rows.by_name().prefetch_related(
        Prefetch("memberships", memberships.select_related("organisation"), to_attr="now"),
        Prefetch("role_grants", grants_now.order_by("pk"), to_attr="held"),
    )
    headings = ("Name", "Organisation", "Rollen", "Konto")
    return render_list(request, "members/desk/people.html", "Personen", form, rows, headings, PEOPLE_TABLE)


@form_methods
@never_cache
@login_required
def person(request: HttpRequest, pk: int) -> HttpResponse:
    _check_manager(request)
    found = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    offered = (
        [] if found.pk == request.user.pk or not found.is_active else access.roles_to_give(request.user, None, None)
    )
    form = GrantForm(posted(request), roles=offered)
    if request.method == "POST" and form.is_valid():
        role = ROLE_BY_KEY[form.cleaned_data["role"]]
        try:
            grants.give_role(found, role, actor=request.user, **form.moments())
        except MembersError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{found} hat jetzt die Rolle {role.label}.")
            return redirect("desk:person", pk)
    rows = RoleGrant.objects.visible_to(request.user).filter(user=found)
    context = {
        **grants_context(request, rows),
        "person": found,
        "memberships": [
            (row, row.ended_on is None and access.can_see_colleagues(request.user, row.organisation))
            for row in Membership.objects.visible_to(request.user).filter(user=found).select_related("organisation")
        ],
        "form": form if offered else None,
        "may_lock": found.pk != request.user.pk and not found.erased_at,
        "title": str(found),
    }
    return render(request, "members/desk/person.html", context, status=422 if form.errors else 200)


@require_POST
@never_cache
@login_required
def revoke_role(request: HttpRequest, pk: int) -> HttpResponse:
    _check_manager(request)
    rows = RoleGrant.objects.visible_to(request.user).select_related("user", "site__organisation", "organisation")
    grant = get_object_or_404(rows, pk=pk)
    try:
        grants.revoke_role(grant, actor=request.user)
    except (MembersError, PermissionDenied) as error:
        messages.error(request, str(error) or "Diese Rolle nimmt nur, wer sie dort auch geben darf.")
    else:
        messages.success(request, f"Die Rolle {grant.definition.label} von {grant.user} ist beendet.")
    return redirect("desk:person", grant.user_id)


@require_POST
@never_cache
@login_required
def lock(request: HttpRequest, pk: int) -> HttpResponse:
    """Lock or unlock the account, as posted (not toggled, so that a second click changes nothing)."""
    _check_manager(request)
    found = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    unlocking = request.POST.get("step") == "unlock"
    try:
        (people.unlock_account if unlocking else people.lock_account)(found, actor=request.user)
    except (MembersError, PermissionDenied) as error:
        messages.error(request, str(error) or "Dieses Konto dürfen Sie nicht sperren.")
    else:
        messages.success(request, f"Das Konto von {found} ist {'entsperrt' if unlocking else 'gesperrt'}.")
    return redirect("desk:person", pk)


@require_safe
@never_cache
@login_required
def grant_list(request: HttpRequest) -> HttpResponse:
    """All grants of roles."""
    _check_manager(request)
    form = GrantFilter(request.GET)
    chosen = form.chosen()
    now = timezone.now()
    rows = RoleGrant.objects.visible_to(request.user).matching(chosen["suche"])
    if chosen["rolle"]:
        rows = rows.filter(role=chosen["rolle"])
    if chosen["stand"] == "spaeter":
        rows = rows.filter(valid_from__gt=now)
    elif chosen["stand"] == "beendet":
        rows = rows.filter(valid_until__lte=now)
    elif chosen["stand"] == "endet":
        rows = rows.ending_soon(now)
    else:
        rows = rows.current(now)
    rows = rows.select_related("user", "organisation", "site__organisation", "given_by", "taken_by")
    headings = ("Person", "Rolle", "Wo", "Gilt", "Gegeben von")
    return render_list(request, "members/desk/grants.html", "Rollen", form, rows, headings, GRANT_TABLE)
