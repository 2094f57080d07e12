"""A part of the map between two degrees of latitude and two of longitude, as written in a query parameter."""

import re
from dataclasses import dataclass
from decimal import Decimal

NUMBER = r"([0-9]{1,2}\.[0-9]{5})"
PATTERN = re.compile(",".join([NUMBER] * 4))


@dataclass(frozen=True)
class Area:
    south: Decimal
    west: Decimal
    north: Decimal
    east: Decimal

    def __str__(self) -> str:
        return f"{self.south:.5f},{self.west:.5f},{self.north:.5f},{self.east:.5f}"

    @classmethod
    def around(cls, latitudes: list[float], longitudes: list[float]) -> "Area":
        """The smallest area with all of these; organisations store five decimals."""
        edges = (min(latitudes), min(longitudes), max(latitudes), max(longitudes))
        return cls(*(Decimal(f"{edge:.5f}") for edge in edges))

    @classmethod
    def parse(cls, text: str) -> "Area | None":
        """The area of a query parameter, None if the text is not an area in Germany."""
        match = PATTERN.fullmatch(text)
        if match is None:
            return None
        area = cls(*(Decimal(edge) for edge in match.groups()))
        in_order = area.south <= area.north and area.west <= area.east
        return (
            area if in_order and area.south >= 47 and area.north <= 56 and area.west >= 5 and area.east <= 16 else None
        )
