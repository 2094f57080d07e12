"""Topics, by the short names in the demo's data."""

TOPICS = {
    "zugang": "Zugang und Erstberatung",
    "fallmanagement": "Fallmanagement",
    "hilfeplanung": "Hilfeplanung",
    "schulden": "Schuldnerberatung",
    "wohnen": "Wohnungssicherung",
    "arbeit": "Arbeit und Beschäftigung",
    "gesundheit": "Sucht und seelische Gesundheit",
    "familie": "Familie und Alleinerziehende",
    "alter": "Alter und Pflege",
    "migration": "Migration und Sprachmittlung",
    "planung": "Sozialplanung",
    "netzwerk": "Netzwerkarbeit",
    "controlling": "Fach- und Finanzcontrolling",
    "datenschutz": "Datenschutz und Schweigepflicht",
    "lernen": "Qualifizierung",
    "sprache": "Verständliche Sprache",
}
