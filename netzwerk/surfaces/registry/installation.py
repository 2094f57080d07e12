"""What an installation runs: setup at each deployment, the demo, the clock, health checks."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class DemoPart:
    """A part of the demo content. `build` gets a function that prints progress; it runs once, on an empty database."""

    key: str
    order: int
    build: Callable[[Callable[[str], None]], None]


@dataclass(frozen=True)
class SetupStep:
    """Creates something that every installation needs. `ensure` runs at each deployment and is idempotent."""

    key: str
    order: int
    ensure: Callable[[], None]


@dataclass(frozen=True)
class ClockPart:
    """Work that is checked every minute. `run` does what is due, may run twice at once, and returns how much it did.

    `queue` names a cluster of Q_CLUSTER["ALT_CLUSTERS"] that runs it as a job: for work that waits for other servers.
    """

    key: str
    order: int
    run: Callable[[], int]
    queue: str = ""


@dataclass(frozen=True)
class Probe:
    """A check of /gesund/. `check` returns an empty string if all is well, else one German sentence without details."""

    key: str
    order: int = field(default=50)
    check: Callable[[], str] = field(default=lambda: "")
