"""Tags of the portal's templates."""

from django import template
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText

from netzwerk.files.models import PortalImage
from netzwerk.files.renditions import NAMED, by_width, height_in
from netzwerk.lists.dates import DateEntry, Tag
from netzwerk.portal import anchors, structured
from netzwerk.portal.blocks import ICONS
from netzwerk.portal.links import LinkTargets, with_mail_links
from netzwerk.portal.models import LegalPage, NewsPage, PortalPage
from netzwerk.portal.models.pages import LegalKind
from netzwerk.portal.models.references import Shown
from netzwerk.portal.models.references import mentions_of as mentions_for

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
def news_by_rule(context: template.Context, topic: str, count: int) -> list[DateEntry]:
    news = NewsPage.objects.visible_to(context["request"].user).about(topic).newest_first()[:count]
    return [DateEntry(one.date, one.title, one.url, one.teaser, [Tag(one.get_topic_display())]) for one in news]


@register.simple_tag(takes_context=True)
def mentions_of(context: template.Context, row: Model) -> list[Shown]:
    """What refers to this page or object, as far as the reader may see it."""
    return mentions_for(row, context["request"].user)


@register.inclusion_tag("portal/privacy_note.html", takes_context=True)
def privacy_note(context: template.Context) -> dict:
    """A link to the privacy policy for forms; nothing if no such page is live."""
    pages = LegalPage.objects.visible_to(context["request"].user).live().filter(kind=LegalKind.PRIVACY)
    return {"page": pages.first()}


@register.simple_tag
def task_icon(name: str) -> SafeString:
    """One of the icons that an editor may choose for a task."""
    known = {key for key, _label in ICONS}
    return mark_safe(render_to_string(f"art/icons/{name if name in known else 'people'}.html"))  # noqa: S308  our own files


@register.filter
def mail_links(value: str) -> SafeString:
    """The text, or safe HTML, with e-mail addresses as links."""
    return with_mail_links(conditional_escape(value))


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
