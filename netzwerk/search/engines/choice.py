"""Which engine answers: one setting."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from django.conf import settings

from netzwerk.search.engines.embedded import EmbeddedEngine
from netzwerk.search.engines.port import Engine

_engines: dict[str, Engine] = {}


def current_engine() -> Engine:
    """The engine of the settings, one for each process. Nothing is opened or asked yet."""
    folder = str(settings.SEARCH_DIR)
    if folder not in _engines:
        _engines[folder] = EmbeddedEngine(folder)
    return _engines[folder]


@contextmanager
def scratch_engine() -> Iterator[Engine]:
    """An engine of the same sort with an index of its own, which goes afterwards."""
    with TemporaryDirectory() as folder:
        yield EmbeddedEngine(folder)
