"""An organisation applies; the network office asks back, approves or declines. Every step sends a mail."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from netzwerk.members import access, tokens
from netzwerk.members.articles import with_preposition
from netzwerk.members.errors import MembersError
from netzwerk.members.models import Application, ApplicationMessage, District, Organisation, User, normalise_email
from netzwerk.members.regions import district_key
from netzwerk.members.roles import COORDINATOR, May
from netzwerk.members.services import notices
from netzwerk.members.services.invitations import invite
from netzwerk.members.services.log import log_action
from netzwerk.members.services.organisations import create_organisation, find_existing_member
from netzwerk.members.services.people import people_with_permission
from netzwerk.post.services import notify, send_letter

Kind = ApplicationMessage.Kind
ALREADY_SUBMITTED = "Dieser Antrag liegt uns schon vor. Den Link zu seinem Stand finden Sie in Ihrem Postfach."
RETENTION = timedelta(days=365)
State = Application.State


def applicant_url(application: Application) -> str:
    """URL of the applicant's page, which needs no account."""
    return settings.BASE_URL + reverse("joining:state", args=[tokens.application_token(application.pk)])


def application_for(token: str) -> Application | None:
    """The application of a link's token, or None."""
    pk = tokens.read_application_token(token)
    return Application.objects.filter(pk=pk).first() if pk is not None else None


@transaction.atomic
def submit_application(**values: Any) -> Application:
    """Submit an application. Raises ValidationError for wrong values, MembersError for a member or a second application."""
    _check_is_new(values)
    values["email"] = normalise_email(values["email"])
    application = Application(**values)
    application.fold_name()
    application.full_clean(validate_constraints=False)
    try:
        with transaction.atomic():
            application.save()
    except IntegrityError as error:  # submitted before, or twice at once
        raise MembersError(ALREADY_SUBMITTED) from error
    _step(application, Kind.SUBMITTED, "", None)
    _write(application, "application_received")
    _notify_office(
        application,
        f"Neuer Antrag: {application.name}",
        f"{application.applicant} möchte {with_preposition('für', application.name)} beitreten.",
    )
    return application


def existing_member_for(application: Application) -> Organisation | None:
    """The member that probably is the applying organisation, or None."""
    return find_existing_member(
        name=application.name, place=application.place, kind=application.kind, ags=application.ags
    )


def district_name_of(application: Application) -> str:
    """Name of the Kreis that the organisation would get, "" for none."""
    key = district_key(application.ags)
    if not key:
        return ""
    known = District.objects.filter(key=key).first()
    return known.name if known else application.district_name or f"Kreis {key}"


def _check_is_new(values: dict) -> None:
    existing = find_existing_member(
        name=values["name"], place=values["place"], kind=values["kind"], ags=values.get("ags", "")
    )
    if existing is not None:
        raise MembersError(f"{existing} ist schon Mitglied. Bitten Sie die Koordination dort um eine Einladung.")


def _step(application: Application, kind: Kind, text: str, author: User | None) -> None:
    step = ApplicationMessage(application=application, kind=kind, text=text, author=author)
    step.full_clean()
    step.save()


def _write(application: Application, letter: str, text: str = "") -> None:
    send_letter(
        f"members/mail/{letter}.txt",
        to=application.email,
        context={"application": application, "url": applicant_url(application), "words": text},
        reply_to=settings.OFFICE_EMAIL,
    )


def _notify_office(application: Application, title: str, text: str) -> None:
    notify(
        people_with_permission(May.REVIEW_APPLICATIONS),
        kind=notices.JOINING,
        title=title,
        text=text,
        url=reverse("desk:application", args=[application.pk]),
    )


def _locked(application: Application, *states: State) -> Application:
    """The locked row. Raises MembersError if its state is none of `states` any more."""
    row = Application.objects.select_for_update().get(pk=application.pk)
    if row.state not in states:
        raise MembersError(f"Der Antrag hat inzwischen einen anderen Stand: {row.get_state_display()}.")
    return row


def _check_reviewer(actor: User) -> None:
    if not access.can_review_applications(actor):
        raise PermissionDenied


@transaction.atomic
def ask_applicant(application: Application, *, actor: User, question: str) -> None:
    """Ask the applicant a question. Raises PermissionDenied, MembersError for a closed application."""
    _check_reviewer(actor)
    row = _locked(application, *Application.OPEN)
    row.state = State.ASKED
    row.save(update_fields=["state"])
    _step(row, Kind.QUESTION, question, actor)
    _write(row, "application_question", question)
    log_action("application_asked", row, actor=actor)


@transaction.atomic
def answer_question(application: Application, *, answer: str) -> None:
    """The applicant's answer. Raises MembersError if no question is open (any more)."""
    row = _locked(application, State.ASKED)
    row.state = State.SUBMITTED
    row.save(update_fields=["state"])
    _step(row, Kind.ANSWER, answer, None)
    _notify_office(row, f"Antwort zum Antrag: {row.name}", f"{row.applicant} hat Ihre Rückfrage beantwortet.")


@transaction.atomic
def approve_application(application: Application, *, actor: User, text: str = "") -> Organisation:
    """Make the organisation a member and invite the applicant as its coordination. Returns the organisation.

    Raises PermissionDenied, ValidationError for values that no longer fit, MembersError for a closed application, one's own
    application and an organisation that is a member already.
    """
    _check_reviewer(actor)
    row = _locked(application, *Application.OPEN)
    if row.email == actor.email:
        raise MembersError("Über den eigenen Antrag entscheidet eine andere Person.")
    organisation = create_organisation(
        actor=actor,
        district_name=row.district_name,
        **{
            name: getattr(row, name)
            for name in ("name", "kind", "ags", "street", "postcode", "place", "inhabitants", "website")
        },
    )
    row.organisation = organisation
    _decide(row, State.APPROVED, Kind.APPROVED, text, actor)
    invite(
        row.email,
        actor=None,  # the invitation must stay valid when the actor leaves the office
        organisation=organisation,
        roles=[COORDINATOR],
        first_name=row.first_name,
        last_name=row.last_name,
        letter="members/mail/application_approved.txt",
        context={"application": row, "words": text},
    )
    return organisation


@transaction.atomic
def decline_application(application: Application, *, actor: User, reason: str) -> None:
    """Raises PermissionDenied, MembersError for a closed application or a missing reason."""
    _check_reviewer(actor)
    if not reason.strip():
        raise MembersError("Bitte nennen Sie den Grund der Ablehnung.")
    row = _locked(application, *Application.OPEN)
    _decide(row, State.DECLINED, Kind.DECLINED, reason, actor)
    _write(row, "application_declined", reason)


def _decide(row: Application, state: State, kind: Kind, text: str, actor: User) -> None:
    row.state, row.decided_at, row.decided_by = state, timezone.now(), actor
    row.save(update_fields=["state", "decided_at", "decided_by", "organisation"])
    _step(row, kind, text, actor)
    log_action(f"application_{state.value}", row, actor=actor)


@transaction.atomic
def withdraw_application(application: Application) -> None:
    """The applicant withdraws the application. Raises MembersError for a closed one."""
    row = _locked(application, *Application.OPEN)
    row.state, row.decided_at = State.WITHDRAWN, timezone.now()
    row.save(update_fields=["state", "decided_at"])
    _step(row, Kind.WITHDRAWN, "", None)
    _write(row, "application_withdrawn")
    _notify_office(row, f"Antrag zurückgezogen: {row.name}", f"{row.applicant} hat den Antrag zurückgezogen.")


@transaction.atomic
def ask_for_invitation(organisation: Organisation, *, name: str, email: str, function: str, text: str) -> None:
    """Notify the coordination (or, without one, the office) that a person of the organisation wants an invitation."""
    helpers = people_with_permission(May.INVITE_COLLEAGUES, organisation)
    if not helpers.exists():
        helpers = people_with_permission(May.REVIEW_APPLICATIONS)
    words = f"{name} ({function}, {email}) möchte {with_preposition('für', organisation.name)} dabei sein."
    notify(
        helpers,
        kind=notices.JOINING,
        title=f"{name} bittet um eine Einladung",
        text=f"{words}\n\n{text}".strip(),
        url=reverse("organisations:people", args=[organisation.slug]),
    )


def forget_old_applications() -> int:
    """Delete applications a year after the decision, with names and addresses. The log keeps the decision."""
    limit = timezone.now() - RETENTION
    return Application.objects.filter(decided_at__lt=limit).delete()[0]
