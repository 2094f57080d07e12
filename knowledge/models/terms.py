"""The vocabularies of the library: trees of terms, edited in the admin, that classify reports."""

from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from netzwerk.texts.readable import ReadableTexts

DEEPEST = 3  # levels
TOO_DEEP = "Mehr als drei Ebenen sind nicht möglich; dabei zählen die engeren Begriffe mit."


class Vocabulary(models.TextChoices):
    """The facets whose values editors can change. The key is the name of the facet in URLs."""

    TOPIC = "themenfeld", "Themenfeld"
    PHASE = "phase", "Phase des Case Management"
    GROUP = "zielgruppe", "Zielgruppe"
    PROVIDER = "traegerart", "Art des Trägers"
    SIZE = "groessenklasse", "Größe der Kommune"
    REGION = "region", "Region"
    LAW = "rechtskreis", "Rechtskreis"


class TermQuerySet(models.QuerySet):
    def visible_to(self, user) -> "TermQuerySet":
        """Public."""
        return self

    def of(self, vocabulary: str) -> "TermQuerySet":
        return self.filter(vocabulary=vocabulary)


class Term(ReadableTexts):
    vocabulary = models.CharField("Wortliste", max_length=20, choices=Vocabulary)
    parent = models.ForeignKey(
        "self",
        verbose_name="gehört zu",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="narrower",
        help_text="Wer nach dem weiteren Begriff filtert, findet auch Berichte unter diesem.",
    )
    name = models.CharField("Begriff", max_length=80)
    slug = models.SlugField("in Adressen", max_length=80)
    explanation = models.CharField("Erklärung", max_length=250, blank=True)
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = "Begriff"
        verbose_name_plural = "Begriffe"
        ordering = ["vocabulary", "position", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "slug"], name="knowledge_term_slug_once"),
            models.UniqueConstraint(fields=["vocabulary", "name"], name="knowledge_term_name_once"),
            models.CheckConstraint(condition=~Q(parent=models.F("pk")), name="knowledge_term_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name

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

    def merged(self) -> dict[int, int]:
        """Primary keys of merged terms with the key of the term that replaces each."""
        return dict(self.filter(former_pk__isnull=False).values_list("former_pk", "term_id"))


class FormerTerm(models.Model):
    """A slug of a term before it was renamed or merged, so that links with it keep working."""

    vocabulary = models.CharField(max_length=20, choices=Vocabulary)
    slug = models.SlugField(max_length=80)
    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="former")
    former_pk = models.BigIntegerField(null=True, blank=True)  # of a merged term, to which drafts may still refer

    objects = FormerTermQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vocabulary", "slug"], name="knowledge_former_slug_once")]

    def __str__(self) -> str:
        return f"{self.slug} → {self.term}"


class Tree:
    """All terms in memory, with their hierarchy and order."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.by_pk = {term.pk: term for term in terms}
        self._below: dict[int | None, list[Term]] = defaultdict(list)
        for term in self.by_pk.values():
            self._below[term.parent_id].append(term)

    @classmethod
    def load(cls) -> "Tree":
        """One query."""
        return cls(Term.objects.all())

    def path(self, term: Term) -> list[Term]:
        """The ancestors of the term from the top, then the term itself."""
        found = [term]
        while (parent := self.by_pk.get(found[0].parent_id)) is not None and parent not in found:
            found.insert(0, parent)
        return found

    def top(self, vocabulary: str) -> list[Term]:
        return [term for term in self._below[None] if term.vocabulary == vocabulary]

    def slugs(self, vocabulary: str) -> set[str]:
        return {term.slug for term in self.by_pk.values() if term.vocabulary == vocabulary}

    def below(self, term: Term) -> list[Term]:
        return self._below[term.pk]

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
