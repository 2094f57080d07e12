"""Joining without an account: apply, follow the application, accept or refuse an invitation."""

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from netzwerk.members import tokens
from netzwerk.members.articles import with_preposition
from netzwerk.members.errors import MembersError
from netzwerk.members.forms.joining import AccountForm, AnswerForm, ApplicationForm, AskForInvitationForm, JoinForm
from netzwerk.members.models import Organisation
from netzwerk.members.services import applications, invitations
from netzwerk.members.services.organisations import find_existing_member
from netzwerk.members.views import form_methods
from netzwerk.members.views.history import history_of
from netzwerk.texts.fields import posted, submitted_values


@form_methods
@never_cache
def apply(request: HttpRequest) -> HttpResponse:
    """The form, a page to review it, then the applicant's own page."""
    form = ApplicationForm(posted(request))
    existing = None
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        existing = find_existing_member(name=data["name"], place=data["place"], kind=data["kind"], ags=data["ags"])
        if existing is None and "change" not in request.POST:
            if "send" in request.POST:
                return _submit(request, form)
            context = {"form": form, "hidden_inputs": submitted_values(form), "title": "Angaben prüfen"}
            return render(request, "members/joining/review.html", context)
    context = {"form": form, "existing": existing, "title": "Mitglied werden"}
    return render(request, "members/joining/apply.html", context, status=422 if form.errors or existing else 200)


def _submit(request: HttpRequest, form: ApplicationForm) -> HttpResponse:
    if not ratelimit.consume(request, action="apply", key=form.cleaned_data["email"]):
        return ratelimit.respond_429(request)
    if form.is_robot():
        return redirect("/")
    try:
        application = applications.submit_application(**form.values())
    except (MembersError, ValidationError) as error:
        form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))
        return render(request, "members/joining/apply.html", {"form": form, "title": "Mitglied werden"}, status=422)
    messages.success(
        request, "Ihr Antrag ist angekommen. Wir haben Ihnen eine E-Mail mit dem Link zu dieser Seite geschickt."
    )
    return redirect("joining:state", tokens.application_token(application.pk))


@form_methods
@never_cache
def ask_for_invitation(request: HttpRequest, slug: str) -> HttpResponse:
    """For a person of a member organisation: notifies its coordination, without showing who that is."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user).active(), slug=slug)
    form = AskForInvitationForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="apply", key=form.cleaned_data["email"]):
            return ratelimit.respond_429(request)
        if not form.is_robot():
            data = form.cleaned_data
            applications.ask_for_invitation(
                organisation, name=data["name"], email=data["email"], function=data["function"], text=data["text"]
            )
        messages.success(
            request,
            f"Wir haben die Koordination {with_preposition('von', str(organisation))} um eine Einladung für Sie gebeten.",
        )
        return redirect(organisation.get_absolute_url())
    context = {"form": form, "organisation": organisation, "title": "Um eine Einladung bitten"}
    return render(request, "members/joining/ask.html", context, status=422 if form.errors else 200)


@form_methods
@never_cache
def state(request: HttpRequest, token: str) -> HttpResponse:
    """The applicant's own page: state of the application, answer to a question, withdrawal."""
    application = applications.application_for(token)
    if application is None:
        raise Http404
    asked = application.state == application.State.ASKED
    answering = request.method == "POST" and "withdraw" not in request.POST
    form = AnswerForm(request.POST if answering else None)
    if request.method == "POST":
        try:
            if not answering:
                applications.withdraw_application(application)
                messages.success(request, "Ihr Antrag ist zurückgezogen.")
                return redirect("joining:state", token)
            if form.is_valid():
                applications.answer_question(application, answer=form.cleaned_data["answer"])
                messages.success(request, "Danke, Ihre Antwort ist angekommen.")
                return redirect("joining:state", token)
        except MembersError as error:
            messages.error(request, str(error))
            return redirect("joining:state", token)
    context = {
        "application": application,
        "steps": history_of(application),
        "form": form if asked else None,
        "title": "Ihr Antrag",
        "steps_ahead": _progress(application),
    }
    return render(request, "members/joining/state.html", context, status=422 if form.errors else 200)


def _progress(application) -> list[tuple[str, str]]:
    if application.state == application.State.WITHDRAWN:
        return [("Antrag gesendet", "done"), ("Antrag zurückgezogen", "done")]
    return [
        ("Antrag gesendet", "done"),
        ("Prüfung durch die Geschäftsstelle", "current" if application.is_open else "done"),
        ("Entscheidung", "todo" if application.is_open else "done"),
    ]


@form_methods
@never_cache
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Accept an invitation with a new account, or with the existing one of the invited address."""
    if too_many := ratelimit.consume_or_429(request, action="invitation", limit_get=True):
        return too_many
    found = invitations.open_invitation(secret)
    if found is None:
        return _gone(request)
    context = {"invitation": found, "secret": secret, "title": "Ihre Einladung"}
    if request.user.is_authenticated:
        if request.user.email != found.email:
            return render(request, "members/joining/other_account.html", context, status=403)
        return _join(request, secret, context)
    if invitations.has_account(found):
        login = f"{reverse(settings.LOGIN_URL)}?next={request.path}"
        return render(request, "members/joining/has_account.html", context | {"login_url": login})
    return _make_account(request, secret, context)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "members/joining/gone.html", {"title": "Diese Einladung gilt nicht mehr"}, status=404)


def _join(request: HttpRequest, secret: str, context: dict) -> HttpResponse:
    memberships = request.user.memberships.current().select_related("organisation")
    form = JoinForm(posted(request), memberships=memberships.exclude(organisation=context["invitation"].organisation))
    if request.method == "POST" and form.is_valid():
        leave = list(form.cleaned_data.get("leave") or [])
        try:
            invitations.accept_invitation(secret, user=request.user, leave=leave)
        except MembersError as error:
            messages.error(request, str(error))
            return redirect("joining:invitation", secret)
        messages.success(request, "Willkommen! Ihre neuen Rollen gelten ab sofort.")
        return redirect("portal:my_area")
    return render(request, "members/joining/join.html", context | {"form": form}, status=422 if form.errors else 200)


def _make_account(request: HttpRequest, secret: str, context: dict) -> HttpResponse:
    found = context["invitation"]
    initial = {"first_name": found.first_name, "last_name": found.last_name}
    form = AccountForm(posted(request), email=found.email, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            user = invitations.accept_invitation(
                secret, password=data["password"], first_name=data["first_name"], last_name=data["last_name"]
            )
        except MembersError as error:
            messages.error(request, str(error))
            return redirect("joining:invitation", secret)
        messages.success(request, f"Willkommen im Netzwerk, {user.get_full_name()}!")
        return perform_login(request, user, email_verification="none")
    return render(
        request, "members/joining/account.html", context | {"form": form}, status=422 if form.errors else 200
    )


@csrf_exempt  # RFC 8058: mail programs post here without a session
@form_methods
@never_cache
def refuse(request: HttpRequest, secret: str) -> HttpResponse:
    """Refuse an invitation. GET changes nothing, as link scanners open every link of a mail."""
    if too_many := ratelimit.consume_or_429(request, action="invitation", limit_get=True):
        return too_many
    found = invitations.open_invitation(secret)
    if found is None:
        return _gone(request)
    if request.method == "POST":
        invitations.refuse_invitation(secret)
    context = {
        "invitation": found,
        "secret": secret,
        "refused": request.method == "POST",
        "title": "Einladung ablehnen",
    }
    return render(request, "members/joining/refuse.html", context)
