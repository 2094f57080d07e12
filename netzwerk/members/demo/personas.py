"""The personas of the demo. Their password is public; they exist in demo databases only."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from netzwerk.members.demo.history import date_entries, day, moment
from netzwerk.members.models import Membership, Organisation, PilotSite, RoleGrant, User
from netzwerk.members.roles import (
    ADMINISTRATION,
    CASEWORKER,
    COORDINATOR,
    EDITOR,
    MEMBER,
    OFFICE,
    ORGANISER,
    Role,
    Scope,
)
from netzwerk.members.services.grants import give_role
from netzwerk.members.services.memberships import join_organisation

PASSWORD = "netzwerk-demo-2026"  # noqa: S105  printed by `make run`
HOME = "stadt-lindenbrueck"  # organisation of those whose role needs one


@dataclass(frozen=True)
class Persona:
    key: str
    first_name: str
    last_name: str
    role: Role
    sentence: str
    function: str
    since: int  # days ago

    @property
    def email(self) -> str:
        return f"{self.key}@demo.example"


PERSONAS = (
    Persona(
        "mitglied", "Mara", "Lindner", MEMBER, "arbeitet in einem Sozialamt und liest mit", "Leistungsgewährung", 512
    ),
    Persona(
        "koordination",
        "Tomasz",
        "Krüger",
        COORDINATOR,
        "spricht im Netzwerk für seine Stadt",
        "Leitung Fachbereich Soziales",
        1071,
    ),
    Persona(
        "fallmanagement",
        "Nilgün",
        "Berger",
        CASEWORKER,
        "dokumentiert und steuert Fälle am Standort",
        "Fallmanagement, Fachstelle Wohnen",
        403,
    ),
    Persona(
        "veranstaltung",
        "Selma",
        "Aydin",
        ORGANISER,
        "plant Workshops und führt die Anmeldungen",
        "Workshops und Werkstatttage",
        905,
    ),
    Persona("redaktion", "Jonas", "Hartwig", EDITOR, "schreibt Seiten und Nachrichten", "Redaktion", 1080),
    Persona("redaktion2", "Aylin", "Demirel", EDITOR, "liest gegen und gibt frei", "Redaktion und Lektorat", 702),
    Persona(
        "geschaeftsstelle",
        "Ruth",
        "Sommer",
        OFFICE,
        "führt die Geschäftsstelle des Netzwerks",
        "Geschäftsstelle, Anträge und Rollen",
        1090,
    ),
    Persona("administration", "Piotr", "Nowak", ADMINISTRATION, "betreut die Technik", "Technik des Portals", 1095),
)
PERSONA = {one.key: one for one in PERSONAS}


def person_of(key: str) -> User | None:
    """The account of a persona's key, or None."""
    return User.objects.filter(email=PERSONA[key].email).first() if key in PERSONA else None


def make_accounts() -> dict[str, User]:
    """The accounts by key. They share one password hash: computing one for each would take longer than all the rest."""
    password = make_password(PASSWORD)
    accounts = {}
    for one in PERSONAS:
        user = User(
            email=one.email,
            first_name=one.first_name,
            last_name=one.last_name,
            function=one.function,
            password=password,
            date_joined=moment(one.since),
        )
        user.fold_names()
        user.save()
        accounts[one.key] = user
    return accounts


def give_network_roles(accounts: dict[str, User]) -> None:
    """Administration is given by the installation, the network office by administration, all others by the office."""
    _give("administration", accounts, None)
    _give("geschaeftsstelle", accounts, accounts["administration"])
    for key in ("veranstaltung", "redaktion", "redaktion2"):
        _give(key, accounts, accounts["geschaeftsstelle"])


def give_house_roles(accounts: dict[str, User], home: Organisation, site: PilotSite) -> None:
    office, coordination = accounts["geschaeftsstelle"], accounts["koordination"]
    for key in ("koordination", "mitglied", "fallmanagement"):
        user, since = accounts[key], PERSONA[key].since
        actor = office if key == "koordination" else coordination
        membership = join_organisation(user, home, actor=actor)
        Membership.objects.filter(pk=membership.pk).update(started_on=day(since))
        date_entries(home, "joined", at=moment(since), person=user.pk)
        _date(give_role(user, MEMBER, actor=actor, organisation=home, valid_from=moment(since), notify_person=False))
        if PERSONA[key].role != MEMBER:
            _give(key, accounts, actor, home, site)


def _give(
    key: str,
    accounts: dict[str, User],
    actor: User | None,
    home: Organisation | None = None,
    site: PilotSite | None = None,
) -> None:
    one = PERSONA[key]
    where = {Scope.NETWORK: {}, Scope.ORGANISATION: {"organisation": home}, Scope.SITE: {"site": site}}
    since = moment(one.since)
    _date(
        give_role(accounts[key], one.role, actor=actor, valid_from=since, notify_person=False, **where[one.role.scope])
    )


def _date(grant: RoleGrant) -> None:
    RoleGrant.objects.filter(pk=grant.pk).update(given_at=grant.valid_from)
    date_entries(grant.user, "role_given", at=grant.valid_from)


def print_accounts() -> None:
    """For `make run`: the accounts of the demo, one a line."""
    for one in PERSONAS:
        print(f"  {one.role.label:<16} {one.email}")  # noqa: T201  this is what the command is for
    print(f"  Passwort für alle: {PASSWORD}")  # noqa: T201
