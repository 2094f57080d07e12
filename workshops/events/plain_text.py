"""Paragraphs and lists from plain text: an empty line begins a paragraph, a dash at the beginning of a line an entry."""

import re
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

ENTRY = re.compile(r"^\s*[-–•*]\s+")


def plain_blocks(text: str) -> SafeString:
    """HTML, with everything in the text escaped."""
    parts = []
    for block in re.split(r"\n\s*\n", text.strip()):
        for is_list, lines in groupby(block.splitlines(), key=lambda line: bool(ENTRY.match(line))):
            found = [ENTRY.sub("", line).strip() for line in lines if line.strip()]
            if is_list:
                parts.append(
                    format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((one,) for one in found)))
                )
            elif found:
                inner = format_html_join(mark_safe("<br>"), "{}", ((one,) for one in found))
                parts.append(format_html("<p>{}</p>", inner))
    return format_html_join("", "{}", ((part,) for part in parts))
