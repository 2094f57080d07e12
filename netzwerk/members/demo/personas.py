"""The personas of the demo. Their password is no secret; they exist only on a database that the demo made."""

from dataclasses import dataclass

from netzwerk.members.models import Organisation, User
from netzwerk.members.roles import ADMINISTRATION, COORDINATOR, EDITOR, MEMBER, OFFICE, Role, Scope
from netzwerk.members.services.grants import give_role
from netzwerk.members.services.memberships import join_organisation

PASSWORD = "netzwerk-demo-2026"  # noqa: S105  printed by `make run`


@dataclass(frozen=True)
class Persona:
    key: str
    first_name: str
    last_name: str
    role: Role
    sentence: str

    @property
    def email(self) -> str:
        return f"{self.key}@demo.example"


PERSONAS = (
    Persona("mitglied", "Mara", "Lindner", MEMBER, "arbeitet in einem Sozialamt und liest mit"),
    Persona("koordination", "Tomasz", "Krüger", COORDINATOR, "spricht im Netzwerk für seine Stadt"),
    Persona("redaktion", "Jonas", "Hartwig", EDITOR, "schreibt Seiten und Nachrichten"),
    Persona("redaktion2", "Aylin", "Demirel", EDITOR, "liest gegen und gibt frei"),
    Persona("geschaeftsstelle", "Ruth", "Sommer", OFFICE, "führt die Geschäftsstelle des Netzwerks"),
    Persona("administration", "Piotr", "Nowak", ADMINISTRATION, "betreut die Technik"),
)


def person_of(key: str) -> User | None:
    """The person behind a persona's key, or None where there is no such persona."""
    return next((User.objects.filter(email=one.email).first() for one in PERSONAS if one.key == key), None)


def build(home: Organisation) -> None:
    """Make the accounts; those with a role of an organisation belong to `home`."""
    for one in PERSONAS:
        user = User.objects.create_user(one.email, PASSWORD, first_name=one.first_name, last_name=one.last_name)
        if one.role.scope == Scope.ORGANISATION:
            join_organisation(user, home, actor=None)
            give_role(user, MEMBER, actor=None, organisation=home, tell=False)
            if one.role != MEMBER:
                give_role(user, one.role, actor=None, organisation=home, tell=False)
        else:
            give_role(user, one.role, actor=None, tell=False)


def print_accounts() -> None:
    """For `make run`: the accounts of the demo, one a line."""
    for one in PERSONAS:
        print(f"  {one.role.label:<16} {one.email}")  # noqa: T201  this is what the command is for
    print(f"  Passwort für alle: {PASSWORD}")  # noqa: T201
