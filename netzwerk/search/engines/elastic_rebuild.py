"""Builds a new index on the server beside the one in use."""

import re
import secrets
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from netzwerk.search.engines.elastic_client import ElasticClient
from netzwerk.search.engines.elastic_index import document_of, id_of, template_of
from netzwerk.search.engines.port import EngineDown, Entry

BATCH = 500  # entries per request


class ElasticRebuild:
    """An unpublished index is deleted by the next rebuild. One batch is sent while the next is prepared."""

    def __init__(self, client: ElasticClient, alias: str, *, shards: int, replicas: int) -> None:
        self._client, self._alias, self._replicas = client, alias, replicas
        self.index = f"{alias}-{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(4)}"
        self._batch: list[dict[str, Any]] = []
        self._sender = ThreadPoolExecutor(1, thread_name_prefix="elastic-rebuild")
        self._sent: Future[None] | None = None
        client.run(lambda client: self._create(client, shards))

    def _create(self, client: Elasticsearch, shards: int) -> None:
        template_of(self._alias, shards=shards, replicas=self._replicas).save(using=client)
        client.indices.create(index=self.index, settings={"number_of_replicas": 0})  # replicas follow at the end

    def add(self, entry: Entry) -> None:
        self._batch.append(action_of(entry))
        if len(self._batch) >= BATCH:
            self._send()

    def _send(self) -> None:
        self._wait()
        batch, self._batch = self._batch, []
        self._sent = self._sender.submit(
            self._client.run, lambda client: bulk(client, batch, index=self.index, stats_only=True)
        )

    def _wait(self) -> None:
        if self._sent:
            self._sent.result()

    def publish(self) -> None:
        self._send()
        self._wait()
        self._sender.shutdown()
        self._client.run(self._publish)

    def _publish(self, client: Elasticsearch) -> None:
        client.indices.refresh(index=self.index)
        client.indices.put_settings(index=self.index, settings={"number_of_replicas": self._replicas})
        aliased = client.options(ignore_status=404).indices.get_alias(name=self._alias)
        before = list(aliased) if aliased.meta.status == 200 else []
        remove = [{"remove": {"index": index, "alias": self._alias}} for index in before]
        client.indices.update_aliases(actions=[*remove, {"add": {"index": self.index, "alias": self._alias}}])
        others = [index for index in indexes_of(client, self._alias) if index != self.index]
        if others:
            client.indices.delete(index=others, ignore_unavailable=True)

    def drop(self) -> None:
        self._sender.shutdown(cancel_futures=True)
        with suppress(EngineDown):
            self._client.run(lambda client: client.indices.delete(index=self.index, ignore_unavailable=True))


def indexes_of(client: Elasticsearch, alias: str) -> list[str]:
    """Without the indexes of another alias that begins with the same name."""
    ours = re.compile(rf"{re.escape(alias)}-\d{{14}}-[0-9a-f]{{8}}")
    return [index for index in client.indices.get_alias(index=f"{alias}-*") if ours.fullmatch(index)]


def action_of(entry: Entry) -> dict[str, Any]:
    return {"_op_type": "index", "_id": id_of(entry.key), "_source": document_of(entry)}
