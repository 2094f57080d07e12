"""Terms of the glossary inside other texts: each becomes a link where it first stands on a page."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import Count, Max
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from knowledge.models.glossary import GlossaryEntry

# What may follow a noun when it is bent: "des Hilfeplans", "die Hilfepläne" stands in the entry's own aliases.
ENDINGS = "(?:e?s|e?n|e)?"
BEGINNING = 2  # letters
TAG = re.compile(r"(<[^>]+>)")
# Nothing inside these becomes a link: it is one already, or it names something.
CLOSED = re.compile(r"<(/?)(a|h[1-6]|figcaption|caption|th|code)\b")


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
    """Kept as long as nobody changes the glossary."""
    entries: dict[str, Entry] = {}
    for one in GlossaryEntry.objects.all():
        for name in one.names:
            entries.setdefault(name.lower(), Entry(one.slug, one.get_absolute_url(), one.short))
    names = sorted(entries, key=len, reverse=True)
    if not names:
        return Words(None, {})
    # By their first letters: at each word of a text only those that begin like it are tried.
    begun: dict[str, list[str]] = defaultdict(list)
    for number, name in enumerate(names):
        text = escape(name)
        begun[text[:BEGINNING]].append(f"(?P<n{number}>{re.escape(text[BEGINNING:])})")
    pattern = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in begun.items())
    by_group = {f"n{number}": entries[name] for number, name in enumerate(names)}
    return Words(re.compile(rf"(?<![\w-])(?:{pattern}){ENDINGS}(?![\w-])", re.IGNORECASE), by_group)


@dataclass
class Linker:
    """Made once for each page. Remembers which terms have their link already."""

    words: Words
    linked: set[str] = field(default_factory=set)

    @classmethod
    def load(cls) -> "Linker":
        """One query; the words themselves are read anew only when somebody has changed them."""
        state = GlossaryEntry.objects.aggregate(last=Max("updated_at"), count=Count("pk"))
        return cls(_words((state["last"], state["count"])))

    def link(self, html: str) -> SafeString:
        """Safe HTML in, safe HTML out."""
        if self.words.pattern is None:
            return mark_safe(html)  # noqa: S308  came in as safe
        depth, parts = 0, []
        for part in TAG.split(html):
            if part.startswith("<"):
                if closed := CLOSED.match(part):
                    depth += -1 if closed[1] else 1
                parts.append(part)
            else:
                parts.append(part if depth > 0 else self.words.pattern.sub(self._link, part))
        return mark_safe("".join(parts))  # noqa: S308  came in as safe; what is added is escaped

    def _link(self, match: re.Match) -> str:
        entry = self.words.entries[match.lastgroup]
        if entry.slug in self.linked:
            return match[0]
        self.linked.add(entry.slug)
        return f'<a class="term" href="{escape(entry.url)}" title="{escape(entry.short)}">{match[0]}</a>'
