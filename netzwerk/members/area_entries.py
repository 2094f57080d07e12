"""What the members app registers for "Mein Bereich" and for the office desk."""

from django.http import HttpRequest

from netzwerk.members import access, cards
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import AreaLink, Card, DeskAction, DeskGroup, DeskList, DeskTile

ACCOUNT_PAGES = (
    ("Profil", "own:profile"),
    ("Anmeldung absichern", "mfa_index"),
    ("Passwort ändern", "account_change_password"),
    ("Adresse ändern", "own:email"),
    ("Meine Daten", "own:data"),
)


def reviews_applications(request: HttpRequest) -> bool:
    return access.can_review_applications(request.user)


def manages_organisations(request: HttpRequest) -> bool:
    return access.can_manage_organisations(request.user)


def manages_people(request: HttpRequest) -> bool:
    return access.can_manage_people(request.user)


def invites(request: HttpRequest) -> bool:
    return access.can_invite(request.user, None)


AREA_LINKS = (
    AreaLink(
        "account", 90, "Konto", "own:profile", covers=("own:", "mfa_", "account_change_password"), below=ACCOUNT_PAGES
    ),
    AreaLink(
        *("organisation", 10, "Organisation", "coordination:home"),
        visible=lambda request: bool(access.coordinated_organisations(request.user)),
        group=registry.TASKS,
        covers=("organisations:",),
    ),
    AreaLink(
        *("desk", 90, "Geschäftsstelle", "portal:desk"),
        visible=lambda request: access.can_use_desk(request.user),
        group=registry.TASKS,
        covers=("desk:", "desk_"),  # features have their parts of the desk in namespaces like desk_hours
    ),
)
CARDS = (
    Card(
        *("desk", 20, "Geschäftsstelle", "members/cards/desk.html", cards.desk),
        more=("Zur Geschäftsstelle", "portal:desk"),
        sentence=cards.applications_to_review,
    ),
    Card("organisations", 30, "Meine Organisation", "members/cards/organisations.html", cards.organisations),
)
DESK_TILES = (
    DeskTile(
        *("applications", 10, "Anträge auf Mitgliedschaft", "desk:applications", reviews_applications),
        cards.submitted_applications,
        "?stand=submitted",
        "Antrag auf Mitgliedschaft",
    ),
    DeskTile(
        *("without-coordination", 20, "Organisationen ohne Koordination", "desk:organisations", manages_organisations),
        cards.without_coordination,
        "?stand=ohne",
        "Organisation ohne Koordination",
    ),
    DeskTile(
        *("ending-roles", 30, "Rollen, die bald enden", "desk:grants", manages_people),
        cards.ending_grants,
        "?stand=endet",
        "Rolle, die bald endet",
    ),
)
DESK_LISTS = (
    DeskList(
        *("people", 10, "Personen", "desk:people", manages_people),
        *(DeskGroup.PEOPLE, cards.all_people),
    ),
    DeskList(
        *("organisations", 20, "Organisationen", "desk:organisations", manages_organisations),
        *(DeskGroup.PEOPLE, cards.all_organisations),
    ),
    DeskList(
        *("applications", 30, "Aufnahmeanträge", "desk:applications", reviews_applications),
        *(DeskGroup.PEOPLE, cards.all_applications, "?stand=alle"),
    ),
    DeskList(
        *("invitations", 35, "Einladungen", "desk:invitations", invites),
        *(DeskGroup.PEOPLE, cards.open_invitations),
    ),
    DeskList(
        *("roles", 40, "Rollen", "desk:grants", manages_people),
        *(DeskGroup.PEOPLE, cards.all_grants),
    ),
    DeskList(
        *("log", 90, "Protokoll", "desk:log", lambda request: access.can_read_log(request.user)),
        *(DeskGroup.RECORDS, cards.log),
    ),
)
DESK_ACTIONS = (
    DeskAction(
        *("invite", 10, "Personen einladen", "desk:bulk_invite"),
        visible=invites,
    ),
    DeskAction("organisation", 20, "Organisation anlegen", "desk:organisation_new", manages_organisations),
)


def register() -> None:
    for known, entries in (
        (registry.area_links, AREA_LINKS),
        (registry.my_area, CARDS),
        (registry.desk_tiles, DESK_TILES),
        (registry.desk_lists, DESK_LISTS),
        (registry.desk_actions, DESK_ACTIONS),
    ):
        for entry in entries:
            known.register(entry)
