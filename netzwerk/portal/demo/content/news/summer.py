"""News from May to August 2026."""

SUMMER = [
    {
        "slug": "hilfeplan-auf-einer-seite",
        "title": "Ein Hilfeplan, der auf eine Seite passt",
        "lead": (
            "Der Kreis Auenrode hat seinen Hilfeplan von acht Seiten auf eine gekürzt. Der Weg dorthin war länger als "
            "gedacht."
        ),
        "teaser": (
            "Von acht Seiten auf eine: Der Kreis Auenrode berichtet, was gestrichen wurde und was wieder hineinmusste."
        ),
        "date": "2026-05-07",
        "topic": "fallmanagement",
        "picture": "hilfeplan",
        "picture_alt": "Ein Blatt mit Zielen und Häkchen",
        "body": [
            (
                "text",
                (
                    "<p>Der alte Plan hatte 64 Felder. Eine Durchsicht von 20 Akten zeigte, dass viele davon leer "
                    "waren oder immer dasselbe enthielten. Das Team strich, bis ein Blatt übrig blieb: drei Ziele, "
                    "die Schritte dazu, Namen, Daten, Unterschriften.</p>"
                    "<p>Nach sechs Wochen kam ein Feld zurück. Es heißt „Das sehen wir verschieden“. Ohne diesen "
                    "Platz waren Meinungsunterschiede aus den Plänen verschwunden, obwohl es sie in den Gesprächen "
                    "gab.</p>"
                    "<h2>Was offen ist</h2>"
                    "<p>Auf der einen Seite ist kein Raum für Angaben, die manche Gesetze in ihren eigenen Planarten "
                    "verlangen. Für solche Fälle nutzt der Kreis weiterhin die vorgeschriebene Form und heftet das "
                    "Blatt als Übersicht davor.</p>"
                ),
            ),
            (
                "quotation",
                {
                    "text": "Neulich hing der Plan bei jemandem am Kühlschrank. Das ist mit acht Seiten nie passiert.",
                    "person": "Mareike Odenbrink",
                    "role": "Fallmanagerin, Kreis Auenrode",
                },
            ),
            (
                "text",
                (
                    "<p>Die Fassung aus Auenrode steht als [[dok:vorlage-hilfeplan|Vorlage Hilfeplan]] bereit. "
                    "Hinweise zu Zielen gibt die Seite [[hilfeplanung|Ziele vereinbaren und Hilfe planen]].</p>"
                ),
            ),
        ],
    },
    {
        "slug": "gruppenberatung-abgebrochen",
        "title": "Was nicht geklappt hat: Gruppenberatung in Mühlenthal-Ost",
        "lead": (
            "Der Gemeindeverbund wollte Menschen mit ähnlichen Fragen gemeinsam beraten. Nach vier Terminen war "
            "Schluss. Ein Rückblick."
        ),
        "teaser": (
            "Warum die Gruppenberatung im Gemeindeverbund Mühlenthal-Ost nach vier Terminen endete und was daraus "
            "folgt."
        ),
        "date": "2026-05-21",
        "topic": "fallmanagement",
        "picture": "lernen",
        "picture_alt": "Eine kleine Gruppe lernt gemeinsam vor einer Tafel",
        "body": [
            (
                "text",
                (
                    "<p>Die Idee klang gut: Viele ältere Menschen fragten nach Heizkosten, Wohngeld und Anträgen. "
                    "Statt vieler Einzelgespräche sollte es einmal im Monat eine Runde mit Kaffee geben.</p>"
                    "<p>Zum ersten Termin kamen sechs Personen, zum vierten niemand mehr.</p>"
                    "<h2>Woran es lag</h2>"
                    "<ul>"
                    "<li>Der Raum lag im Rathaus. Wer hineinging, wurde gesehen.</li>"
                    "<li>In einem kleinen Ort wollte niemand vor Bekannten über Geld sprechen.</li>"
                    "<li>Die Einladung nannte das Wort „Sozialhilfe“ in großer Schrift.</li>"
                    "<li>Gefragt hatte das Team vorher nur sich selbst.</li>"
                    "</ul>"
                    "<h2>Was folgt</h2>"
                    "<p>Die Fallmanager:innen gehen nun einmal im Monat zum Seniorenfrühstück der "
                    "Nachbarschaftshilfe. Dort wird allgemein über Anträge gesprochen. Wer mehr möchte, bekommt einen "
                    "Termin zu Hause.</p>"
                    "<p>Das Team will nach einem halben Jahr berichten, ob das besser läuft. Über Anregungen freut es "
                    "sich. Die [[geschaeftsstelle|Geschäftsstelle]] stellt den Kontakt her.</p>"
                ),
            ),
        ],
    },
    {
        "slug": "arbeitskreis-controlling-steckbriefe",
        "title": "Jede Kennzahl bekommt einen Steckbrief",
        "lead": (
            "Der Arbeitskreis Controlling hat sich auf sechs Kennzahlen verständigt. Zu jeder gehört ein Satz "
            "darüber, wie sie in die Irre führen kann."
        ),
        "teaser": (
            "Der Arbeitskreis Controlling legt sechs Kennzahlen mit Steckbrief vor, samt Fehlanreiz und Gegenkennzahl."
        ),
        "date": "2026-06-11",
        "topic": "steuerung",
        "picture": "kennzahlen",
        "picture_alt": "Einfache Balken und eine Lupe",
        "body": [
            (
                "text",
                (
                    "<p>Drei Sitzungen lang wurde gestritten, ob Häuser ihre Zahlen überhaupt vergleichen sollen. Die "
                    "Einigung lautet: ja, aber nur zusammen mit Angaben zur Breite des Ziels, zum Modell und zur "
                    "Ausbildung des Teams. Und niemals als Rangliste.</p>"
                    "<p>Für den Anfang wurden sechs Kennzahlen ausgewählt. Jede hat einen Steckbrief: Was wird "
                    "gezählt? Worauf bezieht es sich? Wie könnte man den Wert verbessern, ohne die Arbeit zu "
                    "verbessern? Welche zweite Zahl deckt das auf?</p>"
                    "<h2>Noch ungelöst</h2>"
                    "<p>Zur Zielerreichung gibt es Streit. Ein Teil der Runde hält sie für wichtig, ein anderer "
                    "fürchtet, dass Ziele dann zu vorsichtig vereinbart werden. Bis zum Winter probieren zwei Häuser "
                    "eine Stichprobe aus, bei der Kolleg:innen die Zieltexte gegenlesen.</p>"
                ),
            ),
            (
                "downloads",
                {
                    "title": "Ergebnis",
                    "files": [
                        {"document": "kennzahlenblatt", "description": "Sechs Kennzahlen mit Steckbrief als Tabelle."},
                    ],
                },
            ),
            ("text", "<p>Hintergründe stehen unter [[fachcontrolling|Fachcontrolling]].</p>"),
        ],
    },
    {
        "slug": "besuch-in-auenrode",
        "title": "Zwei Tage zu Besuch in Auenrode",
        "lead": (
            "Drei Kolleg:innen aus Hellenfurt haben im Kreis Auenrode zugesehen. Sie bringen eine Stärke, eine Frage "
            "und eine Idee mit."
        ),
        "teaser": "Drei Fachkräfte aus Hellenfurt besuchten den Kreis Auenrode. Ein Bericht in drei Punkten.",
        "date": "2026-06-25",
        "topic": "netzwerk",
        "picture": "kreis",
        "picture_alt": "Eine Landschaft mit Dörfern, die durch Straßen verbunden sind",
        "body": [
            (
                "text",
                (
                    "<p>In Auenrode liegen die Orte weit auseinander. Die Fallmanager:innen sind an zwei Tagen in der "
                    "Woche in den Gemeinden unterwegs. Die Gäste aus der Stadt fuhren mit.</p>"
                    "<h2>Eine Stärke</h2>"
                    "<p>Die Sprechtage finden in einer Bücherei statt. Niemand muss erklären, warum er dort ist. "
                    "Viele kommen zuerst wegen der Kinderbücher.</p>"
                    "<h2>Eine Frage</h2>"
                    "<p>Was geschieht, wenn jemand am Sprechtag nicht kommen kann? Bisher wartet die Person bis zur "
                    "nächsten Woche. Das Team in Auenrode nimmt die Frage mit.</p>"
                    "<h2>Eine Idee</h2>"
                    "<p>Nach jedem Gespräch gibt es einen Zettel mit Name, Telefonnummer, nächstem Termin und einer "
                    "einzigen Aufgabe. Hellenfurt probiert das ab August in einem Bezirk aus.</p>"
                    "<p>Beide Häuser telefonieren im Dezember und berichten, was daraus geworden ist. Wer selbst "
                    "einen Besuch plant, findet Hinweise unter [[zusammenarbeit|So arbeiten wir zusammen]].</p>"
                ),
            ),
        ],
    },
    {
        "slug": "kollegiale-beratung-online",
        "title": "Kollegiale Beratung startet online",
        "lead": (
            "Fachkräfte aus kleinen Teams haben oft niemanden zum Nachfragen. Ab September gibt es eine feste Runde "
            "über Ortsgrenzen hinweg."
        ),
        "teaser": (
            "Neue Online-Runde für kollegiale Beratung: für Fachkräfte aus kleinen Teams, jeden dritten Dienstag im "
            "Monat."
        ),
        "date": "2026-07-09",
        "topic": "qualifizierung",
        "picture": "netzwerkkarte",
        "picture_alt": "Menschen, die durch Linien miteinander verbunden sind",
        "body": [
            (
                "text",
                (
                    "<p>Wer zu zweit in einem Rathaus arbeitet, kann sich in schwierigen Lagen schlecht beraten. Die "
                    "neue Runde bringt sechs bis acht Fachkräfte aus verschiedenen Häusern zusammen. Sie trifft sich "
                    "jeden dritten Dienstag im Monat von 14 bis 16 Uhr, zum ersten Mal am 15. September.</p>"
                ),
            ),
            (
                "steps",
                {
                    "title": "So läuft ein Treffen",
                    "items": [
                        {
                            "title": "Eine Frage auswählen",
                            "text": "<p>Wer etwas mitbringt, nennt die Frage in einem Satz. Die Runde wählt.</p>",
                        },
                        {"title": "Schildern", "text": "<p>Zehn Minuten, ohne Namen, mit veränderten Umständen.</p>"},
                        {
                            "title": "Nachfragen und Ideen sammeln",
                            "text": "<p>Die Person, die gefragt hat, hört nur zu.</p>",
                        },
                        {
                            "title": "Auswählen",
                            "text": (
                                "<p>Sie sagt, was sie ausprobieren möchte. Beim nächsten Mal erzählt sie davon.</p>"
                            ),
                        },
                    ],
                },
            ),
            (
                "text",
                (
                    "<p>Geleitet wird die Runde reihum. Eine Person achtet auf die Zeit und auf den Schutz der "
                    "Betroffenen. Anmeldung bei der [[geschaeftsstelle|Geschäftsstelle]]. Die Plätze sind begrenzt; "
                    "wenn mehr Menschen mitmachen möchten, entsteht eine zweite Runde.</p>"
                ),
            ),
        ],
    },
    {
        "slug": "sommer-sprechstunden",
        "title": "Sprechzeiten im Sommer und eine neue Telefonzeit",
        "lead": (
            "Im August ist die Geschäftsstelle seltener besetzt. Dafür gibt es ab September eine feste Telefonzeit "
            "für neue Häuser."
        ),
        "teaser": "Geänderte Sprechzeiten im August und eine neue telefonische Beratung für Häuser, die neu anfangen.",
        "date": "2026-08-13",
        "topic": "netzwerk",
        "picture": None,
        "picture_alt": "",
        "body": [
            (
                "text",
                (
                    "<p>Bis zum 28. August erreichen Sie uns montags bis donnerstags von 9 bis 12 Uhr. Mails "
                    "beantworten wir in dieser Zeit innerhalb einer Woche.</p>"
                    "<p>Ab September bieten wir dienstags von 13 bis 15 Uhr eine telefonische Beratung an. Sie ist "
                    "für Häuser gedacht, die eine Sozialagentur planen oder gerade damit beginnen. Häufige Fragen "
                    "sind bisher:</p>"
                    "<ul>"
                    "<li>Sollen wir Fallmanagement und Geldleistung trennen?</li>"
                    "<li>Wie überzeugen wir die Verwaltungsleitung?</li>"
                    "<li>Welche Zielgruppe eignet sich für einen Probelauf?</li>"
                    "<li>Wann sollten freie Träger dazukommen? Unsere Antwort lautet fast immer: früher.</li>"
                    "</ul>"
                    "<p>Sie müssen nichts vorbereiten. Wenn Sie möchten, lesen Sie vorher die Seite "
                    "[[weg-zur-sozialagentur|Der Weg zur Sozialagentur in Schritten]]. Bitte nennen Sie am Telefon "
                    "keine Namen von Klient:innen.</p>"
                ),
            ),
        ],
    },
    {
        "slug": "erlaubnis-in-einfachen-worten",
        "title": "Die Erlaubnis zum Austausch in einfachen Worten",
        "lead": (
            "Eine kleine Gruppe hat Texte für Schweigepflichtentbindungen geprüft. Keiner der vorhandenen Texte war "
            "gut zu verstehen."
        ),
        "teaser": (
            "Fünf Vordrucke zur Schweigepflichtentbindung im Test: was Menschen verstanden haben und was daraus "
            "gelernt wurde."
        ),
        "date": "2026-08-27",
        "topic": "recht",
        "picture": "schluessel",
        "picture_alt": "Ein Schlüssel und ein Schloss",
        "body": [
            (
                "text",
                (
                    "<p>Fünf Häuser schickten ihre Vordrucke. Die Gruppe bat zwölf Menschen ohne "
                    "Verwaltungserfahrung, sie zu lesen und in eigenen Worten zu sagen, was sie unterschreiben "
                    "würden.</p>"
                    "<p>Bei keinem Vordruck konnten alle sagen, wer mit wem sprechen darf. Bei dreien glaubten viele, "
                    "die Unterschrift sei Pflicht. Ein Satz wurde überall missverstanden: „unter Verzicht auf weitere "
                    "Benachrichtigung“.</p>"
                    "<h2>Vorschläge der Gruppe</h2>"
                    "<ul>"
                    "<li>Eine Erlaubnis je Stelle, auf einem halben Blatt</li>"
                    "<li>Ganze Sätze: „Frau Beispiel darf der Schuldnerberatung sagen, welche Briefe ich bekommen "
                    "habe.“</li>"
                    "<li>Das Ende der Erlaubnis als Datum</li>"
                    "<li>Der Satz zur Freiwilligkeit ganz oben</li>"
                    "<li>Ein Hinweis, wie man die Erlaubnis zurücknimmt</li>"
                    "</ul>"
                    "<p>Ob die Vorschläge in jedem Haus rechtlich genügen, prüft jedes Haus selbst. Ein gemeinsames "
                    "Muster gibt es deshalb noch nicht. Die Grundlagen stehen unter [[vertraulichkeit|Vertraulichkeit "
                    "in der Fallarbeit]].</p>"
                ),
            ),
        ],
    },
]
