"""The first terms of a new installation."""

import tomllib

from django.db import transaction

from netzwerk.surfaces import registry
from netzwerk.surfaces.locks import lock_setup
from netzwerk.vocabulary.models import Term


@transaction.atomic
def ensure_terms() -> None:
    """Fills vocabularies that are empty; one with terms stays as it is."""
    lock_setup()
    filled = set(Term.objects.order_by().values_list("vocabulary", flat=True).distinct())
    for vocabulary in registry.vocabularies:
        if vocabulary.first_terms and vocabulary.key not in filled:
            terms = tomllib.loads(vocabulary.first_terms.read_text(encoding="utf-8"))
            _add(vocabulary.key, terms.get(vocabulary.key, []), None)


def _add(vocabulary: str, terms: list[dict], parent: Term | None) -> None:
    for position, one in enumerate(terms):
        term = Term.objects.create(
            vocabulary=vocabulary,
            parent=parent,
            name=one["name"],
            slug=one["slug"],
            explanation=one.get("explanation", ""),
            position=position,
        )
        _add(vocabulary, one.get("narrower", []), term)
