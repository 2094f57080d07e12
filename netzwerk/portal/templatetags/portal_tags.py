"""Tags of the portal's templates."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText

from netzwerk.files.models import PortalImage
from netzwerk.files.renditions import NAMED, by_width, height_in
from netzwerk.members.filters import Option
from netzwerk.portal import anchors, structured
from netzwerk.portal.blocks import ICONS
from netzwerk.portal.links import LinkTargets, with_mail_links
from netzwerk.portal.models import LegalPage, NewsPage, PortalPage
from netzwerk.portal.models.pages import LegalKind
from netzwerk.surfaces import addresses, notation

register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture(
    image: PortalImage, alt: str = "", sizes: str = "100vw", ratio: str = "", eager: bool = False, small: bool = False
) -> dict:
    """A responsive picture. `ratio` like "16x9" crops it; an empty `alt` means decorative."""
    specs = by_width(image.width, ratio, small=small)
    largest = max(specs)
    height = height_in(largest, ratio) if ratio else max(round(image.height * largest / image.width), 1)
    middle = 800 if 800 in specs else largest
    return {
        "src": image.url_for(specs[middle]),
        "srcset": ", ".join(f"{image.url_for(spec)} {width}w" for width, spec in specs.items()),
        "sizes": sizes,
        "alt": alt,
        "width": largest,
        "height": height,
        "eager": eager,
    }


@register.filter
def image_url(image: PortalImage, place: str) -> str:
    """URL of a picture in a named size."""
    return image.url_for(NAMED[place])


@register.simple_tag(takes_context=True)
def rich_text(context: template.Context, value: RichText | str) -> SafeString:
    """Stored rich text as HTML, with the links that the page has resolved (portal.links)."""
    links: LinkTargets = context.get("links") or LinkTargets()
    return links.expand(value.source if isinstance(value, RichText) else value)


@register.simple_tag(takes_context=True)
def link_to(context: template.Context, page: int | PortalPage | None) -> str:
    """URL of a chosen page (or its id); "" if it is missing or not visible to the user."""
    links: LinkTargets = context.get("links") or LinkTargets()
    return links.pages.get(page if isinstance(page, int) else getattr(page, "pk", 0), "")


@register.simple_tag(takes_context=True)
def link_of_task(context: template.Context, task: dict) -> str:
    """URL of a task of the start page: its section of the main menu, or its page; "" if the user may not see it."""
    if key := task.get("section"):
        return next((section.url for section in context["navigation"].menu if section.key == key), "")
    return link_to(context, task.get("page"))


@register.filter
def anchor(item: ListValue.ListChild) -> str:
    """The HTML id of an item of an accordion."""
    return anchors.anchor_of(anchors.part_of(item.original_id, item.value["title"]))


@register.simple_tag(takes_context=True)
def news_by_rule(context: template.Context, topic: str, count: int) -> list[NewsPage]:
    request = context["request"]
    return list(NewsPage.objects.visible_to(request.user).about(topic).newest_first()[:count])


@register.inclusion_tag("portal/privacy_note.html", takes_context=True)
def privacy_note(context: template.Context) -> dict:
    """A link to the privacy policy for forms; nothing if no such page is live."""
    pages = LegalPage.objects.visible_to(context["request"].user).live().filter(kind=LegalKind.PRIVACY)
    return {"page": pages.first()}


@register.filter
def long_date(value: date | datetime | None) -> str:
    """3. März 2026"""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value.day}. {formats.date_format(value, 'F Y')}"


@register.filter
def clock_time(value: datetime) -> str:
    """14:30 Uhr"""
    return f"{timezone.localtime(value):%H:%M} Uhr"


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


@register.simple_tag
def task_icon(name: str) -> SafeString:
    """One of the icons that an editor may choose for a task."""
    known = {key for key, _label in ICONS}
    return mark_safe(render_to_string(f"art/icons/{name if name in known else 'people'}.html"))  # noqa: S308  our own files


@register.filter
def phone_link(value: str) -> str:
    """A phone number for a tel: link."""
    return notation.dialled(value)


@register.filter
def mail_address(value: str) -> str:
    """An e-mail address for a mailto: link, with its domain in ASCII (surfaces.addresses)."""
    try:
        return addresses.ascii_email(value)
    except addresses.DomainError:
        return value


@register.filter
def web_name(value: str) -> str:
    """A URL to show: without protocol and trailing slash, in Unicode."""
    return addresses.shown_url(value).removeprefix("https://").removeprefix("http://").removesuffix("/")


@register.filter
def mail_links(value: str) -> SafeString:
    """The text, or safe HTML, with e-mail addresses as links."""
    return with_mail_links(conditional_escape(value))


@register.filter
def soft_address(value: str) -> SafeString:
    """An address with line breaks allowed after @ and before dots."""
    return mark_safe(escape(value).replace("@", "@<wbr>").replace(".", "<wbr>."))  # noqa: S308  escaped just before


@register.simple_tag(takes_context=True)
def structured_data(context: template.Context, page: PortalPage) -> SafeString:
    """schema.org description of a page."""
    return json_ld(context, structured.description_of(page, context["base_url"]))


@register.simple_tag(takes_context=True)
def json_ld(context: template.Context, data: dict) -> SafeString:
    """A schema.org description as a script element."""
    return structured.script_of(data, str(context["request"].csp_nonce))


@register.simple_tag(takes_context=True)
def portal_userbar(context: template.Context) -> SafeString:
    """Wagtail's userbar with this page's nonce on its scripts and styles."""
    nonce = format_html(' nonce="{}"', str(context["request"].csp_nonce))
    html = wagtailuserbar(context)
    return mark_safe(html.replace("<script", f"<script{nonce}").replace("<link", f"<link{nonce}"))  # noqa: S308
