"""One case of test_edit_forms.py: an edit form, and what it stores."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import models
from django.test import Client
from wagtail import blocks
from wagtail.models import Page

from netzwerk.members.models import Organisation, PilotSite, User

People = Callable[..., User]
VOLATILE = {"updated_at", "file_hash", "last_login"}


@dataclass
class Case:
    """An edit form: who edits which object at which URL, the control to change, and the fields that change with it."""

    actor: User
    url: str
    thing: models.Model
    control: str
    value: str
    changes: set[str]
    button: dict[str, str] = field(default_factory=dict)
    streams: dict[str, blocks.Block] = field(default_factory=dict)
    client: Client | None = None
    state: Callable[[], dict[str, Any]] | None = None

    def stored(self) -> dict[str, Any]:
        return self.state() if self.state else stored(self.thing)


def stored(thing: models.Model) -> dict[str, Any]:
    """All stored values of an object; for a page, those of its latest revision."""
    thing = type(thing)._base_manager.get(pk=thing.pk)
    if isinstance(thing, Page):
        revision = thing.get_latest_revision()
        content = revision.content if revision else thing.serializable_data()
        content = {name: without_keys(value) for name, value in content.items() if name not in NOT_OF_THE_DRAFT}
        if content.get("posts"):
            content["posts"] = Decimal(content["posts"]).quantize(Decimal("0.01"))  # 14.5 and 14.50
        return content
    held = {one.attname: getattr(thing, one.attname) for one in thing._meta.concrete_fields}
    held |= {
        one.name: sorted(getattr(thing, one.name).values_list("pk", flat=True)) for one in thing._meta.many_to_many
    }
    if isinstance(thing, Organisation) and (site := PilotSite.objects.filter(organisation=thing).first()):
        held |= {f"site_{name}": value for name, value in stored(site).items()}
    return {
        name: str(value) if isinstance(value, models.fields.files.FieldFile) else without_keys(value)
        for name, value in held.items()
        if name not in VOLATILE
    }


# Position and publication of a page, which the editor's form does not contain.
NOT_OF_THE_DRAFT = {
    "path",
    "numchild",
    "live_revision",
    "last_published_at",
    "latest_revision",
    "has_unpublished_changes",
}
NOT_OF_THE_DRAFT |= {"latest_revision_created_at", "draft_title"}
# The editor adds a key to every paragraph, block and list item when it is first saved.
KEY = re.compile(r' data-block-key="\w+"')


def without_keys(value: Any) -> Any:
    """The value of a stream or rich text without the editor's keys."""
    if isinstance(value, str) and value.startswith("[{"):
        return without_keys(json.loads(value))
    if isinstance(value, str):
        return KEY.sub("", value)
    if isinstance(value, list):
        return [without_keys(one) for one in value]
    if isinstance(value, dict) and value.get("type") == "item":
        return without_keys(value["value"])
    if isinstance(value, dict):
        return {name: without_keys(one) for name, one in value.items() if name != "id"}
    return value
