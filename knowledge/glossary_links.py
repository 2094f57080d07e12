"""Links the terms of the glossary in other texts, each at its first occurrence on a page."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import Count, Max
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from knowledge.models.glossary import GlossaryEntry

# Endings of inflected nouns ("des Hilfeplans"). Forms with an umlaut ("die Hilfepläne") are aliases of the entry.
ENDINGS = "(?:e?s|e?n|e)?"
PREFIX = 2  # letters
TAG = re.compile(r"(<[^>]+>)")
# Elements inside which nothing is linked: links, headings, captions, code.
EXCLUDED = re.compile(r"<(/?)(a|h[1-6]|figcaption|caption|th|code)\b")


@dataclass(frozen=True)
class Entry:
    slug: str
    url: str
    short: str


@dataclass(frozen=True)
class Words:
    pattern: re.Pattern | None
    entries: dict[str, Entry]  # by group of the pattern


@lru_cache(maxsize=2)
def _words(_state: tuple) -> Words:
    """Cached by the state of the glossary."""
    entries: dict[str, Entry] = {}
    for one in GlossaryEntry.objects.all():
        for name in one.names:
            entries.setdefault(name.lower(), Entry(one.slug, one.get_absolute_url(), one.short))
    names = sorted(entries, key=len, reverse=True)
    if not names:
        return Words(None, {})
    # Grouped by prefix, so that at each word of a text only names with the same prefix are tried.
    by_prefix: dict[str, list[str]] = defaultdict(list)
    for number, name in enumerate(names):
        text = escape(name)
        by_prefix[text[:PREFIX]].append(f"(?P<n{number}>{re.escape(text[PREFIX:])})")
    pattern = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_prefix.items())
    by_group = {f"n{number}": entries[name] for number, name in enumerate(names)}
    return Words(re.compile(rf"(?<![\w-])(?:{pattern}){ENDINGS}(?![\w-])", re.IGNORECASE), by_group)


@dataclass
class Linker:
    """One for each page; remembers which terms are linked already."""

    words: Words
    linked: set[str] = field(default_factory=set)

    @classmethod
    def load(cls) -> "Linker":
        """One query; the entries are read again only after a change."""
        state = GlossaryEntry.objects.aggregate(last=Max("updated_at"), count=Count("pk"))
        return cls(_words((state["last"], state["count"])))

    def link(self, html: str) -> SafeString:
        """Takes and returns safe HTML."""
        if self.words.pattern is None:
            return mark_safe(html)  # noqa: S308  input is safe
        depth, parts = 0, []
        for part in TAG.split(html):
            if part.startswith("<"):
                if excluded := EXCLUDED.match(part):
                    depth += -1 if excluded[1] else 1
                parts.append(part)
            else:
                parts.append(part if depth > 0 else self.words.pattern.sub(self._link, part))
        return mark_safe("".join(parts))  # noqa: S308  input is safe, additions are escaped

    def _link(self, match: re.Match) -> str:
        entry = self.words.entries[match.lastgroup]
        if entry.slug in self.linked:
            return match[0]
        self.linked.add(entry.slug)
        return f'<a class="term" href="{escape(entry.url)}" title="{escape(entry.short)}">{match[0]}</a>'
