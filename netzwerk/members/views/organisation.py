"""Views for the coordination of an organisation: its people, their roles, and invitations."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.members import access
from netzwerk.members.articles import with_preposition
from netzwerk.members.errors import MembersError
from netzwerk.members.forms.roles import GiveRoleForm, GrantForm, InviteForm
from netzwerk.members.limits import within_limit
from netzwerk.members.models import Invitation, Membership, Organisation, PilotSite, RoleGrant, User
from netzwerk.members.models.grants import RoleGrantQuerySet
from netzwerk.members.reach import forget_grants
from netzwerk.members.roles import MEMBER, ROLE_BY_KEY, Role, Scope
from netzwerk.members.services import grants, invitations, memberships
from netzwerk.members.views import form_methods
from netzwerk.texts.fields import posted


def grants_context(request: HttpRequest, rows: RoleGrantQuerySet) -> dict:
    """Present and past grants, and the ids of those that the person may revoke, for members/grants_table.html."""
    grants = list(rows.select_related("organisation", "site__organisation", "given_by", "taken_by"))
    return {
        "now": [grant for grant in grants if grant.is_open],
        "before": [grant for grant in grants if not grant.is_open],
        "revocable": {grant.pk for grant in grants if access.can_revoke_role(request.user, grant)},
    }


def _organisation(request: HttpRequest, slug: str) -> Organisation:
    """The organisation, if this person may see its people. Raises Http404."""
    found = get_object_or_404(Organisation.objects.visible_to(request.user), slug=slug)
    if not access.can_see_colleagues(request.user, found):
        raise Http404
    return found


def area_key(request: HttpRequest, organisation: Organisation) -> str:
    """The entry of "Mein Bereich" to which pages of this organisation belong."""
    is_own = organisation.pk in access.coordinated_organisations(request.user)
    return "organisation" if is_own else "desk"


def _membership(request: HttpRequest, organisation: Organisation, person_id: int) -> Membership:
    """The person's current membership there. Raises Http404."""
    found = Membership.objects.visible_to(request.user).current().filter(organisation=organisation)
    visible = User.objects.visible_to(request.user).filter(pk=person_id)
    return get_object_or_404(found.select_related("user"), user__in=visible)


def _site(request: HttpRequest, organisation: Organisation) -> PilotSite | None:
    return PilotSite.objects.visible_to(request.user).filter(organisation=organisation).first()


def _roles_to_offer(request: HttpRequest, organisation: Organisation, site: PilotSite | None) -> list[Role]:
    """Without the role "Mitglied", which comes with the membership. None in an organisation that has left the network."""
    if not organisation.is_active:
        return []
    return [role for role in access.roles_to_give(request.user, organisation, site) if role != MEMBER]


@require_safe
@never_cache
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """The organisations that the person coordinates; with only one, its people."""
    mine = access.coordinated_organisations(request.user)
    found = list(Organisation.objects.visible_to(request.user).filter(pk__in=mine))
    if not found:
        raise Http404
    if len(found) == 1:
        return redirect("organisations:people", found[0].slug)
    return render(request, "members/organisation/own.html", {"organisations": found, "title": "Ihre Organisationen"})


@require_safe
@never_cache
@login_required
def people(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _organisation(request, slug)
    rows = Membership.objects.visible_to(request.user).current().filter(organisation=organisation)
    held: dict[int, list[RoleGrant]] = {}
    current = RoleGrant.objects.visible_to(request.user).not_ended().of_organisation(organisation)
    for grant in current.select_related("site__organisation", "organisation"):
        if grant.role != MEMBER.key:
            held.setdefault(grant.user_id, []).append(grant)
    members = list(rows.select_related("user").order_by("user__name_key", "pk"))
    context = {
        "organisation": organisation,
        "area_key": area_key(request, organisation),
        "members": [(membership, held.get(membership.user_id, [])) for membership in members],
        "invitations": Invitation.objects.visible_to(request.user)
        .filter(organisation=organisation, accepted_at__isnull=True, withdrawn_at__isnull=True)
        .select_related("invited_by"),
        "may_invite": access.can_invite(request.user, organisation),
        "may_give_role": bool(_roles_to_offer(request, organisation, _site(request, organisation))),
        "title": "Personen und Rollen",
    }
    return render(request, "members/organisation/people.html", context)


@form_methods
@never_cache
@login_required
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _organisation(request, slug)
    if not access.can_invite(request.user, organisation):
        raise Http404
    offered = _roles_to_offer(request, organisation, _site(request, organisation))
    form = InviteForm(posted(request), roles=offered, initial={"email": request.GET.get("email", "")[:254]})
    if request.method == "POST" and form.is_valid() and within_limit(request, form, "invite"):
        data = form.cleaned_data
        try:
            invitations.invite(
                data["email"],
                actor=request.user,
                organisation=organisation,
                roles=[ROLE_BY_KEY[key] for key in data["roles"]],
                first_name=data["first_name"],
                last_name=data["last_name"],
            )
        except MembersError as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, f"Die Einladung an {data['email']} ist unterwegs.")
            return redirect("organisations:people", slug)
    context = {
        "organisation": organisation,
        "area_key": area_key(request, organisation),
        "form": form,
        "title": "Einladen",
    }
    return render(request, "members/organisation/invite.html", context, status=422 if form.errors else 200)


@require_POST
@never_cache
@login_required
def withdraw_invitation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    organisation = _organisation(request, slug)
    found = get_object_or_404(Invitation.objects.visible_to(request.user).filter(organisation=organisation), pk=pk)
    invitations.withdraw_invitation(found, actor=request.user)
    messages.success(request, f"Die Einladung an {found.email} gilt nicht mehr.")
    return redirect("organisations:people", slug)


@form_methods
@never_cache
@login_required
def person(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One person's present and past roles in this organisation, and a form to give another one."""
    organisation = _organisation(request, slug)
    membership = _membership(request, organisation, pk)
    site = _site(request, organisation)
    own = membership.user_id == request.user.pk
    offered = [] if own or not membership.user.is_active else _roles_to_offer(request, organisation, site)
    form = GrantForm(posted(request), roles=offered)
    if request.method == "POST" and form.is_valid():
        role = ROLE_BY_KEY[form.cleaned_data["role"]]
        where = {"site": site} if role.scope == Scope.SITE else {"organisation": organisation}
        try:
            grants.give_role(membership.user, role, actor=request.user, **where, **form.moments())
        except MembersError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{membership.user} hat jetzt die Rolle {role.label}.")
            return redirect("organisations:person", slug, pk)
    rows = RoleGrant.objects.visible_to(request.user).of_organisation(organisation).filter(user=membership.user)
    context = {
        **grants_context(request, rows),
        "organisation": organisation,
        "area_key": area_key(request, organisation),
        "membership": membership,
        "form": form if offered else None,
        "own": own,
        "may_end": access.can_end_membership(request.user, membership),
        "title": str(membership.user),
    }
    return render(request, "members/organisation/person.html", context, status=422 if form.errors else 200)


@form_methods
@never_cache
@login_required
def give_role(request: HttpRequest, slug: str) -> HttpResponse:
    """A form to give a role to several people of the organisation."""
    organisation = _organisation(request, slug)
    site = _site(request, organisation)
    offered = _roles_to_offer(request, organisation, site)
    if not offered:
        raise Http404
    others = User.objects.visible_to(request.user).of_organisation(organisation).exclude(pk=request.user.pk)
    form = GiveRoleForm(posted(request), roles=offered, people=others)
    if request.method == "POST" and form.is_valid():
        role = ROLE_BY_KEY[form.cleaned_data["role"]]
        where = {"site": site} if role.scope == Scope.SITE else {"organisation": organisation}
        given_to = form.cleaned_data["people"]
        try:
            grants.give_role_to_all(given_to, role, actor=request.user, **where, **form.moments())
        except MembersError as error:
            form.add_error("people", f"{error} Deshalb hat noch niemand die Rolle bekommen.")
        else:
            messages.success(request, f"Die Rolle {role.label} haben jetzt: {', '.join(map(str, given_to))}.")
            return redirect("organisations:people", slug)
    context = {
        "organisation": organisation,
        "area_key": area_key(request, organisation),
        "form": form,
        "title": "Rolle geben",
    }
    return render(request, "members/organisation/give_role.html", context, status=422 if form.errors else 200)


@require_POST
@never_cache
@login_required
def revoke_role(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    organisation = _organisation(request, slug)
    found = RoleGrant.objects.visible_to(request.user).of_organisation(organisation)
    grant = get_object_or_404(found.select_related("user", "site__organisation", "organisation"), pk=pk)
    try:
        grants.revoke_role(grant, actor=request.user)
    except MembersError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Die Rolle {grant.definition.label} von {grant.user} ist beendet.")
    return _back(request, organisation, grant.user_id)


@require_POST
@never_cache
@login_required
def end_membership(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    organisation = _organisation(request, slug)
    membership = _membership(request, organisation, pk)
    try:
        memberships.end_membership(membership, actor=request.user)
    except MembersError as error:
        messages.error(request, str(error))
        return _back(request, organisation, pk)
    messages.success(
        request,
        f"{membership.user} gehört nicht mehr {with_preposition('zu', str(organisation))}; die Rollen dort sind beendet.",
    )
    return _back(request, organisation)


def _back(request: HttpRequest, organisation: Organisation, person_id: int | None = None) -> HttpResponse:
    """Redirect to a page that this person may still see after giving up a role of their own."""
    forget_grants(request.user)
    if not access.can_see_colleagues(request.user, organisation):
        return redirect("portal:my_area")
    if person_id is None:
        return redirect("organisations:people", organisation.slug)
    return redirect("organisations:person", organisation.slug, person_id)
