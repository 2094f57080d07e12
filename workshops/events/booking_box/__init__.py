"""The box of a workshop's page: how it stands with the seats, for this reader, and the next step."""

from workshops.events.booking_box.reading import OWN, box_of
from workshops.events.booking_box.shown import Box

__all__ = ["OWN", "Box", "box_of"]
