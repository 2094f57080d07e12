"""Which engine answers: one setting."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from netzwerk.search.engines.port import Engine

MEASURING = 20.0  # seconds: who measures waits for an answer, unlike a reader


def current_engine() -> Engine:
    """The engine of the settings, one for each process; a test's settings mean another. Nothing is opened yet."""
    return _engine(settings.SEARCH_ENGINE, str(settings.SEARCH_DIR), tuple(settings.ELASTICSEARCH.items()))


@contextmanager
def scratch_engine() -> Iterator[Engine]:
    """An engine of the same sort with an index of its own, which goes afterwards."""
    index = f"{settings.ELASTICSEARCH['index']}-scratch-{secrets.token_hex(4)}"
    with TemporaryDirectory() as folder:
        engine = _make(settings.SEARCH_ENGINE, folder, {**settings.ELASTICSEARCH, "index": index}, patience=MEASURING)
        try:
            yield engine
        finally:
            engine.remove()


@lru_cache(maxsize=1)
def _engine(name: str, folder: str, options: tuple[tuple[str, Any], ...]) -> Engine:
    return _make(name, folder, dict(options))


def _make(name: str, folder: str, options: dict[str, Any], **how: Any) -> Engine:
    """Only one of them is loaded: a portal without a server does without the client, which is large."""
    if name == "elasticsearch":
        from netzwerk.search.engines.elastic import ElasticEngine

        return ElasticEngine(options, folder, **how)
    from netzwerk.search.engines.embedded import EmbeddedEngine

    return EmbeddedEngine(folder)
