"""The roles of the network and their permissions. Groups of the Wagtail admin, docs/rollen.md, the page /rollen/ and the
predicates in access.py are derived from this table; features add their permissions here.

A role is given to a person for a scope: the whole network, one organisation or one pilot site. `may` holds within it;
`given_by` is the permission needed, in the same scope, to give or revoke the role. Nobody gives a role to themselves.

A role of the network lets a person become trainer, organiser or chair; of which course, workshop or group, a row of that
feature says. Who takes part in one needs no role at all.

`permissions`, `pages`, `files` and `folders` are permissions in the Wagtail admin, stored per group by `manage.py setup`.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices


class Scope(StrEnum):
    NETWORK = "network"
    ORGANISATION = "organisation"
    SITE = "site"


SCOPE_LABELS = {
    Scope.NETWORK: "im ganzen Netzwerk",
    Scope.ORGANISATION: "in der Organisation",
    Scope.SITE: "am Standort",
}


class May(TextChoices):
    """Permissions, each with its description on /rollen/."""

    SEE_OPEN_PROFILES = "see_open_profiles", "sieht Profile, die Mitglieder füreinander geöffnet haben"
    SEE_COLLEAGUES = "see_colleagues", "sieht, wer zur Organisation gehört und welche Rollen die Personen haben"
    EDIT_ORGANISATION = "edit_organisation", "pflegt das Profil der Organisation"
    INVITE_COLLEAGUES = "invite_colleagues", "lädt Personen in die Organisation ein"
    GIVE_ORGANISATION_ROLES = "give_organisation_roles", "gibt und nimmt Rollen der Organisation"
    GIVE_SITE_ROLES = "give_site_roles", "gibt und nimmt Rollen am Standort"
    END_MEMBERSHIPS = "end_memberships", "beendet Mitgliedschaften von Personen in der Organisation"
    REVIEW_APPLICATIONS = "review_applications", "prüft Aufnahmeanträge"
    MANAGE_ORGANISATIONS = (
        "manage_organisations",
        "legt Organisationen an, ergänzt amtliche Angaben und beendet ihre Mitgliedschaft",
    )
    MANAGE_PEOPLE = "manage_people", "sieht alle Personen und sperrt oder entsperrt Konten"
    GIVE_NETWORK_ROLES = "give_network_roles", "gibt und nimmt Rollen im Netzwerk"
    GIVE_OFFICE_ROLES = "give_office_roles", "gibt und nimmt die Rollen Geschäftsstelle und Administration"
    READ_LOG = "read_log", "liest, wer was geändert hat"
    MAINTAIN_SEARCH = "maintain_search", "pflegt die Wörter der Suche und sieht, was gesucht wird, aber nie, von wem"
    DECIDE_CREDITS = (
        "decide_credits",
        "entscheidet über Anträge auf Anrechnung, berichtigt Stunden und zieht Bescheinigungen zurück",
    )
    BOOK_FOR_COLLEAGUES = (
        "book_for_colleagues",
        "bucht, übergibt und sagt Plätze für Personen der Organisation ab und sieht, wer an welcher Veranstaltung teilnimmt",
    )
    PLAN_WORKSHOPS = "plan_workshops", "plant Workshops und führt Anmeldungen der eigenen"
    REVIEW_WORKSHOPS = "review_workshops", "prüft Workshops als zweite Person und sieht alle"
    MAINTAIN_LIBRARY = (
        "maintain_library",
        "pflegt das Glossar, zieht Fassungen zurück und sieht, wie oft Berichte gelesen werden",
    )
    MAINTAIN_VENUES = (
        "maintain_venues",
        "pflegt Veranstaltungsorte mit Anfahrt und Angaben zur Barrierefreiheit",
    )


# Permissions that a superuser does not have either: only a role gives them, and only where it was given. For the content of
# cases; reach() leaves these to the grants.
NEVER_BY_SUPERUSER: frozenset[May] = frozenset()


def is_for_superusers(permission: May) -> bool:
    """Whether a superuser has this permission without a role."""
    return permission not in NEVER_BY_SUPERUSER


ALL_FILE_ACTIONS = ("add", "change", "choose")
SEARCH_WORD_PERMISSIONS = tuple(
    f"search.{action}_{model}"
    for model in ("synonymgroup", "everydayword", "compoundword")
    for action in ("add", "change", "delete")
)
# Not "delete": what was used stays, and a rule or category that is no longer used is switched off.
HOURS_PERMISSIONS = tuple(
    f"hours.{action}_{model}" for action in ("add", "change") for model in ("category", "countingrule")
)
GLOSSARY_PERMISSIONS = tuple(f"knowledge.{action}_glossaryentry" for action in ("add", "change", "delete"))
PROPOSE_TERMS = ("vocabulary.view_term", "vocabulary.add_term")
MAINTAIN_TERMS = (*PROPOSE_TERMS, "vocabulary.change_term", "vocabulary.delete_term", "vocabulary.merge_term")


@dataclass(frozen=True)
class Role:
    key: str
    label: str
    purpose: str
    scope: Scope
    given_by: May
    may: tuple[May, ...] = (May.SEE_OPEN_PROFILES,)
    second_factor: bool = False  # required for the login of its holders
    permissions: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


MEMBER = Role(
    "member",
    "Mitglied",
    "liest, auch was nur für Mitglieder ist, und hat einen eigenen Bereich",
    Scope.ORGANISATION,
    May.GIVE_ORGANISATION_ROLES,
)
COORDINATOR = Role(
    "coordinator",
    "Koordination",
    "spricht für die Organisation: pflegt ihr Profil, lädt Kolleg:innen ein und gibt ihnen Rollen",
    Scope.ORGANISATION,
    May.GIVE_ORGANISATION_ROLES,
    may=(
        May.SEE_OPEN_PROFILES,
        May.SEE_COLLEAGUES,
        May.EDIT_ORGANISATION,
        May.INVITE_COLLEAGUES,
        May.GIVE_ORGANISATION_ROLES,
        May.GIVE_SITE_ROLES,
        May.END_MEMBERSHIPS,
        May.BOOK_FOR_COLLEAGUES,
    ),
)
TRAINER = Role(
    "trainer",
    "Dozent:in",
    "baut Lektionen und Fragen, leitet Lehrgänge, gibt Rückmeldung und bewertet Fallberichte",
    Scope.NETWORK,
    May.GIVE_NETWORK_ROLES,
)
ORGANISER = Role(
    "organiser",
    "Veranstalter:in",
    "plant Workshops, führt Anmeldungen und Anwesenheit, gibt Unterlagen und Bescheinigungen aus",
    Scope.NETWORK,
    May.GIVE_NETWORK_ROLES,
    may=(May.SEE_OPEN_PROFILES, May.MAINTAIN_VENUES, May.PLAN_WORKSHOPS),
)
GROUP_CHAIR = Role(
    "group_chair",
    "Leitung eines Arbeitskreises",
    "bereitet Sitzungen vor und verantwortet Tagesordnung, Protokoll, Beschlüsse und Aufgaben",
    Scope.NETWORK,
    May.GIVE_NETWORK_ROLES,
)
CASEWORKER = Role(
    "caseworker",
    "Fallmanager:in",
    "dokumentiert und steuert Fälle am eigenen Standort",
    Scope.SITE,
    May.GIVE_SITE_ROLES,
    second_factor=True,
)
TEAM_LEAD = Role(
    "team_lead",
    "Teamleitung",
    "verteilt Fälle, regelt Vertretung und Übergabe am eigenen Standort",
    Scope.SITE,
    May.GIVE_SITE_ROLES,
    second_factor=True,
)
DATA_PROTECTION = Role(
    "data_protection",
    "Datenschutzbeauftragte:r",
    "sieht das Protokoll des Standorts, führt Löschungen aus und beantwortet Auskünfte; liest keine Fallinhalte",
    Scope.SITE,
    May.GIVE_SITE_ROLES,
    second_factor=True,
)
SITE_CONTROLLING = Role(
    "site_controlling",
    "Controlling",
    "arbeitet mit Kennzahlen des eigenen Standorts und mit sicheren Vergleichen",
    Scope.SITE,
    May.GIVE_SITE_ROLES,
    second_factor=True,
)
RESEARCH = Role(
    "research",
    "Wissenschaftliche Begleitung",
    "wertet freigegebene, geschützte Zahlen aus und berät zum Konzept; sieht keine Fälle",
    Scope.NETWORK,
    May.GIVE_NETWORK_ROLES,
)
CONCEPT_CONSULTING = Role(
    "concept_consulting",
    "Konzeptberatung",
    "begleitet Standorte bei ihrem Konzept",
    Scope.NETWORK,
    May.GIVE_NETWORK_ROLES,
)
PROJECT_CONSULTING = Role(
    "project_consulting",
    "Projektberatung",
    "begleitet Standorte bei der Umsetzung und erkennt Schwierigkeiten früh",
    Scope.NETWORK,
    May.GIVE_NETWORK_ROLES,
)
EDITOR = Role(
    "editor",
    "Redaktion",
    "schreibt und prüft Seiten, schlägt Begriffe vor; veröffentlicht wird nach dem Vier-Augen-Prinzip",
    Scope.NETWORK,
    May.GIVE_NETWORK_ROLES,
    may=(May.SEE_OPEN_PROFILES, May.MAINTAIN_SEARCH, May.MAINTAIN_LIBRARY),
    second_factor=True,
    permissions=("wagtailadmin.access_admin", *SEARCH_WORD_PERMISSIONS, *GLOSSARY_PERMISSIONS, *PROPOSE_TERMS),
    # "publish" allows to unpublish, move and sort; publishing always needs a second person.
    pages=("add", "change", "publish", "lock", "unlock"),
    files=ALL_FILE_ACTIONS,
)
OFFICE = Role(
    "office",
    "Geschäftsstelle",
    "führt Anträge, Organisationen, Personen, Rollen und Begriffe; in der Redaktion dazu Weiterleitungen, Angaben zum Portal, "
    "Ordner",
    Scope.NETWORK,
    May.GIVE_OFFICE_ROLES,
    may=(
        May.SEE_OPEN_PROFILES,
        May.SEE_COLLEAGUES,
        May.EDIT_ORGANISATION,
        May.INVITE_COLLEAGUES,
        May.GIVE_ORGANISATION_ROLES,
        May.END_MEMBERSHIPS,
        May.REVIEW_APPLICATIONS,
        May.MANAGE_ORGANISATIONS,
        May.MANAGE_PEOPLE,
        May.GIVE_NETWORK_ROLES,
        May.READ_LOG,
        May.DECIDE_CREDITS,
        May.MAINTAIN_SEARCH,
        May.MAINTAIN_LIBRARY,
        May.MAINTAIN_VENUES,
        May.PLAN_WORKSHOPS,
        May.REVIEW_WORKSHOPS,
    ),
    second_factor=True,
    permissions=(
        "wagtailadmin.access_admin",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
        "portal.change_portalsettings",
        *MAINTAIN_TERMS,
        *HOURS_PERMISSIONS,
        *SEARCH_WORD_PERMISSIONS,
        *GLOSSARY_PERMISSIONS,
    ),
    pages=("add", "change", "publish", "bulk_delete", "lock", "unlock"),
    files=ALL_FILE_ACTIONS,
    folders=("add", "change", "delete"),
)
ADMINISTRATION = Role(
    "administration",
    "Administration",
    "richtet das Portal technisch ein; schreibt keine Inhalte und liest keine Fälle",
    Scope.NETWORK,
    May.GIVE_OFFICE_ROLES,
    may=(May.GIVE_OFFICE_ROLES, May.MANAGE_PEOPLE, May.READ_LOG),
    second_factor=True,
    permissions=("wagtailadmin.access_admin", "portal.change_portalsettings"),
)

ROLES = (
    *(MEMBER, COORDINATOR),
    *(TRAINER, ORGANISER, GROUP_CHAIR),
    *(CASEWORKER, TEAM_LEAD, DATA_PROTECTION, SITE_CONTROLLING),
    *(RESEARCH, CONCEPT_CONSULTING, PROJECT_CONSULTING),
    *(EDITOR, OFFICE, ADMINISTRATION),
)
ROLE_BY_KEY = {role.key: role for role in ROLES}
# Roles that are no longer given: their ended grants are still shown.
FORMER_LABELS = {"trainee": "Teilnehmende:r", "group_member": "Mitglied eines Arbeitskreises"}


def roles_of(scope: Scope) -> tuple[Role, ...]:
    return tuple(role for role in ROLES if role.scope == scope)
