"""Criteria of good practice and the three scales (evidence, cost, effect); their texts are in criteria.toml.

Each criterion has its own stage; they are not combined into a score (DOMAIN.md 7).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db.models import TextChoices

HIGHEST_STAGE = 4


@dataclass(frozen=True)
class Criterion:
    key: str
    name: str
    question: str
    text: str
    stages: tuple[str, ...]  # by stage, 0 to 4


@dataclass(frozen=True)
class Step:
    """A value of one of the scales."""

    key: str
    name: str
    text: str


class Evidence(TextChoices):
    """How well the results are supported."""

    EXPERIENCE = "erfahrung", "Erfahrungsbericht"
    NUMBERS = "zahlen", "Eigene Zahlen"
    COMPARISON = "vergleich", "Eigene Auswertung mit Vergleich"
    EVALUATION = "evaluation", "Externe Evaluation"
    REPEATED = "mehrfach", "An mehreren Orten bestätigt"


class Cost(TextChoices):
    """Additional cost in a year."""

    NONE = "keine", "ohne zusätzliche Mittel"
    LOW = "gering", "bis 10.000 Euro im Jahr"
    MEDIUM = "mittel", "10.000 bis 50.000 Euro im Jahr"
    HIGH = "hoch", "50.000 bis 250.000 Euro im Jahr"
    VERY_HIGH = "sehr-hoch", "über 250.000 Euro im Jahr"


class Effect(TextChoices):
    """Whether it had an effect."""

    UNCLEAR = "unklar", "noch unklar"
    NONE = "keine", "keine Wirkung gefunden"
    SIGNS = "hinweise", "Hinweise auf Wirkung"
    SHOWN = "belegt", "Wirkung belegt"


class CriterionKey(TextChoices):
    TARGET_GROUP = "zielgruppenbezug", "Zielgruppenbezug"
    CONCEPT = "konzeption", "Konzeption"
    SETTING = "settingansatz", "Settingansatz"
    EMPOWERMENT = "empowerment", "Empowerment"
    PARTICIPATION = "partizipation", "Partizipation"
    LOW_THRESHOLD = "niedrigschwelligkeit", "Niedrigschwelligkeit"
    MULTIPLIERS = "multiplikatoren", "Multiplikatoren"
    SUSTAINABILITY = "nachhaltigkeit", "Nachhaltigkeit"
    INTEGRATED = "integriertes-handeln", "Integriertes Handeln"
    QUALITY = "qualitaetsmanagement", "Qualitätsmanagement"
    EVALUATION = "evaluation", "Dokumentation und Evaluation"
    COST_BENEFIT = "kosten-nutzen", "Kosten-Nutzen"


@cache
def _texts() -> dict:
    return tomllib.loads((Path(__file__).parent / "criteria.toml").read_text(encoding="utf-8"))


@cache
def criteria() -> dict[str, Criterion]:
    """By key, in the order of CriterionKey."""
    found = {one["key"]: one for one in _texts()["criterion"]}
    return {key: Criterion(**{**found[key], "stages": tuple(found[key]["stages"])}) for key in CriterionKey.values}


@cache
def explained(scale: str) -> dict[str, Step]:
    """The steps of a scale ("evidence", "cost", "effect") by key."""
    return {one["key"]: Step(**one) for one in _texts()[scale]}
