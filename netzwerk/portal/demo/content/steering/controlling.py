"""Steuerung vor Ort: quality and financial controlling."""

QUALITY_CONTROLLING = {
    "type": "content",
    "slug": "fachcontrolling",
    "title": "Fachcontrolling",
    "lead": (
        "Fachcontrolling fragt, ob die Arbeit erreicht, was sie soll. Wenige gut erklärte Kennzahlen helfen dabei "
        "mehr als viele."
    ),
    "teaser": (
        "Sechs Kennzahlen für das Fallmanagement mit Fehlanreizen und Gegenkennzahlen, Regeln für faire Vergleiche."
    ),
    "picture": "kennzahlen",
    "picture_alt": "Einfache Balken und eine Lupe",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Eine Kennzahl ist eine Frage an das Team. Sie ist kein Urteil. Sinkt ein Wert, lautet der nächste "
                "Satz: „Was steckt dahinter?“ und nicht: „Wer ist schuld?“</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Sechs Kennzahlen mit Nebenwirkungen",
                "columns": ["Kennzahl", "So wird gerechnet", "Möglicher Fehlanreiz", "Gegenkennzahl"],
                "rows": [
                    [
                        "Fälle je Vollzeitstelle",
                        "Laufende Fälle geteilt durch besetzte Stellen",
                        "Fälle werden zu früh geschlossen",
                        "Rückkehr innerhalb von zwölf Monaten",
                    ],
                    [
                        "Zeit bis zum Erstgespräch",
                        "Tage zwischen Anfrage und Gespräch, mittlerer Wert",
                        "Kurze Scheintermine",
                        "Anteil der Fälle mit vollständiger Einschätzung",
                    ],
                    [
                        "Anteil mit gültigem Plan",
                        "Fälle mit aktuellem Hilfeplan geteilt durch alle laufenden Fälle",
                        "Pläne ohne Gespräch",
                        "Anteil der Pläne, die der Person übergeben wurden",
                    ],
                    [
                        "Überprüfung in der Frist",
                        "Rechtzeitige Überprüfungen geteilt durch fällige",
                        "Termine werden nur abgehakt",
                        "Anteil geänderter Ziele",
                    ],
                    [
                        "Zielerreichung",
                        "Bewertung der Ziele beim Abschluss",
                        "Vorsichtige Ziele",
                        "Stichprobe zur Schwierigkeit der Ziele",
                    ],
                    [
                        "Ungedeckter Bedarf",
                        "Meldungen ohne passendes Angebot",
                        "Es wird weniger gemeldet",
                        "Zahl der meldenden Personen",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Jede Kennzahl braucht einen Steckbrief</h2>"
                "<ul>"
                "<li>Was wird gezählt, und was ausdrücklich nicht?</li>"
                "<li>Worauf bezieht sich der Wert? Ein Anteil ohne Bezugsgröße ist wertlos.</li>"
                "<li>Seit wann gilt diese Rechenweise?</li>"
                "<li>Was könnte jemand tun, um den Wert zu verbessern, ohne die Arbeit zu verbessern?</li>"
                "<li>Wer darf den Wert sehen?</li>"
                "</ul>"
                "<p>Das [[dok:kennzahlenblatt|Kennzahlenblatt]] enthält diese Spalten schon.</p>"
                "<h2>Fair vergleichen</h2>"
                "<p>Vergleiche lohnen sich, wenn die Bedingungen danebenstehen. Nennen Sie immer die "
                "[[breite-des-ziels|Breite des Ziels]], das [[fallmanagement-und-leistung|Modell]] und die Ausbildung "
                "des Teams. Ein Haus, das verbunden arbeitet, hat andere Fallzahlen als ein Haus, das trennt.</p>"
                "<p>Vergleichen Sie außerdem lieber denselben Ort über die Zeit als verschiedene Orte in einem Jahr. "
                "Und nennen Sie den Zeitraum.</p>"
                "<h2>Kleine Zahlen schützen</h2>"
                "<p>In kleinen Orten ist eine Drei in einer Tabelle oft ein bekannter Mensch. Zeigen Sie nach außen "
                "keine Werte unter fünf. Achten Sie darauf, dass sich fehlende Werte nicht aus Summen zurückrechnen "
                "lassen. Mittelwerte aus sehr wenigen Fällen sagen wenig und verraten viel. Lassen Sie sie weg.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Das Quartalsgespräch in einer Stunde",
                "items": [
                    {"title": "Zahlen zeigen", "text": "<p>Höchstens sechs, mit Vorquartal. Zehn Minuten.</p>"},
                    {
                        "title": "Still lesen",
                        "text": "<p>Jede Person notiert eine Frage und eine Vermutung. Fünf Minuten.</p>",
                    },
                    {
                        "title": "Hintergründe sammeln",
                        "text": "<p>Was wissen wir, was vermuten wir? Zwanzig Minuten.</p>",
                    },
                    {
                        "title": "Zwei Dinge verabreden",
                        "text": "<p>Eines ändern, eines genauer ansehen. Fünfzehn Minuten.</p>",
                    },
                    {"title": "Weitergeben", "text": "<p>Was soll die Planung wissen? Zehn Minuten.</p>"},
                ],
            },
        ),
        (
            "quotation",
            {
                "text": (
                    "Die Zahl der offenen Überprüfungen stieg. Wir dachten an Überlastung. Es war ein Eingabefehler "
                    "nach dem Wechsel der Vertretung. Ohne das Gespräch hätten wir Stunden am falschen Problem "
                    "gearbeitet."
                ),
                "person": "Emre Sandvoort",
                "role": "Controlling, Kreis Auenrode",
            },
        ),
        (
            "text",
            (
                "<h2>Stolpersteine</h2>"
                "<ul>"
                "<li><b>Zahlen für die Schublade.</b> Was niemand nutzt, wird bald nicht mehr sorgfältig erfasst.</li>"
                "<li><b>Ranglisten.</b> Sie schaffen Siege und Niederlagen und verderben die Daten.</li>"
                "<li><b>Personenvergleiche.</b> Kennzahlen je Mitarbeiter:in gehören nicht in Berichte. Sprechen Sie "
                "früh mit der Personalvertretung.</li>"
                "</ul>"
                "<h2>Worauf es ankommt</h2>"
                "<p>Fachcontrolling ist gut, wenn Fallmanager:innen von sich aus nach den Zahlen fragen. Der Blick "
                "auf das Geld ergänzt ihn: [[finanzcontrolling|Finanzcontrolling]].</p>"
            ),
        ),
    ],
    "children": [],
}

FINANCIAL_CONTROLLING = {
    "type": "content",
    "slug": "finanzcontrolling",
    "title": "Finanzcontrolling",
    "lead": (
        "Finanzcontrolling macht sichtbar, was die Arbeit kostet. Es hilft nur, wenn Kosten und Wirkung nebeneinander "
        "stehen."
    ),
    "teaser": "Kosten der Fallarbeit verstehen: Kostenarten, Rechenweg, faire Darstellung und typische Fehlschlüsse.",
    "picture": "kennzahlen",
    "picture_alt": "Einfache Balken und eine Lupe",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Wer eine Sozialagentur aufbaut, wird nach Geld gefragt. Das ist berechtigt. Eine ehrliche Antwort "
                "nennt den Aufwand, den Nutzen und das, was man nicht weiß.</p>"
                "<h2>Welche Kosten zählen</h2>"
            ),
        ),
        (
            "table",
            {
                "caption": "Kostenarten und Fragen dazu",
                "columns": ["Kostenart", "Beispiele", "Worauf achten"],
                "rows": [
                    [
                        "Personal",
                        "Fallmanagement, Leitung, Empfang",
                        "Auch Zeit für Supervision und Vertretung gehört dazu",
                    ],
                    ["Sachkosten", "Räume, Fahrten, Technik", "Bei Hausbesuchen auf dem Land deutlich höher"],
                    [
                        "Angebote",
                        "Zuschüsse, Leistungen an Träger",
                        "Nach Angebot und nicht nur nach Haushaltsstelle ordnen",
                    ],
                    ["Geldleistungen", "Leistungen an die Person", "Getrennt ausweisen, sie folgen dem Gesetz"],
                    ["Einführung", "Schulung, Beratung, Software", "Einmalig, über mehrere Jahre betrachten"],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Kosten je Fall</h2>"
                "<p>Der Rechenweg ist einfach: alle Kosten der Fallarbeit eines Jahres, geteilt durch die Zahl der "
                "begleiteten Fälle. Die Deutung ist schwierig.</p>"
                "<ul>"
                "<li><b>Kurze Fälle</b> senken den Wert, ohne dass die Arbeit günstiger wird.</li>"
                "<li><b>Schwere Fälle</b> erhöhen ihn, obwohl gerade dort viel gelingt.</li>"
                "<li><b>Neue Teams</b> sind am Anfang teurer, weil Einarbeitung Zeit kostet.</li>"
                "</ul>"
                "<p>Nennen Sie deshalb immer auch die Dauer und die Zusammensetzung der Fälle.</p>"
                "<h2>Was ist mit Einsparungen?</h2>"
                "<p>Oft wird gefragt, wie viel Geld eine gelungene Begleitung spart. Seien Sie vorsichtig. Niemand "
                "weiß sicher, was ohne die Begleitung geschehen wäre. Manche Ersparnis entsteht außerdem in einem "
                "anderen Haushalt: Eine verhinderte Räumung entlastet vielleicht die Unterbringung, aber nicht das "
                "Sozialamt.</p>"
                "<p>Redlich ist eine Darstellung in drei Sätzen: „Das haben wir ausgegeben. Das ist in den Fällen "
                "geschehen. Diese Wirkung halten wir für wahrscheinlich, aus folgenden Gründen.“</p>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Typische Fehlschlüsse",
                "items": [
                    {
                        "title": "Weniger Ausgaben bedeuten bessere Arbeit",
                        "text": (
                            "<p>Vielleicht wurden auch nur weniger Menschen erreicht. Sehen Sie auf die Zahl der "
                            "Anfragen und auf abgewiesene Anliegen.</p>"
                        ),
                    },
                    {
                        "title": "Der günstigste Träger ist der beste",
                        "text": (
                            "<p>Vergleichen Sie erst, was enthalten ist: Erreichbarkeit, Sprachen, Nachfragen, "
                            "Vertretung.</p>"
                        ),
                    },
                    {
                        "title": "Fallmanagement rechnet sich sofort",
                        "text": (
                            "<p>In der Regel steigen die Kosten am Anfang. Planen Sie zwei bis drei Jahre, bevor Sie "
                            "bilanzieren.</p>"
                        ),
                    },
                    {
                        "title": "Ein Durchschnitt sagt genug",
                        "text": (
                            "<p>Wenige sehr aufwendige Fälle verschieben den Durchschnitt stark. Der mittlere Wert, "
                            "der Median, ist oft aussagekräftiger.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Mit der Kämmerei sprechen</h2>"
                "<ul>"
                "<li>Gehen Sie früh hin, nicht erst zur Haushaltsberatung.</li>"
                "<li>Zeigen Sie dieselben Zahlen wie im [[fachcontrolling|Fachcontrolling]].</li>"
                "<li>Erklären Sie, welche Kosten Sie beeinflussen können und welche dem Gesetz folgen.</li>"
                "<li>Bringen Sie einen Fall ohne Namen mit. Er erklärt oft mehr als eine Tabelle.</li>"
                "<li>Sagen Sie, was Sie nicht wissen.</li>"
                "</ul>"
                "<p>Ein Gespräch im Jahr reicht nicht. Verabreden Sie einen festen Termin nach jedem Quartal.</p>"
            ),
        ),
        (
            "image",
            {
                "picture": "rathaus",
                "alt": "",
                "decorative": True,
                "caption": "",
            },
        ),
        (
            "text",
            (
                "<h2>Worauf es ankommt</h2>"
                "<p>Kosten und Wirkung sind zwei verschiedene Maße. Zeigen Sie beide, aber rechnen Sie sie nicht zu "
                "einer Note zusammen. Wer nur auf die Kosten schaut, spart am Ende dort, wo Menschen am leisesten "
                "sind.</p>"
            ),
        ),
    ],
    "children": [],
}
