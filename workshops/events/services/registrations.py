"""What the desk shows of bookings: found, sorted, counted, with needs and with mail that came back. Changes nothing.

A list of any length costs the same number of queries: one reads the keys, names and states of all that match, the others the
rows of one page.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from netzwerk.lists.dates import Tag
from netzwerk.lists.figures import Figure
from netzwerk.post.models import Message
from netzwerk.seats import words as seat_words
from netzwerk.seats.models import Booking, Place, Pool
from netzwerk.seats.writing import about
from netzwerk.texts.dates import long_date
from netzwerk.texts.folding import fold
from workshops.events.models import Answer, Question, Workshop, WorkshopDate

State = Booking.State
ALL = "alle"
# Key, label and states of each tab. The last one is shown only if there is something in it.
TABS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (ALL, "Alle", tuple(State.values)),
    ("angemeldet", "Angemeldet", (State.CONFIRMED,)),
    ("zu-genehmigen", "Zu genehmigen", Booking.UNDECIDED),
    ("warteliste", "Warteliste", (State.WAITING, State.OFFERED)),
    ("storniert", "Storniert", Booking.ENDED),
    ("adresse", "Adresse offen", (State.UNCONFIRMED,)),
)
STATES = {key: states for key, _label, states in TABS}
LOOKS = {
    State.CONFIRMED: "good",
    State.REQUESTED: "soon",
    State.RELEASE: "soon",
    State.WAITING: "soon",
    State.OFFERED: "soon",
    State.UNCONFIRMED: "soon",
}
WITH_NEEDS = "mit"
BY_NAME, BY_STATE, NEWEST = "name", "stand", "seit"


@dataclass(frozen=True)
class Chosen:
    """What is filtered; empty values filter nothing. `need` is WITH_NEEDS or the key of a question."""

    words: str = ""
    need: str = ""
    place: str = ""
    format: str = ""
    tab: str = ALL
    order: str = BY_NAME


@dataclass(frozen=True)
class Row:
    """A booking as a line of the desk."""

    booking: Booking
    needs: Sequence[str] = ()
    is_undelivered: bool = False

    @property
    def name(self) -> str:
        return name_in_lists(self.booking)

    @property
    def from_where(self) -> str:
        return self.booking.from_where or ("Gast, ohne Konto" if self.booking.is_guest else "")

    @property
    def tag(self) -> Tag:
        state = State(self.booking.state)
        return Tag(str(state.label), LOOKS.get(state, ""))

    @property
    def seat_from(self) -> str:
        pool = self.booking.pool
        if pool is None:
            return ""
        return "frei" if pool.is_rest else f"Kontingent {seat_words.reserved_for(pool)}"


def name_in_lists(booking: Booking) -> str:
    """ "Berger, Nilgün"; of a guest, who wrote one text, the last word is taken for the family name."""
    if booking.person is not None:
        return ", ".join(filter(None, (booking.person.last_name, booking.person.first_name)))
    return guest_in_lists(booking.name)


def guest_in_lists(name: str) -> str:
    first, _space, last = name.strip().rpartition(" ")
    return f"{last}, {first}" if first else last


def places_of(workshop: Workshop) -> QuerySet:
    """Its places, the earliest first."""
    return Place.objects.filter(pk__in=_place_keys(workshop)).order_by("starts_at", "pk")


def _place_keys(workshop: Workshop) -> QuerySet:
    rows = WorkshopDate.objects.filter(workshop=workshop, place__isnull=False)
    return rows.order_by().values("place")


def bookings_of(workshop: Workshop) -> QuerySet:
    return Booking.objects.filter(place__in=_place_keys(workshop))


def booking_of(workshop: Workshop, pk: int) -> Booking | None:
    """One booking of this workshop, with all that its page shows."""
    rows = bookings_of(workshop).for_lists().select_related("place", "booked_by")
    return rows.prefetch_related("pool__organisations").filter(pk=pk).first()


def found(workshop: Workshop, chosen: Chosen) -> QuerySet:
    """All that match, in every state."""
    rows = bookings_of(workshop)
    if chosen.words:
        rows = rows.matching(chosen.words)
    if chosen.place:
        rows = rows.filter(place_id=int(chosen.place))
    if chosen.format:
        rows = rows.filter(format__key=chosen.format)
    if chosen.need:
        answers = Answer.objects.filter(question__workshop=workshop, question__kind=Question.Kind.NEEDS)
        if chosen.need != WITH_NEEDS:
            answers = answers.filter(question_id=int(chosen.need))
        rows = rows.filter(pk__in=answers.order_by().values("booking"))
    return rows


@dataclass(frozen=True)
class Found:
    """The keys of what was found, sorted, and how many there are in each tab."""

    keys: list[int]
    counts: dict[str, int]


def index(workshop: Workshop, chosen: Chosen) -> Found:
    """One query."""
    columns = ("pk", "state", "person__last_name", "person__first_name", "name", "created_at")
    rows = list(found(workshop, chosen).values_list(*columns))
    by_state = Counter(row[1] for row in rows)
    counts = {key: sum(by_state[state] for state in states) for key, states in STATES.items()}
    rows = [row for row in rows if row[1] in STATES[chosen.tab]]
    rows.sort(key=lambda row: (fold(f"{row[2]}, {row[3]}" if row[2] else guest_in_lists(row[4])), row[0]))
    if chosen.order == NEWEST:
        rows.sort(key=lambda row: row[5], reverse=True)
    elif chosen.order == BY_STATE:
        places = {state: number for number, state in enumerate(_BY_STATE)}
        rows.sort(key=lambda row: places[State(row[1])])
    return Found([row[0] for row in rows], counts)


_BY_STATE = (
    *(State.REQUESTED, State.RELEASE, State.OFFERED, State.WAITING, State.CONFIRMED, State.UNCONFIRMED),
    *(State.DECLINED, State.LAPSED, State.CANCELLED),
)


def rows_of(keys: Sequence[int], *, with_needs: bool) -> list[Row]:
    """The bookings of these keys, in this order; with needs only for whoever may read them (access.can_read_needs). Four
    queries."""
    loaded = Booking.objects.filter(pk__in=keys).for_lists().select_related("place")
    bookings = loaded.prefetch_related("pool__organisations").in_bulk()
    known = [bookings[key] for key in keys if key in bookings]
    needs = needs_of(keys) if with_needs else {}
    returned = undelivered(known)
    return [Row(one, needs.get(one.pk, ()), one.pk in returned) for one in known]


def needs_of(keys: Iterable[int]) -> dict[int, list[str]]:
    """Answers to questions about needs, by booking."""
    found: dict[int, list[str]] = defaultdict(list)
    answers = Answer.objects.filter(booking__in=list(keys), question__kind=Question.Kind.NEEDS)
    for answer in answers.select_related("question").order_by("question__position", "question"):
        words = answer.words if answer.value is not True else answer.question.label
        found[answer.booking_id].append(words)
    return found


def undelivered(bookings: Sequence[Booking]) -> set[int]:
    """The keys of those to whose present address a mail could not be delivered. One query."""
    by_matter = {about(one): one for one in bookings}
    failed = Message.objects.undelivered_about(by_matter).values_list("about", "to")
    return {
        by_matter[matter].pk
        for matter, to in failed
        if by_matter[matter].holder_email and by_matter[matter].holder_email in to
    }


def figures(workshop: Workshop, counts: dict[str, int]) -> list[Figure]:
    """What the desk says on top. Two queries."""
    pools = list(
        Pool.objects.filter(format__place__in=_place_keys(workshop))
        .select_related("format")
        .prefetch_related("organisations")
        .order_by("format__key", "pk")
    )
    found = [Figure(counts["angemeldet"], "angemeldet")]
    by_format: dict[str, int] = defaultdict(int)
    for pool in pools:
        if pool.is_rest:
            by_format[str(pool.format)] += pool.free
    for label, free in by_format.items():
        found.append(Figure(free, "noch frei für alle" if len(by_format) == 1 else f"noch frei für alle, {label}"))
    for pool in pools:
        if pool.is_held:
            until = f"offen im Kontingent {seat_words.reserved_for(pool)}, bis {long_date(pool.release_at)}"
            found.append(Figure(pool.free, until))
    found.append(Figure(counts["warteliste"], "auf der Warteliste"))
    found.append(Figure(counts["zu-genehmigen"], "zur Genehmigung"))
    return found
