"""The one function that the Schedule row may name."""

from netzwerk.surfaces import clock


def tick() -> dict[str, int | None]:
    return clock.tick()
