"""Dataclasses of the demo's data. Days count backwards from today: 400 means 400 days ago, -7 in a week."""

from dataclasses import dataclass
from decimal import Decimal

SOUTH, WEST = Decimal("51.00"), Decimal("8.60")  # corner of the invented Land
KM_NORTH, KM_EAST = Decimal("111.3"), Decimal("69.3")  # kilometres in one degree, there


@dataclass(frozen=True)
class Place:
    """A Kreis or a municipality. `east` and `north` are kilometres from the Land's south-western corner."""

    name: str
    ags: str
    inhabitants: int
    postcode: str
    east: float
    north: float
    seat: str = ""  # of a Kreis

    def coordinates(self, east: float = 0, north: float = 0) -> tuple[Decimal, Decimal]:
        """Latitude and longitude, moved by so many kilometres."""
        latitude = SOUTH + (Decimal(str(self.north)) + Decimal(str(north))) / KM_NORTH
        longitude = WEST + (Decimal(str(self.east)) + Decimal(str(east))) / KM_EAST
        return round(latitude, 5), round(longitude, 5)


@dataclass(frozen=True)
class OrganisationData:
    """An organisation. `staff` counts people by position (positions.py); `place` is a name of land.py."""

    key: str  # slug and domain: post@key.example
    name: str
    kind: str
    place: str
    street: str
    joined: int
    staff: dict[str, int]
    topics: str
    text: str
    left: int | None = None
    mailbox: str = "info"


@dataclass(frozen=True)
class SiteProfile:
    organisation: str
    goals: str  # of PilotSite, without "goal_", separated by spaces
    payment: str
    background: str
    started: int
    posts: str
    text: str
    ended: int | None = None


@dataclass(frozen=True)
class Task:
    """A role that somebody holds or held: at the organisation, at its site or in the network."""

    role: str
    since: int
    until: int | None = None  # ends by date; negative days are in the future
    taken: int | None = None  # revoked on that day
    organisation: str = ""  # if it is not the person's present organisation


@dataclass(frozen=True)
class Stay:
    """A membership that is over."""

    organisation: str
    since: int
    ended: int
    ending: str


@dataclass(frozen=True)
class Person:
    first_name: str
    last_name: str
    organisation: str
    position: str
    function: str
    since: int
    tasks: tuple[Task, ...] = ()
    about: str = ""
    topics: tuple[str, ...] = ()
    is_open: bool = False
    phone: str = ""
    earlier: tuple[Stay, ...] = ()
    gone: Stay | None = None  # belongs to no organisation any more
    locked: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True)
class Step:
    kind: str
    day: int
    text: str = ""


@dataclass(frozen=True)
class Request:
    """An application. The last step says in which state it is."""

    organisation: str  # key of the organisation it became, or of its own address
    name: str
    kind: str
    place: str
    street: str
    person: tuple[str, str, str]
    reason: str
    steps: tuple[Step, ...]
