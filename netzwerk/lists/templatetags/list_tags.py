"""Tags of lists: paging, links to the same list with other values, facets. Built in: no template needs to load them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from netzwerk.lists.filters import Option
from netzwerk.lists.headings import Heading

register = template.Library()


@register.simple_tag(takes_context=True)
def query_with(context: template.Context, **changes: Any) -> str:
    """The current query string with some values changed; None or "" removes a value."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        if value in (None, ""):
            query.pop(key, None)
        else:
            query[key] = value
    return f"?{query.urlencode()}" if query else "?"


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: template.Context, page_obj: Page, label: str = "Seiten") -> dict:
    """Links to other pages of a list, keeping the rest of the query string."""
    return {
        "request": context["request"],
        "page_obj": page_obj,
        "numbers": page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1),
        "label": label,
    }


START = {"title": "Start", "url": "/"}


@register.inclusion_tag("components/breadcrumb.html", takes_context=True)
def breadcrumb(context: template.Context, here: str, *above: str, section: str = "") -> dict:
    """Where one is: start page, section of the main menu, pages above (all three from `navigation`), `above`, this page.

    `above`: titles and URLs in turn. `section`: key of the section, for an address that does not lie below one of its links.
    """
    navigation = context.get("navigation")
    crumbs = list(navigation.crumbs) if navigation else [START]
    if section and navigation:
        crumbs += [one for one in navigation.menu if one.key == section]
    pairs = zip(above[::2], above[1::2], strict=True)
    return {"here": here, "crumbs": [*crumbs, *({"title": title, "url": url} for title, url in pairs)]}


@register.simple_block_tag(takes_context=True)
def trail(context: template.Context, content: SafeString) -> SafeString:
    """A breadcrumb whose steps after the start page are written as {% crumb %} in blocks of the template."""
    return render_to_string("components/breadcrumb.html", {"crumbs": [START], "steps": content})


@register.simple_tag
def crumb(title: Any, view_name: str, *args: Any) -> SafeString:
    """A step of a {% trail %}."""
    return format_html('<li><a href="{}">{}</a></li>', reverse(view_name, args=args), title)


@register.simple_block_tag
def table(
    content: SafeString,
    caption: str,
    *titles: str,
    headings: Sequence[Heading | str] = (),
    hidden: str = "",
    with_caption: bool = False,
    look: str = "",
) -> SafeString:
    """A table around its rows (<tr class="kern-table__row">). It scrolls sideways where it is too wide.

    The columns are named by `titles`, or by a list, `headings`; `hidden` names one more, at the end, for screen readers only.
    Screen readers always hear the caption; `with_caption` shows it. `look` is a class of tables that adapt by themselves.
    """
    named = [Heading(one) if isinstance(one, str) else one for one in (*titles, *headings)]
    if hidden:
        named.append(Heading(hidden, is_hidden=True))
    context = {"caption": caption, "headings": named, "with_caption": with_caption, "look": look, "rows": content}
    return render_to_string("components/table.html", context)


@register.inclusion_tag("components/pick.html", takes_context=True)
def pick(context: template.Context, value: Any, label: str) -> dict:
    """The cell with the check box of a row, for the BulkChoice `bulk`; an empty `value`: nothing can be done with this row."""
    return {"value": value, "label": label, "checked": context["bulk"].are_all_chosen}


OPTION = (
    '<label{}><input type="checkbox" name="{}" value="{}"{}{}><span>{}</span>'
    '<span class="muted">{}<span class="kern-sr-only"> Treffer</span></span></label>'
)
SWITCHES = {name: mark_safe(f" {name}") for name in ("checked", "disabled")}  # noqa: S308  constants


@register.simple_tag
def facet_options(name: str, options: Iterable[Option], form_id: str = "") -> SafeString:
    """The values of a facet as check boxes. Without a template, because a page may have hundreds."""
    form = format_html(' form="{}"', form_id) if form_id else ""
    rows = []
    for one in options:
        classes = " ".join([*(["off"] if one.is_off else []), *([f"below-{one.level}"] if one.level else [])])
        switch = "checked" if one.checked else "disabled" if one.is_off else ""
        shown = formats.localize(one.count)
        look = format_html(' class="{}"', classes) if classes else ""
        rows.append((look, name, one.value, form, SWITCHES.get(switch, ""), one.label, shown))
    return format_html_join("", OPTION, rows)
