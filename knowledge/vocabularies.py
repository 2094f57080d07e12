"""The vocabularies that classify reports. The topics belong to the whole network; the others are registered by the library."""

from pathlib import Path

from django.db.models import TextChoices

from netzwerk.surfaces.registry import TOPICS, Vocabulary

FIRST_TERMS = Path(__file__).parent / "first_terms.toml"


class ReportVocabulary(TextChoices):
    """The facets of reports whose values are terms. The key is the name of the facet in URLs."""

    TOPIC = TOPICS, "Themenfeld"
    PHASE = "phase", "Phase des Case Management"
    GROUP = "zielgruppe", "Zielgruppe"
    PROVIDER = "traegerart", "Art des Trägers"
    SIZE = "groessenklasse", "Größe der Kommune"
    REGION = "region", "Region"
    LAW = "rechtskreis", "Rechtskreis"


VOCABULARIES = tuple(
    Vocabulary(one.value, 20 + number, one.label, FIRST_TERMS)
    for number, one in enumerate(ReportVocabulary)
    if one.value != TOPICS
)
