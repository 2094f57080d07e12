"""Former slugs in links to filtered lists."""

import re
from collections.abc import Mapping

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from netzwerk.vocabulary.models import FormerTerm, Tree

SLUG = re.compile(r"[-\w]{1,80}")
MOST_VALUES = 50


def with_current_slugs(query: QueryDict, vocabularies: Mapping[str, str], tree: Tree) -> QueryDict | None:
    """The query with current slugs where it contains former slugs of terms, else None. One query if a slug is unknown.

    `vocabularies` are the parameters whose values are terms, with the vocabulary of each.
    """
    known = {(term.vocabulary, term.slug) for term in tree.by_pk.values()}
    unknown = {
        (vocabulary, slug)
        for name, vocabulary in vocabularies.items()
        for slug in query.getlist(name)[:MOST_VALUES]
        if (vocabulary, slug) not in known and SLUG.fullmatch(slug)
    }
    if not unknown:
        return None
    rows = (
        FormerTerm.objects.visible_to(AnonymousUser())
        .with_slug()
        .filter(slug__in={slug for _vocabulary, slug in unknown})
    )
    current = {(row.vocabulary, row.slug): tree.by_pk[row.term_id].slug for row in rows if row.term_id in tree.by_pk}
    if not current.keys() & unknown:
        return None
    changed = query.copy()
    for name, vocabulary in vocabularies.items():
        slugs = [current.get((vocabulary, slug), slug) for slug in query.getlist(name)]
        if slugs:
            changed.setlist(name, list(dict.fromkeys(slugs)))
    return changed
