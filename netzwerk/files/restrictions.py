"""Wagtail's view restrictions: which pages and collections a user must not see.

A restriction requires a login or a group, and applies to everything below its page or collection. Page passwords are disabled.
The restrictions are read once for each request and cached on the user object.

A search index stores an audience key with each page: the ids of the restrictions on the page and its ancestors. The key does
not depend on the user; which keys a user may see is computed for each request.

Stored versions keep their audience (`audience_of`): the conditions of the restrictions, which outlive the restrictions.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.auth.models import Group
from django.db.models import Model, Q, QuerySet
from wagtail.models import BaseViewRestriction, CollectionViewRestriction, Page, PageViewRestriction


class CheckedRestriction(NamedTuple):
    """A restriction with whether one user meets it."""

    pk: int
    path: str  # of the page or collection to which it applies with everything below
    is_met: bool


class Restriction(NamedTuple):
    pk: int
    path: str  # of the page or collection to which it applies with everything below
    condition: str


MEMBERS = "members"
MODELS = {"page": PageViewRestriction, "collection": CollectionViewRestriction}


def _read(what: str) -> list[Restriction]:
    """All restrictions of pages or collections, in one query that returns a row for each group."""
    rows = MODELS[what].objects.values_list("pk", f"{what}__path", "restriction_type", "groups").order_by("pk")
    found: dict[tuple[int, str, str], list[int]] = {}
    for pk, path, kind, group in rows:
        found.setdefault((pk, path, kind), []).append(group)
    return [Restriction(pk, path, _condition(kind, groups)) for (pk, path, kind), groups in found.items()]


def _condition(kind: str, groups: Iterable[int | None]) -> str:
    """What it requires: membership, or one of these groups. An unknown type has no groups, so that nobody meets it."""
    if kind == BaseViewRestriction.LOGIN:
        return MEMBERS
    known = kind == BaseViewRestriction.GROUPS
    return ".".join(["groups", *sorted(str(pk) for pk in groups if known and pk)])


def _is_met(condition: str, user, groups: set[int]) -> bool:
    if user.is_anonymous:
        return False
    if user.is_superuser or (condition == MEMBERS and groups):
        return True  # an account without a role is not a member
    return bool({str(pk) for pk in groups} & set(condition.split(".")[1:]))


def _groups_of(user) -> set[int]:
    """Ids of the user's groups. No query if they are prefetched."""
    return {group.pk for group in user.groups.all()} if user.is_authenticated else set()


def audience_of(page: Page) -> str:
    """The conditions of the restrictions on this page and its ancestors; empty for the public."""
    return _audience("page", page.path)


def audience_of_file(file: Model) -> str:
    """The conditions of the restrictions on its collection and the ancestors of that; empty for the public."""
    return _audience("collection", file.collection.path)


def _audience(what: str, path: str) -> str:
    return "|".join(sorted({one.condition for one in _read(what) if path.startswith(one.path)}))


def audience_in_words(audience: str) -> str:
    """An audience as people read it: "öffentlich", "nur Mitglieder", "nur Redaktion oder Geschäftsstelle"."""
    if not audience:
        return "öffentlich"
    names = {str(group.pk): group.name for group in Group.objects.all()}
    parts = []
    for condition in audience.split("|"):
        groups = [names.get(pk, "eine gelöschte Gruppe") for pk in condition.split(".")[1:]]
        parts.append("Mitglieder" if condition == MEMBERS else " oder ".join(groups) or "niemand")
    return f"nur {' und zugleich '.join(parts)}"


def audiences_with(user, audiences: Iterable[str]) -> list[str]:
    """Those of the audiences to which this user belongs. Anonymous users get only "", and the audiences are not read."""
    found = [] if user.is_anonymous else [one for one in audiences if one]
    groups = _groups_of(user) if found else set()
    return ["", *(one for one in found if all(_is_met(part, user, groups) for part in one.split("|")))]


def _checked(what: str, user) -> list[CheckedRestriction]:
    cached = _cache_name(what)
    if not hasattr(user, cached):
        found = _read(what)
        groups = _groups_of(user) if found else set()
        checked = [CheckedRestriction(one.pk, one.path, _is_met(one.condition, user, groups)) for one in found]
        setattr(user, cached, checked)
    return getattr(user, cached)


def forget_restrictions(user) -> None:
    """Clears the cache, for responses that take long: restrictions added meanwhile must apply."""
    for what in MODELS:
        if hasattr(user, _cache_name(what)):
            delattr(user, _cache_name(what))
    getattr(user, "_prefetched_objects_cache", {}).pop("groups", None)


def _cache_name(what: str) -> str:
    return f"_{what}_restrictions"


def _closed(what: str, user) -> list[str]:
    return [one.path for one in _checked(what, user) if not one.is_met]


def closed_page_paths(user) -> list[str]:
    """Tree paths of the pages that this user must not see, with everything below them."""
    return _closed("page", user)


def pages_open_to(pages: QuerySet, user) -> QuerySet:
    """Live pages of this QuerySet that this user may see."""
    return pages_outside(pages, closed_page_paths(user))


def pages_outside(pages: QuerySet, closed: Iterable[str]) -> QuerySet:
    """Live pages of this QuerySet that are neither at these tree paths nor below them."""
    return _without_below(pages.live(), "path", list(closed))


def files_in_open_collections(files: QuerySet, user) -> QuerySet:
    return _without_below(files, "collection__path", _closed("collection", user))


def _without_below(rows: QuerySet, field: str, paths: list[str]) -> QuerySet:
    closed = Q()
    for path in paths:
        closed |= Q((f"{field}__startswith", path))
    return rows.exclude(closed) if closed else rows


def page_audience_keys(pages: Iterable[Page]) -> dict[int, str]:
    """The audience key of each page by its id. Public pages have none. One query."""
    restrictions = PageViewRestriction.objects.values_list("pk", "page__path")
    above = {page.pk: [pk for pk, path in restrictions if page.path.startswith(path)] for page in pages}
    return {page_pk: _audience_key(pks) for page_pk, pks in above.items() if pks}


def page_audience_keys_of(user) -> set[str]:
    """Audience keys of which this user meets every restriction. A restriction that is gone is in none of them."""
    checked = _checked("page", user)
    # Each restricted page begins a subtree in which all pages have the same key, up to the next restricted page.
    chains = ([one for one in checked if path.startswith(one.path)] for path in {one.path for one in checked})
    return {_audience_key(one.pk for one in chain) for chain in chains if all(one.is_met for one in chain)}


def _audience_key(restriction_pks: Iterable[int]) -> str:
    return f"seite:{'.'.join(map(str, sorted(restriction_pks)))}"
