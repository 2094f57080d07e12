"""Wagtail's view restrictions, answered for one person: which pages and collections are closed to them.

A restriction asks for a login or for a group, and holds for everything below it. Page passwords are switched off.
The answer is remembered on the person's object, which lives as long as the request.
"""

from django.db.models import Q, QuerySet
from wagtail.models import BaseViewRestriction, CollectionViewRestriction, PageViewRestriction


def _is_met(restriction: BaseViewRestriction, user, groups: set[int]) -> bool:
    if user.is_anonymous:
        return False
    if user.is_superuser or (restriction.restriction_type == BaseViewRestriction.LOGIN and groups):
        return True  # "for members": an account without any role is not one
    return restriction.restriction_type == BaseViewRestriction.GROUPS and bool(
        groups & {group.pk for group in restriction.groups.all()}
    )


def _closed(restrictions: QuerySet, what: str, user) -> list[str]:
    remembered = f"_closed_{what}_paths"
    if not hasattr(user, remembered):
        found = list(restrictions.select_related(what).prefetch_related("groups"))
        groups = set(user.groups.values_list("pk", flat=True)) if found and user.is_authenticated else set()
        unmet = [restriction for restriction in found if not _is_met(restriction, user, groups)]
        setattr(user, remembered, [getattr(restriction, what).path for restriction in unmet])
    return getattr(user, remembered)


def closed_page_paths(user) -> list[str]:
    """Tree paths of the pages below which nothing is open to this person."""
    return _closed(PageViewRestriction.objects.all(), "page", user)


def pages_open_to(pages: QuerySet, user) -> QuerySet:
    """Live pages of this QuerySet that no restriction keeps from this person."""
    closed = Q()
    for path in closed_page_paths(user):
        closed |= Q(path__startswith=path)
    return pages.live().exclude(closed) if closed else pages.live()


def files_in_open_collections(files: QuerySet, user) -> QuerySet:
    closed = Q()
    for path in _closed(CollectionViewRestriction.objects.all(), "collection", user):
        closed |= Q(collection__path__startswith=path)
    return files.exclude(closed) if closed else files
