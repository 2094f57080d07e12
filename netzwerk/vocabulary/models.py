"""The controlled vocabularies of the network: trees of terms that classify reports, organisations, people, news ..."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from netzwerk.surfaces.registry import TOPICS, vocabulary_choices, vocabulary_label
from netzwerk.texts.readable import ReadableTexts

DEEPEST = 3  # levels
TOO_DEEP = "Mehr als drei Ebenen sind nicht möglich; dabei zählen die engeren Begriffe mit."


class TermQuerySet(models.QuerySet):
    def visible_to(self, user) -> "TermQuerySet":
        """Public."""
        return self

    def of(self, vocabulary: str) -> "TermQuerySet":
        return self.filter(vocabulary=vocabulary)

    def topics(self) -> "TermQuerySet":
        return self.of(TOPICS)

    def under(self, slugs: Collection[str]) -> "TermQuerySet":
        """Terms with one of these slugs, and all narrower ones."""
        return self.filter(Q(slug__in=slugs) | Q(parent__slug__in=slugs) | Q(parent__parent__slug__in=slugs))

    def choosable(self, chosen: models.QuerySet) -> "TermQuerySet":
        """Without proposed terms, which only editors can choose, except those that are chosen already."""
        return self.filter(Q(is_proposed=False) | Q(pk__in=chosen.order_by().values("pk")))


class Term(ReadableTexts):
    vocabulary = models.CharField("Wortliste", max_length=20, choices=vocabulary_choices)
    parent = models.ForeignKey(
        "self",
        verbose_name="gehört zu",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="narrower",
        help_text="Wer nach dem weiteren Begriff sucht, findet auch, was unter diesem steht.",
    )
    name = models.CharField("Begriff", max_length=80)
    slug = models.SlugField("in Adressen", max_length=80)
    explanation = models.CharField(
        "Erklärung", max_length=250, blank=True, help_text="Ein Satz. Bei Themen steht er oben auf der Themenseite."
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)
    is_proposed = models.BooleanField(
        "Vorschlag", default=False, help_text="Nur die Redaktion kann ihn wählen, bis die Geschäftsstelle ihn annimmt."
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = "Begriff"
        verbose_name_plural = "Begriffe"
        ordering = ["vocabulary", "position", "name", "pk"]
        permissions = [("merge_term", "Kann Begriffe zusammenführen")]
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "slug"], name="vocabulary_term_slug_once"),
            models.UniqueConstraint(fields=["vocabulary", "name"], name="vocabulary_term_name_once"),
            models.CheckConstraint(condition=~Q(parent=models.F("pk")), name="vocabulary_term_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def vocabulary_label(self) -> str:
        return vocabulary_label(self.vocabulary)

    @property
    def with_broader(self) -> list["Term"]:
        """The term and its ancestors, nearest first."""
        found, one = [self], self.parent
        while one is not None and len(found) <= DEEPEST:
            found.append(one)
            one = one.parent
        return found

    def clean(self) -> None:
        super().clean()
        tree = Tree.load()
        before = tree.by_pk.get(self.pk)
        if before is not None and before.vocabulary != self.vocabulary:
            raise ValidationError(
                {"vocabulary": "Ein Begriff bleibt in seiner Wortliste. Bitte legen Sie ihn in der anderen neu an."}
            )
        if self.parent_id is None:
            return
        parent = tree.by_pk.get(self.parent_id)
        if parent is None:
            raise ValidationError({"parent": "Diesen Begriff gibt es nicht mehr. Bitte wählen Sie einen anderen."})
        if parent.vocabulary != self.vocabulary:
            raise ValidationError({"parent": "Der weitere Begriff steht in einer anderen Wortliste."})
        above = tree.path(parent)
        if self.pk in {one.pk for one in above}:
            raise ValidationError({"parent": "Ein Begriff kann nicht unter sich selbst stehen."})
        if len(above) + tree.levels(self) > DEEPEST:
            raise ValidationError({"parent": TOO_DEEP})


class FormerTermQuerySet(models.QuerySet):
    def visible_to(self, user) -> "FormerTermQuerySet":
        """Public, like the vocabularies."""
        return self

    def with_slug(self) -> "FormerTermQuerySet":
        """Without those whose slug another term has now."""
        return self.exclude(slug="")

    def merged(self) -> dict[int, int]:
        """Primary keys of merged terms with the key of the term that replaces each."""
        return dict(self.filter(former_pk__isnull=False).values_list("former_pk", "term_id"))


class FormerTerm(models.Model):
    """A slug of a term before it was renamed or merged, so that links with it keep working.

    When another term gets the slug, a merged one stays without it: drafts may still refer to its primary key.
    """

    vocabulary = models.CharField(max_length=20, choices=vocabulary_choices)
    slug = models.SlugField(max_length=80, blank=True)
    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="former")
    former_pk = models.BigIntegerField(null=True, blank=True)  # of a merged term, to which drafts may still refer

    objects = FormerTermQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vocabulary", "slug"], condition=~Q(slug=""), name="vocabulary_former_slug_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.slug} → {self.term}"


class Tree:
    """Terms in memory, with their hierarchy and order."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.by_pk = {term.pk: term for term in terms}
        self._below: dict[int | None, list[Term]] = defaultdict(list)
        for term in self.by_pk.values():
            self._below[term.parent_id].append(term)

    @classmethod
    def load(cls, vocabulary: str = "") -> "Tree":
        """All terms, or those of one vocabulary. One query."""
        return cls(Term.objects.of(vocabulary) if vocabulary else Term.objects.all())

    def path(self, term: Term) -> list[Term]:
        """The ancestors of the term from the top, then the term itself."""
        found = [term]
        while (parent := self.by_pk.get(found[0].parent_id)) is not None and parent not in found:
            found.insert(0, parent)
        return found

    def choices(self, vocabulary: str) -> list[tuple[str, str]]:
        """Slug and name of every accepted term, in order."""
        return [(term.slug, term.name) for _level, term in self.in_order(vocabulary) if not term.is_proposed]

    def top(self, vocabulary: str) -> list[Term]:
        return [term for term in self._below[None] if term.vocabulary == vocabulary]

    def slugs(self, vocabulary: str) -> set[str]:
        return {term.slug for term in self.by_pk.values() if term.vocabulary == vocabulary}

    def below(self, term: Term) -> list[Term]:
        return self._below[term.pk]

    def subtree(self, term: Term) -> list[Term]:
        """The term and all narrower ones."""
        return [term, *(one for below in self.below(term) for one in self.subtree(below))]

    def levels(self, term: Term) -> int:
        """Height of its subtree; 1 without narrower terms."""
        below = self.below(term) if term.pk else []
        return 1 + max((self.levels(one) for one in below), default=0)

    def in_order(self, vocabulary: str) -> list[tuple[int, Term]]:
        """Every term with its level (0 is the top), parents before their children."""
        found: list[tuple[int, Term]] = []

        def add(term: Term, level: int) -> None:
            found.append((level, term))
            if level < DEEPEST:
                for one in self.below(term):
                    add(one, level + 1)

        for term in self.top(vocabulary):
            add(term, 0)
        return found
