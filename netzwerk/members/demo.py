"""The personas of the demo. Their password is no secret; they exist only on a database that the demo made."""

from collections.abc import Callable
from dataclasses import dataclass

from netzwerk.members.models import User
from netzwerk.members.roles import ADMINISTRATION, EDITOR, MEMBER, OFFICE, Role
from netzwerk.members.services import give_role

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
    Persona("redaktion", "Jonas", "Hartwig", EDITOR, "schreibt Seiten und Nachrichten"),
    Persona("redaktion2", "Aylin", "Demirel", EDITOR, "liest gegen und gibt frei"),
    Persona("geschaeftsstelle", "Ruth", "Sommer", OFFICE, "führt die Geschäftsstelle des Netzwerks"),
    Persona("administration", "Piotr", "Nowak", ADMINISTRATION, "betreut die Technik"),
)


def persona(key: str) -> Persona | None:
    return next((one for one in PERSONAS if one.key == key), None)


def build(say: Callable[[str], None]) -> None:
    for one in PERSONAS:
        user = User.objects.create_user(one.email, PASSWORD, first_name=one.first_name, last_name=one.last_name)
        give_role(user, one.role)
    say(f"{len(PERSONAS)} Personen der Demo")
