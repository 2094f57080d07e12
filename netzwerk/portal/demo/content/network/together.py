"""Das Netzwerk: start of the section, members, working together."""

NETWORK = {
    "type": "content",
    "slug": "das-netzwerk",
    "title": "Das Netzwerk",
    "lead": (
        "Im Netzwerk Sozialagenturen lernen Kommunen, Kreise, Wohlfahrtsverbände und freie Träger voneinander. Es ist "
        "offen für alle, die an diesen Fragen arbeiten."
    ),
    "teaser": "Wer im Netzwerk Sozialagenturen mitmacht, wie zusammengearbeitet wird und wie Sie dazukommen.",
    "picture": "netzwerkkarte",
    "picture_alt": "Menschen, die durch Linien miteinander verbunden sind",
    "menu": True,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Niemand muss die Sozialagentur allein erfinden. Andere haben dieselben Fragen, manche haben "
                "Antworten, viele haben Umwege hinter sich. Das Netzwerk bringt sie zusammen: ehrlich, fachlich und "
                "ohne Wettbewerb um den schönsten Bericht.</p>"
            ),
        ),
        (
            "facts",
            {
                "title": "Das Netzwerk kurz gesagt",
                "items": [
                    {"term": "Wer", "value": "Kommunen, Kreise, Wohlfahrtsverbände, freie Träger"},
                    {"term": "Wozu", "value": "Voneinander lernen, gemeinsam Lösungen entwickeln"},
                    {"term": "Wie", "value": "Arbeitskreise, Werkstatttage, Besuche, gemeinsame Vorlagen"},
                    {"term": "Haltung", "value": "Auch Misslungenes wird erzählt"},
                    {"term": "Kontakt", "value": "Geschäftsstelle in Lindenbrück"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Wer dazugehört</h2>"
                '<p>Das <a href="/organisationen/">Verzeichnis der Organisationen</a> zeigt alle Mitglieder, auf einer '
                "Karte und nach Thema, Art und Größe.</p>"
                "<h2>Wen Sie fragen können</h2>"
                '<p>Mitglieder finden unter <a href="/menschen/">Wen kann ich fragen?</a> Menschen, die ihr Profil geöffnet '
                'haben und Fragen beantworten. Was wer im Portal darf, steht unter <a href="/rollen/">Wer darf was?</a></p>'
            ),
        ),
        ("news_list", {"title": "Aus dem Netzwerk", "topic": "netzwerk", "count": 3}),
        (
            "call_to_action",
            {
                "title": "Machen Sie mit",
                "text": "Ein Gespräch mit der Geschäftsstelle genügt für den Anfang.",
                "page": "wer-mitmacht",
                "label": "So kommen Sie dazu",
            },
        ),
    ],
    "children": [],
}

MEMBERS = {
    "type": "content",
    "slug": "wer-mitmacht",
    "title": "Wer mitmacht",
    "lead": (
        "Im Netzwerk arbeiten Häuser verschiedener Größe und Art zusammen. Was sie verbindet, ist die Frage, wie "
        "Hilfe besser zusammenpasst."
    ),
    "teaser": (
        "Kommunen, Kreise, Verbände und Träger im Netzwerk: wer dazugehört, was Mitglieder einbringen, wie man "
        "beitritt."
    ),
    "picture": "runder-tisch",
    "picture_alt": "Mehrere Personen sitzen an einem runden Tisch und beraten sich",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Das Portal ist neu. Die Orte und Organisationen auf dieser Seite sind erfunden. Sie zeigen, wie "
                "verschieden Mitglieder sein können.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Beispiele für Mitglieder (erfunden)",
                "columns": ["Mitglied", "Art", "Zielbreite", "Modell"],
                "rows": [
                    [
                        "Kreis Auenrode",
                        "Kreis mit vielen kleinen Gemeinden",
                        "Gut mit der Hilfe leben, aus der Hilfe herausfinden",
                        "Getrennt",
                    ],
                    ["Stadt Hellenfurt", "Größere Stadt mit Bezirksteams", "Alle drei Ziele", "Tandem"],
                    ["Stadt Lindenbrück", "Kreisstadt im Kreis Auenrode", "Bedarf vermeiden", "Getrennt"],
                    ["Stadt Tannwerder", "Kleine Stadt", "Bedarf vermeiden", "Verbunden"],
                    [
                        "Gemeindeverbund Mühlenthal-Ost",
                        "Vier Gemeinden mit gemeinsamem Team",
                        "Gut mit der Hilfe leben",
                        "Verbunden",
                    ],
                    ["Verband Soziale Arbeit Niederaue", "Wohlfahrtsverband", "Entfällt", "Entfällt"],
                    ["Werkhof Niederaue", "Freier Träger, Arbeit und Bildung", "Entfällt", "Entfällt"],
                ],
            },
        ),
        (
            "text",
            (
                "<p>Was Zielbreite und Modell bedeuten, steht unter [[breite-des-ziels|Breite des Ziels]] und "
                "[[fallmanagement-und-leistung|Fallmanagement und Leistung]]. Beide Angaben gehören zu jedem Profil, "
                "weil sonst Vergleiche in die Irre führen.</p>"
                "<h2>Wer Mitglied werden kann</h2>"
                "<ul>"
                "<li>Städte, Gemeinden, Kreise und ihre Zusammenschlüsse</li>"
                "<li>Wohlfahrtsverbände auf jeder Ebene</li>"
                "<li>Freie und gemeinnützige Träger</li>"
                "<li>Einrichtungen aus Wissenschaft und Ausbildung, die zum Thema arbeiten</li>"
                "</ul>"
                "<p>Einzelne Personen sind als Gäste in Arbeitskreisen willkommen. Was das Netzwerk je nach Haus "
                "bietet, lesen Sie unter [[fuer-kommunen-und-kreise|Für Kommunen und Kreise]] und "
                "[[fuer-verbaende-und-traeger|Für Wohlfahrtsverbände und freie Träger]].</p>"
                "<h2>Was Mitglieder einbringen</h2>"
                "<ul>"
                "<li>Eine Ansprechperson und eine Vertretung</li>"
                "<li>Ein Profil, das ehrlich und aktuell ist</li>"
                "<li>Einmal im Jahr eine Erfahrung, auch eine misslungene</li>"
                "<li>Die Bereitschaft, Fragen anderer zu beantworten</li>"
                "</ul>"
                "<h2>Was Mitglieder bekommen</h2>"
                "<ul>"
                "<li>Zugang zu Arbeitskreisen und Werkstatttagen</li>"
                "<li>Kontakt zu Häusern mit ähnlichen Bedingungen</li>"
                "<li>Vorlagen und gemeinsame Arbeitsergebnisse</li>"
                "<li>Rückmeldung zu eigenen Vorhaben</li>"
                "</ul>"
            ),
        ),
        (
            "steps",
            {
                "title": "So kommen Sie dazu",
                "items": [
                    {
                        "title": "Kennenlernen",
                        "text": (
                            "<p>Rufen Sie an oder schreiben Sie über die Seite [[kontakt|Kontakt]]. Ein Gespräch "
                            "dauert etwa eine halbe Stunde.</p>"
                        ),
                    },
                    {
                        "title": "Im Haus klären",
                        "text": "<p>Wer vertritt Sie, wie viel Zeit ist dafür vorgesehen, wer muss zustimmen?</p>",
                    },
                    {
                        "title": "Antrag stellen",
                        "text": (
                            '<p>Füllen Sie den <a href="/mitglied-werden/">Antrag</a> aus; das dauert zehn Minuten. Die '
                            "Geschäftsstelle fragt nach, wenn etwas offen ist, und nennt Ihnen nach der Aufnahme eine "
                            "Patin oder einen Paten aus einem anderen Haus.</p>"
                        ),
                    },
                    {
                        "title": "Profil schreiben",
                        "text": (
                            "<p>Wer sind Sie, was ist Ihr Ziel, wie arbeiten Sie? Ihr Profil steht danach im "
                            '<a href="/organisationen/">Verzeichnis der Organisationen</a>.</p>'
                        ),
                    },
                    {
                        "title": "Mitmachen",
                        "text": "<p>Wählen Sie einen Arbeitskreis. Einer genügt für den Anfang.</p>",
                    },
                ],
            },
        ),
        (
            "quotation",
            {
                "text": (
                    "Ich hatte Sorge, dass wir als Träger nur am Rand sitzen. Beim ersten Treffen kam die "
                    "Tagesordnung zur Hälfte von uns."
                ),
                "person": "Henrike Lohbeck",
                "role": "Verband Soziale Arbeit Niederaue",
            },
        ),
    ],
    "children": [],
}

WORKING_TOGETHER = {
    "type": "content",
    "slug": "zusammenarbeit",
    "title": "So arbeiten wir zusammen",
    "lead": "Wenige Regeln machen das Lernen leichter. Sie gelten für Arbeitskreise, Werkstatttage und Besuche.",
    "teaser": (
        "Formen und Regeln der Zusammenarbeit im Netzwerk: Arbeitskreise, Werkstatttage, Besuche, Offenheit und "
        "Schutz."
    ),
    "picture": "lernen",
    "picture_alt": "Eine kleine Gruppe lernt gemeinsam vor einer Tafel",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<h2>Drei Formen</h2>"
                "<h3>Arbeitskreise</h3>"
                "<p>Ein Arbeitskreis trifft sich vier- bis sechsmal im Jahr zu einem Thema. Er hat eine Leitung, eine "
                "Tagesordnung und ein Ziel für das Jahr. Zurzeit gibt es Arbeitskreise zu Qualifizierung, Controlling "
                "und Steuerung.</p>"
                "<h3>Werkstatttage</h3>"
                "<p>Ein Werkstatttag dauert einen Tag und bearbeitet eine Frage aus der Praxis. Am Ende steht etwas, "
                "das man mitnehmen kann: ein Leitfaden, eine Vorlage, eine Liste offener Fragen.</p>"
                "<h3>Besuche</h3>"
                "<p>Zwei oder drei Personen besuchen ein anderes Haus. Sie sehen zu, fragen und geben zum Schluss "
                "eine Rückmeldung: eine Stärke, eine Frage, eine Idee.</p>"
            ),
        ),
        (
            "facts",
            {
                "title": "Unsere Regeln",
                "items": [
                    {"term": "Offenheit", "value": "Wir erzählen auch, was nicht gelungen ist"},
                    {"term": "Schutz", "value": "Keine Namen, keine erkennbaren Fälle"},
                    {"term": "Gegenseitigkeit", "value": "Wer fragt, gibt auch etwas zurück"},
                    {"term": "Ergebnis", "value": "Jedes Treffen endet mit einer Verabredung"},
                    {"term": "Zugang", "value": "Räume ohne Stufen, verständliche Unterlagen, Zuschaltung möglich"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Gute Beiträge aus der Praxis</h2>"
                "<p>Ein guter Bericht erzählt in dieser Reihenfolge: Ausgangslage, Ziele, Zielgruppe, Vorgehen, "
                "Partner, Aufwand, Ergebnisse, Stolpersteine, Übertragbarkeit, Kontakt. Zwei Seiten reichen. "
                "Schreiben Sie dazu, woher Sie wissen, was Sie behaupten: eigene Beobachtung, eigene Auswertung oder "
                "Untersuchung von außen.</p>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Beispiele für gute Verabredungen",
                "items": [
                    {
                        "title": "Nach einem Arbeitskreis",
                        "text": (
                            "<p>„Hellenfurt schickt bis 15. Dezember den Leitfaden für die Übergabe. Auenrode und "
                            "Tannwerder probieren ihn an je drei Fällen aus. Im Februar sprechen wir über die "
                            "Änderungen.“</p>"
                        ),
                    },
                    {
                        "title": "Nach einem Besuch",
                        "text": (
                            "<p>„Wir übernehmen den Zettel mit Name, Termin und einer Aufgabe. Die Wartezone lassen "
                            "wir, wie sie ist. In einem halben Jahr rufen wir an und berichten.“</p>"
                        ),
                    },
                    {
                        "title": "Nach einem Werkstatttag",
                        "text": (
                            "<p>„Die Vorlage gilt als Entwurf. Wer sie nutzt, meldet bis Ende März, was gestrichen "
                            "werden kann.“</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Wenn wir verschiedener Meinung sind</h2>"
                "<p>Streit in der Sache ist erwünscht. Wir trennen drei Dinge: Was wissen wir? Was vermuten wir? Was "
                "wollen wir? Bleibt ein Unterschied, wird er im Protokoll festgehalten. Einigkeit ist kein Ziel an "
                "sich.</p>"
                "<h2>Protokolle</h2>"
                "<p>Ein Protokoll ist zuerst ein Entwurf. Alle Beteiligten können innerhalb einer Frist "
                "widersprechen. Danach gilt es. Offene Aufgaben kommen auf die nächste Tagesordnung.</p>"
                "<h2>Barrierefreiheit unserer Treffen</h2>"
                "<p>Sagen Sie uns früh, was Sie brauchen: Gebärdensprache, Schriftdolmetschen, einen ruhigen Raum, "
                "Unterlagen in großer Schrift, eine Begleitung. Wir planen Pausen nach spätestens 75 Minuten. Wer "
                "nicht reisen kann, schaltet sich zu.</p>"
            ),
        ),
        (
            "image",
            {
                "picture": "runder-tisch",
                "alt": "Mehrere Personen sitzen an einem runden Tisch und beraten sich",
                "decorative": False,
                "caption": "Am Tisch ist immer Platz für neue Gesichter.",
            },
        ),
        (
            "call_to_action",
            {
                "title": "Sie möchten zuhören, bevor Sie sich entscheiden?",
                "text": "Gäste sind in jedem Arbeitskreis einmal auch ohne Mitgliedschaft willkommen.",
                "page": "kontakt",
                "label": "Kontakt aufnehmen",
            },
        ),
    ],
    "children": [],
}
