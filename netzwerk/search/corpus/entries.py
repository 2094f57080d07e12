"""Rows of a kind turned into entries of the index."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from netzwerk.members.folding import fold
from netzwerk.search.analysis import Analyser, raw_words
from netzwerk.search.analysis.words import plain
from netzwerk.search.engines.port import Entry
from netzwerk.search.weights import Weights
from netzwerk.surfaces.search_kinds import Attachment, SearchDocument, SearchKind

KIND_FACET = "art"  # every entry has it: the tabs of the search
LONGEST_SHOWN = 20_000  # signs of a text that an excerpt is cut from
LONGEST_SHOWN_FILES = 60_000  # of all documents of an entry together
LONGEST_TITLE_KEY = 120


@dataclass(frozen=True, slots=True)
class Draft:
    """A thing to be found before its words are analysed."""

    kind: str
    pk: int
    audience_key: str
    stamp: str
    found: SearchDocument
    attachments: tuple[Attachment, ...] = ()


def object_key(kind: str, pk: int) -> str:
    return f"{kind}:{pk}"


def drafts_of(kind: SearchKind, rows: Sequence[Any]) -> Iterator[Draft]:
    """What these rows say about themselves; an object that says nothing has no entry."""
    audience_keys, pks = kind.audience_keys(rows), [row.pk for row in rows]
    attached, stamps = kind.attachments(pks), kind.attachment_stamps(pks)
    for row in rows:
        stamp, attachments = full_stamp(kind.stamp(row), stamps.get(row.pk)), tuple(attached.get(row.pk, ()))
        for found in kind.describe(row):
            yield Draft(kind.key, row.pk, audience_keys.get(row.pk, ""), stamp, found, attachments)


def full_stamp(own: str, of_attachments: str | None) -> str:
    return f"{own}|{of_attachments}" if of_attachments else own


def texts_of(draft: Draft) -> tuple[str, ...]:
    found = draft.found
    return found.title, found.summary, "\n".join(found.headings), body_of(draft)


def body_of(draft: Draft) -> str:
    """With what its documents say, which counts like a part of the text."""
    lines = [draft.found.body, *(line for one in draft.attachments for line in (one.title, one.text))]
    return "\n".join(filter(None, lines))


def words_in(draft: Draft) -> list[str]:
    """Its raw words, for the vocabulary."""
    return [raw for text in texts_of(draft) for raw in raw_words(plain(text))]


def entry_of(draft: Draft, analyser: Analyser) -> Entry:
    found = draft.found
    key = object_key(draft.kind, draft.pk)
    facets = {name: tuple(dict.fromkeys(values)) for name, values in found.facets.items() if values}
    return Entry(
        key=f"{key}:{found.part}" if found.part else key,
        object=key,
        kind=draft.kind,
        audience_key=draft.audience_key,
        stamp=draft.stamp,
        streams=analyser.streams(found.title, found.summary, found.headings, body_of(draft)),
        facets={**facets, KIND_FACET: (draft.kind,)},
        day=found.date.toordinal() if found.date else 0,
        freshness=freshness_of(found.date, analyser.weights),
        appeared=int(found.appeared.timestamp()) if found.appeared else 0,
        title_key=fold(found.title)[:LONGEST_TITLE_KEY],
        shown={
            "title": plain(found.title),
            "url": found.url,
            "summary": plain(found.summary),
            "text": plain(found.body)[:LONGEST_SHOWN],
            "date": found.date.isoformat() if found.date else "",
            "files": shown_files(draft.attachments),
        },
    )


def shown_files(attachments: Iterable[Attachment]) -> list[tuple[int, str, str]]:
    """Id, title and as much of the text of each document as excerpts are cut from."""
    shown, left = [], LONGEST_SHOWN_FILES
    for one in attachments:
        text = plain(one.text)[: min(left, LONGEST_SHOWN)]
        left -= len(text)
        shown.append((one.pk, plain(one.title), text))
    return shown


def entries_of(kind: SearchKind, rows: Iterable[Any], analyser: Analyser) -> list[Entry]:
    return [entry_of(draft, analyser) for draft in drafts_of(kind, list(rows))]


def freshness_of(day: date | None, weights: Weights) -> float:
    """What a score is multiplied by. What has no date is lasting, and counts like something of half that age."""
    if day is None:
        return 1 - weights.ageing / 4
    age = max((timezone.localdate() - day).days, 0)
    return 1 - weights.ageing * (1 - 0.5 ** (age / weights.half_life))
