"""The values of a search facet that is a vocabulary."""

from collections.abc import Callable, Mapping

from netzwerk.vocabulary.models import Term


def names_by_slug(vocabulary: str) -> Callable[[], Mapping[str, str]]:
    return lambda: dict(Term.objects.of(vocabulary).values_list("slug", "name"))
