"""Chance that falls the same way at each run."""

from random import Random


def chances(seed: int) -> Random:
    return Random(seed)  # noqa: S311  it hides nothing, it must repeat itself
