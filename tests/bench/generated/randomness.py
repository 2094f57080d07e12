"""Random numbers that are the same in each run."""

from random import Random


def seeded_random(seed: int) -> Random:
    return Random(seed)  # noqa: S311  not for security; must be repeatable
