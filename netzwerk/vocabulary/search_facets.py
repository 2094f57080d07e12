"""The values of a search facet that is a vocabulary."""

from collections.abc import Callable, Mapping

from netzwerk.vocabulary.models import Term


def names_by_slug(vocabulary: str) -> Callable[[], Mapping[str, str]]:
    """Of the accepted terms."""
    return lambda: dict(Term.objects.of(vocabulary).filter(is_proposed=False).values_list("slug", "name"))
