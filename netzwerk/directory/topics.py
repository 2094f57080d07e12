"""The facet of topics in both directories."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet

from netzwerk.lists.filters import Facet
from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.filters import as_tree, counts_by_term
from netzwerk.vocabulary.models import Tree

TOPIC = "thema"  # query parameter


class TopicsFacet:
    """A mixin for a FilteredList with a facet of topics, and rows with a field `topics`."""

    def __init__(self, everything: QuerySet, form: forms.Form, tree: Tree) -> None:
        super().__init__(everything, form)
        self.tree = tree

    def counts(self, name: str) -> Mapping[str, int]:
        if name != TOPIC:
            return super().counts(name)
        return counts_by_term(self.found(without=name), "topics", self.tree)

    def _facet(self, name: str) -> Facet:
        facet: Any = super()._facet(name)
        return as_tree(facet, self.tree, TOPICS) if name == TOPIC else facet
