"""News from September to November 2026."""

AUTUMN = [
    {
        "slug": "netzwerkkarte-erfahrungen",
        "title": "Netzwerkkarte: Erfahrungen aus drei Häusern",
        "lead": (
            "Lindenbrück, Tannwerder und der Werkhof Niederaue haben ein halbes Jahr mit der Netzwerkkarte "
            "gearbeitet. Der Zeitpunkt macht den Unterschied."
        ),
        "teaser": "Ein halbes Jahr mit der Netzwerkkarte: guter Zeitpunkt, hilfreiche Fragen und eine Grenze.",
        "date": "2026-09-10",
        "topic": "fallmanagement",
        "picture": "netzwerkkarte",
        "picture_alt": "Menschen, die durch Linien miteinander verbunden sind",
        "body": [
            (
                "text",
                (
                    "<p>Alle drei Häuser begannen gleich: Die Karte wurde im ersten oder zweiten Gespräch gezeichnet. "
                    "In Lindenbrück und Tannwerder brachen mehrere Menschen dabei ab. „Wer gerade die Wohnung "
                    "verliert, möchte nicht über alte Freundschaften reden“, fasst eine Kollegin zusammen.</p>"
                    "<p>Danach änderten die Häuser den Zeitpunkt. Die Karte kommt jetzt frühestens im dritten "
                    "Gespräch, und nur nach einer Frage: „Möchten Sie?“ Seitdem wird sie seltener gezeichnet, aber "
                    "öfter genutzt.</p>"
                    "<h2>Was sich bewährt hat</h2>"
                    "<ul>"
                    "<li>Großes Blatt und dicke Stifte</li>"
                    "<li>Die Person zeichnet selbst</li>"
                    "<li>Die Frage: „Wem helfen Sie?“</li>"
                    "</ul>"
                    "<h2>Wo die Grenze liegt</h2>"
                    "<p>Der Werkhof arbeitet mit Gruppen. Dort wurde die Karte nach einem Versuch wieder gestrichen. "
                    "Vor anderen über Beziehungen zu sprechen, war vielen unangenehm.</p>"
                    "<p>Die Anleitung unter [[netzwerkkarte|Die Netzwerkkarte]] wurde um diese Erfahrungen "
                    "ergänzt.</p>"
                ),
            ),
        ],
    },
    {
        "slug": "meldungen-ohne-antwort",
        "title": "Hellenfurt: 40 Hinweise und keine Antwort",
        "lead": (
            "Die Stadt Hellenfurt hat ein Meldefeld für fehlende Angebote eingeführt. Es wurde gut genutzt, bis "
            "niemand mehr meldete."
        ),
        "teaser": "Warum in Hellenfurt die Meldungen über fehlende Angebote versiegten und wie die Stadt neu beginnt.",
        "date": "2026-09-24",
        "topic": "steuerung",
        "picture": "wegweiser",
        "picture_alt": "Ein Wegweiser steht an einem Weg",
        "body": [
            (
                "text",
                (
                    "<p>Das Feld war schnell eingebaut: drei Zeilen, ohne Namen, jederzeit. In den ersten drei "
                    "Monaten kamen 40 Hinweise. Im vierten Monat waren es zwei.</p>"
                    "<p>Der Grund war einfach. Die Hinweise landeten in einer Tabelle, die niemand las. Vorgesehen "
                    "war eine Auswertung am Jahresende. „Wir haben den Briefkasten aufgehängt und den Schlüssel "
                    "verlegt“, sagt Teamleiter Jorin Talbach.</p>"
                ),
            ),
            (
                "steps",
                {
                    "title": "Der neue Anfang",
                    "items": [
                        {
                            "title": "Alle Hinweise beantworten",
                            "text": "<p>Auch die alten. Das dauerte zwei Nachmittage.</p>",
                        },
                        {
                            "title": "Einen Termin setzen",
                            "text": "<p>Jeden ersten Montag liest die Sozialplanung die neuen Hinweise.</p>",
                        },
                        {
                            "title": "Eines sofort lösen",
                            "text": (
                                "<p>Die Beratung im Nordbezirk hat jetzt einmal in der Woche bis 18 Uhr geöffnet.</p>"
                            ),
                        },
                        {
                            "title": "Davon erzählen",
                            "text": "<p>Im Team und bei den Trägern, mit Dank an alle, die gemeldet hatten.</p>",
                        },
                    ],
                },
            ),
            (
                "text",
                (
                    "<p>Ob das Vertrauen zurückkommt, ist offen. Eine Auswertung gibt es frühestens im Winter. Wie "
                    "ein fester Weg aussehen kann, steht unter [[vom-einzelfall-zur-planung|Vom Einzelfall zur "
                    "Planung]].</p>"
                ),
            ),
        ],
    },
    {
        "slug": "patenschaften-fuer-neue",
        "title": "Pat:innen für neue Fachkräfte gesucht",
        "lead": (
            "Wer neu im Fallmanagement ist, soll im ersten Jahr eine erfahrene Person aus einem anderen Haus fragen "
            "können. Dafür suchen wir Freiwillige."
        ),
        "teaser": (
            "Erfahrene Fallmanager:innen begleiten neue Fachkräfte aus anderen Häusern: Aufwand, Ablauf und Anmeldung."
        ),
        "date": "2026-10-08",
        "topic": "qualifizierung",
        "picture": "treppe",
        "picture_alt": "Menschen helfen einander eine Treppe hinauf",
        "body": [
            (
                "text",
                (
                    "<p>Der Arbeitskreis Qualifizierung hat im Frühjahr gefragt, was neuen Kolleg:innen hilft. Eine "
                    "feste Ansprechperson stand weit oben. Im eigenen Haus ist das nicht immer möglich, und manche "
                    "Fragen stellt man lieber außerhalb.</p>"
                ),
            ),
            (
                "facts",
                {
                    "title": "Was eine Patenschaft bedeutet",
                    "items": [
                        {"term": "Dauer", "value": "Zwölf Monate"},
                        {"term": "Aufwand", "value": "Etwa eine Stunde im Monat, meist am Telefon"},
                        {"term": "Voraussetzung", "value": "Mindestens drei Jahre Erfahrung im Fallmanagement"},
                        {"term": "Zustimmung", "value": "Die Leitung beider Häuser ist einverstanden"},
                        {"term": "Schutz", "value": "Keine Namen, keine erkennbaren Fälle"},
                    ],
                },
            ),
            (
                "text",
                (
                    "<p>Eine Patenschaft ersetzt weder Supervision noch Anleitung im Haus. Sie ist ein vertrauliches "
                    "Gespräch unter Kolleg:innen.</p>"
                    "<p>Zum Auftakt gibt es ein gemeinsames Treffen am 19. Januar 2027 in Lindenbrück. Wer nicht "
                    "reisen kann, schaltet sich zu. Bitte melden Sie sich bis zum 11. Dezember bei der "
                    "[[geschaeftsstelle|Geschäftsstelle]] und schreiben Sie dazu, in welchem Modell Ihr Haus "
                    "arbeitet. So finden passende Paare zueinander.</p>"
                ),
            ),
        ],
    },
    {
        "slug": "aufruf-was-ist-misslungen",
        "title": "Aufruf: Erzählen Sie, was nicht gelungen ist",
        "lead": (
            "Gelungenes steht in vielen Berichten. Wir suchen kurze Beiträge über Versuche, die gescheitert sind oder "
            "anders kamen als gedacht."
        ),
        "teaser": "Das Netzwerk sammelt bis 31. Januar 2027 kurze Berichte über Versuche, die nicht gelungen sind.",
        "date": "2026-10-22",
        "topic": "netzwerk",
        "picture": "bausteine",
        "picture_alt": "Bausteine, die zusammen ein Haus bilden",
        "body": [
            (
                "text",
                (
                    "<p>Die meistgelesene Meldung dieses Jahres in unserem Rundbrief handelte von einer "
                    "Gruppenberatung, zu der niemand kam. Viele schrieben uns: „Das hätte auch bei uns passieren "
                    "können.“</p>"
                    "<p>Deshalb sammeln wir bis zum 31. Januar 2027 weitere Beiträge. Eine bis zwei Seiten "
                    "genügen.</p>"
                    "<h2>Diese Fragen helfen</h2>"
                    "<ul>"
                    "<li>Was wollten Sie erreichen, und für wen?</li>"
                    "<li>Was haben Sie getan?</li>"
                    "<li>Woran haben Sie gemerkt, dass es nicht gelingt?</li>"
                    "<li>Was vermuten Sie als Grund?</li>"
                    "<li>Was würden Sie heute anders machen?</li>"
                    "</ul>"
                    "<h2>So schützen wir Sie</h2>"
                    "<p>Sie entscheiden, ob Ihr Haus genannt wird. Ohne Nennung übernimmt die Redaktion den Kontakt. "
                    "Menschen, die beraten wurden, dürfen in keinem Beitrag erkennbar sein.</p>"
                    "<p>Eine Auswahl stellen wir im Frühjahr bei einem Werkstatttag vor. Beiträge bitte über die "
                    "Seite [[kontakt|Kontakt]] ankündigen. Levin Orthaus aus der Redaktion hilft beim Schreiben.</p>"
                ),
            ),
        ],
    },
    {
        "slug": "pruefgruppe-leichte-sprache",
        "title": "Prüf-Gruppe für Leichte Sprache gesucht",
        "lead": (
            "Unsere Seite in Leichter Sprache ist geschrieben, aber noch nicht geprüft. Dafür brauchen wir Menschen "
            "mit Lernschwierigkeiten."
        ),
        "teaser": "Das Netzwerk sucht eine Gruppe, die Texte in Leichter Sprache prüft. Die Arbeit wird bezahlt.",
        "date": "2026-11-05",
        "topic": "recht",
        "picture": "gespraech",
        "picture_alt": "Zwei Personen sitzen an einem Tisch und sprechen miteinander",
        "body": [
            (
                "text",
                (
                    "<p>Ein Text ist erst dann in Leichter Sprache, wenn Menschen ihn geprüft haben, für die er "
                    "gedacht ist. Das haben wir noch vor uns. Die Seite [[leichte-sprache|Leichte Sprache]] trägt "
                    "deshalb einen Hinweis.</p>"
                    "<p>Wir suchen vier bis sechs Menschen mit Lernschwierigkeiten, die den Text lesen und sagen, was "
                    "schwer ist. Die Gruppe trifft sich dreimal für zwei Stunden. Die Arbeit wird bezahlt. Fahrkosten "
                    "und Begleitung übernehmen wir.</p>"
                    "<h2>Auch gesucht</h2>"
                    "<p>Für den Film in Deutscher Gebärdensprache suchen wir eine gehörlose Person, die den Text "
                    "übersetzt und vor der Kamera gebärdet. Bis dahin steht auf der Seite "
                    "[[gebaerdensprache|Gebärdensprache]] ein Platzhalter.</p>"
                    "<p>Die bekannten Hindernisse nennt die [[barrierefreiheit|Erklärung zur Barrierefreiheit]]. Sie "
                    "wird mit dem Start des Portals veröffentlicht. Finden Sie weitere Hindernisse, melden Sie sie "
                    "bitte.</p>"
                ),
            ),
        ],
    },
    {
        "slug": "portal-startet",
        "title": "Das Portal ist da",
        "lead": (
            "Heute geht das Portal des Netzwerks Sozialagenturen an den Start. Es beginnt mit Grundlagen und wächst "
            "mit Ihren Beiträgen."
        ),
        "teaser": (
            "Das Portal startet mit Grundlagen zu Sozialagentur, Fallmanagement und Steuerung sowie sechs Vorlagen."
        ),
        "date": "2026-11-20",
        "topic": "netzwerk",
        "picture": "offene-tuer",
        "picture_alt": "Ein Stadthaus mit weit geöffneter Tür",
        "body": [
            (
                "text",
                (
                    "<p>In den vergangenen Monaten haben Arbeitskreise und Geschäftsstelle gesammelt, gestritten und "
                    "gekürzt. Das Ergebnis sind drei Bereiche mit Texten für die Praxis:</p>"
                    "<ul>"
                    "<li>[[die-sozialagentur|Die Sozialagentur]]: Idee, Modelle und der Weg zur Einführung</li>"
                    "<li>[[fallmanagement|Fallmanagement]]: sechs Phasen mit Fragen, Beispielen und "
                    "Stolpersteinen</li>"
                    "<li>[[steuerung-vor-ort|Steuerung vor Ort]]: Angebote planen, Träger verbinden, Wirkung "
                    "prüfen</li>"
                    "</ul>"
                    "<p>Dazu kommen sechs [[vorlagen|Vorlagen]], die Sie bearbeiten dürfen. Die älteren Meldungen "
                    "stammen aus unserem Rundbrief. Wir haben sie mit Verweisen auf die neuen Seiten ergänzt.</p>"
                    "<h2>Die nächsten Termine</h2>"
                    "<ul>"
                    "<li>Donnerstag, 3. Dezember 2026: Werkstatttag „Hilfepläne, die Menschen verstehen“ in "
                    "Lindenbrück</li>"
                    "<li>Mittwoch, 9. Dezember 2026: Arbeitskreis Controlling, online</li>"
                    "<li>Dienstag, 15. Dezember 2026: Kollegiale Beratung, online</li>"
                    "</ul>"
                    "<p>Anmelden können Sie sich bei der [[geschaeftsstelle|Geschäftsstelle]].</p>"
                    "<h2>Was noch fehlt</h2>"
                    "<p>Der Film in Gebärdensprache ist in Vorbereitung, der Text in Leichter Sprache noch nicht "
                    "geprüft. Wenn Ihnen etwas auffällt, nutzen Sie die Seite [[barriere-melden|Barriere melden]]. "
                    "Wir freuen uns über jede Nachricht, auch über kritische.</p>"
                ),
            ),
        ],
    },
]
