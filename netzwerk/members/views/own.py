"""A person's own account: profile, address, stored data, leaving an organisation, erasure."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.members import tokens
from netzwerk.members.articles import with_preposition
from netzwerk.members.errors import MembersError
from netzwerk.members.forms.own import AddressForm, EraseForm, OwnProfileForm
from netzwerk.members.limits import within_limit
from netzwerk.members.models import Membership, RoleGrant, User
from netzwerk.members.services import addresses, grants, memberships, own_data, people
from netzwerk.members.views import form_methods
from netzwerk.surfaces import registry
from netzwerk.texts.fields import posted
from netzwerk.vocabulary.models import Term

MAX_RECORDS = 100  # records of each part on the page


@form_methods
@never_cache
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    form = OwnProfileForm(
        posted(request),
        user=request.user,
        offered=Term.objects.visible_to(request.user).topics().choosable(request.user.topics.all()),
    )
    if request.method == "POST" and form.is_valid():
        user = User.objects.visible_to(request.user).get(pk=request.user.pk)
        people.change_profile(user, actor=request.user, **form.values())
        messages.success(request, "Ihr Profil ist gespeichert.")
        return redirect("own:profile")
    own = Membership.objects.visible_to(request.user).current().filter(user=request.user)
    held = RoleGrant.objects.visible_to(request.user).not_ended().filter(user=request.user)
    context = {
        "form": form,
        "memberships": own.select_related("organisation"),
        "grants": held.select_related("organisation", "site__organisation"),
        "title": "Mein Profil",
    }
    return render(request, "members/own/profile.html", context, status=422 if form.errors else 200)


@require_POST
@never_cache
@login_required
def resign(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke a role of one's own."""
    own = RoleGrant.objects.visible_to(request.user).filter(user=request.user)
    grant = get_object_or_404(own.select_related("organisation", "site__organisation"), pk=pk)
    try:
        grants.revoke_role(grant, actor=request.user)
    except (MembersError, PermissionDenied) as error:
        messages.error(request, str(error) or "Diese Rolle endet mit Ihrer Mitgliedschaft.")
    else:
        messages.success(request, f"Die Rolle {grant.definition.label} haben Sie abgelegt.")
    return redirect("own:profile")


@require_POST
@never_cache
@login_required
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """End one's own membership."""
    own = Membership.objects.visible_to(request.user).current().filter(user=request.user)
    membership = get_object_or_404(own.select_related("organisation"), pk=pk)
    try:
        memberships.end_membership(membership, actor=request.user)
    except MembersError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Sie gehören nicht mehr {with_preposition('zu', str(membership.organisation))}.")
    return redirect("own:profile")


@form_methods
@never_cache
@login_required
@reauthentication_required
def email(request: HttpRequest) -> HttpResponse:
    """Send a confirmation link to a new address."""
    form = AddressForm(posted(request))
    if request.method == "POST" and form.is_valid() and within_limit(request, form, "change_email"):
        try:
            addresses.request_address_change(request.user, actor=request.user, email=form.cleaned_data["email"])
        except MembersError as error:
            form.add_error("email", str(error))
        else:
            messages.success(
                request, "Bitte sehen Sie ins Postfach der neuen Adresse und bestätigen Sie dort den Link."
            )
            return redirect("own:profile")
    context = {"form": form, "title": "E-Mail-Adresse ändern"}
    return render(request, "members/own/email.html", context, status=422 if form.errors else 200)


@form_methods
@never_cache
@login_required
def email_confirm(request: HttpRequest, token: str) -> HttpResponse:
    found = tokens.read_address_token(token)
    if found is None or found[0] != request.user.pk:
        raise Http404
    if request.method == "POST":
        try:
            addresses.confirm_address(token, actor=request.user)
        except MembersError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"Ihre Adresse ist jetzt {found[2]}. Damit melden Sie sich künftig an.")
        return redirect("own:profile")
    return render(request, "members/own/email_confirm.html", {"new": found[2], "title": "Adresse bestätigen"})


@require_safe
@never_cache
@login_required
def data(request: HttpRequest) -> HttpResponse:
    """The newest records of each part; the file contains all."""
    held = own_data.collect(request.user)
    parts = [(title, records[:MAX_RECORDS], len(records[MAX_RECORDS:])) for title, records in held.items()]
    context = {"parts": parts, "title": "Meine Daten"}
    return render(request, "members/own/data.html", context)


@require_POST
@never_cache
@login_required
def data_json(request: HttpRequest) -> HttpResponse:
    """All records as JSON. By POST, as the export is logged."""
    held = own_data.export_person(request.user, actor=request.user)
    answer = JsonResponse(
        {"Stand": timezone.localtime(), **held},
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    answer["Content-Disposition"] = 'attachment; filename="meine-daten.json"'
    return answer


@form_methods
@never_cache
@login_required
@reauthentication_required
def erase(request: HttpRequest) -> HttpResponse:
    """Shows what will be deleted and what stays, then erases the account."""
    form = EraseForm(posted(request))
    if request.method == "POST" and form.is_valid():
        own_data.erase_account(request.user, actor=request.user)
        logout(request)
        messages.success(request, "Ihr Konto ist gelöscht. Danke, dass Sie dabei waren.")
        return redirect("/")
    context = {"form": form, "parts": list(registry.own_data), "title": "Konto löschen"}
    return render(request, "members/own/erase.html", context, status=422 if form.errors else 200)
