"""The pictures of the demonstration content, drawn by code: no licence to ask, no stranger's face, always the same.

``draw`` is deterministic, so loading the demonstration content twice gives identical files.
"""

from __future__ import annotations

from collections.abc import Callable

from . import scenes_care, scenes_people, scenes_places, scenes_work
from .pen import Pen

_SCENES: dict[str, Callable[[], Pen]] = {
    "offene-tuer": scenes_places.open_door,
    "gespraech": scenes_people.talk,
    "runder-tisch": scenes_people.round_table,
    "wegweiser": scenes_places.signpost,
    "netzwerkkarte": scenes_work.network,
    "hilfeplan": scenes_care.plan,
    "rathaus": scenes_places.town_hall,
    "kreis": scenes_places.district,
    "lernen": scenes_people.learning,
    "kennzahlen": scenes_work.figures,
    "bausteine": scenes_work.blocks,
    "schluessel": scenes_care.key,
    "telefon": scenes_care.telephone,
    "familie": scenes_care.family,
    "arbeit": scenes_work.workshop,
    "treppe": scenes_people.stairs,
}
NAMES: tuple[str, ...] = tuple(_SCENES)


def draw(name: str) -> bytes:
    """The picture of this name as PNG, 1600 by 900. Raises KeyError for a name that is not in ``NAMES``."""
    return _SCENES[name]().png()
