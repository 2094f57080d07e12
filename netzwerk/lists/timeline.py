"""What a timeline (components/timeline.html) shows."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TimelineEntry:
    at: date  # or a moment, which is shown with its time
    heading: str
    text: str = ""
    by: str = ""

    @property
    def has_time(self) -> bool:
        return hasattr(self.at, "hour")
