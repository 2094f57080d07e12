"""Die Sozialagentur: words of the field."""

WORDS = {
    "type": "content",
    "slug": "wichtige-woerter",
    "title": "Wichtige Wörter",
    "lead": "Fachwörter kurz erklärt. Die Liste hilft, wenn verschiedene Häuser dasselbe meinen und anders nennen.",
    "teaser": (
        "Fachwörter aus Fallmanagement und Steuerung in einfachen Sätzen erklärt, von Anamnese bis Zielerreichung."
    ),
    "picture": None,
    "picture_alt": "",
    "menu": False,
    "footer": False,
    "body": [
        (
            "accordion",
            {
                "title": "Wörter aus der Fallarbeit",
                "items": [
                    {
                        "title": "Anamnese",
                        "text": (
                            "<p>Das gemeinsame Zurückschauen: Wie kam es zur heutigen Lage, was hat schon geholfen, "
                            "was nicht?</p>"
                        ),
                    },
                    {
                        "title": "Falleinschätzung",
                        "text": (
                            "<p>Der Blick auf alle wichtigen Lebenslagen, aus Sicht der Person und aus fachlicher "
                            "Sicht. Siehe [[falleinschaetzung|Falleinschätzung]].</p>"
                        ),
                    },
                    {
                        "title": "Fallmanagement",
                        "text": (
                            "<p>Eine Arbeitsweise in festen Phasen: Zugang, Einschätzung, Plan, Steuerung, "
                            "Überprüfung, Abschluss. Das englische Wort lautet Case Management.</p>"
                        ),
                    },
                    {
                        "title": "Hilfeplan",
                        "text": (
                            "<p>Das gemeinsame Blatt mit Zielen, Schritten, Zuständigen und Terminen. Manche Gesetze "
                            "kennen eigene Planarten mit eigenen Regeln.</p>"
                        ),
                    },
                    {
                        "title": "Lebenslage",
                        "text": "<p>Ein Bereich des Lebens, etwa Wohnen, Gesundheit oder Arbeit.</p>",
                    },
                    {
                        "title": "Ressource",
                        "text": (
                            "<p>Eine Stärke oder ein Vorrat: ein Mensch, ein Können, eine Erfahrung, Zeit, Geld.</p>"
                        ),
                    },
                    {
                        "title": "Schweigepflichtentbindung",
                        "text": (
                            "<p>Die Erlaubnis einer Person, dass eine bestimmte Stelle einer anderen etwas Bestimmtes "
                            "mitteilt. Sie gilt für einen Zweck und eine Zeit und lässt sich zurücknehmen.</p>"
                        ),
                    },
                    {
                        "title": "Wiedervorlage",
                        "text": "<p>Eine Erinnerung mit Datum, damit nichts liegen bleibt.</p>",
                    },
                ],
            },
        ),
        (
            "accordion",
            {
                "title": "Wörter aus der Steuerung",
                "items": [
                    {
                        "title": "Angebot",
                        "text": (
                            "<p>Eine Hilfe, die jemand vor Ort bereithält, zum Beispiel Schuldnerberatung oder ein "
                            "Tagestreff.</p>"
                        ),
                    },
                    {
                        "title": "Fachcontrolling",
                        "text": "<p>Regelmäßiges Prüfen, ob die Arbeit fachlich das erreicht, was sie soll.</p>",
                    },
                    {
                        "title": "Finanzcontrolling",
                        "text": (
                            "<p>Regelmäßiges Prüfen, was die Arbeit kostet und wofür das Geld ausgegeben wird.</p>"
                        ),
                    },
                    {
                        "title": "Geheimhaltung",
                        "text": (
                            "<p>Schutz davor, dass aus Zahlen einzelne Menschen erkennbar werden. Kleine Werte werden "
                            "deshalb nicht gezeigt oder gerundet.</p>"
                        ),
                    },
                    {
                        "title": "Kennzahl",
                        "text": (
                            "<p>Eine Zahl mit Erklärung: was gezählt wird, worauf sie sich bezieht, was sie nicht "
                            "sagt.</p>"
                        ),
                    },
                    {
                        "title": "Träger",
                        "text": (
                            "<p>Eine Organisation, die ein Angebot macht: eine Kommune, ein Verband, ein Verein, ein "
                            "Unternehmen.</p>"
                        ),
                    },
                    {
                        "title": "Vergleichsring",
                        "text": "<p>Eine Gruppe von Häusern, die ihre Zahlen nach gleichen Regeln vergleicht.</p>",
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Fehlt ein Wort?</h2>"
                "<p>Schreiben Sie der [[geschaeftsstelle|Geschäftsstelle]]. Nützlich ist ein Beispielsatz aus Ihrem "
                "Alltag.</p>"
            ),
        ),
    ],
    "children": [],
}
