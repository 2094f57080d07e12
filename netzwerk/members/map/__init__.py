"""A map of the network drawn from coordinates alone: no tiles, no third party. Pure functions; a template draws the result."""

from netzwerk.members.map.drawing import LABEL_OF_SIGN, Drawing, Pin, Region, draw
from netzwerk.members.map.geometry import Spot

__all__ = ["LABEL_OF_SIGN", "Drawing", "Pin", "Region", "Spot", "draw"]
