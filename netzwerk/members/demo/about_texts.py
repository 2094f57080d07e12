"""What people of municipalities say about themselves: topics, and one or two sentences. Each is used once."""

CASEWORKER = (
    (
        "fallmanagement wohnen",
        "Seit elf Jahren im Außendienst, am liebsten zu Fuß. Ich kenne fast jede Hausverwaltung.",
    ),
    ("hilfeplanung", "Fragen Sie mich nach Zielen, die in einen Satz passen."),
    (
        "gesundheit",
        "Vor dem Studium habe ich in der Krankenpflege gearbeitet; das hilft bei Gesprächen über Diagnosen jeden Tag.",
    ),
    ("familie hilfeplanung", "Drei Kinder, eine halbe Stelle, ganz viel Verständnis für verschobene Termine."),
    ("migration", "Ich berate auf Deutsch, Türkisch und notfalls mit Händen und Füßen."),
    ("zugang", "Erstgespräche sind meine Leidenschaft: Die ersten zehn Minuten entscheiden, ob jemand wiederkommt."),
    ("fallmanagement lernen", "Ganz neu dabei und dankbar für jede Vorlage, die schon jemand ausprobiert hat."),
    ("schulden", "Mit Mahnbescheiden kenne ich mich aus, mit Pfändungstabellen leider auch."),
    ("alter", "Meine Klient:innen sind im Schnitt 79 Jahre alt und haben meistens mehr zu erzählen als ich Zeit."),
    (
        "arbeit familie",
        "Früher habe ich in der Arbeitsvermittlung gearbeitet. Heute frage ich zuerst nach dem Schlaf.",
    ),
    ("netzwerk", "Zeichne Netzwerkkarten mit Menschen, die glauben, niemanden zu haben. Fast immer stimmt das nicht."),
    ("wohnen", "Räumungstermine abwenden, das ist der Teil meiner Arbeit, nach dem ich gut schlafe."),
    (
        "sprache hilfeplanung",
        "Ich sammle unverständliche Sätze aus Bescheiden und schreibe sie in der Mittagspause um.",
    ),
    (
        "fallmanagement gesundheit",
        "Case-Management-Weiterbildung fast fertig, Abschlussarbeit über Rückfälle als Thema im Hilfeplan.",
    ),
    (
        "migration familie",
        "Aufgewachsen in zwei Sprachen und drei Städten. Ich weiß, wie sich ein neuer Anfang im Amt anfühlt.",
    ),
    (
        "datenschutz fallmanagement",
        "Schweigepflichtentbindungen erkläre ich so lange, bis wirklich alle sie verstanden haben.",
    ),
)
LEAD = (
    (
        "fallmanagement lernen",
        "Ich verteile Fälle nach Gewicht, nicht nach Alphabet, und zeige gern, wie wir gewichten.",
    ),
    (
        "hilfeplanung fallmanagement",
        "Vertretung und Übergabe sind in unserem Team schriftlich geregelt, auf genau einer Seite.",
    ),
    ("netzwerk", "Leite ein Team mit fünf Berufen. Die größte Kunst ist, dass alle dasselbe Wort gleich verstehen."),
    ("wohnen zugang", "Seit der Umstellung frage ich jeden Freitag: Was hat diese Woche jemandem genützt?"),
    ("lernen", "Kollegiale Beratung ist bei uns Pflicht und trotzdem beliebt. Wie das geht, erzähle ich am Telefon."),
)
COORDINATION = (
    ("netzwerk planung", "Ich spreche für unser Haus im Netzwerk und suche Verbündete für kleine, machbare Schritte."),
    ("netzwerk", "Wer mich anruft, bekommt eine Antwort oder jemanden, der sie hat."),
    (
        "fallmanagement controlling",
        "Zwanzig Jahre Verwaltung, davon acht mit dem Versuch, sie verständlicher zu machen.",
    ),
    ("zugang", "Unsere Umstellung vom Antrag zum Gespräch begleite ich seit dem ersten Tag, mit allen Umwegen."),
    ("planung", "Am liebsten sitze ich mit Trägern an einem Tisch, auf dem noch kein fertiges Papier liegt."),
    ("controlling", "Zahlen finde ich nützlich, solange wir vorher verabreden, was sie nicht sagen."),
    ("wohnen", "Für Fragen rund um Mietrückstände, Stadtwerke und frühe Meldungen bin ich gern da."),
    (
        "alter netzwerk",
        "In kleinen Rathäusern ist man Sozialamt, Standesamt und manchmal auch Hausmeisterei. Da komme ich her.",
    ),
    ("lernen", "Ich kümmere mich darum, dass neue Kolleg:innen nicht ins kalte Wasser geworfen werden."),
    ("arbeit", "Früher Gewerkschaft, heute Rathaus: Das Verhandeln habe ich jedenfalls gelernt."),
    ("familie", "Schule, Kita, Amt: Ich bringe die drei zusammen, die sonst nur Briefe wechseln."),
    ("sprache", "Bei uns darf kein Schreiben hinaus, das ich meiner Tante nicht vorlesen könnte."),
    (
        "migration netzwerk",
        "Ich koordiniere Sprachmittlung und Ehrenamt, zwei Felder mit vielen guten Missverständnissen.",
    ),
)
PLANNING = (
    (
        "planung controlling",
        "Karten, Tabellen, Spaziergänge: Sozialplanung lernt man in dieser Reihenfolge rückwärts.",
    ),
    ("planung", "Ich schreibe gerade unseren dritten Sozialbericht und würde den ersten heute anders anfangen."),
    ("planung alter", "Pflegeplanung für Orte ohne Pflegedienst ist mein Spezialgebiet geworden."),
    ("netzwerk planung", "Angebotslisten veralten schneller, als man tippt. Ich habe ein paar Tricks dagegen."),
    ("planung familie", "Geografie studiert, im Sozialamt gelandet und sehr zufrieden damit."),
    (
        "planung wohnen",
        "Wohnen und Armut hängen zusammen, in unseren Daten auf die Straße genau. Über Grenzen rede ich gern.",
    ),
    ("sprache planung", "Ich übersetze zwischen Kämmerei und Sozialarbeit und bekomme von beiden Seiten Schokolade."),
)
BENEFITS = (
    ("zugang sprache", "Leistungsrecht ist kein Hexenwerk, man muss es nur laut erklären dürfen."),
    ("alter", "Grundsicherung im Alter bearbeite ich seit der Einführung. Ich kenne jede Fassung des Vordrucks."),
    ("schulden zugang", "Mein Schreibtisch steht neben dem Fallmanagement, und das erspart uns beiden viele Akten."),
    ("familie", "Bildung und Teilhabe soll ankommen, bevor der Schulausflug vorbei ist."),
)
CONTROLLING = (
    ("controlling", "Eine Kennzahl ohne Nenner ist eine Anekdote. Das ist mein ganzer Vortrag."),
    ("controlling planung", "Ich rechne für Menschen, die Zahlen nicht mögen, und höre ihnen vorher zu."),
    ("controlling datenschutz", "Kleine Fallzahlen schützen, große erklären: Beides übe ich im Arbeitskreis."),
    ("controlling fallmanagement", "Vom Rechnungshof in die Kommune gewechselt und noch immer neugierig, was wirkt."),
    (
        "controlling hilfeplanung",
        "Derzeit baue ich einen Quartalsbericht, den auch der Sozialausschuss zu Ende liest.",
    ),
)
PRIVACY = (
    ("datenschutz", "Ich sage selten Nein und meistens: So herum geht es."),
    ("datenschutz", "Löschfristen sind mein Hobby geworden, seit ich den alten Aktenkeller gesehen habe."),
    ("datenschutz sprache", "Auskunftsersuchen beantworte ich so, dass niemand danach eine zweite Anfrage braucht."),
    (
        "datenschutz lernen",
        "Einmal im Quartal gebe ich eine offene Stunde zu Schweigepflicht im Team, gern auch online.",
    ),
)
MANAGEMENT = (
    (
        "controlling netzwerk",
        "Ich halte dem Haus den Rücken frei: Personal, Geld und die Frage, wer den Schlüssel hat.",
    ),
)
