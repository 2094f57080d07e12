"""What the review screen shows of a submitted version besides its text: URL, audience, schedule, files, what is missing."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Model
from django.utils import timezone

from netzwerk.files.restrictions import audience_in_words, audience_of_file
from netzwerk.portal.links import address_of
from netzwerk.portal.models import FourEyesTaskState, PortalPage
from netzwerk.portal.models.base import FooterGroup
from netzwerk.portal.models.seen import changed_since, seen_of


class ShownFile(NamedTuple):
    file: Model
    folder: str
    audience: str
    is_picture: bool


class SubmittedVersion(NamedTuple):
    page: PortalPage  # as it is now
    address: str
    audience: str
    is_public: bool
    go_live_at: datetime | None
    expire_at: datetime | None
    menus: list[str]
    files: list[ShownFile]
    missing: list[tuple[str, str]]  # names of fields and messages
    changed: list[str]  # since it was submitted; such a version cannot be approved


def submitted_version(state: FourEyesTaskState) -> SubmittedVersion:
    revision = state.revision
    seen, version = seen_of(revision), revision.as_object()
    return SubmittedVersion(
        page=seen.page.specific,
        address=address_of(seen.address),
        audience=audience_in_words(seen.audience),
        is_public=not seen.audience,
        go_live_at=version.go_live_at if version.go_live_at and version.go_live_at > timezone.now() else None,
        expire_at=version.expire_at,
        menus=_menus(version),
        files=[_shown(file) for file in seen.files],
        missing=[
            (version._meta.get_field(name).verbose_name, text) for name, text in version.missing_for_review().items()
        ],
        changed=changed_since(state.seen, revision) if state.seen else [],
    )


def _menus(version: PortalPage) -> list[str]:
    places = [
        (f"Hauptmenü, {version.get_menu_section_display()}", version.menu_section),
        ("Zeile ganz oben", version.in_service_line),
        (f"Fuß der Seite, {FooterGroup(version.footer_group).label}", version.footer_group),
    ]
    return [name for name, is_shown in places if is_shown]


def _shown(file: Model) -> ShownFile:
    return ShownFile(
        file=file,
        folder=file.collection.name,
        audience=audience_in_words(audience_of_file(file)),
        is_picture=hasattr(file, "get_rendition"),
    )
