"""Filters for letter templates: every value that a person may have written goes through one of them."""

from django import template

from netzwerk.post import letters

register = template.Library()
register.filter("one_line", letters.one_line)
register.filter("plain_lines", letters.plain_lines)
register.filter("quote_lines", letters.quote_lines)
