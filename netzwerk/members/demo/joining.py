"""Writes applications and invitations as rows, as the services would fill the outbox of the demo with mail."""

from datetime import timedelta

from netzwerk.members.demo import data
from netzwerk.members.demo.addresses import mailbox
from netzwerk.members.demo.cast import everyone
from netzwerk.members.demo.history import entry, moment
from netzwerk.members.demo.invitations import CALLS, Call
from netzwerk.members.demo.land import DISTRICT_NAMES, PLACE
from netzwerk.members.demo.organisations import ORGANISATION_BY_KEY, official_data, phone
from netzwerk.members.demo.people import Network
from netzwerk.members.demo.positions import GROUP_OF_KIND, MUNICIPAL
from netzwerk.members.demo.shapes import Person, Request, Step
from netzwerk.members.models import Application, ApplicationMessage, Invitation, User
from netzwerk.members.services.invitations import VALID_FOR
from netzwerk.members.tokens import new_secret
from netzwerk.texts.folding import fold

State = Application.State
STATE_AFTER = {
    "submitted": State.SUBMITTED,
    "question": State.ASKED,
    "answer": State.SUBMITTED,
    "approved": State.APPROVED,
    "declined": State.DECLINED,
    "withdrawn": State.WITHDRAWN,
}
ENDS = {State.APPROVED, State.DECLINED, State.WITHDRAWN}  # these steps are dated early in the morning
LOGGED = {"question": "application_asked", "approved": "application_approved", "declined": "application_declined"}
OF_THE_OFFICE = set(LOGGED)
SOME_DAYS = timedelta(days=2, minutes=41)


def make_applications(network: Network) -> None:
    for number, request in enumerate(reversed(data.applications())):
        _make_application(network, request, number)


def _make_application(network: Network, request: Request, number: int) -> None:
    last = request.steps[-1]
    state = STATE_AFTER[last.kind]
    application = Application.objects.create(
        **_official(request, number),
        **_applicant(network, request),
        name=request.name,
        name_key=fold(request.name),
        kind=request.kind,
        street=request.street,
        website=f"https://{request.organisation}.example",
        reason=request.reason,
        state=state,
        created_at=moment(request.steps[0].day, number),
        decided_at=moment(last.day) if state in ENDS else None,
        decided_by=network.office if state in {State.APPROVED, State.DECLINED} else None,
        organisation=network.organisations[request.organisation] if state == State.APPROVED else None,
    )
    for step in request.steps:
        _make_step(network, application, step, number)


def _official(request: Request, number: int) -> dict:
    if request.organisation in ORGANISATION_BY_KEY:
        data = official_data(ORGANISATION_BY_KEY[request.organisation])
        return {name: data[name] for name in ("ags", "district_name", "postcode", "place", "inhabitants")} | {
            "phone": phone(request.place, 700 + number)
        }
    place, municipal = PLACE[request.place], GROUP_OF_KIND[request.kind] == MUNICIPAL
    return {
        "ags": place.ags if municipal else "",
        "district_name": DISTRICT_NAMES[place.ags[:5]],
        "postcode": place.postcode,
        "place": place.seat or place.name,
        "inhabitants": place.inhabitants if municipal else None,
        "phone": phone(request.place, 700 + number),
    }


def _applicant(network: Network, request: Request) -> dict:
    """The applicant; for an approved application the organisation's present coordination."""
    if request.organisation in ORGANISATION_BY_KEY:
        speaker = network.speakers[request.organisation]
        return {name: getattr(speaker, name) for name in ("first_name", "last_name", "function", "email")}
    first, last, function = request.person
    return {
        "first_name": first,
        "last_name": last,
        "function": function,
        "email": mailbox(first, last, request.organisation),
    }


def _make_step(network: Network, application: Application, step: Step, number: int) -> None:
    author = network.office if step.kind in OF_THE_OFFICE else None
    at = moment(step.day) if step.kind in ENDS else moment(step.day, number)
    ApplicationMessage.objects.create(
        application=application, kind=step.kind, text=step.text, author=author, created_at=at
    )
    if step.kind in LOGGED:
        entry(LOGGED[step.kind], application, at=at, actor=author).save()


def make_invitations(network: Network) -> None:
    for number, call in enumerate(CALLS):
        _make_invitation(network, call, number)
    chosen = _who_accepted(network)
    for number, person in enumerate(everyone()):  # the same number as for the person's roles
        if person in chosen:
            _make_accepted(network, person, network.users[person], number)


def _make_invitation(network: Network, call: Call, number: int) -> None:
    at = moment(call.day, number)
    inviter = network.speakers[call.organisation] if call.organisation else network.office
    invitation = Invitation.objects.create(
        email=mailbox(call.first_name, call.last_name, call.organisation or "hochschule-koenigslind"),
        first_name=call.first_name,
        last_name=call.last_name,
        organisation=network.organisations[call.organisation] if call.organisation else None,
        roles=list(call.roles),
        fingerprint=new_secret()[1],  # nobody knows the secret, so nobody can accept it
        invited_by=inviter,
        created_at=at,
        expires_at=at + VALID_FOR,
        withdrawn_at=moment(call.withdrawn, number) if call.withdrawn else None,
        refused=call.refused,
    )
    entry("invited", invitation.organisation or invitation, at=at, actor=inviter, invitation=invitation.pk).save()
    if call.withdrawn and not call.refused:
        where = invitation.organisation or invitation
        entry(
            "invitation_withdrawn", where, at=invitation.withdrawn_at, actor=inviter, invitation=invitation.pk
        ).save()


def _who_accepted(network: Network) -> list[Person]:
    """The coordinations of approved applications, and the six newest people."""
    approved = {request.organisation for request in data.applications() if request.steps[-1].kind == "approved"}
    here = [one for one in everyone() if one.organisation in network.organisations and not (one.gone or one.earlier)]
    first = [
        one
        for one in here
        if one.organisation in approved and network.users[one] == network.speakers[one.organisation]
    ]
    return first + sorted((one for one in here if one.position != "coordination"), key=lambda one: one.since)[:6]


def _make_accepted(network: Network, person: Person, user: User, number: int) -> None:
    """The coordination of an approved organisation is invited on that day, everyone else some days before they joined."""
    speaker = network.speakers[person.organisation]
    accepted = moment(person.since, number)
    inviter, sent = (network.office, moment(person.since)) if speaker == user else (speaker, accepted - SOME_DAYS)
    invitation = Invitation.objects.create(
        email=user.email,
        first_name=person.first_name,
        last_name=person.last_name,
        organisation=network.organisations[person.organisation],
        roles=[task.role for task in person.tasks if task.since == person.since],
        fingerprint=new_secret()[1],
        invited_by=inviter,
        created_at=sent,
        expires_at=sent + VALID_FOR,
        accepted_at=accepted,
        accepted_by=user,
    )
    entry("invited", invitation.organisation, at=sent, actor=inviter, invitation=invitation.pk).save()
