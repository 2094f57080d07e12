"""What a reviewer has seen of a version, and approves: text (with the schedule), URL, audience and files."""

from typing import Any, NamedTuple

from django.db.models import Model
from wagtail.models import Page, Revision

from netzwerk.files.fingerprints import files_shown_by, fingerprint
from netzwerk.files.restrictions import audience_of
from netzwerk.portal import access

PARTS = {
    "text": "der Text oder der Zeitplan",
    "place": "die Adresse der Seite",
    "audience": "wer die Seite sehen darf",
    "files": "Bilder oder Dateien der Seite",
}


class Seen(NamedTuple):
    """A version as it would be published now."""

    page: Page
    address: str  # as `url_path`
    audience: str
    files: list[Model]
    parts: dict[str, Any]  # stored with the approval, and compared before publication


def seen_of(revision: Revision) -> Seen:
    page = Page.objects.get(pk=revision.object_id)
    parent = page.get_parent()
    address = f"{parent.url_path}{revision.content['slug']}/" if parent and parent.depth > 1 else page.url_path
    audience = audience_of(page)
    files = files_shown_by(revision.as_object())
    parts = {
        "text": access.checksum(revision.content),
        "place": address,
        "audience": audience,
        "files": {f"{file._meta.label_lower}:{file.pk}": fingerprint(file) for file in files},
    }
    return Seen(page, address, audience, files, parts)


def changed_since(approved: dict[str, Any], revision: Revision) -> list[str]:
    """German names of the parts that differ from what was approved."""
    now = seen_of(revision).parts
    return [words for key, words in PARTS.items() if approved.get(key) != now[key]]
