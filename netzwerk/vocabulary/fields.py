"""Fields whose values are terms."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import models
from modelcluster.fields import ParentalManyToManyField

from netzwerk.vocabulary.models import FormerTerm, Term


class CountedManyToMany(ParentalManyToManyField):
    """Adds its rows to Wagtail's reference index, which otherwise covers foreign keys and streams only."""

    def extract_references(self, value: Iterable[models.Model]) -> Iterator[tuple[type[models.Model], str, str, str]]:
        for one in value:
            yield self.related_model, str(one.pk), "", ""

    def deconstruct(self) -> tuple:
        """Migrations see the field of modelcluster."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.fields.ParentalManyToManyField", args, kwargs


def terms_field(label: str, vocabulary: str, **options: Any) -> CountedManyToMany:
    """The terms of one vocabulary on a page. Register a TermUse for it, and use TermsOfDrafts for the page."""
    return CountedManyToMany(
        Term,
        verbose_name=label,
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": str(vocabulary)},
        **options,
    )


class TermsOfDrafts(models.Model):
    """A mixin for pages: drafts and scheduled revisions keep their terms when these are merged later."""

    term_fields: tuple[str, ...] = ()

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(cls, data: Mapping[str, Any], check_fks: bool = True, strict_fks: bool = False):
        merged = FormerTerm.objects.merged()
        terms = {
            field: list(dict.fromkeys(merged.get(pk, pk) for pk in data.get(field, []))) for field in cls.term_fields
        }
        return super().from_serializable_data({**data, **terms}, check_fks=check_fks, strict_fks=strict_fks)
