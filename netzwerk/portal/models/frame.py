"""The pages of header, footer and breadcrumb, which every page of the portal asks for."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connection

from netzwerk.files.restrictions import closed_page_paths, pages_outside
from netzwerk.portal.models.base import FooterGroup, PortalPage


def rows_of_frame(user: Any, above: Sequence[str], fields: tuple[str, ...]) -> list[tuple]:
    """These fields of the live pages that this user may see and that stand in header or footer, or at the tree paths `above`.
    Each part of the query may name a page again."""
    sql, parameters = _question(tuple(closed_page_paths(user)), tuple(above), fields)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


@lru_cache(maxsize=512)
def _question(closed: tuple[str, ...], above: tuple[str, ...], fields: tuple[str, ...]) -> tuple[str, tuple]:
    """The query as SQL. Writing it took three times as long as asking it, and it depends on nothing else."""
    pages = pages_outside(PortalPage.objects.all(), closed).order_by()
    # A UNION, because each part has an index; with OR, or ordered by path, the database would read all pages.
    parts = [
        found.values_list(*fields)
        for found in (
            pages.exclude(menu_section=""),
            pages.filter(in_service_line=True),
            pages.filter(footer_group__in=[kind for kind in FooterGroup.values if kind]),
            pages.filter(path__in=above),
        )
    ]
    return parts[0].union(*parts[1:], all=True).query.sql_with_params()
