"""What people of associations, providers, research and the Land say about themselves. Each is used once."""

COUNSEL = (
    ("schulden", "Briefe ungeöffnet mitbringen ist bei mir ausdrücklich erlaubt."),
    ("schulden lernen", "Ich schule Teams im ersten Blick auf Schulden, in drei Stunden und ohne Paragrafenketten."),
    ("wohnen", "Notfalls telefoniere ich so lange, bis die Vermieterin lacht."),
    (
        "gesundheit",
        "Sucht verschwindet nicht durch Sanktionen. Darüber rede ich gern mit Ämtern, sachlich und mit Beispielen.",
    ),
    ("gesundheit netzwerk", "Als Genesungsbegleitung bringe ich eigene Erfahrung mit und sage das auch."),
    ("arbeit", "Mein Rat für Vermittlungen: einmal selbst in der Werkstatt mitarbeiten, mindestens bis zur Pause."),
    ("arbeit familie", "Teilzeitausbildung ist möglich. Ich habe eine Liste von Betrieben, die es schon getan haben."),
    ("familie", "Hausbesuche mache ich mit Kuchen, Anträge danach."),
    ("migration", "Früher habe ich selbst im Amt gedolmetscht und kenne deshalb beide Stühle."),
    ("alter", "Angehörige pflegen oft bis zum Umfallen. Mein Ziel ist, dass sie vorher anrufen."),
    ("zugang netzwerk", "In unserer Sprechstunde gibt es keine Nummern, nur Namen."),
    (
        "hilfeplanung",
        "Aus Plänen mit zwölf Zielen mache ich drei, zusammen mit den Menschen, die sie erreichen sollen.",
    ),
    ("netzwerk", "Gute Kooperation erkenne ich daran, dass jemand auch bei schlechten Nachrichten anruft."),
    (
        "sprache migration",
        "Leichte Sprache, einfache Sprache, klare Sprache: Den Unterschied erkläre ich in fünf Minuten.",
    ),
)
COORDINATION = (
    ("netzwerk lernen", "Geduld habe ich reichlich, außer mit Formularen."),
    (
        "arbeit netzwerk",
        "In Werkstätten habe ich gelernt, dass Scheitern zum Arbeitsplan gehört und Pünktlichkeit trotzdem zählt.",
    ),
    ("wohnen netzwerk", "Verträge mit Kommunen müssen nicht lang sein. Unser bester hat vier Absätze."),
    (
        "familie gesundheit",
        "Mich interessiert, was nach der Vermittlung passiert, also genau die Stelle, an der alle wegsehen.",
    ),
    (
        "planung netzwerk",
        "Vor der Leitung kam bei mir lange die Beratung. Beides hilft beim Zuhören.",
    ),
    ("schulden", "Ich werbe dafür, Schuldnerberatung nicht erst zu finanzieren, wenn alles zu spät ist."),
    ("lernen", "Bei Fragen zu Tarif, Fachkräften und Anerkennung ausländischer Abschlüsse helfe ich weiter."),
    ("alter netzwerk", "Genossenschaften können auch Pflege, davon erzähle ich gern."),
)
RESEARCH = (
    (
        "fallmanagement planung",
        "Ich forsche zu Übergängen zwischen Hilfesystemen und gehe dafür regelmäßig mit ins Feld.",
    ),
    (
        "controlling datenschutz",
        "Statistische Geheimhaltung klingt trocken und schützt echte Menschen. Deshalb mache ich das.",
    ),
    ("hilfeplanung", "Meine Doktorarbeit fragt, wer in Hilfeplangesprächen eigentlich wie lange redet."),
    ("planung", "Interviews führe ich lieber als Umfragen, ausgewertet wird trotzdem beides."),
    (
        "controlling",
        "Mein Team prüft, ob Vergleiche zwischen Standorten fair sind. Oft lautet die Antwort: noch nicht.",
    ),
)
TRAINER = (
    (
        "lernen fallmanagement",
        "In meinen Lehrgängen wird mehr geübt als vorgetragen, und niemand muss Theater spielen.",
    ),
    (
        "lernen sprache",
        "Gesprächsführung mit Sprachmittlung unterrichte ich seit neun Jahren, jedes Mal mit neuen Fällen.",
    ),
    ("lernen hilfeplanung", "Praxisberichte lese ich gründlich und antworte innerhalb von zwei Wochen."),
)
PROJECT = (
    ("netzwerk controlling", "Ich komme an Standorte, wenn es hakt, und am liebsten schon vorher."),
    ("netzwerk lernen", "Projektpläne sind gut, Gespräche auf dem Flur sind ehrlicher."),
    (
        "planung fallmanagement",
        "Aus sechs Einführungen habe ich eine Liste typischer Fehler mitgenommen, meine eigenen inbegriffen.",
    ),
)
CONCEPT = (
    (
        "fallmanagement planung",
        "Konzepte gelten bei mir erst als fertig, wenn das Team sie in eigenen Worten erzählen kann.",
    ),
    (
        "hilfeplanung zugang",
        "Ich berate Standorte bei der Frage, wie breit ihr Ziel sein soll und was sie dafür lassen.",
    ),
)
ORGANISER = (
    ("lernen netzwerk", "Räume, Technik, vegetarisches Essen: Um alles vor und nach der Werkstatt kümmere ich mich."),
    ("netzwerk", "Wer eine Werkstatt bei sich ausrichten möchte, bekommt von mir eine Checkliste und Zuversicht."),
)
PRIVACY = (
    (
        "datenschutz netzwerk",
        "Kleine Träger haben dieselben Pflichten wie große, nur weniger Papierkörbe. Ich helfe sortieren.",
    ),
)
PLANNING = (("planung", "Ich rechne nach, ob neue Angebote auch in drei Jahren noch jemand bezahlt."),)
