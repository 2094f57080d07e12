"""Export and erasure of the data that this app holds about a person. The account itself comes last."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import PageLogEntry

from netzwerk.members.models import Application, Invitation, LogEntry, Membership, ProfileDraft, RoleGrant, User
from netzwerk.members.services.grants import end_grant
from netzwerk.members.services.log import action_label
from netzwerk.members.services.memberships import end_membership
from netzwerk.surfaces.registry import OwnData

Record = dict[str, Any]
ERASED_LABEL = "Gelöschtes Konto"


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
            "Fragen Sie mich zu": [topic.name for topic in user.topics.all()],
            "Profil für Mitglieder sichtbar": user.profile_open,
            "dabei seit": _moment(user.date_joined),
            "zuletzt angemeldet": _moment(user.last_login),
        }
    ]


def _erase_account(user: User) -> None:
    user.topics.clear()
    user.user_permissions.clear()
    EmailAddress.objects.filter(user=user).delete()  # allauth's own copy
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
    sent = Invitation.objects.filter(invited_by=user).select_related("organisation").order_by("pk")
    rows = Invitation.objects.filter(email=user.email).select_related("organisation", "invited_by")
    return [
        {
            "Einladung in": str(row.organisation or "Netzwerk"),
            "am": _moment(row.created_at),
            "Stand": row.state_label,
            "von": str(row.invited_by) if row.invited_by else "Portal",
        }
        for row in rows
    ] + [
        {"Von Ihnen eingeladen in": str(row.organisation or "Netzwerk"), "am": _moment(row.created_at)} for row in sent
    ]


def _erase_invitations(user: User) -> None:
    Invitation.objects.filter(email=user.email).delete()
    Invitation.objects.open().filter(invited_by=user).update(withdrawn_at=timezone.now())


def _applications(user: User) -> list[Record]:
    return [
        {
            "Antrag für": row.name,
            "am": _moment(row.created_at),
            "Stand": row.get_state_display(),
            "Funktion": row.function,
            "Telefon": row.phone,
        }
        for row in Application.objects.filter(email=user.email).order_by("pk")
    ]


def _erase_applications(user: User) -> None:
    Application.objects.filter(email=user.email).delete()


def _profile_drafts(user: User) -> list[Record]:
    rows = ProfileDraft.objects.filter(written_by=user).select_related("organisation").order_by("pk")
    return [
        {
            "Organisation": row.organisation.name,
            "Feld": row.field,
            "Text": row.text,
            "gespeichert am": _moment(row.written_at),
        }
        for row in rows
    ]


def _forget_writer(user: User) -> None:
    ProfileDraft.objects.filter(written_by=user).update(written_by=None)


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


def _about(user: User) -> QuerySet[LogEntry]:
    return LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk))


def _log(user: User) -> list[Record]:
    """What the person did (without names of others), and what others did to their account."""
    me = (ContentType.objects.get_for_model(User).pk, str(user.pk))
    own = LogEntry.objects.filter(user=user).order_by("-timestamp")
    done = [
        {
            "am": _moment(at),
            "was": action_label(action),
            "an": "mir" if (kind, pk) == me else ContentType.objects.get_for_id(kind).name if kind else "",
        }
        for at, action, kind, pk in own.values_list("timestamp", "action", "content_type_id", "object_id")
    ]
    others = _about(user).exclude(user=user).order_by("-timestamp")
    pages = PageLogEntry.objects.filter(user=user).order_by("-timestamp")
    return [
        *done,
        *(
            {"am": _moment(at), "was": action_label(action), "an": "mir, durch andere"}
            for at, action in others.values_list("timestamp", "action")
        ),
        *(
            {"am": _moment(at), "was": action_label(action), "an": f"Seite „{label}“"}
            for at, action, label in pages.values_list("timestamp", "action", "label")
        ),
    ]


def _forget_name_in_log(user: User) -> None:
    """Entries stay, but those about the person lose the name in their label."""
    _about(user).update(label=ERASED_LABEL)


PARTS = (
    OwnData(
        *("memberships", 20, "Organisationen", _memberships, _erase_memberships),
        goes="Sie gehören keiner Organisation mehr an.",
        stays="Von wann bis wann jemand zu einer Organisation gehörte, bleibt ohne Namen stehen: So stimmt ihre Geschichte.",
        models=("members.Membership",),
    ),
    OwnData(
        *("roles", 30, "Rollen", _roles, _erase_roles),
        goes="Ihre Rollen enden.",
        stays="Wer welche Rolle gegeben hat, bleibt ohne Namen nachvollziehbar (Rechenschaft nach Art. 5 DSGVO).",
        models=("members.RoleGrant",),
    ),
    OwnData(
        *("invitations", 40, "Einladungen", _invitations, _erase_invitations),
        goes="Einladungen an Ihre Adresse werden gelöscht; Einladungen von Ihnen, die noch offen sind, gelten nicht mehr.",
        models=("members.Invitation",),
    ),
    OwnData(
        *("applications", 42, "Anträge von Ihnen", _applications, _erase_applications),
        goes="Aufnahmeanträge, die Sie gestellt haben, werden gelöscht; die Mitgliedschaft der Organisation bleibt.",
        models=("members.Application", "members.ApplicationMessage"),
    ),
    OwnData(
        *("profile_drafts", 43, "Entwürfe für Profile von Organisationen", _profile_drafts, _forget_writer),
        stays="Was Sie im Entwurf eines Profils geschrieben haben, gehört der Organisation und bleibt ohne Ihren Namen stehen.",
        models=("members.ProfileDraft",),
    ),
    OwnData(
        *("second_factor", 45, "Zweiter Faktor", _second_factor, _erase_second_factor),
        goes="Ihr zweiter Faktor (App, Passkeys, Notfallcodes) wird gelöscht.",
        models=("mfa.Authenticator",),
    ),
    OwnData(
        *("log", 80, "Protokoll Ihrer Änderungen", _log, _forget_name_in_log),
        stays="Was Sie geändert haben, bleibt ohne Ihren Namen im Protokoll.",
        models=("wagtailcore.ModelLogEntry", "wagtailcore.PageLogEntry"),
    ),
    OwnData(
        *("account", 90, "Konto und Profil", _account, _erase_account),
        goes="Name, E-Mail-Adresse, Passwort und Profil werden gelöscht.",
        models=(
            *("members.User", "members.User_topics", "members.User_groups", "members.User_user_permissions"),
            "account.EmailAddress",
        ),
    ),
)
