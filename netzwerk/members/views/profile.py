"""The profile of an organisation: written as a draft, published by a button."""

from typing import Any

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

DRAFT_SAVED = "Der Entwurf ist gespeichert, aber noch nicht veröffentlicht."
CHOICES_OPEN = (
    "Themen und Logo gehören nicht zum Entwurf. Was Sie angekreuzt haben, steht noch unten und gilt erst, wenn Sie "
    "veröffentlichen."
)
CHOOSE_AGAIN = "Ihr Bild wählen Sie dabei bitte noch einmal aus."
CHANGED = {
    "topics": "Die Themen sind inzwischen geändert worden. Angekreuzt ist, was jetzt gilt, mit Ihren Änderungen. Bitte prüfen "
    "Sie die Auswahl und veröffentlichen Sie noch einmal.",
    "logo": "Das Logo ist inzwischen geändert worden. Bitte sehen Sie sich das neue an. Soll es trotzdem ersetzt oder entfernt "
    "werden, geben Sie das bitte noch einmal an.",
}


def _organisation(request: HttpRequest, slug: str) -> Organisation:
    """The organisation, if this person may edit its profile. Raises Http404."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), slug=slug)
    if not access.can_edit_organisation(request.user, organisation):
        raise Http404
    return organisation


def _form(request: HttpRequest, organisation: Organisation, *data: Any, **options: Any) -> ProfileForm:
    return ProfileForm(
        *data,
        organisation=organisation,
        topics=Term.objects.visible_to(request.user).topics().choosable(organisation.topics.all()),
        user=request.user,
        **options,
    )


@form_methods
@never_cache
@keeps_text
@login_required
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _organisation(request, slug)
    form = _form(request, organisation, posted(request), posted_files(request))
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
        if isinstance(answer, HttpResponse):
            return answer
        form = answer
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


def save_draft(request: HttpRequest, organisation: Organisation, form: ProfileForm) -> HttpResponse | ProfileForm:
    """Save the texts as they are, half-written addresses too. Returns a form to show if one is too long, or if something was
    chosen that a draft does not keep."""
    too_long = [field for field in form.autosaved_fields if len(form.typed[field.name]) > field.max_length]
    for field in too_long:
        form.add_error(field.name, f"Bitte kürzen Sie den Text auf {field.max_length} Zeichen.")
    if too_long:
        return form
    profile_drafts.write_draft(organisation, actor=request.user, texts=form.typed, seen=form.seen)
    form.forget_kept()
    messages.success(request, DRAFT_SAVED)
    if form.has_new_choices:
        messages.warning(request, f"{CHOICES_OPEN} {CHOOSE_AGAIN}" if form.files.get("logo") else CHOICES_OPEN)
        return _form(request, organisation, choices=form.choices)
    return redirect("organisations:edit", organisation.slug)


def publish(request: HttpRequest, organisation: Organisation, form: ProfileForm) -> HttpResponse | ProfileForm:
    """Returns a form that says so if something is wrong."""
    if not form.is_valid():
        return form
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
    except profile_drafts.ChoicesChanged as changed:
        return on_current_choices(request, organisation, form, changed)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return form
    form.forget_kept()
    messages.success(request, "Das Profil ist veröffentlicht.")
    return redirect(organisation.get_absolute_url())


def on_current_choices(
    request: HttpRequest, organisation: Organisation, form: ProfileForm, changed: profile_drafts.ChoicesChanged
) -> ProfileForm:
    """The form again, with the topics and the logo that somebody else has published meanwhile."""
    now = _organisation(request, organisation.slug)
    again = _form(request, now, form.data_on(now))
    for name in changed.names:
        again.add_error(name, CHANGED[name])
    return again


@form_methods
@never_cache
@login_required
def discard_draft(request: HttpRequest, slug: str) -> HttpResponse:
    """A GET comes from the login, where the session had expired: it shows the form, and nothing is discarded."""
    organisation = _organisation(request, slug)
    if request.method != "POST":
        return redirect("organisations:edit", slug)
    form = _form(request, organisation, request.POST)
    try:
        profile_drafts.discard_draft(organisation, actor=request.user, seen=form.seen)
    except Conflict:
        messages.error(request, UNSEEN)
    else:
        form.forget_kept()
        messages.success(request, "Der Entwurf ist verworfen. Das Formular zeigt wieder, was veröffentlicht ist.")
    return redirect("organisations:edit", slug)
