"""Wagtail's view restrictions, answered for one person: which pages and collections are closed to them.

A restriction asks for a login or for a group, and holds for everything below it. Page passwords are switched off.
The answer is remembered on the person's object, which lives as long as the request.

A search index stores an audience key with each page: the ids of the restrictions on the page and its ancestors. The key does
not depend on the user; which keys a user may see is computed for each request.

Stored versions keep their audience (`audience_of`): the conditions of the restrictions, which outlive the restrictions.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.auth.models import Group
from django.db.models import Model, Q, QuerySet
from wagtail.models import BaseViewRestriction, CollectionViewRestriction, Page, PageViewRestriction


class Answer(NamedTuple):
    """What one restriction says to one person."""

    pk: int
    path: str  # nothing from here on is open, unless it is met
    is_met: bool


class Restriction(NamedTuple):
    pk: int
    path: str  # of the page or collection from which on it holds
    condition: str


MEMBERS = "members"


def _read(restrictions: QuerySet, what: str) -> list[Restriction]:
    """All of them, in one query: a row for each group."""
    rows = restrictions.values_list("pk", f"{what}__path", "restriction_type", "groups").order_by("pk")
    found: dict[tuple[int, str, str], list[int]] = {}
    for pk, path, kind, group in rows:
        found.setdefault((pk, path, kind), []).append(group)
    return [Restriction(pk, path, _condition(kind, groups)) for (pk, path, kind), groups in found.items()]


def _condition(kind: str, groups: Iterable[int | None]) -> str:
    """What it asks for: membership, or one of these groups. A kind that we do not know names none and lets nobody in."""
    if kind == BaseViewRestriction.LOGIN:
        return MEMBERS
    known = kind == BaseViewRestriction.GROUPS
    return ".".join(["groups", *sorted(str(pk) for pk in groups if known and pk)])


def _is_met(condition: str, user, groups: set[int]) -> bool:
    if user.is_anonymous:
        return False
    if user.is_superuser or (condition == MEMBERS and groups):
        return True  # an account without any role is no member
    return bool({str(pk) for pk in groups} & set(condition.split(".")[1:]))


def _groups_of(user) -> set[int]:
    """Their ids. No query where the groups were read when the request began."""
    return {group.pk for group in user.groups.all()} if user.is_authenticated else set()


def audience_of(page: Page) -> str:
    """Whom the restrictions on the way from the root let in today; empty where that is everybody."""
    rows = _read(PageViewRestriction.objects.all(), "page")
    return "|".join(sorted({one.condition for one in rows if page.path.startswith(one.path)}))


def audience_of_file(file: Model) -> str:
    """Whom the restrictions of its collection and of those above let in today; empty where that is everybody."""
    rows = _read(CollectionViewRestriction.objects.all(), "collection")
    return "|".join(sorted({one.condition for one in rows if file.collection.path.startswith(one.path)}))


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
    """Those of the audiences to which this person belongs; they are not even read for somebody without an account."""
    found = [] if user.is_anonymous else [one for one in audiences if one]
    groups = _groups_of(user) if found else set()
    return ["", *(one for one in found if all(_is_met(part, user, groups) for part in one.split("|")))]


def _answers(restrictions: QuerySet, what: str, user) -> list[Answer]:
    remembered = _remembered(what)
    if not hasattr(user, remembered):
        found = _read(restrictions, what)
        groups = _groups_of(user) if found else set()
        setattr(user, remembered, [Answer(pk, path, _is_met(asked, user, groups)) for pk, path, asked in found])
    return getattr(user, remembered)


def forget_restrictions(user) -> None:
    """For what goes on long after a request began: what is closed meanwhile must count."""
    for what in ("page", "collection"):
        if hasattr(user, _remembered(what)):
            delattr(user, _remembered(what))
    getattr(user, "_prefetched_objects_cache", {}).pop("groups", None)


def _remembered(what: str) -> str:
    return f"_{what}_restrictions"


def _closed(restrictions: QuerySet, what: str, user) -> list[str]:
    return [answer.path for answer in _answers(restrictions, what, user) if not answer.is_met]


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


def page_audience_keys(pages: Iterable[Page]) -> dict[int, str]:
    """The audience key of each page by its id. Public pages have none. One query."""
    restrictions = PageViewRestriction.objects.values_list("pk", "page__path")
    above = {page.pk: [pk for pk, path in restrictions if page.path.startswith(path)] for page in pages}
    return {page_pk: _audience_key(pks) for page_pk, pks in above.items() if pks}


def page_audience_keys_of(user) -> set[str]:
    """Audience keys of which this user meets every restriction. A restriction that is gone is in none of them."""
    answers = _answers(PageViewRestriction.objects.all(), "page", user)
    # Each restricted page begins a subtree in which all pages have the same key, up to the next restricted page.
    chains = ([one for one in answers if path.startswith(one.path)] for path in {answer.path for answer in answers})
    return {_audience_key(one.pk for one in chain) for chain in chains if all(one.is_met for one in chain)}


def _audience_key(restriction_pks: Iterable[int]) -> str:
    return f"seite:{'.'.join(map(str, sorted(restriction_pks)))}"
