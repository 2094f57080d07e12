"""Rows of any model with a field of terms, by subquery: a join would repeat a row for each of its terms."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import QuerySet

Rows = TypeVar("Rows", bound=QuerySet)


def with_terms(rows: Rows, field: str, terms: Iterable) -> Rows:
    """Those with one of these terms (keys, terms or a QuerySet of terms) in this field, each once."""
    relation = rows.model._meta.get_field(field)
    pairs = relation.remote_field.through.objects.filter(term__in=terms)
    return rows.filter(pk__in=pairs.values(relation.m2m_field_name()))


def terms_of(rows: QuerySet, field: str) -> QuerySet:
    """The primary keys of the terms that these rows have in this field."""
    relation = rows.model._meta.get_field(field)
    pairs = relation.remote_field.through.objects.filter(
        **{f"{relation.m2m_field_name()}__in": rows.order_by().values("pk")}
    )
    return pairs.values_list("term_id", flat=True).distinct()
