"""What the search offers to refer to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ReferenceOffer:
    """What editors and others may refer to (netzwerk.portal.models.references).

    `find` gets a user, words and the keys of search kinds, and returns kind and primary key of what fits, the best first. The
    caller checks again what the user may see.
    """

    key: str
    order: int
    find: Callable[[Any, str, Sequence[str]], Sequence[tuple[str, int]]]
