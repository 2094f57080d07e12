"""What somebody on the waiting list sees: the queue as a row, and how they came to their place in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from netzwerk.lists.timeline import TimelineEntry
from netzwerk.seats.models import Booking

AROUND = 2  # places that are shown before and after one's own


@dataclass(frozen=True)
class Queue:
    position: int
    row: Sequence[int | None]  # None stands for places that are left out
    history: Sequence[TimelineEntry]  # the newest first

    @property
    def last(self) -> TimelineEntry:
        return self.history[0]


def queue_of(booking: Booking) -> Queue:
    """Two queries."""
    position = booking.position() or 1
    left = booking.format.bookings.that_left_before(booking).values_list(
        "left_queue_at", "state", "confirmed_at", "offered_until"
    )
    at = position + len(left)
    history = [TimelineEntry(booking.waiting_since, f"Auf die Warteliste gesetzt, Platz {at}")]
    for moment, state, confirmed_at, offered_until in left:
        promoted = confirmed_at is not None or offered_until is not None or state == Booking.State.LAPSED
        why = "Eine Person ist nachgerückt." if promoted else "Eine Person hat die Warteliste verlassen."
        history.append(TimelineEntry(moment, f"Von Platz {at} auf Platz {at - 1}", why))
        at -= 1
    return Queue(position, _row(position, max(booking.format.waiting, position)), history[::-1])


def _row(position: int, number: int) -> list[int | None]:
    shown = sorted({1, number, *range(max(1, position - AROUND), min(number, position + AROUND) + 1)})
    row: list[int | None] = []
    for one in shown:
        if row and row[-1] is not None and one - row[-1] > 1:
            row.append(None if one - row[-1] > 2 else one - 1)
        row.append(one)
    return row
