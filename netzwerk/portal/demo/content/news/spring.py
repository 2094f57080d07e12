"""News from February to April 2026."""

SPRING = [
    {
        "slug": "geschaeftsstelle-nimmt-arbeit-auf",
        "title": "Die Geschäftsstelle nimmt ihre Arbeit auf",
        "lead": (
            "In Lindenbrück arbeitet seit heute die Geschäftsstelle des Netzwerks Sozialagenturen. Vier Personen "
            "teilen sich die Aufgaben."
        ),
        "teaser": "Seit heute gibt es in Lindenbrück eine Geschäftsstelle für das Netzwerk Sozialagenturen.",
        "date": "2026-02-02",
        "topic": "netzwerk",
        "picture": "telefon",
        "picture_alt": "Eine Person am Telefon",
        "body": [
            (
                "text",
                (
                    "<p>Die Büros in der Brückengasse sind eingerichtet, das Telefon ist angeschlossen. Zum Start hat "
                    "Nuran Kestel die Leitung übernommen. Sie war zuvor viele Jahre in der Sozialverwaltung tätig.</p>"
                    "<p>„Unsere erste Aufgabe ist Zuhören“, sagt sie. Bis Ende März führt das Team Gespräche mit "
                    "Kommunen, Verbänden und Trägern. Drei Fragen stehen im Mittelpunkt: Woran arbeiten Sie gerade? "
                    "Was haben Sie schon versucht? Was könnten andere von Ihnen lernen?</p>"
                    "<h2>So geht es weiter</h2>"
                    "<ul>"
                    "<li>Im Februar kommen die ersten Häuser zu einem Auftakt zusammen.</li>"
                    "<li>Im Frühjahr beginnen die ersten Arbeitskreise.</li>"
                    "<li>Im Lauf des Jahres entsteht dieses Portal.</li>"
                    "</ul>"
                    "<p>Die Geschäftsstelle ist montags bis donnerstags von 9 bis 15 Uhr erreichbar. Das Gebäude hat "
                    "keine Stufen. Wer ein Gespräch in Gebärdensprache wünscht, meldet sich bitte zwei Wochen vorher. "
                    "Alle Angaben stehen auf der Seite [[geschaeftsstelle|Geschäftsstelle]].</p>"
                ),
            ),
        ],
    },
    {
        "slug": "auftakt-mit-sieben-haeusern",
        "title": "Auftakt mit sieben Häusern",
        "lead": (
            "Vier Kommunen, ein Kreis, ein Verband und ein freier Träger haben sich zum ersten Mal getroffen. Am Ende "
            "standen Regeln auf einem Blatt."
        ),
        "teaser": (
            "Beim Auftakt in Lindenbrück verständigten sich sieben Häuser auf fünf Regeln für das gemeinsame Lernen."
        ),
        "date": "2026-02-19",
        "topic": "netzwerk",
        "picture": "runder-tisch",
        "picture_alt": "Mehrere Personen sitzen an einem runden Tisch und beraten sich",
        "body": [
            (
                "text",
                (
                    "<p>Der Kreis Auenrode, die Städte Hellenfurt, Lindenbrück und Tannwerder, der Gemeindeverbund "
                    "Mühlenthal-Ost, der Verband Soziale Arbeit Niederaue und der Werkhof Niederaue kamen für einen "
                    "Tag zusammen.</p>"
                    "<p>Am Vormittag stellte jedes Haus eine Sache vor, die gut läuft, und eine, die nicht läuft. Die "
                    "zweite Runde dauerte länger. Fast alle nannten das gleiche Problem: Nach der Vermittlung an eine "
                    "andere Stelle erfährt niemand, ob die Hilfe angekommen ist.</p>"
                    "<p>Am Nachmittag ging es um die Zusammenarbeit. Das Ergebnis sind fünf Regeln: Offenheit, "
                    "Schutz, Gegenseitigkeit, Ergebnis und Zugang. Sie stehen jetzt auf der Seite [[zusammenarbeit|So "
                    "arbeiten wir zusammen]].</p>"
                ),
            ),
            (
                "quotation",
                {
                    "text": (
                        "Ich habe an einem Tag mehr über das Nachbaramt gelernt als in fünf Jahren Schriftverkehr."
                    ),
                    "person": "Henrike Lohbeck",
                    "role": "Verband Soziale Arbeit Niederaue",
                },
            ),
            (
                "text",
                (
                    "<p>Nicht einig wurde sich die Runde bei der Frage, ob Häuser ihre Zahlen vergleichen sollen. Das "
                    "Thema geht an einen Arbeitskreis.</p>"
                ),
            ),
        ],
    },
    {
        "slug": "werkstatttag-erstgespraech",
        "title": "Werkstatttag: Das erste Gespräch",
        "lead": (
            "18 Fachkräfte haben einen Tag lang Erstgespräche geübt. Dabei ist die Checkliste entstanden, die Sie "
            "jetzt herunterladen können."
        ),
        "teaser": (
            "Bericht vom Werkstatttag zum Erstgespräch: geübte Gespräche, eine Checkliste und ein ehrlicher Irrtum."
        ),
        "date": "2026-03-05",
        "topic": "fallmanagement",
        "picture": "gespraech",
        "picture_alt": "Zwei Personen sitzen an einem Tisch und sprechen miteinander",
        "body": [
            (
                "text",
                (
                    "<p>Der Tag begann mit einem Versuch. Zwei Teilnehmende spielten ein Erstgespräch, zuerst mit "
                    "Fragebogen in der Hand, dann ohne. Im ersten Durchgang fielen 31 Fragen, im zweiten neun. "
                    "Trotzdem wusste die Fachkraft nach dem zweiten Gespräch mehr über das Anliegen.</p>"
                    "<p>In Gruppen wurde danach gesammelt, was ein erstes Gespräch leisten muss. Übrig blieb wenig: "
                    "Eiliges erkennen, zuhören, erklären, den nächsten Schritt verabreden. Alles andere hat Zeit.</p>"
                    "<h2>Was nicht aufging</h2>"
                    "<p>Die Gruppe wollte auch eine feste Liste von Ausschlussgründen schreiben. Das gelang nicht. "
                    "Jeder Grund hatte eine Ausnahme. Nun gibt es stattdessen eine Entscheidungshilfe mit fünf "
                    "Beobachtungen. Sie steht unter [[zugang-und-erstgespraech|Zugang und Erstgespräch]].</p>"
                ),
            ),
            (
                "downloads",
                {
                    "title": "Ergebnis des Tages",
                    "files": [
                        {
                            "document": "checkliste-erstgespraech",
                            "description": "Checkliste für Vorbereitung, Gespräch und Nachbereitung.",
                        },
                    ],
                },
            ),
        ],
    },
    {
        "slug": "arbeitskreis-steuerung-beginnt",
        "title": "Arbeitskreis Steuerung beginnt",
        "lead": (
            "Wie entstehen aus vielen einzelnen Hilfen abgestimmte Angebote? Damit befasst sich der neue Arbeitskreis "
            "Steuerung."
        ),
        "teaser": "Neuer Arbeitskreis Steuerung: Themen für 2026, Leitung, Termine und wie Sie mitmachen können.",
        "date": "2026-03-12",
        "topic": "steuerung",
        "picture": "kreis",
        "picture_alt": "Eine Landschaft mit Dörfern, die durch Straßen verbunden sind",
        "body": [
            (
                "text",
                (
                    "<p>Elf Personen aus Sozialplanung, Fallmanagement und von freien Trägern haben sich zum ersten "
                    "Mal getroffen. Die Leitung teilen sich Tilo Ravensieper aus Tannwerder und Henrike Lohbeck vom "
                    "Verband Soziale Arbeit Niederaue.</p>"
                    "<h2>Themen für 2026</h2>"
                    "<ul>"
                    "<li>Ein einfaches Verzeichnis der Angebote, das auch nach einem Jahr noch stimmt</li>"
                    "<li>Ein kurzer Weg für Hinweise aus der Fallarbeit</li>"
                    "<li>Ein Muster für Vereinbarungen zwischen Kommune und Träger</li>"
                    "</ul>"
                    "<p>Bewusst nicht auf der Liste steht das Thema Förderung. „Sobald es um Mittel geht, sitzen wir "
                    "uns gegenüber statt nebeneinander“, begründete ein Teilnehmer. Wenn Geld zur Sprache kommt, wird "
                    "es notiert und an anderer Stelle beraten.</p>"
                    "<p>Der Arbeitskreis trifft sich alle zwei Monate, abwechselnd vor Ort und online. Gäste sind "
                    "willkommen. Eine Nachricht an die [[geschaeftsstelle|Geschäftsstelle]] genügt.</p>"
                ),
            ),
        ],
    },
    {
        "slug": "was-neue-kollegen-brauchen",
        "title": "Was neue Kolleg:innen wirklich brauchen",
        "lead": (
            "Der Arbeitskreis Qualifizierung hat neun Fachkräfte befragt, die weniger als ein Jahr im Fallmanagement "
            "arbeiten. Die Antworten waren deutlich."
        ),
        "teaser": (
            "Neun neue Fachkräfte berichten, was ihnen im ersten Jahr geholfen hat: Zuschauen, wenige Fälle, feste "
            "Ansprechperson."
        ),
        "date": "2026-03-26",
        "topic": "qualifizierung",
        "picture": "lernen",
        "picture_alt": "Eine kleine Gruppe lernt gemeinsam vor einer Tafel",
        "body": [
            (
                "text",
                (
                    "<p>Gefragt wurde, was in den ersten Monaten geholfen hat und was nicht. Am häufigsten genannt "
                    "wurde das Zuschauen: Wer drei Gespräche einer erfahrenen Kollegin erlebt hatte, ging ruhiger in "
                    "das erste eigene.</p>"
                    "<p>An zweiter Stelle stand eine feste Ansprechperson im Team, an dritter eine kleine Fallzahl zu "
                    "Beginn. Eher hinderlich fanden viele lange Einweisungen in die Software, bevor sie überhaupt "
                    "einen Fall kannten.</p>"
                ),
            ),
            (
                "facts",
                {
                    "title": "Kurz gefasst",
                    "items": [
                        {"term": "Half sehr", "value": "Hospitation, Pat:innen, wenige Fälle"},
                        {"term": "Half etwas", "value": "Handbuch, Übungsfälle"},
                        {"term": "Half kaum", "value": "Softwareschulung am ersten Tag"},
                    ],
                },
            ),
            (
                "text",
                (
                    "<p>Die Befragung ist klein und nicht repräsentativ. Der Arbeitskreis nutzt sie, um die Fragen "
                    "für eine größere Runde zu schärfen. Ein Vorschlag zur Einarbeitung steht bereits auf der Seite "
                    "[[rollen-im-team|Rollen im Team]].</p>"
                ),
            ),
        ],
    },
    {
        "slug": "tannwerder-raeumt-angebotsliste-auf",
        "title": "Tannwerder räumt seine Angebotsliste auf",
        "lead": (
            "90 Einträge, 90 Anrufe: Die Stadt Tannwerder hat ihr Verzeichnis geprüft. Ein Viertel der Angaben "
            "stimmte nicht mehr."
        ),
        "teaser": (
            "Die Stadt Tannwerder hat alle 90 Einträge ihrer Angebotsliste geprüft und erzählt, was sie heute anders "
            "macht."
        ),
        "date": "2026-04-16",
        "topic": "steuerung",
        "picture": "wegweiser",
        "picture_alt": "Ein Wegweiser steht an einem Weg",
        "body": [
            (
                "text",
                (
                    "<p>Die Liste war drei Jahre alt und galt als gut. Dann rief eine Fallmanagerin bei einer "
                    "Beratungsstelle an, die es seit einem Jahr nicht mehr gab. Daraufhin beschloss die "
                    "Sozialplanung, jede Zeile zu prüfen.</p>"
                    "<p>Zwei Personen brauchten dafür drei Wochen. Telefonnummern waren falsch, Sprechzeiten "
                    "geändert, manche Angebote eingestellt. Es fanden sich aber auch sieben Angebote, die niemand im "
                    "Amt kannte.</p>"
                    "<h2>Was sich geändert hat</h2>"
                    "<ul>"
                    "<li>Jede Zeile hat ein Prüfdatum und eine zuständige Person beim Träger.</li>"
                    "<li>Einträge ohne Bestätigung werden nach sechs Monaten grau.</li>"
                    "<li>Die Spalte „Wartezeit“ gibt es nicht mehr. Sie war immer falsch. Stattdessen steht dort, wer "
                    "eine aktuelle Auskunft gibt.</li>"
                    "</ul>"
                    "<p>Der letzte Punkt war umstritten. Einige Fallmanager:innen hätten die Spalte gern behalten. Im "
                    "Herbst wird noch einmal darüber gesprochen. Den Aufbau der Liste finden Sie in der "
                    "[[dok:vorlage-angebotsliste|Vorlage Angebotsliste]].</p>"
                ),
            ),
        ],
    },
    {
        "slug": "sprechstunde-sozialdatenschutz",
        "title": "Fragen zum Datenschutz? Jeden ersten Mittwoch",
        "lead": (
            "Ab Mai gibt es eine offene Sprechstunde zum Schutz von Sozialdaten. Sie richtet sich an Fachkräfte und "
            "Teamleitungen."
        ),
        "teaser": (
            "Offene Online-Sprechstunde zum Sozialdatenschutz, jeden ersten Mittwoch im Monat, ohne Anmeldung für "
            "Mitglieder."
        ),
        "date": "2026-04-29",
        "topic": "recht",
        "picture": "schluessel",
        "picture_alt": "Ein Schlüssel und ein Schloss",
        "body": [
            (
                "text",
                (
                    "<p>Darf ich das der Schuldnerberatung sagen? Wer darf in der Vertretung mitlesen? Was gehört in "
                    "eine Erlaubnis zum Austausch? Solche Fragen stellen sich jede Woche, und oft ist gerade niemand "
                    "da.</p>"
                    "<p>Deshalb bietet die Geschäftsstelle eine Sprechstunde an. Sie findet online statt, jeden "
                    "ersten Mittwoch im Monat von 14 bis 15 Uhr. Zwei Datenschutzbeauftragte aus Mitgliedshäusern "
                    "wechseln sich ab.</p>"
                    "<h2>Drei Regeln</h2>"
                    "<ul>"
                    "<li>Bitte schildern Sie keine echten Fälle. Erfinden Sie ein Beispiel mit derselben Frage.</li>"
                    "<li>Die Sprechstunde ersetzt nicht die Beratung im eigenen Haus.</li>"
                    "<li>Antworten, die für alle nützlich sind, werden ohne Bezug auf die fragende Person "
                    "gesammelt.</li>"
                    "</ul>"
                    "<p>Erste Sprechstunde ist am 6. Mai. Zum Einstieg eignet sich die Seite "
                    "[[vertraulichkeit|Vertraulichkeit in der Fallarbeit]]. Den Zugangslink verschickt die "
                    "[[geschaeftsstelle|Geschäftsstelle]] auf Anfrage.</p>"
                ),
            ),
        ],
    },
]
