"""Steuerung vor Ort: social planning and feedback from cases."""

SOCIAL_PLANNING = {
    "type": "content",
    "slug": "sozialplanung-nutzen",
    "title": "Sozialplanung nutzen",
    "lead": (
        "Sozialplanung verbindet Zahlen, Orte und Erfahrungen. Für die Sozialagentur ist sie die wichtigste Nachbarin."
    ),
    "teaser": (
        "Wie Sozialagentur und Sozialplanung zusammenarbeiten: Datenquellen, Sozialräume, Beteiligung und Berichte."
    ),
    "picture": "kreis",
    "picture_alt": "Eine Landschaft mit Dörfern, die durch Straßen verbunden sind",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Fallmanager:innen sehen Menschen. Sozialplaner:innen sehen Muster. Erst zusammen wird daraus ein "
                "Bild, auf das eine Kommune bauen kann. In kleinen Orten liegt beides manchmal in einer Hand. Dann "
                "hilft ein fester Tag im Monat, der nur der Planung gehört.</p>"
                "<h2>Welche Quellen es gibt</h2>"
            ),
        ),
        (
            "table",
            {
                "caption": "Quellen und ihre Grenzen",
                "columns": ["Quelle", "Zeigt", "Zeigt nicht"],
                "rows": [
                    ["Bevölkerungsstatistik", "Alter, Haushalte, Zu- und Wegzüge", "Sorgen und Wünsche"],
                    ["Leistungsstatistik", "Wer Leistungen bezieht", "Wer Anspruch hätte und nicht kommt"],
                    ["Meldungen aus den Fällen", "Konkrete Lücken im Alltag", "Menschen ohne Kontakt zum Amt"],
                    ["Gespräche in den Ortsteilen", "Wege, Treffpunkte, Stimmung", "Häufigkeit"],
                    [
                        "Jahresberichte der Träger",
                        "Nachfrage und Wartezeiten",
                        "Vergleichbare Zahlen, wenn jeder anders zählt",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<p>Keine Quelle reicht allein. Zwei Quellen, die dasselbe sagen, sind ein guter Hinweis. Zwei "
                "Quellen, die sich widersprechen, sind eine gute Frage.</p>"
                "<h2>Vom Ort her denken</h2>"
                "<p>Menschen leben nicht in Zuständigkeiten, sondern in Straßen und Dörfern. Ordnen Sie Bedarf und "
                "Angebote deshalb nach Sozialräumen. Achten Sie auf Wege: Ein Angebot in der Kreisstadt ist für "
                "jemanden ohne Auto vielleicht eine halbe Tagesreise entfernt.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Ein Sozialraumgespräch vorbereiten",
                "items": [
                    {
                        "title": "Zahlen bündeln",
                        "text": (
                            "<p>Eine Seite mit fünf Angaben zum Ortsteil. Mehr liest vor einem Gespräch niemand.</p>"
                        ),
                    },
                    {
                        "title": "Einladen",
                        "text": (
                            "<p>Menschen, die dort wohnen, arbeiten oder sich engagieren. Auch die Leiterin des "
                            "Ladens weiß viel.</p>"
                        ),
                    },
                    {
                        "title": "Fragen",
                        "text": (
                            "<p>Wer hat es hier schwer? Was hilft schon? Was würde den größten Unterschied machen?</p>"
                        ),
                    },
                    {
                        "title": "Zurückmelden",
                        "text": "<p>Nach vier Wochen erfahren alle Beteiligten, was aus ihren Hinweisen wird.</p>",
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Menschen beteiligen</h2>"
                "<p>Beteiligung ist mehr als eine Umfrage. Sprechen Sie dort mit Menschen, wo sie ohnehin sind: im "
                "Tagestreff, in der Ausgabestelle für Lebensmittel, auf dem Spielplatz. Versprechen Sie nur, was Sie "
                "halten können. „Wir nehmen drei Vorschläge mit und sagen Ihnen im Mai, was daraus wurde“ ist ein "
                "gutes Versprechen.</p>"
            ),
        ),
        (
            "quotation",
            {
                "text": (
                    "Die Statistik sagte: wenig Bedarf im Nordviertel. Die Busfahrerin sagte: Da wohnen viele, die "
                    "nie aussteigen. Beide hatten recht."
                ),
                "person": "Tilo Ravensieper",
                "role": "Sozialplanung, Stadt Tannwerder",
            },
        ),
        (
            "text",
            (
                "<h2>Ein Bericht, der gelesen wird</h2>"
                "<ul>"
                "<li>Beginnen Sie mit drei Feststellungen in ganzen Sätzen.</li>"
                "<li>Nennen Sie zu jeder Zahl Quelle, Zeitraum und Bezugsgröße.</li>"
                "<li>Zeigen Sie, was seit dem letzten Bericht geschehen ist.</li>"
                "<li>Schließen Sie mit Vorschlägen, die jemand beschließen kann.</li>"
                "<li>Halten Sie sich an zwanzig Seiten. Tabellen gehören in den Anhang.</li>"
                "</ul>"
                "<h2>Stolpersteine</h2>"
                "<ul>"
                "<li><b>Viertel mit Stempel.</b> Karten, die nur Belastungen zeigen, kränken die Menschen, die dort "
                "leben. Zeigen Sie auch Treffpunkte, Vereine und Nachbarschaft.</li>"
                "<li><b>Zu kleine Zahlen.</b> In kleinen Ortsteilen lassen sich Menschen erkennen. Fassen Sie "
                "zusammen oder lassen Sie Werte weg.</li>"
                "<li><b>Einmal und nie wieder.</b> Ein Bericht ohne Fortsetzung enttäuscht. Lieber kürzer und jedes "
                "Jahr.</li>"
                "</ul>"
                "<p>Wie Hinweise aus der Fallarbeit in die Planung gelangen, zeigt [[vom-einzelfall-zur-planung|Vom "
                "Einzelfall zur Planung]].</p>"
            ),
        ),
    ],
    "children": [],
}

FEEDBACK = {
    "type": "content",
    "slug": "vom-einzelfall-zur-planung",
    "title": "Vom Einzelfall zur Planung",
    "lead": (
        "Jeder Fall enthält Hinweise für die Angebote vor Ort. Damit sie ankommen, braucht es einen kurzen, festen "
        "Weg ohne Namen."
    ),
    "teaser": (
        "Rückkopplung von der Fallarbeit in die Planung: Meldung, Bündelung, Entscheidung und Antwort, ohne Namen."
    ),
    "picture": "wegweiser",
    "picture_alt": "Ein Wegweiser steht an einem Weg",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Fallmanager:innen wissen, was fehlt. Oft bleibt dieses Wissen im Büro. Nicht aus Bequemlichkeit, "
                "sondern weil niemand fragt oder weil frühere Hinweise ohne Antwort blieben. Die Rückkopplung ist das "
                "Gelenk zwischen den beiden Ebenen der Sozialagentur.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Der Weg eines Hinweises",
                "items": [
                    {
                        "title": "Melden",
                        "text": (
                            "<p>Wer im Fall keine passende Hilfe findet, schreibt drei Sätze: Welche Hilfe fehlt? Für "
                            "welche Lage? Was war die Zwischenlösung? Ohne Namen und ohne Einzelheiten, an denen man "
                            "jemanden erkennt.</p>"
                        ),
                    },
                    {
                        "title": "Bündeln",
                        "text": "<p>Einmal im Monat sortiert die Sozialplanung die Meldungen nach Thema und Ort.</p>",
                    },
                    {
                        "title": "Besprechen",
                        "text": (
                            "<p>Einmal im Quartal schauen Fallmanagement, Planung und Träger gemeinsam darauf.</p>"
                        ),
                    },
                    {
                        "title": "Entscheiden",
                        "text": (
                            "<p>Zu jedem Thema gibt es ein Ergebnis: sofort lösen, als Vorhaben planen, beobachten "
                            "oder begründet ablehnen.</p>"
                        ),
                    },
                    {
                        "title": "Antworten",
                        "text": (
                            "<p>Wer gemeldet hat, bekommt eine Antwort. Auch ein begründetes Nein ist eine "
                            "Antwort.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Was sich zu melden lohnt</h2>"
                "<ul>"
                "<li>Es gibt kein Angebot.</li>"
                "<li>Es gibt ein Angebot, aber die Wartezeit ist zu lang.</li>"
                "<li>Das Angebot ist nicht erreichbar: Weg, Uhrzeit, Barriere, Sprache, Kosten.</li>"
                "<li>Zwei Stellen schicken die Person hin und her.</li>"
                "<li>Eine Regel verhindert eine Lösung, die alle sinnvoll finden.</li>"
                "<li>Etwas hat überraschend gut funktioniert.</li>"
                "</ul>"
                "<p>Der letzte Punkt wird gern vergessen. Auch Gelungenes verdient eine Meldung.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Beispiel: aus Meldungen wird ein Vorhaben (erfunden)",
                "columns": ["Meldungen im Quartal", "Muster", "Ergebnis"],
                "rows": [
                    [
                        "Mehrere Alleinerziehende konnten Beratungstermine nicht wahrnehmen",
                        "Termine nur vormittags, Kita schließt früh",
                        "Beratung einmal in der Woche am Nachmittag, mit Spielecke",
                    ],
                    [
                        "Mehrere Personen verloren nach der Klinik den Anschluss",
                        "Entlassung freitags, niemand erreichbar",
                        "Absprache mit dem Sozialdienst der Klinik, Rückruf am Montag",
                    ],
                    [
                        "Einzelne Meldung zu fehlender Gebärdensprache",
                        "Selten, aber schwerwiegend",
                        "Rahmenabsprache mit Dolmetscher:innen",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Schutz der Menschen hinter den Meldungen</h2>"
                "<p>Schreiben Sie Meldungen so, dass niemand erkennbar ist. „Vater, 43, drei Kinder, seit Mai in der "
                "Birkenstraße“ ist kein Hinweis auf eine Lücke, sondern eine Beschreibung einer Familie. Besser: "
                "„Familie mit mehreren Kindern, keine bezahlbare Wohnung in Schulnähe.“ Einzelne seltene Meldungen "
                "werden erst gebündelt und dann gezeigt.</p>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Häufige Einwände",
                "items": [
                    {
                        "title": "Dafür haben wir keine Zeit",
                        "text": (
                            "<p>Drei Sätze dauern zwei Minuten. Ein fehlendes Angebot kostet in jedem weiteren Fall "
                            "Stunden. Legen Sie das Meldefeld dorthin, wo ohnehin dokumentiert wird.</p>"
                        ),
                    },
                    {
                        "title": "Es ändert sich ja doch nichts",
                        "text": (
                            "<p>Das ist der wichtigste Einwand. Beginnen Sie mit einem kleinen Thema, das sich lösen "
                            "lässt, und erzählen Sie davon.</p>"
                        ),
                    },
                    {
                        "title": "Das ist Aufgabe der Politik",
                        "text": (
                            "<p>Die Entscheidung über Geld ja. Aber die Politik braucht eine gute Beschreibung des "
                            "Bedarfs. Die kann nur aus der Praxis kommen.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Worauf es ankommt</h2>"
                "<p>Prüfen Sie einmal im Jahr drei Zahlen: Wie viele Meldungen gab es? Wie viele wurden beantwortet? "
                "Wie viele haben etwas verändert? Steigt die erste und sinkt die zweite, wird bald niemand mehr "
                "melden.</p>"
            ),
        ),
        (
            "call_to_action",
            {
                "title": "Und dann?",
                "text": (
                    "Aus gebündelten Hinweisen werden Vorhaben. Wie das gemeinsam gelingt, zeigt die nächste Seite."
                ),
                "page": "angebote-planen",
                "label": "Weiter zur Angebotsplanung",
            },
        ),
    ],
    "children": [],
}
