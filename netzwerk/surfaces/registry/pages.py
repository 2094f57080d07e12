"""Entries of pages: who serves them, the start page, the style page, sitemaps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponseBase


@dataclass(frozen=True)
class PageView:
    """The view for pages of the type `key` ("app.Model"), instead of Wagtail's `serve`."""

    key: str
    serve: Callable[[Any, HttpRequest], HttpResponseBase]
    order: int = 50


@dataclass(frozen=True)
class AfterPublish:
    """A function for published pages of the type `key` ("app.Model"). `run` gets the live page, inside the transaction."""

    key: str
    run: Callable[[Any], Any]
    order: int = 50


@dataclass(frozen=True)
class StartPart:
    """A section of the start page, above the editors' content. `context` returns the template's context, or None."""

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest], dict | None]


@dataclass(frozen=True)
class StyleExample:
    """A component of a feature on the style page; `key` is its anchor."""

    key: str
    order: int
    title: str
    template: str
    context: Callable[[], dict]
    stylesheet: str = ""


@dataclass(frozen=True)
class SitemapPart:
    """Public addresses outside the page tree, as a Django Sitemap."""

    key: str
    order: int
    sitemap: Callable[[], Sitemap]
