"""The official municipality key (Amtlicher Gemeindeschlüssel, AGS): eight digits, Land · Bezirk · Kreis · Gemeinde.

Its structure: 2 digits Land (01 to 16), 1 Regierungsbezirk, 2 Kreis, 3 Gemeinde. A Kreis and a kreisfreie Stadt end in 000.
The first five digits name the Kreis. There is no check digit.
"""

import re

from django.conf import settings
from django.core.exceptions import ValidationError

LANDS = {
    "01": "Schleswig-Holstein",
    "02": "Hamburg",
    "03": "Niedersachsen",
    "04": "Bremen",
    "05": "Nordrhein-Westfalen",
    "06": "Hessen",
    "07": "Rheinland-Pfalz",
    "08": "Baden-Württemberg",
    "09": "Bayern",
    "10": "Saarland",
    "11": "Berlin",
    "12": "Brandenburg",
    "13": "Mecklenburg-Vorpommern",
    "14": "Sachsen",
    "15": "Sachsen-Anhalt",
    "16": "Thüringen",
}
DEMO_LANDS = {"99": "Lindmark"}  # invented


def known_lands() -> dict[str, str]:
    return LANDS | DEMO_LANDS if settings.DEMO else LANDS


def land_of(ags: str) -> str:
    """Name of the Land of this key, "" for no key."""
    return known_lands().get(ags[:2], "")


def district_key(ags: str) -> str:
    """The five digits of the Kreis or kreisfreie Stadt, "" for a whole Land and for no key."""
    return "" if len(ags) != 8 or ags.endswith("000000") else ags[:5]


def check_ags(ags: str) -> None:
    """Raises ValidationError for a text that is not an AGS."""
    if not re.fullmatch(r"[0-9]{8}", ags):
        raise ValidationError("Der Gemeindeschlüssel (AGS) hat genau acht Ziffern, zum Beispiel 05315000.")
    if ags[:2] not in known_lands():
        raise ValidationError(
            f"Ein Land mit der Kennzahl {ags[:2]} gibt es nicht. Der Schlüssel beginnt mit 01 bis 16."
        )


def ags_error(kind: str, ags: str) -> str:
    """What is wrong with this key for this kind of organisation, "" where it fits (or is missing)."""
    if ags and kind in ("city", "district") and not ags.endswith("000"):
        return "Der Schlüssel eines Kreises oder einer kreisfreien Stadt endet auf 000."
    if ags and kind == "town" and ags.endswith("000"):
        return "Der Schlüssel einer kreisangehörigen Gemeinde endet nicht auf 000."
    return ""
