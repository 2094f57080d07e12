"""Rows of the access matrix: what a route answers to each role, and for objects by their relation to the visitor."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from netzwerk.members.roles import ROLE_BY_KEY

ROLES = ("anonymous", *ROLE_BY_KEY, "superuser")
# Everyone who is signed in and has no place in the Wagtail admin; where a row says "member", it means all of these.
WITH_ADMIN = ("editor", "office", "administration")
LIKE_MEMBER = tuple(key for key in ROLE_BY_KEY if key not in WITH_ADMIN)

OK, MOVED, DENIED, NOT_FOUND, NOT_ALLOWED, UNPROCESSABLE, BROKEN = 200, 302, 403, 404, 405, 422, 503


@dataclass(frozen=True)
class Route:
    """`get` and `post`: the answer to everyone, and to roles that get another one. `path` fills a route's parameters."""

    get: int
    post: int = NOT_ALLOWED
    get_for: dict[str, int] = field(default_factory=dict)
    post_for: dict[str, int] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)

    def answer(self, method: str, role: str) -> int:
        default, special = (self.get, self.get_for) if method == "get" else (self.post, self.post_for)
        if role not in special and role in LIKE_MEMBER:
            role = "member"
        return special.get(role, default)


def all_but(*left_out: str) -> tuple[str, ...]:
    return tuple(role for role in ROLES if role not in left_out)


def for_roles(roles: tuple[str, ...], answer: int) -> dict[str, int]:
    return dict.fromkeys(roles, answer)


SIGNED_IN = all_but("anonymous")


def desk(*roles: str, get: int = OK, post: int = NOT_ALLOWED, **parameters: str) -> "Route":
    """A screen of the office desk: these roles get the answers, visitors are led to the login, all others miss it."""
    closed_post = post if post == NOT_ALLOWED else NOT_FOUND
    return Route(
        get if get == NOT_ALLOWED else NOT_FOUND,
        closed_post,
        ({} if get == NOT_ALLOWED else {"anonymous": MOVED}) | for_roles(roles, get),
        ({} if post == NOT_ALLOWED else {"anonymous": MOVED}) | for_roles(roles, post),
        parameters,
    )


OFFICE = ("office", "superuser")
KEEPERS = ("office", "administration", "superuser")
EDITING = ("editor", "office", "superuser")
IN_ADMIN = ("editor", "office", "administration", "superuser")
# Administration is in the admin for its settings and works with no page and no file.
WITH_PAGES_AND_FILES = tuple(role for role in IN_ADMIN if role != "administration")
NOBODY: tuple[str, ...] = ()
# The admin leads those of its people who may not come in back to its first page.
CLOSED_IN_ADMIN = {"anonymous": MOVED, "member": DENIED, "administration": MOVED}
NO_ID = {"pk": "999999"}
NO_PLACE = {"slug": "gibt-es-nicht", "pk": "999999"}


@dataclass(frozen=True)
class Things:
    """Objects that a route is asked for. `parameters` makes one in the world of the visitor, by its relation to them;
    `allowed`: by relation, the roles that get `get` and `post`. All others get what `refused` says, else "missing"."""

    parameters: Callable[[Any, str], dict[str, Any]]
    allowed: dict[str, tuple[str, ...]]
    get: int = NOT_ALLOWED
    post: int = NOT_ALLOWED
    refused: dict[str, int] = field(default_factory=lambda: {"anonymous": MOVED})
    post_of: dict[str, int] = field(default_factory=dict)  # by relation, where a post is answered differently
    refused_post: dict[str, int] | None = None  # where the role is looked at before the method

    def answer(self, method: str, role: str, relation: str) -> int:
        answer = self.get if method == "get" else self.post_of.get(relation, self.post)
        if role in self.allowed[relation] or (answer == NOT_ALLOWED and self.refused_post is None):
            return answer
        refused = self.refused if method == "get" or self.refused_post is None else self.refused_post
        if role not in refused and role in LIKE_MEMBER:
            role = "member"
        return refused.get(role, NOT_FOUND if answer != NOT_ALLOWED else answer)
