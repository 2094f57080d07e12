"""Entries of the main menu and of the footer."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest


@dataclass(frozen=True)
class MenuSection:
    """An entry of the main menu. Its second level: pages that name it in `menu_section`, and links (MenuLink).

    Its own page is exactly one of these: the view `url_name`; the page of the type `page_type` ("app.Model") among its pages;
    or the portal's list of its second level at /`slug`/, with `lead` as introduction. An entry that has neither a view of its
    own nor anything that this user may see does not show, nor does one that is not `visible`.
    """

    key: str
    order: int
    title: str
    url_name: str = ""
    page_type: str = ""
    slug: str = ""
    lead: str = ""
    visible: Callable[[HttpRequest], bool] = field(default=lambda _request: True)


@dataclass(frozen=True)
class MenuLink:
    """A link to a view that is not in the page tree: in the second level of a menu section, in the footer, or in both.

    In a section, pages of the tree have order 50: links below 50 come before them, others after them. `description` is a
    sentence for the section's list.
    """

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool] = field(default=lambda _request: True)
    in_footer: bool = False
    section: str = ""
    description: str = ""
