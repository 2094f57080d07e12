"""Templates for casework."""

FIRST_MEETING = {
    "name": "checkliste-erstgespraech",
    "title": "Checkliste Erstgespräch",
    "kind": "odt",
    "content": [
        ("h1", "Checkliste Erstgespräch"),
        (
            "p",
            (
                "Netzwerk Sozialagenturen · Fassung 1 · November 2026. Diese Liste ist eine Gedächtnisstütze. Sie "
                "führt das Gespräch nicht."
            ),
        ),
        ("h2", "Vor dem Gespräch"),
        ("li", "Ruhiger Raum, 45 Minuten ohne Unterbrechung"),
        ("li", "Bedarf geklärt: Sprachmittlung, Gebärdensprache, Begleitung, Raum ohne Stufen, Kinderbetreuung"),
        ("li", "Vorhandene Unterlagen angesehen, nichts doppelt fragen"),
        ("li", "Liste der Notfallnummern liegt bereit"),
        ("li", "Zettel zum Mitgeben liegt bereit"),
        ("h2", "Zuerst das Eilige"),
        ("li", "Wohnung in den nächsten Tagen gefährdet: ja / nein"),
        ("li", "Lebensmittel, Strom oder Medikamente fehlen: ja / nein"),
        ("li", "Gewalt oder Angst vor Gewalt: ja / nein"),
        ("li", "Versorgung von Kindern gefährdet: ja / nein"),
        ("li", "Gedanken, sich etwas anzutun: ja / nein"),
        ("p", "Bei einem Ja: sofort handeln, Teamleitung oder Fachkraft hinzuziehen, Schritte notieren."),
        ("h2", "Im Gespräch"),
        ("li", "Name, Aufgabe und Dauer genannt"),
        ("li", "Erklärt, was aufgeschrieben wird und wer es liest"),
        ("li", "Anliegen in den Worten der Person notiert"),
        ("li", "Gefragt, was schon versucht wurde"),
        ("li", "Gefragt, wer unterstützt"),
        ("li", "Gefragt, woran die Person merkt, dass sich der Weg gelohnt hat"),
        ("li", "Gesagt, was möglich ist und was nicht"),
        ("h2", "Entscheidung"),
        ("p", "Fallmanagement passt: ja / nein / noch offen"),
        ("p", "Begründung in zwei Sätzen: ______________________________"),
        ("p", "Wenn nein, weiter an: ______________________________ Angekommen am: ____________"),
        ("h2", "Zum Schluss"),
        ("li", "In zwei Sätzen zusammengefasst"),
        ("li", "Nächster Termin: ____________ um ________ Uhr, Ort: ____________"),
        ("li", "Eine Aufgabe für die Person: ______________________________"),
        ("li", "Eine Aufgabe für mich: ______________________________"),
        ("li", "Zettel mit Name, Telefonnummer und Termin mitgegeben"),
        ("h2", "Nach dem Gespräch"),
        ("li", "Vermerk geschrieben: Beobachtung und Deutung getrennt"),
        ("li", "Wiedervorlage gesetzt"),
        ("li", "Vertretung weiß, was in den nächsten Tagen ansteht"),
        ("li", "Fehlendes Angebot ohne Namen gemeldet"),
    ],
}

CLOSING_GUIDE = {
    "name": "gespraechsleitfaden-abschluss",
    "title": "Gesprächsleitfaden Abschluss",
    "kind": "odt",
    "content": [
        ("h1", "Gesprächsleitfaden Abschluss"),
        (
            "p",
            (
                "Netzwerk Sozialagenturen · Fassung 1 · November 2026. Dauer: etwa 60 Minuten. Kündigen Sie das "
                "Gespräch zwei Treffen vorher an."
            ),
        ),
        ("h2", "Vorbereiten"),
        ("li", "Erste Einschätzung und letzter Hilfeplan liegen vor"),
        ("li", "Zielskalen liegen vor"),
        ("li", "Offene Schritte, Termine und Erlaubnisse zum Austausch geprüft"),
        ("li", "Die Person weiß, worum es geht, und kann jemanden mitbringen"),
        ("h2", "1. Ankommen (5 Minuten)"),
        (
            "p",
            (
                "„Heute schauen wir gemeinsam zurück und nach vorn. Danach endet unsere regelmäßige Begleitung. Wie "
                "geht es Ihnen damit?“"
            ),
        ),
        ("h2", "2. Zurückschauen (15 Minuten)"),
        ("li", "Was war am Anfang das Schwerste?"),
        ("li", "Was hat sich verändert?"),
        ("li", "Was haben Sie selbst dazu getan?"),
        ("li", "Wer hat geholfen?"),
        ("p", "Notizen: ______________________________"),
        ("h2", "3. Ziele bewerten (15 Minuten)"),
        ("p", "Die Person bewertet zuerst. Danach die Fallmanager:in. Weichen beide ab, werden beide Werte notiert."),
        ("li", "Ziel 1: Person ____ Fallmanager:in ____"),
        ("li", "Ziel 2: Person ____ Fallmanager:in ____"),
        ("li", "Ziel 3: Person ____ Fallmanager:in ____"),
        ("p", "Stufen: −2 deutlich weniger, −1 etwas weniger, 0 wie vereinbart, +1 etwas mehr, +2 deutlich mehr."),
        ("h2", "4. Rückmeldung an uns (10 Minuten)"),
        ("li", "Was hat geholfen?"),
        ("li", "Was hat gestört?"),
        ("li", "Was sollen wir bei anderen anders machen?"),
        ("h2", "5. Vorausschauen (10 Minuten)"),
        ("li", "Woran merken Sie, dass es wieder eng wird?"),
        ("li", "Wen rufen Sie dann an?"),
        ("li", "Was hilft in den ersten Tagen?"),
        ("li", "Nachfrage nach drei Monaten gewünscht: ja / nein, am: ____________"),
        ("h2", "6. Beenden (5 Minuten)"),
        ("p", "„Sie können jederzeit wiederkommen. Diese Nummer gilt weiter: ____________.“"),
        ("h2", "Nach dem Gespräch"),
        ("li", "Grund des Abschlusses festgehalten"),
        ("li", "Beteiligte Stellen informiert, soweit erlaubt"),
        ("li", "Übergabe erfolgt, wenn eine andere Stelle übernimmt"),
        ("li", "Frist zum Löschen eingetragen"),
        ("li", "Ohne Namen an die Planung gemeldet: Was half, was fehlte, was kostete nur Zeit?"),
    ],
}

HELP_PLAN = {
    "name": "vorlage-hilfeplan",
    "title": "Vorlage Hilfeplan auf einer Seite",
    "kind": "odt",
    "content": [
        ("h1", "Hilfeplan"),
        ("p", "Fassung Nr. ____ vom ____________ Aktenzeichen: ____________"),
        (
            "p",
            (
                "Zwischen: ____________________ (Klient:in) und ____________________ (Fallmanager:in), Vertretung: "
                "____________________"
            ),
        ),
        (
            "p",
            (
                "Hinweis: Verlangt ein Gesetz eine eigene Planart, wird deren Form genutzt. Dieses Blatt dient dann "
                "als Übersicht."
            ),
        ),
        ("h2", "Das trägt"),
        ("p", "Stärken, Menschen, Erfahrungen: ______________________________"),
        ("h2", "Ziel 1"),
        ("p", "In drei Monaten ist Folgendes anders: ______________________________"),
        ("p", "Wir erkennen es daran: ______________________________ Datum: ____________"),
        ("li", "Schritt: ____________________ Wer: ____________ Bis: ____________"),
        ("li", "Schritt: ____________________ Wer: ____________ Bis: ____________"),
        ("h2", "Ziel 2"),
        ("p", "In drei Monaten ist Folgendes anders: ______________________________"),
        ("p", "Wir erkennen es daran: ______________________________ Datum: ____________"),
        ("li", "Schritt: ____________________ Wer: ____________ Bis: ____________"),
        ("li", "Schritt: ____________________ Wer: ____________ Bis: ____________"),
        ("h2", "Ziel 3"),
        ("p", "In drei Monaten ist Folgendes anders: ______________________________"),
        ("p", "Wir erkennen es daran: ______________________________ Datum: ____________"),
        ("li", "Schritt: ____________________ Wer: ____________ Bis: ____________"),
        ("h2", "Das sehen wir verschieden"),
        ("p", "Sicht der Klient:in: ______________________________"),
        ("p", "Sicht der Fallmanager:in: ______________________________"),
        ("h2", "Wenn etwas dazwischenkommt"),
        ("p", "So sagen wir uns Bescheid: ______________________________"),
        ("h2", "Überprüfung"),
        ("p", "Wir sprechen wieder am ____________ um ________ Uhr."),
        ("p", "Unterschrift Klient:in: ____________________ Unterschrift Fallmanager:in: ____________________"),
        ("p", "Ein Exemplar hat die Klient:in erhalten am: ____________"),
    ],
}
