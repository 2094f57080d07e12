"""The profile of an organisation: written as a draft, published by a button."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from netzwerk.autosave.forms import moment
from netzwerk.autosave.pages import both_versions, keeps_text
from netzwerk.members import access
from netzwerk.members.forms.organisations import ProfileForm
from netzwerk.members.models import Organisation
from netzwerk.members.services import profile_drafts
from netzwerk.members.views import form_methods
from netzwerk.members.views.organisation import area_key
from netzwerk.surfaces.autosaved import Conflict
from netzwerk.texts.fields import posted, posted_files
from netzwerk.vocabulary.models import Term

UNSEEN = (
    "Der Entwurf ist nicht verworfen: Jemand hat inzwischen daran weitergeschrieben. Bitte sehen Sie ihn erst an; "
    "verwerfen können Sie ihn dann immer noch."
)


def _organisation(request: HttpRequest, slug: str) -> Organisation:
    """The organisation, if this person may edit its profile. Raises Http404."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), slug=slug)
    if not access.can_edit_organisation(request.user, organisation):
        raise Http404
    return organisation


def _form(request: HttpRequest, organisation: Organisation) -> ProfileForm:
    return ProfileForm(
        *(posted(request), posted_files(request)),
        organisation=organisation,
        topics=Term.objects.visible_to(request.user).topics().choosable(organisation.topics.all()),
        user=request.user,
    )


@form_methods
@never_cache
@keeps_text
@login_required
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _organisation(request, slug)
    form = _form(request, organisation)
    if form.wants_saving:
        save = save_draft if "entwurf" in request.POST else publish
        try:
            answer = save(request, organisation, form)
        except Conflict as conflict:
            here = reverse("organisations:edit", args=[slug])
            above = [(str(organisation), organisation.get_absolute_url()), ("Profil bearbeiten", here)]
            return both_versions(request, form, conflict, crumbs=above, area_key=area_key(request, organisation))
        except PermissionDenied:
            raise Http404 from None
        if answer:
            return answer
    draft = profile_drafts.draft_of(organisation)
    context = {
        "organisation": organisation,
        "area_key": area_key(request, organisation),
        "form": form,
        "draft": draft,
        "draft_saved": moment(draft.written_at) if draft else "",
        "title": "Profil bearbeiten",
    }
    return render(request, "members/organisation/edit.html", context, status=422 if form.errors else 200)


def save_draft(request: HttpRequest, organisation: Organisation, form: ProfileForm) -> HttpResponse | None:
    """Save the texts as they are, half-written addresses too. None if one is too long; then the form says so."""
    too_long = [field for field in form.autosaved_fields if len(form.typed[field.name]) > field.max_length]
    for field in too_long:
        form.add_error(field.name, f"Bitte kürzen Sie den Text auf {field.max_length} Zeichen.")
    if too_long:
        return None
    profile_drafts.write_draft(organisation, actor=request.user, texts=form.typed, seen=form.seen)
    form.forget_kept()
    messages.success(request, "Der Entwurf ist gespeichert, aber noch nicht veröffentlicht.")
    return redirect("organisations:edit", organisation.slug)


def publish(request: HttpRequest, organisation: Organisation, form: ProfileForm) -> HttpResponse | None:
    """None if something is wrong; then the form says what."""
    if not form.is_valid():
        return None
    try:
        profile_drafts.publish_profile(
            organisation,
            actor=request.user,
            texts=form.typed,
            seen=form.seen,
            logo_file=form.cleaned_data["logo"],
            remove_logo=form.cleaned_data.get("remove_logo", False),
            profile=form.cleaned_data.get("profile"),
            **form.values(),
        )
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None
    form.forget_kept()
    messages.success(request, "Das Profil ist veröffentlicht.")
    return redirect(organisation.get_absolute_url())


@form_methods
@never_cache
@login_required
def discard_draft(request: HttpRequest, slug: str) -> HttpResponse:
    """A GET comes from the login, where the session had expired: it shows the form, and nothing is discarded."""
    organisation = _organisation(request, slug)
    if request.method != "POST":
        return redirect("organisations:edit", slug)
    form = _form(request, organisation)
    try:
        profile_drafts.discard_draft(organisation, actor=request.user, seen=form.seen)
    except Conflict:
        messages.error(request, UNSEEN)
    else:
        form.forget_kept()
        messages.success(request, "Der Entwurf ist verworfen. Das Formular zeigt wieder, was veröffentlicht ist.")
    return redirect("organisations:edit", slug)
