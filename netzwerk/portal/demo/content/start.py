"""The start page."""

START = {
    "title": "Startseite",
    "headline": "Soziale Hilfe aus einer Hand. Gemeinsam lernen, wie sie gelingt.",
    "lead": (
        "Städte, Kreise, Wohlfahrtsverbände und freie Träger arbeiten hier daran, dass aus der Sozialhilfe "
        "ein sozialer Dienst wird. Das Netzwerk zeigt Grundlagen, Methoden und Erfahrungen aus der Praxis."
    ),
    "actions": [
        {"label": "Die Sozialagentur kennenlernen", "page": "die-sozialagentur"},
        {"label": "Im Netzwerk mitmachen", "page": "wer-mitmacht"},
    ],
    "tasks": [
        {
            "icon": "town",
            "title": "Eine Sozialagentur aufbauen",
            "text": "Vom Auftrag bis zum Regelbetrieb: Modelle, Rollen und Fragen zur Selbstprüfung.",
            "page": "weg-zur-sozialagentur",
            "note": "Acht Schritte",
        },
        {
            "icon": "plan",
            "title": "Fallmanagement anwenden",
            "text": "Vom ersten Gespräch bis zum Abschluss: Leitfragen, Beispielsätze und Vorlagen.",
            "page": "fallmanagement",
            "note": "Sechs Phasen, sechs Vorlagen",
        },
        {
            "icon": "people",
            "title": "Mit anderen lernen",
            "text": "Wer mitmacht, wie wir zusammenarbeiten und wie Ihr Haus dazukommt.",
            "page": "das-netzwerk",
            "note": "Offen für Kommunen, Verbände und Träger",
        },
    ],
    "levels": {
        "title": "Zwei Ebenen, ein Ziel",
        "text": (
            "Gute Hilfe für einzelne Menschen und gute Angebote vor Ort brauchen einander. "
            "Eine Sozialagentur arbeitet deshalb auf beiden Ebenen."
        ),
        "items": [
            {
                "title": "Den Einzelfall steuern",
                "text": (
                    "Eine feste Ansprechperson berät, plant gemeinsam mit der Person und sorgt dafür, "
                    "dass die Hilfen zusammenpassen."
                ),
                "page": "fallmanagement",
            },
            {
                "title": "Die Angebote steuern",
                "text": (
                    "Kommune und Träger planen gemeinsam, schließen Lücken und prüfen, "
                    "was die Arbeit bewirkt und was sie kostet."
                ),
                "page": "steuerung-vor-ort",
            },
        ],
    },
    "numbers": [
        {"value": "11", "label": "Modellstandorte erprobten die Idee in Nordrhein-Westfalen"},
        {"value": "3", "label": "wissenschaftliche Partner begleiteten das Modellprojekt"},
        {"value": "2001–2004", "label": "Zeitraum des Modellprojekts"},
    ],
    "body": [
        (
            "quotation",
            {
                "text": (
                    "Früher habe ich gefragt: Was steht Ihnen zu? Heute frage ich auch: Was brauchen Sie, "
                    "und wer muss dafür miteinander reden?"
                ),
                "person": "Jorin Talbach",
                "role": "Teamleitung, Stadt Hellenfurt",
            },
        ),
        ("news_list", {"title": "Neues aus dem Netzwerk", "topic": "", "count": 3}),
        (
            "call_to_action",
            {
                "title": "Sie planen eine Sozialagentur oder haben schon eine?",
                "text": "Erzählen Sie uns davon. Wir bringen Sie mit Häusern zusammen, die ähnliche Fragen haben.",
                "page": "kontakt",
                "label": "Kontakt aufnehmen",
            },
        ),
    ],
}
