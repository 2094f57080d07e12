"""A map of the network computed from coordinates alone, without tiles of a third party. A template renders the result."""

from netzwerk.directory.map.drawing import Drawing, Pin, Region, draw, places_of
from netzwerk.directory.map.geometry import Spot

__all__ = ["Drawing", "Pin", "Region", "Spot", "draw", "places_of"]
