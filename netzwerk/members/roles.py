"""Roles of the network and what each may do in the Wagtail admin. The one readable place; groups follow from it.

A role's group is made and kept by `manage.py setup`. Permissions on the page tree and on collections are named here too
(`pages`, `files`, `folders`), because Wagtail stores them per group; portal.services.tree writes them for the tree it keeps.
"""

from dataclasses import dataclass

ALL_FILE_ACTIONS = ("add", "change", "choose")


@dataclass(frozen=True)
class Role:
    key: str
    label: str
    purpose: str
    permissions: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    second_factor: bool = False  # whoever has this role must log in with one


MEMBER = Role("member", "Mitglied", "liest, auch was nur für Mitglieder ist, und hat einen eigenen Bereich")
EDITOR = Role(
    "editor",
    "Redaktion",
    "schreibt und prüft Seiten; veröffentlicht wird nach dem Vier-Augen-Prinzip",
    permissions=("wagtailadmin.access_admin",),
    # "publish" lets a person take a page offline, move and sort; putting it online always needs a second person.
    pages=("add", "change", "publish", "lock", "unlock"),
    files=ALL_FILE_ACTIONS,
    second_factor=True,
)
OFFICE = Role(
    "office",
    "Geschäftsstelle",
    "wie Redaktion, dazu Weiterleitungen, Angaben zum Portal und Ordner für Dateien",
    permissions=(
        "wagtailadmin.access_admin",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
        "portal.change_portalsettings",
    ),
    pages=("add", "change", "publish", "bulk_delete", "lock", "unlock"),
    files=ALL_FILE_ACTIONS,
    folders=("add", "change", "delete"),
    second_factor=True,
)
ADMINISTRATION = Role(
    "administration",
    "Administration",
    "richtet das Portal technisch ein; schreibt keine Inhalte und liest keine Fälle",
    permissions=("wagtailadmin.access_admin", "portal.change_portalsettings"),
    second_factor=True,
)

ROLES = (MEMBER, EDITOR, OFFICE, ADMINISTRATION)
