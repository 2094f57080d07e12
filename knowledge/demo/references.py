"""References of the demo's reports and news, from references.toml."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType

from netzwerk.members.models import Organisation
from netzwerk.portal.models import NewsPage, PortalPage, Reference
from netzwerk.portal.models.references import Target, kind_of, references_to

FILE = Path(__file__).parent / "references.toml"
REPORT = "praxis"


class DemoReferences:
    """By slug. Raises KeyError for a name in the file that does not exist."""

    def __init__(self, organisations: Mapping[str, Organisation]) -> None:
        self._rows = tomllib.loads(FILE.read_text(encoding="utf-8"))
        self._organisations = organisations
        type_of = ContentType.objects.get_for_id
        self._pages = {
            (kind_of(type_of(content_type).model_class()).key, slug): pk
            for pk, slug, content_type in PortalPage.objects.values_list("pk", "slug", "content_type")
        }

    def of_report(self, slug: str) -> list[Reference]:
        return self._references(self._rows["reports"].get(slug, []))

    def add_to_news(self) -> None:
        """News of the portal's demo, which is built before there are reports."""
        for slug, names in self._rows["news"].items():
            page = NewsPage.objects.get(slug=slug)
            page.references.set(self._references(names))
            page.save()
            page.live_revision = page.save_revision(user=page.latest_revision.user, log_action=False)
            page.has_unpublished_changes = False
            page.save(update_fields=["live_revision", "has_unpublished_changes"])

    def _references(self, names: list[str]) -> list[Reference]:
        rows = references_to([self._target(name) for name in names], AnonymousUser())
        for position, row in enumerate(rows):
            row.sort_order = position
        return rows

    def _target(self, name: str) -> Target:
        kind, _colon, key = name.rpartition(":")
        if kind == "organisationen":
            return kind, self._organisations[key].pk
        return kind or REPORT, self._pages[kind or REPORT, key]
