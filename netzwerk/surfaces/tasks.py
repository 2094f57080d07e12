"""Functions that django-q2 jobs call by name: the one of the Schedule row, and one part of the clock."""

from netzwerk.surfaces import clock


def tick() -> dict[str, int | None]:
    return clock.tick(in_queues=True)


def run_part(key: str) -> int:
    return clock.run_part(key)
