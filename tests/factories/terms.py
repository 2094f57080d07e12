"""Terms of vocabularies for tests."""

from itertools import count

from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.models import Term

_numbers = count(1)


def term(name: str = "", *, vocabulary: str = TOPICS, parent: Term | None = None, slug: str = "") -> Term:
    number = next(_numbers)
    return Term.objects.create(
        vocabulary=vocabulary, name=name or f"Begriff {number}", slug=slug or f"begriff-{number}", parent=parent
    )


def topic_at(slug: str, name: str) -> Term:
    """The topic with this slug, made with this name if it is missing."""
    return Term.objects.topics().get_or_create(slug=slug, defaults={"name": name, "vocabulary": TOPICS})[0]
