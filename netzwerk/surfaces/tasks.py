"""What jobs may name: the one function of the Schedule row, and a part of the clock in a queue of its own."""

from netzwerk.surfaces import clock


def tick() -> dict[str, int | None]:
    return clock.tick(in_queues=True)


def run_part(key: str) -> int:
    return clock.run_part(key)
