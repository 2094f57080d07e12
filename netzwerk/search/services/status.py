"""The state of the index, for the command line and the health check."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from netzwerk.search.corpus import active_analyser, vocabulary
from netzwerk.search.corpus.lexicon import load_lexicon
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.engines.port import EngineDown
from netzwerk.search.models import IndexChange, IndexState

LATE = timedelta(minutes=5)  # if a change is pending for longer, no worker drains, or the engine is down


@dataclass(frozen=True)
class Status:
    engine: str
    entries: int
    size: int  # bytes
    built_at: datetime | None
    pending: int
    oldest: timedelta | None
    must_be_rebuilt: bool

    def lines(self) -> Iterator[tuple[str, str]]:
        yield "Suchmaschine", self.engine
        yield "Einträge", str(self.entries)
        yield "Größe", f"{self.size / 1_000_000:.1f} MB"
        yield "gebaut", f"{timezone.localtime(self.built_at):%d.%m.%Y %H:%M}" if self.built_at else "noch nie"
        waiting = f", die älteste seit {int(self.oldest.total_seconds())} s" if self.oldest else ""
        yield "wartende Änderungen", f"{self.pending}{waiting}"


def status() -> Status:
    """The state of engine, index and outbox. Raises EngineDown."""
    entries, size = current_engine().size()
    state = IndexState.objects.defer("vocabulary").first()
    pending = IndexChange.objects.pending()
    oldest = pending.order_by("pk").values_list("created_at", flat=True).first()
    return Status(
        engine=settings.SEARCH_ENGINE,
        entries=entries,
        size=size,
        built_at=state.built_at if state else None,
        pending=pending.count(),
        oldest=timezone.now() - oldest if oldest else None,
        must_be_rebuilt=state is None
        or (state.engine, state.made_with) != (settings.SEARCH_ENGINE, active_analyser.fingerprint(load_lexicon())),
    )


def check_index() -> str:
    """For /gesund/: a message, empty if all is well."""
    try:
        current_engine().check()
    except EngineDown:
        return "Die Suche antwortet nicht; das Portal sucht solange in der Datenbank."
    if vocabulary.is_damaged():
        return "Der Wortschatz der Suche ist beschädigt; der Taktgeber baut den Index neu."
    oldest = IndexChange.objects.pending().order_by("pk").values_list("created_at", flat=True).first()
    if oldest and timezone.now() - oldest > LATE:
        return "Änderungen warten seit mehr als fünf Minuten darauf, gefunden zu werden."
    return ""
