"""The second engine: an Elasticsearch server, for a large network or several machines that share one index.

The configured name is an alias of one index, which has a time in its name. A rebuild fills another index and moves the alias
in one step. Texts arrive analysed, so that the server needs no plug-in and any server ranks alike.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk, scan

from netzwerk.search.engines.elastic_client import ERRORS, ElasticClient, describe_error
from netzwerk.search.engines.elastic_index import id_of
from netzwerk.search.engines.elastic_query import PortalSearch, scan_body
from netzwerk.search.engines.elastic_rebuild import ElasticRebuild, action_of, indexes_of
from netzwerk.search.engines.locks import writer_lock
from netzwerk.search.engines.port import EngineDown, Entry, SearchRequest, SearchResponse

LOCK = "elasticsearch.lock"
STAMPS_AT_ONCE = 5_000
OBJECTS_AT_ONCE = 1_000


class ElasticEngine:
    name = "elasticsearch"

    def __init__(self, options: Mapping[str, Any], folder: str | Path, patience: float | None = None) -> None:
        """`options` as in settings.ELASTICSEARCH; `patience` (seconds) overrides its `patience_ms`. The folder is for the lock
        file (locks.py)."""
        self._options = options
        self.alias = options["index"]
        self._lock_path = Path(folder) / LOCK
        self._client = ElasticClient(options, patience or options["patience_ms"] / 1000)

    def close(self) -> None:
        self._client.close()

    # Reading -------------------------------------------------------------------------------------------------------

    def search(self, request: SearchRequest) -> SearchResponse:
        return self._client.read(lambda client: PortalSearch(client, self.alias, request).response())

    def scan(self, request: SearchRequest) -> Iterator[str]:
        options = {"preserve_order": True, "search_type": "dfs_query_then_fetch"}
        for source in self._scan(query=scan_body(request), size=OBJECTS_AT_ONCE, **options):
            yield source["object"]

    def stamps(self) -> Iterator[tuple[str, str]]:
        for source in self._scan(query={"_source": ["object", "stamp"]}, size=STAMPS_AT_ONCE):
            yield source["object"], source["stamp"]

    def _scan(self, **options: Any) -> Iterator[dict[str, Any]]:
        """Stored fields of all matching entries, from one state of the index."""
        client = self._client.run(lambda client: client)
        try:
            for hit in scan(client, index=self.alias, **options):
                yield hit["_source"]
        except ERRORS as error:
            raise EngineDown(describe_error(error)) from error

    def check(self) -> None:
        self.size()

    def size(self) -> tuple[int, int]:
        return self._client.read(self._size)

    def _size(self, client: Elasticsearch) -> tuple[int, int]:
        stats = client.indices.stats(index=self.alias, metric=["docs", "store"])["_all"]
        return stats["primaries"]["docs"]["count"], stats["total"]["store"]["size_in_bytes"]

    # Writing -------------------------------------------------------------------------------------------------------

    def write(self, entries: Iterable[Entry], objects: Iterable[str]) -> None:
        new = {id_of(entry.key): action_of(entry) for entry in entries}
        replaced = sorted(set(objects))
        self._client.run(lambda client: self._write(client, new, replaced))

    def _write(self, client: Elasticsearch, new: dict[str, dict], objects: list[str]) -> None:
        client.indices.refresh(index=self.alias)  # shows what a writer left that died before its own refresh
        deletions = [{"_op_type": "delete", "_id": old} for old in self._ids(client, objects) if old not in new]
        bulk(client, [*new.values(), *deletions], index=self.alias, stats_only=True, require_alias=True)
        client.indices.refresh(index=self.alias)

    def _ids(self, client: Elasticsearch, objects: list[str]) -> Iterator[str]:
        for start in range(0, len(objects), OBJECTS_AT_ONCE):
            of_these = {"terms": {"object": objects[start : start + OBJECTS_AT_ONCE]}}
            for hit in scan(client, index=self.alias, query={"query": of_these, "_source": False}):
                yield hit["_id"]

    def rebuild(self) -> ElasticRebuild:
        return ElasticRebuild(
            self._client, self.alias, shards=self._options["shards"], replicas=self._options["replicas"]
        )

    def remove(self) -> None:
        self._client.run(self._remove)
        self.close()

    def _remove(self, client: Elasticsearch) -> None:
        if indexes := indexes_of(client, self.alias):
            client.indices.delete(index=indexes, ignore_unavailable=True)
        client.options(ignore_status=404).indices.delete_index_template(name=self.alias)

    def lock(self) -> AbstractContextManager[None]:
        return writer_lock(self._lock_path)
