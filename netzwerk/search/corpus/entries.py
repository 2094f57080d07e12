"""Turns rows of a search kind into entries of the index."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from netzwerk.search.analysis import Analyser, raw_words
from netzwerk.search.analysis.words import clean_text
from netzwerk.search.engines.port import Entry
from netzwerk.search.weights import Weights
from netzwerk.surfaces.search_kinds import Attachment, SearchDocument, SearchKind
from netzwerk.texts.folding import fold

KIND_FACET = "art"  # every entry has it: the tabs of the search
LONGEST_SHOWN = 20_000  # characters stored for excerpts
LONGEST_SHOWN_FILES = 60_000  # the same for all documents of an entry together
LONGEST_TITLE_KEY = 120


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry before its text is analysed."""

    kind: str
    pk: int
    audience_key: str
    stamp: str
    document: SearchDocument
    attachments: tuple[Attachment, ...] = ()


def object_key(kind: str, pk: int) -> str:
    return f"{kind}:{pk}"


def kind_and_pk(key: str) -> tuple[str, int]:
    kind, _, pk = key.partition(":")
    return kind, int(pk)


def pks_by_kind(objects: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for kind, pk in objects:
        found.setdefault(kind, set()).add(pk)
    return found


def raw_entries_of(kind: SearchKind, rows: Sequence[Any]) -> Iterator[RawEntry]:
    """The entries of these rows; a row may have several, or none."""
    audience_keys, pks = kind.audience_keys(rows), [row.pk for row in rows]
    attached, stamps = kind.attachments(pks), kind.attachment_stamps(pks)
    for row in rows:
        stamp, attachments = full_stamp(kind.stamp(row), stamps.get(row.pk)), tuple(attached.get(row.pk, ()))
        for document in kind.describe(row):
            yield RawEntry(kind.key, row.pk, audience_keys.get(row.pk, ""), stamp, document, attachments)


def full_stamp(own: str, of_attachments: str | None) -> str:
    return f"{own}|{of_attachments}" if of_attachments else own


def texts_of(entry: RawEntry) -> tuple[str, ...]:
    document = entry.document
    return document.title, document.summary, "\n".join(document.headings), body_of(entry)


def body_of(entry: RawEntry) -> str:
    """The text and that of the attached documents, which weighs the same."""
    lines = [entry.document.body, *(line for one in entry.attachments for line in (one.title, one.text))]
    return "\n".join(filter(None, lines))


def words_in(entry: RawEntry) -> list[str]:
    """Its raw words, for the vocabulary."""
    return [word for text in texts_of(entry) for word in raw_words(clean_text(text))]


def entry_of(raw: RawEntry, analyser: Analyser) -> Entry:
    document = raw.document
    key = object_key(raw.kind, raw.pk)
    facets = {name: tuple(dict.fromkeys(values)) for name, values in document.facets.items() if values}
    return Entry(
        key=f"{key}:{document.part}" if document.part else key,
        object=key,
        kind=raw.kind,
        audience_key=raw.audience_key,
        stamp=raw.stamp,
        streams=analyser.streams(document.title, document.summary, document.headings, body_of(raw)),
        facets={**facets, KIND_FACET: (raw.kind,)},
        day=document.date.toordinal() if document.date else 0,
        freshness=freshness_of(document.date, analyser.weights),
        appeared=int(document.appeared.timestamp()) if document.appeared else 0,
        title_key=fold(document.title)[:LONGEST_TITLE_KEY],
        shown={
            "title": clean_text(document.title),
            "url": document.url,
            "summary": clean_text(document.summary),
            "text": clean_text(document.body)[:LONGEST_SHOWN],
            "date": document.date.isoformat() if document.date else "",
            "files": shown_files(raw.attachments),
        },
    )


def shown_files(attachments: Iterable[Attachment]) -> list[tuple[int, str, str]]:
    """Id, title and the stored part of the text of each document."""
    shown, left = [], LONGEST_SHOWN_FILES
    for one in attachments:
        text = clean_text(one.text)[: min(left, LONGEST_SHOWN)]
        left -= len(text)
        shown.append((one.pk, clean_text(one.title), text))
    return shown


def entries_of(kind: SearchKind, rows: Iterable[Any], analyser: Analyser) -> list[Entry]:
    return [entry_of(raw, analyser) for raw in raw_entries_of(kind, list(rows))]


def freshness_of(day: date | None, weights: Weights) -> float:
    """The factor of a score. Content without a date gets a fixed one: a quarter of the loss that age can cause."""
    if day is None:
        return 1 - weights.ageing / 4
    age = max((timezone.localdate() - day).days, 0)
    return 1 - weights.ageing * (1 - 0.5 ** (age / weights.half_life))
