"""Steuerung vor Ort: start of the section, planning of offers, cooperation."""

STEERING = {
    "type": "content",
    "slug": "steuerung-vor-ort",
    "title": "Steuerung vor Ort",
    "lead": (
        "Gute Fallarbeit braucht gute Angebote. Auf dieser Ebene sorgt die Kommune dafür, dass Hilfen da sind, "
        "zusammenpassen und wirken."
    ),
    "teaser": (
        "Angebote gemeinsam planen, Träger verbinden, Wirkung und Kosten verstehen: die zweite Ebene der "
        "Sozialagentur."
    ),
    "picture": "kreis",
    "picture_alt": "Eine Landschaft mit Dörfern, die durch Straßen verbunden sind",
    "menu": True,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Im Einzelfall zeigt sich, was Menschen brauchen. Die Steuerung vor Ort sorgt dafür, dass daraus "
                "Folgen entstehen. Sie verbindet drei Fragen: Welche Angebote gibt es? Welche fehlen? Und was "
                "bewirken sie?</p>"
            ),
        ),
        (
            "facts",
            {
                "title": "Vier Aufgaben",
                "items": [
                    {"term": "Planen", "value": "Bedarf erkennen und Angebote abstimmen"},
                    {"term": "Verbinden", "value": "Ämter und Träger zu verlässlicher Zusammenarbeit bringen"},
                    {
                        "term": "Prüfen",
                        "value": "Mit wenigen Kennzahlen sehen, ob die Arbeit gelingt und was sie kostet",
                    },
                    {"term": "Lernen", "value": "Hinweise aus den Fällen in die Planung holen"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Klein anfangen</h2>"
                "<p>Sie brauchen keine neue Abteilung. Ein fester Termin im Monat, eine gemeinsame Liste der Angebote "
                "und drei gut erklärte Kennzahlen sind ein ernsthafter Anfang. Lesen Sie zuerst "
                "[[vom-einzelfall-zur-planung|Vom Einzelfall zur Planung]].</p>"
            ),
        ),
        ("news_list", {"title": "Neues zur Steuerung", "topic": "steuerung", "count": 3}),
    ],
    "children": [],
}

OFFERS = {
    "type": "content",
    "slug": "angebote-planen",
    "title": "Angebote gemeinsam planen",
    "lead": "Angebotsplanung beginnt mit einer einfachen Liste und einer ehrlichen Frage: Wen erreichen wir nicht?",
    "teaser": "In sechs Schritten zu einem abgestimmten Angebot: Liste, Lücken, Doppelungen, Vereinbarung und Pflege.",
    "picture": "bausteine",
    "picture_alt": "Bausteine, die zusammen ein Haus bilden",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>In vielen Orten gibt es mehr Hilfe, als bekannt ist, und weniger, als nötig wäre. Beides "
                "zugleich. Wer plant, schafft zuerst Überblick und spricht dann über Lücken.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "In sechs Schritten",
                "items": [
                    {
                        "title": "Sammeln",
                        "text": (
                            "<p>Tragen Sie alle Angebote zusammen, auch kleine und ehrenamtliche. Nutzen Sie eine "
                            "gemeinsame Tabelle, zum Beispiel die [[dok:vorlage-angebotsliste|Vorlage "
                            "Angebotsliste]].</p>"
                        ),
                    },
                    {
                        "title": "Prüfen",
                        "text": (
                            "<p>Stimmen Öffnungszeiten, Zielgruppe, Sprachen, Barrierefreiheit, Wartezeit? Jeder "
                            "Träger bestätigt seine eigenen Zeilen.</p>"
                        ),
                    },
                    {
                        "title": "Bedarf daneben legen",
                        "text": (
                            "<p>Was melden die Fallmanager:innen? Was sagen Bevölkerungszahlen, Schulen, "
                            "Beratungsstellen und die Menschen selbst? Hilfreich ist die Seite "
                            "[[sozialplanung-nutzen|Sozialplanung nutzen]].</p>"
                        ),
                    },
                    {
                        "title": "Lücken und Doppelungen benennen",
                        "text": (
                            "<p>Unterscheiden Sie: Fehlt das Angebot? Ist es zu weit weg, zu voll, zu unbekannt oder "
                            "nicht zugänglich?</p>"
                        ),
                    },
                    {
                        "title": "Entscheiden",
                        "text": (
                            "<p>Wenige Vorhaben, klare Zuständigkeit, Geld und Zeitplan. Was nicht begonnen wird, "
                            "steht auf einer sichtbaren Liste.</p>"
                        ),
                    },
                    {
                        "title": "Pflegen",
                        "text": (
                            "<p>Alle sechs Monate prüft jeder Träger seine Einträge. Ein veraltetes Verzeichnis "
                            "schadet mehr als keines.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "table",
            {
                "caption": "Lücken genauer beschreiben",
                "columns": ["Beobachtung", "Frage dahinter", "Mögliche Antwort"],
                "rows": [
                    [
                        "Wartezeit von Monaten",
                        "Fehlen Plätze, oder kommen viele mit Anliegen, die anderswo besser passen?",
                        "Kurze Erstberatung vorschalten",
                    ],
                    [
                        "Angebot wird kaum genutzt",
                        "Unbekannt, unerreichbar, unpassend?",
                        "Nutzer:innen fragen, Ort oder Uhrzeit ändern",
                    ],
                    [
                        "Zwei gleiche Angebote",
                        "Echte Doppelung oder verschiedene Zielgruppen?",
                        "Absprache über Schwerpunkte",
                    ],
                    [
                        "Angebot endet mit der Förderung",
                        "Wer braucht es weiterhin?",
                        "Früh mit Trägern über Anschluss sprechen",
                    ],
                    [
                        "Menschen fahren in den Nachbarkreis",
                        "Was gibt es dort, was hier fehlt?",
                        "Gemeinsame Finanzierung prüfen",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Wer am Tisch sitzen sollte</h2>"
                "<ul>"
                "<li>Fallmanagement und Leistung</li>"
                "<li>Sozialplanung, Jugendhilfe, Gesundheit</li>"
                "<li>Wohlfahrtsverbände und freie Träger, auch kleine</li>"
                "<li>Menschen, die Angebote nutzen oder genutzt haben</li>"
                "<li>Je nach Thema: Wohnungsunternehmen, Schulen, Arbeitsvermittlung</li>"
                "</ul>"
                "<p>Menschen mit eigener Erfahrung brauchen gute Bedingungen: eine Aufwandsentschädigung, "
                "verständliche Unterlagen und eine Person, die vorher und nachher Zeit hat.</p>"
            ),
        ),
        (
            "quotation",
            {
                "text": (
                    "Unsere Liste hatte 90 Zeilen. Beim Abtelefonieren stellte sich heraus, dass ein Viertel nicht "
                    "mehr stimmte. Seitdem hat jede Zeile ein Prüfdatum."
                ),
                "person": "Tilo Ravensieper",
                "role": "Sozialplanung, Stadt Tannwerder",
            },
        ),
        (
            "text",
            (
                "<h2>Stolpersteine</h2>"
                "<h3>Planung ohne Mandat</h3>"
                "<p>Wenn niemand entscheiden darf, werden Treffen bald schlecht besucht. Klären Sie vorher, was die "
                "Runde beschließen kann und was sie nur empfiehlt.</p>"
                "<h3>Wettbewerb am Tisch</h3>"
                "<p>Träger konkurrieren um Mittel. Das darf man aussprechen. Trennen Sie das Gespräch über Bedarf vom "
                "Gespräch über Förderung, zeitlich und möglichst auch personell.</p>"
                "<h3>Der große Wurf</h3>"
                "<p>Ein Gesamtplan in zwei Jahren ist oft veraltet, bevor er fertig ist. Besser sind jährlich zwei "
                "Themen, die zu Ende gebracht werden.</p>"
                "<h2>Worauf es ankommt</h2>"
                "<p>Gute Angebotsplanung erkennt man daran, dass Fallmanager:innen die Liste benutzen, statt eigene "
                "Zettel zu führen. Wie man Träger gewinnt, steht unter [[traeger-zusammenbringen|Träger "
                "zusammenbringen]].</p>"
            ),
        ),
    ],
    "children": [],
}

COOPERATION = {
    "type": "content",
    "slug": "traeger-zusammenbringen",
    "title": "Träger zusammenbringen",
    "lead": (
        "Zusammenarbeit gelingt, wenn alle wissen, was sie davon haben, was sie einbringen und wie Streit geklärt "
        "wird."
    ),
    "teaser": (
        "Kooperation zwischen Kommune und Trägern: Anlässe, Vereinbarung, gute Sitzungen und der Umgang mit "
        "Konflikten."
    ),
    "picture": "runder-tisch",
    "picture_alt": "Mehrere Personen sitzen an einem runden Tisch und beraten sich",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Kommunen und freie Träger brauchen einander. Das Recht der Sozialhilfe achtet die "
                "Selbstständigkeit der freien Wohlfahrtspflege: Zusammenarbeit entsteht durch Absprache, nicht durch "
                "Anweisung. Rechtsgrundlage ist § 5 SGB XII. Stand: November 2026.</p>"
                "<h2>Mit einem Anlass beginnen</h2>"
                "<p>Ein Treffen „zum Austausch“ trägt selten lange. Besser ist eine gemeinsame Sorge: zu viele "
                "Räumungen, lange Wartezeiten, Jugendliche ohne Abschluss. Formulieren Sie die Sorge als Frage, auf "
                "die niemand allein eine Antwort hat.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Von der Einladung zur Vereinbarung",
                "items": [
                    {
                        "title": "Einzeln vorsprechen",
                        "text": "<p>Reden Sie mit jeder Stelle vorab. Was wünscht sie sich, was befürchtet sie?</p>",
                    },
                    {
                        "title": "Gemeinsam beschreiben",
                        "text": (
                            "<p>Wie läuft ein typischer Fall heute? Zeichnen Sie den Weg der Person auf, nicht die "
                            "Zuständigkeiten.</p>"
                        ),
                    },
                    {
                        "title": "Eine Verbesserung wählen",
                        "text": "<p>Nur eine, und zwar eine, die in drei Monaten spürbar ist.</p>",
                    },
                    {
                        "title": "Schriftlich festhalten",
                        "text": (
                            "<p>Zwei Seiten genügen. Das [[dok:muster-kooperationsvereinbarung|Muster]] ist ein "
                            "Anfang.</p>"
                        ),
                    },
                    {
                        "title": "Überprüfen",
                        "text": "<p>Nach sechs Monaten: Was hat sich für die Menschen geändert?</p>",
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Was in eine Vereinbarung gehört</h2>"
                "<ul>"
                "<li>Ziel und Zielgruppe in zwei Sätzen</li>"
                "<li>Aufgaben jeder Seite</li>"
                "<li>Ansprechpersonen mit Vertretung</li>"
                "<li>Fristen: Wer antwortet wem in welcher Zeit?</li>"
                "<li>Regeln zum Datenschutz: Austausch nur mit Erlaubnis der Person</li>"
                "<li>Geld: Wer trägt welche Kosten?</li>"
                "<li>Vorgehen bei Streit</li>"
                "<li>Laufzeit, Überprüfung und Kündigung</li>"
                "</ul>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Wenn es schwierig wird",
                "items": [
                    {
                        "title": "Ein Träger sagt immer wieder ab",
                        "text": (
                            "<p>Fragen Sie nach dem Grund, bevor Sie deuten. Kleine Träger haben oft niemanden für "
                            "Vertretungen. Vielleicht hilft ein anderer Termin, eine Zuschaltung oder eine gemeinsame "
                            "Vertretung mehrerer kleiner Träger.</p>"
                        ),
                    },
                    {
                        "title": "Es geht immer nur um Geld",
                        "text": (
                            "<p>Geben Sie dem Geld einen eigenen Termin mit den Personen, die entscheiden dürfen. In "
                            "der Fachrunde wird über Bedarf und Abläufe gesprochen.</p>"
                        ),
                    },
                    {
                        "title": "Zwei Stellen geben sich gegenseitig die Schuld",
                        "text": (
                            "<p>Nehmen Sie einen abgeschlossenen Fall ohne Namen und gehen Sie ihn Schritt für "
                            "Schritt durch. Die Frage lautet: An welcher Stelle hätte eine andere Absprache "
                            "geholfen?</p>"
                        ),
                    },
                    {
                        "title": "Die Kommune dominiert",
                        "text": (
                            "<p>Wechseln Sie Ort und Moderation. Veröffentlichen Sie die Tagesordnung vorab und "
                            "lassen Sie alle Punkte anmelden.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "image",
            {
                "picture": "rathaus",
                "alt": "Ein Rathaus an einem Platz",
                "decorative": False,
                "caption": (
                    "Sitzungen müssen nicht immer im Rathaus stattfinden. Ein Besuch beim Träger verändert das "
                    "Gespräch."
                ),
            },
        ),
        (
            "text",
            (
                "<h2>Gute Sitzungen</h2>"
                "<ul>"
                "<li>Eine Tagesordnung mit höchstens vier Punkten, jeder mit dem Hinweis: informieren, beraten oder "
                "beschließen.</li>"
                "<li>Beginn und Ende werden eingehalten.</li>"
                "<li>Das Protokoll nennt Beschlüsse und Aufgaben, nicht den Verlauf.</li>"
                "<li>Offene Aufgaben stehen beim nächsten Mal am Anfang.</li>"
                "</ul>"
                "<h2>Worauf es ankommt</h2>"
                "<p>Kooperation zeigt sich an schlechten Tagen. Wenn eine Stelle überlastet ist und trotzdem anruft, "
                "statt zu schweigen, ist die Zusammenarbeit gut. Dafür braucht es Menschen, die sich kennen. Planen "
                "Sie gegenseitige Besuche ein, auch wenn sie keinen Punkt auf der Tagesordnung haben.</p>"
            ),
        ),
    ],
    "children": [],
}
