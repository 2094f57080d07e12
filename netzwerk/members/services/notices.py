"""Kinds of notifications of this app."""

from netzwerk.surfaces.registry import NotificationKind

ROLES = "roles"
JOINING = "joining"
KINDS = (
    NotificationKind(ROLES, 10, "Meine Rollen", "Kommt, wenn Sie eine Rolle erhalten oder eine endet."),
    NotificationKind(
        JOINING,
        20,
        "Beitritte und Einladungen",
        "Kommt, wenn jemand Ihre Einladung annimmt, um eine Einladung bittet oder ein Antrag auf Sie wartet.",
    ),
)
