"""Random numbers that are the same in each run."""

from random import Random


def chances(seed: int) -> Random:
    return Random(seed)  # noqa: S311  not for security; must be repeatable
