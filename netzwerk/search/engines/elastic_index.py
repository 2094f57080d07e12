"""The Elasticsearch side of an entry: mapping, index template, document."""

import hashlib
from typing import Any

from elasticsearch.dsl import ComposableIndexTemplate, Document, Float, Integer, Keyword, Long, MetaField, Object, Text

from netzwerk.search.analysis.analyser import FILLER
from netzwerk.search.engines.port import COUNTED_STREAMS, Entry, Stream

LONGEST = 8_000  # characters of a keyword; Lucene refuses a whole document for one of more than 32,766 bytes


def _stream() -> Text:
    """Analysed tokens, separated by spaces. Scored by BM25 with the defaults of Lucene and tantivy: k1 1.2, b 0.75."""
    return Text(analyzer="whitespace", index_options="freqs")


class EntryDocument(Document):
    key = Keyword(index=False, doc_values=False)
    object = Keyword(doc_values=False, ignore_above=LONGEST)
    kind = Keyword(index=False, doc_values=False)
    stamp = Keyword(index=False, doc_values=False)
    title = _stream()
    stems = _stream()
    words = _stream()
    grams = _stream()
    pairs = _stream()
    begins = _stream()
    door = Keyword(doc_values=False, ignore_above=LONGEST)  # the audience key; a new name would need a rebuild
    facets = Object(dynamic=True)
    title_key = Keyword(index=False, ignore_above=LONGEST)
    day = Integer(index=False)
    appeared = Long(index=False)
    freshness = Float(index=False)
    shown = Object(enabled=False)

    class Meta:
        dynamic = MetaField("strict")
        # Streams are only searched; stored in _source, they would be most of the index.
        source = MetaField(includes=["key", "object", "kind", "stamp", "shown"])
        dynamic_templates = MetaField(
            [{"facets": {"path_match": "facets.*", "mapping": {"type": "keyword", "ignore_above": LONGEST}}}]
        )


def template_of(alias: str, *, shards: int, replicas: int) -> ComposableIndexTemplate:
    """The longer alias has the higher priority, so that "portal" and "portal-test" can share a server."""
    template = ComposableIndexTemplate(alias, f"{alias}-*", priority=100 + len(alias))
    template.settings(
        number_of_shards=shards,
        number_of_replicas=replicas,
        refresh_interval=-1,  # writers refresh, so that readers never see half of a change
    )
    template.mapping(EntryDocument._doc_type.mapping)
    return template


def id_of(key: str) -> str:
    """A hash: keys may be long and in any alphabet, ids have at most 512 bytes."""
    return hashlib.blake2b(key.encode(), digest_size=16).hexdigest()


def document_of(entry: Entry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "object": entry.object,
        "kind": entry.kind,
        "stamp": entry.stamp,
        **{stream.value: _distinct(stream, entry.tokens(stream)) for stream in Stream},
        "door": entry.audience_key,
        "facets": {name: list(values) for name, values in entry.facets.items()},
        "title_key": entry.title_key,
        "day": entry.day,
        "appeared": entry.appeared,
        "freshness": entry.freshness,
        "shown": entry.shown,
    }


def _distinct(stream: Stream, text: str) -> str:
    """In streams without frequencies each token once, and filler for its repetitions.

    Lucene could ignore frequencies (`index_options: docs`), but would then take the number of *distinct* tokens as the length,
    unlike tantivy.
    """
    if stream in COUNTED_STREAMS:
        return text
    tokens = text.split()
    distinct = dict.fromkeys(tokens)
    return " ".join([*distinct, *[FILLER] * (len(tokens) - len(distinct))])
