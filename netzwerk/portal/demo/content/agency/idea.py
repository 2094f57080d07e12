"""Die Sozialagentur: start of the section, mission, help from one hand."""

AGENCY = {
    "type": "content",
    "slug": "die-sozialagentur",
    "title": "Die Sozialagentur",
    "lead": (
        "Eine Sozialagentur macht aus der Sozialhilfe einen sozialen Dienst. Sie verbindet die Geldleistung mit "
        "Beratung, einem gemeinsamen Plan und Hilfe, die zusammenpasst."
    ),
    "teaser": "Was eine Sozialagentur ist, wie sie arbeitet und wie eine Kommune Schritt für Schritt dorthin kommt.",
    "picture": "offene-tuer",
    "picture_alt": "Ein Stadthaus mit weit geöffneter Tür",
    "menu": True,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Viele Menschen kommen mit einer Frage ins Sozialamt und haben fünf Sorgen im Gepäck: Die Miete "
                "ist offen, die Gesundheit macht nicht mit, ein Kind braucht Hilfe, Briefe bleiben liegen. Wer dann "
                "nur einen Antrag bearbeitet, löst einen Teil. Der Rest kommt wieder.</p>"
                "<p>Die Sozialagentur setzt an zwei Stellen zugleich an. Im Einzelfall hat jede Person eine feste "
                "Ansprechperson, die den Weg mit ihr plant. Vor Ort sorgt die Kommune dafür, dass die nötigen "
                "Angebote da sind und zusammenpassen.</p>"
            ),
        ),
        (
            "facts",
            {
                "title": "Die Sozialagentur auf einen Blick",
                "items": [
                    {"term": "Für wen", "value": "Menschen, die mehrere Hilfen gleichzeitig brauchen"},
                    {
                        "term": "Wer sie trägt",
                        "value": "Stadt, Gemeinde oder Kreis, gemeinsam mit Verbänden und freien Trägern",
                    },
                    {"term": "Ebene 1", "value": "Der Einzelfall: beraten, einschätzen, planen, begleiten"},
                    {
                        "term": "Ebene 2",
                        "value": "Die Steuerung vor Ort: Angebote planen, Träger verbinden, Wirkung prüfen",
                    },
                    {"term": "Was sie nicht ist", "value": "Ein neues Amt, das nur ein anderes Türschild hat"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Wo Sie anfangen können</h2>"
                "<p>Wenn Sie die Idee kennenlernen wollen, lesen Sie zuerst [[leitbild|das Leitbild]]. Wenn Sie eine "
                "Einführung vorbereiten, hilft [[weg-zur-sozialagentur|der Weg in Schritten]]. Wenn Sie zwei Häuser "
                "vergleichen, beginnen Sie mit der [[breite-des-ziels|Breite des Ziels]].</p>"
            ),
        ),
        (
            "call_to_action",
            {
                "title": "Sie planen eine Sozialagentur?",
                "text": (
                    "Acht Schritte von der ersten Idee bis zum Regelbetrieb, mit typischen Fehlern und Fragen zur "
                    "Selbstprüfung."
                ),
                "page": "weg-zur-sozialagentur",
                "label": "Zum Weg in Schritten",
            },
        ),
    ],
    "children": [],
}

MISSION = {
    "type": "content",
    "slug": "leitbild",
    "title": "Was die Sozialagentur ist",
    "lead": (
        "Das Leitbild in klaren Sätzen: woran sich eine Sozialagentur messen lässt und was sie ihren Klient:innen "
        "zusagt."
    ),
    "teaser": (
        "Das Leitbild der Sozialagentur: Haltung, Zusagen an Klient:innen und ein Prüfblatt für das eigene Haus."
    ),
    "picture": "bausteine",
    "picture_alt": "Bausteine, die zusammen ein Haus bilden",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Sozialhilfe sichert das Leben, wenn nichts anderes mehr trägt. Das bleibt. Doch Geld allein "
                "ordnet keine Wohnung, findet keinen Arzt und beruhigt keinen Streit mit dem Vermieter. Eine "
                "Sozialagentur versteht Sozialhilfe deshalb als <b>soziale Dienstleistung</b>: nah bei den Menschen, "
                "einfach im Zugang und verlässlich im Ablauf.</p>"
                "<h2>Fünf Grundsätze</h2>"
                "<h3>Die Person bestimmt die Richtung</h3>"
                "<p>Ziele werden ausgehandelt, nicht verordnet. Die Sicht der Klient:in steht im Hilfeplan "
                "gleichberechtigt neben der fachlichen Sicht. Wo beide auseinandergehen, wird das aufgeschrieben und "
                "nicht geglättet.</p>"
                "<h3>Eine Ansprechperson hält den Faden</h3>"
                "<p>Wer mehrere Hilfen braucht, soll seine Geschichte nicht mehrfach erzählen. Eine Fallmanager:in "
                "begleitet von der ersten Frage bis zum Abschluss und sorgt auch in Urlaub und Krankheit für eine "
                "Vertretung. Wie das im Alltag aussieht, zeigt [[hilfe-aus-einer-hand|Hilfe aus einer Hand]].</p>"
                "<h3>Hilfe passt zum Bedarf</h3>"
                "<p>Zuerst wird geklärt, was nötig ist. Erst dann wird gefragt, welches Angebot dazu passt. Fehlt ein "
                "Angebot, wird das gemeldet: So lernt die Planung aus dem "
                "[[vom-einzelfall-zur-planung|Einzelfall]].</p>"
                "<h3>Stärken zählen</h3>"
                "<p>Jede Person bringt etwas mit: Menschen, Erfahrung, Können, Zähigkeit. Ein guter Plan beginnt bei "
                "dem, was da ist.</p>"
                "<h3>Wirkung wird geprüft</h3>"
                "<p>Am Ende steht ein Gespräch über das Ergebnis. Was nicht gelungen ist, wird benannt. Das gilt auch "
                "für das eigene Haus.</p>"
            ),
        ),
        (
            "quotation",
            {
                "text": (
                    "Früher habe ich gefragt: Welche Unterlagen fehlen noch? Heute frage ich: Was soll in drei "
                    "Monaten anders sein? Die Unterlagen brauche ich immer noch. Aber das Gespräch ist ein anderes."
                ),
                "person": "Mareike Odenbrink",
                "role": "Fallmanagerin, Kreis Auenrode",
            },
        ),
        (
            "text",
            (
                "<h2>Was Klient:innen erwarten dürfen</h2>"
                "<ul>"
                "<li>Ein erstes Gespräch innerhalb einer Frist, die das Haus öffentlich nennt.</li>"
                "<li>Eine Erklärung in verständlicher Sprache, auf Wunsch mit Sprachmittlung oder einer "
                "Begleitung.</li>"
                "<li>Einen Plan auf Papier, den beide unterschreiben und den die Person mitnimmt.</li>"
                "<li>Auskunft darüber, wer welche Daten sieht. Mehr dazu unter [[vertraulichkeit|Vertraulichkeit in "
                "der Fallarbeit]].</li>"
                "<li>Eine klare Antwort darauf, was freiwillig ist und welche Mitwirkung das Gesetz verlangt.</li>"
                "</ul>"
                "<h2>Was das Recht dazu sagt</h2>"
                "<p>Beratung und Unterstützung sind Teil der Sozialhilfe: § 11 SGB XII nennt sie ausdrücklich. Früher "
                "stand die persönliche Hilfe in § 8 BSHG; daran knüpfte das [[modellprojekt|Modellprojekt]] an. "
                "Stand: November 2026.</p>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Prüfblatt für das eigene Haus",
                "items": [
                    {
                        "title": "Erkennt eine Person, an wen sie sich wendet?",
                        "text": (
                            "<p>Fragen Sie drei Menschen im Wartebereich. Können sie Name und Telefonnummer ihrer "
                            "Ansprechperson nennen? Wenn nicht, fehlt die feste Zuständigkeit oder sie wird nicht "
                            "mitgeteilt.</p>"
                        ),
                    },
                    {
                        "title": "Gibt es für jeden laufenden Fall einen gültigen Plan?",
                        "text": (
                            "<p>Ziehen Sie zehn Akten. Steht in jeder ein Ziel mit Datum? Hat die Person den Plan "
                            "erhalten? Ist der nächste Termin zur Überprüfung gesetzt?</p>"
                        ),
                    },
                    {
                        "title": "Weiß die Planung, was fehlt?",
                        "text": (
                            "<p>Fragen Sie die Sozialplanung, welche drei Angebote im letzten Jahr am häufigsten "
                            "gefehlt haben. Kommt keine Antwort, fehlt die Rückmeldung aus den Fällen.</p>"
                        ),
                    },
                    {
                        "title": "Wird ein Abschluss auch wirklich besprochen?",
                        "text": (
                            "<p>Sehen Sie nach, wie viele Fälle ohne Abschlussgespräch enden. Eine hohe Zahl ist kein "
                            "Versagen einzelner Personen, sondern ein Zeichen dafür, dass dem Team Zeit oder ein "
                            "fester Ablauf fehlt.</p>"
                        ),
                    },
                ],
            },
        ),
    ],
    "children": [],
}

ONE_HAND = {
    "type": "content",
    "slug": "hilfe-aus-einer-hand",
    "title": "Hilfe aus einer Hand",
    "lead": (
        "„Aus einer Hand“ heißt nicht, dass eine Stelle alles macht. Es heißt, dass eine Stelle dafür sorgt, dass "
        "alles zusammenpasst."
    ),
    "teaser": "Was „Hilfe aus einer Hand“ im Alltag bedeutet, welche Absprachen es braucht und wo die Grenze liegt.",
    "picture": "treppe",
    "picture_alt": "Menschen helfen einander eine Treppe hinauf",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Ein Beispiel, wie es viele Teams kennen: Eine Mutter mit zwei Kindern hat Mietschulden. Das "
                "Sozialamt prüft die Übernahme, das Jugendamt kennt die Familie, die Schuldnerberatung hat einen "
                "Termin in sechs Wochen frei, die Schule meldet Fehltage. Alle arbeiten. Trotzdem droht die Räumung, "
                "weil niemand die Fristen nebeneinanderlegt.</p>"
                "<p>In der Sozialagentur liegt genau diese Aufgabe bei einer Person: der Fallmanager:in. Sie ersetzt "
                "keine Fachstelle. Sie fragt, ordnet, verabredet und hält nach.</p>"
                "<h2>Drei Formen der Abstimmung</h2>"
            ),
        ),
        (
            "table",
            {
                "caption": "So lässt sich Hilfe aus einer Hand organisieren",
                "columns": ["Form", "So sieht sie aus", "Passt, wenn", "Darauf achten"],
                "rows": [
                    [
                        "Lotsen",
                        "Eine Person vermittelt und fragt nach, ob die Hilfe angekommen ist",
                        "die Lage überschaubar ist und die Person vieles selbst regelt",
                        "Nachfragen nicht vergessen: Vermitteln ist noch nicht Ankommen",
                    ],
                    [
                        "Fallmanagement",
                        "Einschätzung, Hilfeplan, Steuerung und Überprüfung liegen bei einer Fallmanager:in",
                        "mehrere Lebenslagen betroffen sind",
                        "Fallzahl je Stelle begrenzen",
                    ],
                    [
                        "Hilfekonferenz",
                        "Alle Beteiligten und die Person sitzen an einem Tisch",
                        "Fristen drängen oder Hilfen sich widersprechen",
                        "Nur mit Zustimmung der Person und mit klarer Moderation",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Was es dazu braucht</h2>"
                "<ul>"
                "<li><b>Ein Eingang.</b> Die Person muss nicht wissen, welche Abteilung zuständig ist. Wer sie zuerst "
                "trifft, nimmt die Frage auf und gibt sie mit Namen weiter.</li>"
                "<li><b>Eine Zuständigkeit.</b> Im Fall steht genau eine Fallmanager:in, dazu eine Vertretung.</li>"
                "<li><b>Ein Plan.</b> Alle Beteiligten arbeiten mit denselben Zielen und Terminen. Wie das geht, "
                "zeigt [[hilfeplanung|Ziele vereinbaren und Hilfe planen]].</li>"
                "<li><b>Verabredete Wege.</b> Mit den wichtigsten Stellen gibt es Absprachen über Fristen, "
                "Ansprechpersonen und Rückmeldung. Eine Vorlage finden Sie hier: "
                "[[dok:muster-kooperationsvereinbarung|Muster für eine Kooperationsvereinbarung]].</li>"
                "<li><b>Klare Erlaubnis.</b> Wer mit wem worüber spricht, entscheidet die Person. Das wird "
                "schriftlich festgehalten.</li>"
                "</ul>"
            ),
        ),
        (
            "image",
            {
                "picture": "gespraech",
                "alt": "Zwei Personen sitzen an einem Tisch und sprechen miteinander",
                "decorative": False,
                "caption": "Der wichtigste Ort der Sozialagentur: ein ruhiger Tisch mit genug Zeit.",
            },
        ),
        (
            "text",
            (
                "<h2>Typische Fehler</h2>"
                "<h3>Alle sind beteiligt, niemand ist zuständig</h3>"
                "<p>Nach jedem Treffen muss klar sein: Wer tut was bis wann, und wer prüft es nach? Fehlt eine dieser "
                "vier Angaben, ist es keine Absprache.</p>"
                "<h3>Die Fallmanager:in wird zur Feuerwehr</h3>"
                "<p>Wer jede Aufgabe selbst übernimmt, steuert nicht mehr. Eine gute Frage im Team lautet: „Muss ich "
                "das tun, oder muss ich dafür sorgen, dass es geschieht?“</p>"
                "<h3>Die Person sitzt daneben</h3>"
                "<p>Sätze wie „Wir haben für Sie entschieden“ sind ein Warnzeichen. Besser: „Sie haben drei "
                "Möglichkeiten. Welche passt zu Ihnen, und was würde Ihnen den Weg leichter machen?“</p>"
                "<h2>Worauf es ankommt</h2>"
                "<p>Hilfe aus einer Hand erkennt man nicht am Organigramm, sondern an einer einfachen Probe: Kann die "
                "Person in einem Satz sagen, wer ihr Ansprechpartner oder ihre Ansprechpartnerin ist und was als "
                "Nächstes passiert? Wenn ja, ist viel gewonnen.</p>"
            ),
        ),
        (
            "call_to_action",
            {
                "title": "Wer macht was?",
                "text": (
                    "Fallmanagement, Leistung, Teamleitung, Planung: Die Aufgaben lassen sich gut trennen und gut "
                    "verbinden."
                ),
                "page": "rollen-im-team",
                "label": "Rollen im Team ansehen",
            },
        ),
    ],
    "children": [],
}
