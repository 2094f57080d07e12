"""Facets whose values are terms: shown as a tree, and a term counts what has it or a narrower one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from netzwerk.lists.filters import SHOWN_OPTIONS, Facet, Option
from netzwerk.vocabulary.models import Tree

MOST_BROAD = 9  # terms of a facet that are not folded


@dataclass(frozen=True)
class TreeFacet(Facet):
    """Shows the most frequent broad terms and the chosen ones, and folds the others."""

    levels: Mapping[str, int] = None

    @cached_property
    def first(self) -> list[Option]:
        if len(self.options) <= SHOWN_OPTIONS + 2:
            return self.options
        broad = [one for one in self.options if self.levels[one.value] == 0]
        best = sorted(broad, key=lambda one: -one.count)[:MOST_BROAD]
        return [one for one in self.options if one.checked or one in best]


def as_tree(facet: Facet, tree: Tree, vocabulary: str) -> TreeFacet:
    """Without narrower terms that find nothing."""
    levels = {term.slug: level for level, term in tree.in_order(vocabulary)}
    options = [
        replace(one, level=levels[one.value])
        for one in facet.options
        if one.count or one.checked or not levels[one.value]
    ]
    return TreeFacet(facet.name, facet.legend, options, levels=levels)


def counts_by_term(rows: QuerySet, field: str, tree: Tree) -> dict[str, int]:
    """By slug, how many of the rows have the term or a narrower one in this field. One query, a second for broader terms."""
    own = dict(rows.order_by().values_list(f"{field}__pk").annotate(total=Count("pk")))
    counts = {term.slug: own[term.pk] for term in tree.by_pk.values() if term.pk in own}
    broader = {}
    for term in tree.by_pk.values():
        pks = [one.pk for one in tree.subtree(term) if one.pk in own]
        if pks and pks != [term.pk]:
            broader[term.slug] = pks
    if broader:
        names = {f"term_{number}": slug for number, slug in enumerate(broader)}
        found = rows.order_by().aggregate(
            **{
                name: Count("pk", filter=Q(**{f"{field}__in": broader[slug]}), distinct=True)
                for name, slug in names.items()
            }
        )
        counts |= {names[name]: total for name, total in found.items()}
    return counts
