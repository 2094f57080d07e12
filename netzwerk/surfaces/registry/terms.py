"""Vocabularies, and the fields that use their terms."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db.models import QuerySet

TOPICS = "themenfeld"  # key of the vocabulary of topics, which the whole network shares


@dataclass(frozen=True)
class Vocabulary:
    """A controlled vocabulary. `key` is the name of its facet in URLs, so it stays.

    `first_terms` is a TOML file of terms (name, slug, narrower) under the key, for a new installation.
    """

    key: str
    order: int
    label: str
    first_terms: Path | None = None


@dataclass(frozen=True)
class TermUse:
    """A many-to-many field whose values are terms of one vocabulary; `key` is "app.Model.field".

    Merging a term moves its rows. `changed` gets the objects (a QuerySet of the model) whose terms were merged, renamed or
    moved to another parent, inside the transaction; None if nothing follows from that. `one` and `many` say what they are
    ("Praxisbericht", "Praxisberichte").
    """

    key: str
    vocabulary: str
    one: str
    many: str
    changed: Callable[[QuerySet], None] | None = None
    order: int = 50
