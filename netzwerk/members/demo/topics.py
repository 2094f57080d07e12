"""Topics, by the short names in the demo's data: the slugs of terms."""

TOPICS = {
    "zugang": "leistungszugang",
    "fallmanagement": "fallsteuerung",
    "hilfeplanung": "fallsteuerung",
    "schulden": "schulden",
    "wohnen": "wohnungsverlust",
    "arbeit": "arbeit",
    "gesundheit": "gesundheit",
    "familie": "familie",
    "alter": "alter",
    "migration": "migration",
    "planung": "angebotsplanung",
    "netzwerk": "kooperation",
    "controlling": "controlling",
    "datenschutz": "datenschutz",
    "lernen": "personal",
    "sprache": "verstaendliche-sprache",
}
