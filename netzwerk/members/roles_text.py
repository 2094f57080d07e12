"""The table of roles.py as German text, for the page /rollen/ and for docs/rollen.md."""

from dataclasses import dataclass

from netzwerk.members.roles import ROLES, May, Role, Scope, is_for_superusers, roles_of

TITLE = "Wer darf was?"
LEAD = (
    "Was jemand im Netzwerk darf, folgt allein aus den Rollen, die diese Person hat. Eine Rolle gilt in einer Organisation, "
    "an einem Standort oder im ganzen Netzwerk, und nur dort."
)
RULES = (
    "Ohne Konto liest man alles, was öffentlich ist, und kann einen Antrag auf Aufnahme stellen.",
    "Eine Person kann mehrere Rollen haben, auch in mehreren Organisationen.",
    "Wer an einem Workshop, Lehrgang oder Arbeitskreis teilnimmt, braucht dafür keine Rolle. Eine Rolle erlaubt, solche "
    "Angebote zu leiten; welche, steht beim Angebot.",
    "Niemand gibt sich selbst eine Rolle. Ablegen kann jede Person ihre Rollen selbst.",
    "Eine Rolle kann befristet sein. Wird sie genommen oder läuft sie ab, gilt das sofort.",
    "Wer welche Rolle wann von wem erhalten hat, wird festgehalten.",
    "Wer einen zweiten Faktor braucht, meldet sich zusätzlich zum Passwort mit einem zweiten Nachweis an.",
)
ONLY_BY_ROLE = "nur mit dieser Rolle"
SUPERUSERS = (
    "Konten für den technischen Betrieb (Superuser) dürfen auch ohne Rolle, was eine Rolle erlaubt, außer dem, wobei "
    f"„{ONLY_BY_ROLE}“ steht."
)
NOTHING_EXCEPTED = "Zurzeit steht das bei keinem Recht."
TITLES = {
    Scope.ORGANISATION: "Rollen in einer Organisation",
    Scope.NETWORK: "Rollen im ganzen Netzwerk",
    Scope.SITE: "Rollen an einem Pilotstandort",
}


@dataclass(frozen=True)
class RoleText:
    label: str
    purpose: str
    may: list[str]
    given_by: str
    second_factor: str


@dataclass(frozen=True)
class Section:
    title: str
    roles: list[RoleText]


def rules() -> list[str]:
    """The rules that hold for all roles."""
    is_excepted = any(not is_for_superusers(permission) for permission in May)
    return [*RULES, SUPERUSERS if is_excepted else f"{SUPERUSERS} {NOTHING_EXCEPTED}"]


def sections() -> list[Section]:
    return [Section(title, [_text_of(role) for role in roles_of(scope)]) for scope, title in TITLES.items()]


def _text_of(role: Role) -> RoleText:
    may = [_in_words(permission) for permission in role.may]
    if "wagtailadmin.access_admin" in role.permissions:
        may.append("arbeitet im Redaktionssystem")
    return RoleText(
        label=role.label,
        purpose=f"{role.purpose[0].upper()}{role.purpose[1:]}.",
        may=may,
        given_by=" oder ".join(giver.label for giver in givers_of(role)),
        second_factor="ja" if role.second_factor else "nein",
    )


def _in_words(permission: May) -> str:
    return permission.label if is_for_superusers(permission) else f"{permission.label} ({ONLY_BY_ROLE})"


def givers_of(role: Role) -> list[Role]:
    """The roles whose holders may give this one: those with its `given_by` permission, in the same scope or a wider one."""
    able = [one for one in ROLES if role.given_by in one.may]
    return [one for one in able if one.scope == Scope.NETWORK or role.scope != Scope.NETWORK]


def markdown() -> str:
    """The whole text for docs/rollen.md."""
    lines = [f"# {TITLE}", "", LEAD, "", *(f"- {rule}" for rule in rules()), ""]
    for section in sections():
        lines += [f"## {section.title}", ""]
        for role in section.roles:
            lines += [f"### {role.label}", "", role.purpose, "", *(f"- {one}" for one in role.may), ""]
            lines += [f"Vergeben durch: {role.given_by}. Zweiter Faktor: {role.second_factor}.", ""]
    lines += ["Diese Seite schreibt `python manage.py roles > docs/rollen.md` aus `netzwerk/members/roles.py`."]
    return "\n".join(lines)
