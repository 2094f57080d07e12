"""What a list of dates (components/date_list.html) shows: a badge with the day, a title, a line, and tags."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils import timezone


class Tag(NamedTuple):
    words: str
    look: str = (
        ""  # "own", "now": mine; "good": free; "soon": act soon; "late": late or cancelled; "" for a plain fact
    )


@dataclass(frozen=True)
class DateEntry:
    day: date
    title: str
    url: str
    text: str = ""  # time, place and kind; or a summary
    tags: Sequence[Tag] = ()
    is_cancelled: bool = False  # said by a tag too, because it is also struck through
    when: str = ""  # the time, before the text
    last_day: date | None = None  # of more than one day

    @property
    def is_in_one_month(self) -> bool:
        """ "2.–3." fits into the badge."""
        return self.last_day is not None and (self.day.year, self.day.month) == (
            self.last_day.year,
            self.last_day.month,
        )

    @property
    def is_other_year(self) -> bool:
        """The badge names the year only where it is not the present one."""
        return self.day.year != timezone.localdate().year
