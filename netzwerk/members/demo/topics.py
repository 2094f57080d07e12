"""Subjects of the network's work, by the short word that the demo's data uses."""

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
