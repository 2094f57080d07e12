"""What a list of dates (components/date_list.html) shows: a badge with the day, a title, a line, and tags."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils import timezone


class Tag(NamedTuple):
    words: str
    look: str = ""  # "good": free or mine; "late": late or cancelled; "" for a plain fact


@dataclass(frozen=True)
class DateEntry:
    day: date
    title: str
    url: str
    text: str = ""  # time, place and kind; or a summary
    tags: Sequence[Tag] = ()
    is_cancelled: bool = False  # said by a tag too, because it is also struck through

    @property
    def is_other_year(self) -> bool:
        """The badge names the year only where it is not the present one."""
        return self.day.year != timezone.localdate().year
