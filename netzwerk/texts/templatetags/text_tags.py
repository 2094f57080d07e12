"""Filters for dates, times, addresses and numbers in German notation. Built in: no template needs to load them."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from netzwerk.texts import addresses, notation
from netzwerk.texts.dates import clock_time, long_date

register = template.Library()


register.filter(long_date)
register.filter(clock_time)


@register.filter
def phone_link(value: str) -> str:
    """A phone number for a tel: link."""
    return notation.dialled(value)


@register.filter
def mail_address(value: str) -> str:
    """An e-mail address for a mailto: link, with its domain in ASCII (texts.addresses)."""
    try:
        return addresses.ascii_email(value)
    except addresses.DomainError:
        return value


@register.filter
def web_name(value: str) -> str:
    """A URL to show: without protocol and trailing slash, in Unicode."""
    return addresses.shown_url(value).removeprefix("https://").removeprefix("http://").removesuffix("/")


@register.filter
def soft_address(value: str) -> SafeString:
    """An address with line breaks allowed after @ and before dots."""
    return mark_safe(escape(value).replace("@", "@<wbr>").replace(".", "<wbr>."))  # noqa: S308  escaped just before
