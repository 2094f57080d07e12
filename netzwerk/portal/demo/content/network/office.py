"""Das Netzwerk: network office and press."""

OFFICE = {
    "type": "content",
    "slug": "geschaeftsstelle",
    "title": "Geschäftsstelle",
    "lead": (
        "Die Geschäftsstelle hält das Netzwerk zusammen. Sie beantwortet Fragen, organisiert Treffen und pflegt "
        "dieses Portal."
    ),
    "teaser": (
        "Aufgaben, Erreichbarkeit und Sprechstunden der Geschäftsstelle des Netzwerks Sozialagenturen in Lindenbrück."
    ),
    "picture": "telefon",
    "picture_alt": "Eine Person am Telefon",
    "menu": False,
    "footer": False,
    "body": [
        (
            "facts",
            {
                "title": "So erreichen Sie uns",
                "items": [
                    {"term": "Anschrift", "value": "Brückengasse 4, 00000 Lindenbrück (Ort erfunden)"},
                    {"term": "Telefon", "value": "030 23125 100 (Beispielnummer, nicht vergeben)"},
                    {"term": "Sprechzeit", "value": "Montag bis Donnerstag, 9 bis 15 Uhr"},
                    {"term": "Telefonische Beratung", "value": "Dienstag, 13 bis 15 Uhr"},
                    {"term": "Zugang", "value": "Ohne Stufen, Aufzug, barrierefreie Toilette"},
                ],
            },
        ),
        (
            "text",
            (
                "<p>Sie können uns auch schreiben: [[kontakt|zum Kontaktformular]] oder per Mail an "
                '<a href="mailto:geschaeftsstelle@netzwerk-sozialagenturen.example">'
                "geschaeftsstelle@netzwerk-sozialagenturen.example</a>"
                ".</p>"
                "<h2>Was wir tun</h2>"
                "<ul>"
                "<li>Wir nehmen neue Mitglieder auf und begleiten sie im ersten Jahr.</li>"
                "<li>Wir bereiten Arbeitskreise und Werkstatttage vor.</li>"
                "<li>Wir bringen Häuser mit ähnlichen Fragen zusammen.</li>"
                "<li>Wir prüfen und veröffentlichen Beiträge.</li>"
                "<li>Wir pflegen die [[vorlagen|Vorlagen]] und Texte dieses Portals.</li>"
                "</ul>"
                "<h2>Was wir nicht tun</h2>"
                "<ul>"
                "<li>Wir beraten nicht in einzelnen Fällen. Wenden Sie sich bitte an Ihr Sozialamt oder an eine "
                "Beratungsstelle in Ihrem Ort.</li>"
                "<li>Wir sehen keine Fallakten.</li>"
                "<li>Wir geben keine Rechtsauskunft.</li>"
                "<li>Wir stellen keine Ranglisten auf.</li>"
                "</ul>"
                "<p>Anfragen von Redaktionen beantworten wir über die Seite [[presse|Presse]].</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Wer wofür zuständig ist (Personen erfunden)",
                "columns": ["Name", "Aufgabe", "Am besten erreichbar"],
                "rows": [
                    ["Nuran Kestel", "Leitung, Mitgliedschaft", "Montag und Mittwoch, vormittags"],
                    ["Fenja Wiebrock", "Arbeitskreise, Werkstatttage", "Dienstag bis Donnerstag"],
                    ["Levin Orthaus", "Redaktion, Vorlagen, Presse", "Montag bis Mittwoch"],
                    ["Sanja Tribuk", "Technik und Barrierefreiheit des Portals", "Donnerstag"],
                ],
            },
        ),
        (
            "accordion",
            {
                "title": "Fragen an die Geschäftsstelle",
                "items": [
                    {
                        "title": "Wie schnell bekomme ich eine Antwort?",
                        "text": (
                            "<p>In der Regel innerhalb von drei Arbeitstagen. Dauert es länger, melden wir uns kurz "
                            "und sagen, wann wir antworten.</p>"
                        ),
                    },
                    {
                        "title": "Kann ich Gebärdensprache nutzen?",
                        "text": (
                            "<p>Ja. Schreiben Sie uns zwei Wochen vorher. Wir kümmern uns um Dolmetscher:innen.</p>"
                        ),
                    },
                    {
                        "title": "Kann die Geschäftsstelle zu uns kommen?",
                        "text": (
                            "<p>Ja, zweimal im Jahr besuchen wir einen Ort auf Einladung. Am besten verbinden Sie den "
                            "Besuch mit einem Gespräch im Team und mit Trägern.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "call_to_action",
            {
                "title": "Vielleicht steht die Antwort schon da",
                "text": "Viele Fragen kommen immer wieder. Die wichtigsten haben wir gesammelt.",
                "page": "haeufige-fragen",
                "label": "Zu den häufigen Fragen",
            },
        ),
    ],
    "children": [],
}

PRESS = {
    "type": "content",
    "slug": "presse",
    "title": "Presse",
    "lead": "Informationen für Redaktionen: Kurzbeschreibung, Hintergrund und Ansprechperson.",
    "teaser": (
        "Kurztext zum Netzwerk, Hintergrund zum Modellprojekt, Regeln für Bilder und die Ansprechperson für "
        "Redaktionen."
    ),
    "picture": "netzwerkkarte",
    "picture_alt": "Menschen, die durch Linien miteinander verbunden sind",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<h2>Kurzbeschreibung</h2>"
                "<p>Das Netzwerk Sozialagenturen verbindet Kommunen, Kreise, Wohlfahrtsverbände und freie Träger. Sie "
                "arbeiten daran, Sozialhilfe als soziale Dienstleistung zu gestalten: mit fester Ansprechperson, "
                "gemeinsamem Plan und abgestimmten Angeboten vor Ort. Im Netzwerk tauschen sie Erfahrungen aus und "
                "entwickeln gemeinsame Werkzeuge.</p>"
                "<p>Diesen Absatz dürfen Sie frei verwenden.</p>"
            ),
        ),
        (
            "facts",
            {
                "title": "Hintergrund",
                "items": [
                    {
                        "term": "Ursprung",
                        "value": "Landesinitiative „Sozialagenturen – Hilfen aus einer Hand“ in Nordrhein-Westfalen",
                    },
                    {"term": "Erprobung", "value": "Elf Modellstandorte, Mitte 2001 bis Mitte 2004"},
                    {"term": "Begleitung", "value": "Drei wissenschaftliche Partner"},
                    {"term": "Heute", "value": "Offenes Netzwerk mit eigenem Portal, im Aufbau seit 2026"},
                ],
            },
        ),
        (
            "text",
            (
                "<p>Mehr zur Geschichte steht unter [[modellprojekt|Das Modellprojekt 2001 bis 2004]].</p>"
                "<h2>Ansprechperson</h2>"
                "<p>Levin Orthaus (Person erfunden), Telefon 030 23125 104 (Beispielnummer), "
                '<a href="mailto:presse@netzwerk-sozialagenturen.example">'
                "presse@netzwerk-sozialagenturen.example</a>"
                ". Sie erreichen uns montags bis mittwochs. Nennen Sie bitte Ihren Redaktionsschluss.</p>"
                "<h2>Gespräche mit Betroffenen</h2>"
                "<p>Wir vermitteln keine Gespräche mit Klient:innen. Menschen in einer Notlage können schwer Nein "
                "sagen, wenn ihre Behörde fragt. Wenn Sie mit Betroffenen sprechen möchten, wenden Sie sich an "
                "Selbsthilfegruppen. Dort können Menschen frei entscheiden.</p>"
                "<p>Gern vermitteln wir Gespräche mit Fachkräften aus Kommunen und bei Trägern.</p>"
                "<h2>Bilder</h2>"
                "<p>Die Zeichnungen auf diesem Portal zeigen keine wirklichen Menschen. Fotos aus Beratungsgesprächen "
                "geben wir nicht heraus, auch keine nachgestellten.</p>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Häufige Fragen von Redaktionen",
                "items": [
                    {
                        "title": "Wie viele Menschen begleiten die Sozialagenturen?",
                        "text": (
                            "<p>Eine Gesamtzahl gibt es nicht. Die Häuser zählen verschieden und verfolgen "
                            "verschieden breite Ziele. Eine Summe wäre irreführend.</p>"
                        ),
                    },
                    {
                        "title": "Wie viel Geld wird gespart?",
                        "text": (
                            "<p>Darauf gibt es keine seriöse Antwort in einer Zahl. Warum, erklärt die Seite "
                            "[[finanzcontrolling|Finanzcontrolling]].</p>"
                        ),
                    },
                    {
                        "title": "Kann ich an einem Werkstatttag teilnehmen?",
                        "text": (
                            "<p>Nach Absprache ja. In Arbeitsphasen wird nicht aufgezeichnet und nicht wörtlich "
                            "zitiert.</p>"
                        ),
                    },
                ],
            },
        ),
        ("news_list", {"title": "Aktuelle Meldungen", "topic": "", "count": 3}),
    ],
    "children": [],
}
