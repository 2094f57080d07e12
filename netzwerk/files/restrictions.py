"""Wagtail's view restrictions, answered for one person: which pages and collections are open to them.

A restriction asks for a login or for a group, and holds for everything below it. Page passwords are switched off.
"""

from django.db.models import Q, QuerySet
from wagtail.models import BaseViewRestriction, CollectionViewRestriction, PageViewRestriction


def _is_met(restriction: BaseViewRestriction, user, groups: set[int]) -> bool:
    if user.is_anonymous:
        return False
    if user.is_superuser or restriction.restriction_type == BaseViewRestriction.LOGIN:
        return True
    return restriction.restriction_type == BaseViewRestriction.GROUPS and bool(
        groups & {group.pk for group in restriction.groups.all()}
    )


def _unmet(restrictions: QuerySet, user) -> list[BaseViewRestriction]:
    found = list(restrictions.prefetch_related("groups"))
    groups = set(user.groups.values_list("pk", flat=True)) if found and user.is_authenticated else set()
    return [restriction for restriction in found if not _is_met(restriction, user, groups)]


def pages_open_to(pages: QuerySet, user) -> QuerySet:
    """Live pages of this QuerySet that no restriction keeps from this person."""
    closed = Q()
    for restriction in _unmet(PageViewRestriction.objects.select_related("page"), user):
        closed |= Q(path__startswith=restriction.page.path)
    return pages.live().exclude(closed) if closed else pages.live()


def files_in_open_collections(files: QuerySet, user) -> QuerySet:
    closed = Q()
    for restriction in _unmet(CollectionViewRestriction.objects.select_related("collection"), user):
        closed |= Q(collection__path__startswith=restriction.collection.path)
    return files.exclude(closed) if closed else files
