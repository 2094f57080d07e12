"""Die Sozialagentur: introducing it, and the roles."""

PATH = {
    "type": "content",
    "slug": "weg-zur-sozialagentur",
    "title": "Der Weg zur Sozialagentur in Schritten",
    "lead": (
        "Eine Sozialagentur entsteht nicht mit einem Beschluss. Diese acht Schritte haben sich als Gerüst bewährt, "
        "die Reihenfolge dürfen Sie anpassen."
    ),
    "teaser": "Acht Schritte von der ersten Idee bis zum Regelbetrieb: Auftrag, Analyse, Team, Probelauf, Auswertung.",
    "picture": "wegweiser",
    "picture_alt": "Ein Wegweiser steht an einem Weg",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Planen Sie für die Einführung eher Jahre als Monate. Die größten Verzögerungen entstehen selten "
                "durch Technik. Sie entstehen, wenn der Auftrag unklar ist, das Team zu spät beteiligt wird oder "
                "freie Träger erst vom fertigen Konzept erfahren.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Acht Schritte",
                "items": [
                    {
                        "title": "Auftrag klären",
                        "text": (
                            "<p>Verwaltungsleitung und Politik sagen, was die Sozialagentur erreichen soll und wie "
                            "breit das Ziel ist. Halten Sie auf einer Seite fest: Zielgruppe, Ziel, Zeitraum, "
                            "verfügbare Stellen. Hilfreich ist die Seite zur [[breite-des-ziels|Breite des "
                            "Ziels]].</p>"
                        ),
                    },
                    {
                        "title": "Ausgangslage ansehen",
                        "text": (
                            "<p>Zählen Sie, was Sie schon haben: laufende Fälle, offene Stellen, Angebote, "
                            "Absprachen. Sprechen Sie mit Mitarbeitenden und mit Menschen, die Leistungen beziehen. "
                            "Zehn gute Gespräche zeigen oft mehr als ein dicker Bericht.</p>"
                        ),
                    },
                    {
                        "title": "Träger und Verbände früh einladen",
                        "text": (
                            "<p>Wer später mitarbeiten soll, gehört an den Anfang. Legen Sie offen, was schon "
                            "entschieden ist und was nicht. Siehe [[traeger-zusammenbringen|Träger "
                            "zusammenbringen]].</p>"
                        ),
                    },
                    {
                        "title": "Modell wählen",
                        "text": (
                            "<p>Entscheiden Sie, ob [[fallmanagement-und-leistung|Fallmanagement und Leistung]] "
                            "getrennt oder verbunden sind, wer Zugang hat und wie viele Fälle eine Stelle "
                            "begleitet.</p>"
                        ),
                    },
                    {
                        "title": "Team aufbauen",
                        "text": (
                            "<p>Beschreiben Sie die [[rollen-im-team|Rollen]], besetzen Sie sie und planen Sie "
                            "Qualifizierung und Supervision fest ein. Ohne Zeit für Einarbeitung trägt kein "
                            "Konzept.</p>"
                        ),
                    },
                    {
                        "title": "Werkzeuge bereitstellen",
                        "text": (
                            "<p>Leitfaden für das Erstgespräch, Einschätzungsbogen, Hilfeplan, Netzwerkkarte: "
                            "Beginnen Sie mit wenigen, gut erklärten Blättern. Unsere [[vorlagen|Vorlagen]] dürfen "
                            "Sie anpassen.</p>"
                        ),
                    },
                    {
                        "title": "Klein beginnen und auswerten",
                        "text": (
                            "<p>Starten Sie mit einem Bezirk oder einer Zielgruppe. Vereinbaren Sie vorher, woran Sie "
                            "nach sechs und zwölf Monaten erkennen, ob es besser läuft. Sammeln Sie auch, was "
                            "stört.</p>"
                        ),
                    },
                    {
                        "title": "In den Regelbetrieb gehen",
                        "text": (
                            "<p>Übernehmen Sie, was sich bewährt hat, und lassen Sie weg, was niemand nutzt. Sichern "
                            "Sie Stellen und Geld im Haushalt. Berichten Sie der Politik ehrlich, auch über offene "
                            "Fragen.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "quotation",
            {
                "text": (
                    "Wir wollten mit allen Bezirken gleichzeitig starten. Nach vier Wochen haben wir zwei Bezirke "
                    "angehalten und erst einmal zugehört. Das war der beste Beschluss des Jahres."
                ),
                "person": "Jorin Talbach",
                "role": "Teamleitung, Stadt Hellenfurt",
            },
        ),
        (
            "text",
            (
                "<h2>Fragen zur Selbstprüfung</h2>"
                "<ul>"
                "<li>Kann jede Person im Team in zwei Sätzen sagen, wozu es die Sozialagentur gibt?</li>"
                "<li>Wissen die Mitarbeitenden der Geldleistung, was sich für sie ändert und was nicht?</li>"
                "<li>Gibt es eine Stelle, an der Probleme gemeldet und innerhalb von zwei Wochen beantwortet "
                "werden?</li>"
                "<li>Ist die Fallzahl je Stelle festgelegt, und wer darf sie ändern?</li>"
                "<li>Sind Personalrat, Gleichstellung und Datenschutz seit Beginn dabei?</li>"
                "<li>Ist beschrieben, wie Klient:innen Rückmeldung geben?</li>"
                "</ul>"
                "<h2>Was oft schiefgeht</h2>"
                "<h3>Zu viele Formulare am Anfang</h3>"
                "<p>Jedes zusätzliche Pflichtfeld kostet Gesprächszeit. Fragen Sie bei jedem Feld: Wer nutzt die "
                "Antwort, und wofür?</p>"
                "<h3>Der Probelauf endet nie</h3>"
                "<p>Ein Probelauf braucht ein Enddatum und einen Beschluss darüber, wer danach entscheidet. Sonst "
                "gewöhnen sich alle an das Vorläufige.</p>"
                "<h3>Die zweite Ebene fehlt</h3>"
                "<p>Gute Fallarbeit stößt schnell an Grenzen, wenn Angebote fehlen. Planen Sie deshalb von Anfang an "
                "auch die [[steuerung-vor-ort|Steuerung vor Ort]].</p>"
            ),
        ),
        (
            "call_to_action",
            {
                "title": "Sie stehen am Anfang?",
                "text": "Die Geschäftsstelle nennt Ihnen gern Häuser, die gerade an derselben Stelle stehen.",
                "page": "kontakt",
                "label": "Nachricht schreiben",
            },
        ),
    ],
    "children": [],
}

ROLES = {
    "type": "content",
    "slug": "rollen-im-team",
    "title": "Rollen im Team",
    "lead": "Klare Rollen entlasten. Sie verhindern, dass Aufgaben doppelt erledigt werden oder liegen bleiben.",
    "teaser": (
        "Fallmanagement, Leistung, Teamleitung, Controlling, Planung, Datenschutz: Aufgaben und Grenzen der Rollen."
    ),
    "picture": "runder-tisch",
    "picture_alt": "Mehrere Personen sitzen an einem runden Tisch und beraten sich",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Eine Rolle ist keine Stelle. In kleinen Kommunen trägt eine Person oft zwei Rollen. Das ist in "
                "Ordnung, wenn es ausgesprochen wird und wenn zwei Rollen getrennt bleiben, die sich gegenseitig "
                "prüfen sollen.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Rollen und ihre Aufgaben",
                "columns": ["Rolle", "Kernaufgabe", "Entscheidet über", "Entscheidet nicht über"],
                "rows": [
                    [
                        "Empfang und Erstauskunft",
                        "Anliegen aufnehmen, dringende Fälle erkennen, Termin vereinbaren",
                        "Dringlichkeit und Weitergabe",
                        "Aufnahme ins Fallmanagement",
                    ],
                    [
                        "Fallmanager:in",
                        "Einschätzen, planen, steuern, überprüfen, abschließen",
                        "Ablauf und Inhalt der Begleitung, gemeinsam mit der Person",
                        "Höhe der Geldleistung im getrennten Modell",
                    ],
                    [
                        "Sachbearbeitung Leistung",
                        "Ansprüche prüfen, bescheiden, auszahlen",
                        "Bewilligung nach dem Gesetz",
                        "Ziele im Hilfeplan",
                    ],
                    [
                        "Teamleitung",
                        "Fälle verteilen, Fachlichkeit sichern, Team schützen",
                        "Fallverteilung, Vertretung, Freigabe von Abschlüssen",
                        "Einzelne Schritte im Fall ohne Anlass",
                    ],
                    ["Sozialplanung", "Bedarf und Angebot zusammenführen", "Vorschläge für Angebote", "Einzelfälle"],
                    [
                        "Controlling",
                        "Kennzahlen erklären und prüfen",
                        "Auswertung und Darstellung",
                        "Fachliche Bewertung einzelner Fälle",
                    ],
                    [
                        "Datenschutzbeauftragte:r",
                        "Beraten und kontrollieren",
                        "Empfehlungen, Prüfung der Zugriffe",
                        "Inhalte der Fallarbeit",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Die Fallmanager:in</h2>"
                "<p>Fallmanager:innen brauchen Zeit, Entscheidungsspielraum und Rückhalt. Zur Rolle gehören:</p>"
                "<ul>"
                "<li>Gespräche führen, die Vertrauen schaffen und trotzdem verbindlich enden;</li>"
                "<li>eine Lage aus mehreren Blickwinkeln einschätzen;</li>"
                "<li>mit Stellen verhandeln, denen man nichts vorschreiben kann;</li>"
                "<li>Widersprüche aushalten und dokumentieren;</li>"
                "<li>einen Fall auch wieder beenden.</li>"
                "</ul>"
                "<h2>Die Teamleitung</h2>"
                "<p>Die Teamleitung achtet auf die Zahl der Fälle, nicht nur auf deren Dauer. Sie sorgt dafür, dass "
                "jede Woche Zeit für kollegiale Beratung bleibt. Sie vertritt das Team gegenüber dem Haus, wenn "
                "Aufgaben dazukommen.</p>"
                "<h2>Was sich trennen sollte</h2>"
                "<ul>"
                "<li><b>Fallarbeit und Kontrolle der Zugriffe.</b> Wer Fälle führt, prüft nicht selbst das Protokoll "
                "der Zugriffe.</li>"
                "<li><b>Fallarbeit und Auswertung.</b> Wer Kennzahlen veröffentlicht, sieht keine Namen.</li>"
                "<li><b>Begleitung und Widerspruch.</b> Über einen Widerspruch entscheidet nicht die Person, die den "
                "Fall begleitet.</li>"
                "</ul>"
            ),
        ),
        (
            "facts",
            {
                "title": "Für die Einführung einer neuen Kolleg:in",
                "items": [
                    {"term": "Erste Woche", "value": "Hospitation bei zwei Erstgesprächen, Lesen der Leitfäden"},
                    {"term": "Erster Monat", "value": "Eigene Fälle nur gemeinsam mit einer Patin oder einem Paten"},
                    {"term": "Bis Monat drei", "value": "Wenige Fälle, wöchentliches Gespräch mit der Teamleitung"},
                    {"term": "Danach", "value": "Volle Fallzahl erst, wenn beide Seiten zustimmen"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Worauf es ankommt</h2>"
                "<p>Schreiben Sie die Rollen so auf, dass sie auf eine Seite passen. Besprechen Sie einmal im Jahr, "
                "was sich verschoben hat. Und prüfen Sie die Vertretung im Ernstfall: Kann die Vertretung morgen früh "
                "den nächsten Termin führen, ohne jemanden anzurufen? Wenn nicht, fehlt etwas im "
                "[[monitoring|laufenden Überblick über den Fall]].</p>"
            ),
        ),
        ("news_list", {"title": "Neues zur Qualifizierung", "topic": "qualifizierung", "count": 3}),
    ],
    "children": [],
}
