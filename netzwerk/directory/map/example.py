"""The map of the style page."""

from typing import Any

from netzwerk.directory.map import Spot, draw


def example_map() -> dict[str, Any]:
    """One marker of each kind, in two Kreise."""

    def spot(latitude: float, longitude: float, kind: str, district: str, is_pilot: bool = False) -> Spot:
        return Spot(latitude, longitude, "Beispiel", "beispiel", "Auen", kind, is_pilot, district, f"Kreis {district}")

    drawing = draw(
        [
            *(spot(51.60, 7.10, "city", "Auenrode", is_pilot=True), spot(51.40, 7.35, "town", "Auenrode")),
            *(spot(51.35, 8.10, "provider", "Steinau"), spot(51.65, 8.25, "research", "Steinau")),
            *(spot(51.50, 8.35, "welfare", "Steinau"), spot(51.50, 8.35, "town", "Steinau", is_pilot=True)),
        ]
    )
    return {"map": drawing}
