"""The engine named in the settings."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from netzwerk.search.engines.port import Engine

PATIENCE = 20.0  # seconds for measuring; readers get less


def current_engine() -> Engine:
    """The engine of the settings, cached per process; changed settings give another. Opens nothing yet."""
    return _engine(settings.SEARCH_ENGINE, str(settings.SEARCH_DIR), tuple(settings.ELASTICSEARCH.items()))


@contextmanager
def scratch_engine() -> Iterator[Engine]:
    """An engine of the same kind with a temporary index of its own."""
    index = f"{settings.ELASTICSEARCH['index']}-scratch-{secrets.token_hex(4)}"
    with TemporaryDirectory() as folder:
        engine = _make(settings.SEARCH_ENGINE, folder, {**settings.ELASTICSEARCH, "index": index}, patience=PATIENCE)
        try:
            yield engine
        finally:
            engine.remove()


@lru_cache(maxsize=1)
def _engine(name: str, folder: str, options: tuple[tuple[str, Any], ...]) -> Engine:
    return _make(name, folder, dict(options))


def _make(name: str, folder: str, options: dict[str, Any], **extra: Any) -> Engine:
    """Imports only the engine in use: the Elasticsearch client is large."""
    if name == "elasticsearch":
        from netzwerk.search.engines.elastic import ElasticEngine

        return ElasticEngine(options, folder, **extra)
    from netzwerk.search.engines.embedded import EmbeddedEngine

    return EmbeddedEngine(folder)
