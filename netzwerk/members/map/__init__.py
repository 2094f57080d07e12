"""A map of the network drawn from coordinates alone: no tiles, no third party. Pure functions; a template draws the result."""

from netzwerk.members.map.drawing import Drawing, Pin, Region, draw, places_of
from netzwerk.members.map.geometry import Spot

__all__ = ["Drawing", "Pin", "Region", "Spot", "draw", "places_of"]
