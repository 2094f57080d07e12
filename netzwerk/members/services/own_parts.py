"""What this app holds about a person: given out as records, and erased. The account itself comes last."""

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from netzwerk.members.models import Invitation, LogEntry, Membership, RoleGrant, User
from netzwerk.members.services.grants import end_grant
from netzwerk.members.services.log import ACTIONS
from netzwerk.members.services.memberships import end_membership
from netzwerk.surfaces.registry import OwnData

Record = dict[str, Any]


def _moment(value: datetime | None) -> datetime | None:
    return timezone.localtime(value) if value else None


def _account(user: User) -> list[Record]:
    return [
        {
            "Vorname": user.first_name,
            "Nachname": user.last_name,
            "E-Mail-Adresse": user.email,
            "Funktion": user.function,
            "Telefon": user.phone,
            "Über mich": user.about,
            "Frag mich zu": [topic.name for topic in user.topics.all()],
            "Profil für Mitglieder sichtbar": user.profile_open,
            "dabei seit": _moment(user.date_joined),
            "zuletzt angemeldet": _moment(user.last_login),
        }
    ]


def _erase_account(user: User) -> None:
    user.topics.clear()
    User.objects.filter(pk=user.pk).update(
        email=f"geloescht-{user.pk}@geloescht.invalid",
        password=make_password(None),
        first_name="Gelöschtes",
        last_name="Konto",
        function="",
        phone="",
        about="",
        profile_open=False,
        name_key="",
        folded="",
        is_active=False,
        is_superuser=False,
        erased_at=timezone.now(),
    )


def _memberships(user: User) -> list[Record]:
    rows = Membership.objects.filter(user=user).select_related("organisation")
    return [
        {
            "Organisation": row.organisation.name,
            "seit": row.started_on,
            "bis": row.ended_on,
            "Grund": row.get_ending_display() or None,
        }
        for row in rows
    ]


def _erase_memberships(user: User) -> None:
    for membership in user.memberships.current():
        end_membership(membership, actor=user, ending=Membership.Ending.ERASED)


def _roles(user: User) -> list[Record]:
    rows = RoleGrant.objects.filter(user=user).select_related("organisation", "site__organisation", "given_by")
    return [
        {
            "Rolle": row.definition.label,
            "wo": row.where,
            "ab": _moment(row.valid_from),
            "bis": _moment(row.valid_until),
            "gegeben von": str(row.given_by) if row.given_by else "Portal",
        }
        for row in rows
    ]


def _erase_roles(user: User) -> None:
    for grant in RoleGrant.objects.not_ended().filter(user=user):
        end_grant(grant, actor=user)


def _invitations(user: User) -> list[Record]:
    rows = Invitation.objects.filter(email=user.email).select_related("organisation", "invited_by")
    return [
        {
            "Einladung in": str(row.organisation or "Netzwerk"),
            "am": _moment(row.created_at),
            "Stand": row.state_label,
            "von": str(row.invited_by) if row.invited_by else "Portal",
        }
        for row in rows
    ]


def _erase_invitations(user: User) -> None:
    Invitation.objects.filter(email=user.email).delete()
    Invitation.objects.open().filter(invited_by=user).update(withdrawn_at=timezone.now())


def _second_factor(user: User) -> list[Record]:
    names = {"totp": "App", "webauthn": "Passkey", "recovery_codes": "Notfallcodes"}
    return [
        {
            "Art": names.get(row.type, row.type),
            "eingerichtet am": _moment(row.created_at),
            "zuletzt benutzt": _moment(row.last_used_at),
        }
        for row in Authenticator.objects.filter(user=user).order_by("pk")
    ]


def _erase_second_factor(user: User) -> None:
    Authenticator.objects.filter(user=user).delete()


def _log(user: User) -> list[Record]:
    labels = {f"members.{key}": label for key, label in ACTIONS.items()}
    rows = LogEntry.objects.filter(user=user).order_by("-timestamp").values_list("timestamp", "action", "label")[:1000]
    return [{"am": _moment(at), "was": labels.get(action, action), "an": label} for at, action, label in rows]


def _keep(user: User) -> None:
    """Nothing to erase: what stays carries no name any more."""


PARTS = (
    OwnData(
        "memberships",
        20,
        "Organisationen",
        _memberships,
        _erase_memberships,
        goes="Sie gehören keiner Organisation mehr an.",
        stays="Von wann bis wann jemand zu einer Organisation gehörte, bleibt ohne Namen stehen: So stimmt ihre Geschichte.",
    ),
    OwnData(
        "roles",
        30,
        "Rollen",
        _roles,
        _erase_roles,
        goes="Ihre Rollen enden.",
        stays="Wer welche Rolle gegeben hat, bleibt ohne Namen nachvollziehbar (Rechenschaft nach Art. 5 DSGVO).",
    ),
    OwnData(
        "invitations",
        40,
        "Einladungen an Sie",
        _invitations,
        _erase_invitations,
        goes="Einladungen an Ihre Adresse werden gelöscht; Einladungen von Ihnen, die noch offen sind, gelten nicht mehr.",
    ),
    OwnData(
        "second_factor",
        45,
        "Zweiter Faktor",
        _second_factor,
        _erase_second_factor,
        goes="Ihr zweiter Faktor (App, Passkeys, Notfallcodes) wird gelöscht.",
    ),
    OwnData(
        "log",
        80,
        "Protokoll Ihrer Änderungen",
        _log,
        _keep,
        stays="Was Sie geändert haben, bleibt ohne Ihren Namen im Protokoll.",
    ),
    OwnData(
        "account",
        90,
        "Konto und Profil",
        _account,
        _erase_account,
        goes="Name, E-Mail-Adresse, Passwort und Profil werden gelöscht.",
    ),
)
