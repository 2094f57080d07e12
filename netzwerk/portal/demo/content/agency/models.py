"""Die Sozialagentur: models, breadth of goal, the historic pilot."""

MODELS = {
    "type": "content",
    "slug": "fallmanagement-und-leistung",
    "title": "Fallmanagement und Leistung – getrennt oder verbunden",
    "lead": (
        "Soll dieselbe Person beraten und über Geld entscheiden? Beide Antworten sind möglich. Wichtig ist, dass ein "
        "Haus weiß, was es gewählt hat und warum."
    ),
    "teaser": (
        "Fallmanagement und Geldleistung in einer Hand oder getrennt? Drei Modelle im Vergleich, mit Vor- und "
        "Nachteilen."
    ),
    "picture": "rathaus",
    "picture_alt": "Ein Rathaus an einem Platz",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Diese Frage wird in fast jeder Kommune gestellt, oft mit viel Leidenschaft. Die Standorte des "
                "[[modellprojekt|Modellprojekts]] haben sie verschieden beantwortet. Eine allgemein richtige Lösung "
                "gibt es nicht. Es gibt Bedingungen, unter denen ein Modell gut läuft.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Drei Modelle im Vergleich",
                "columns": ["Merkmal", "Getrennt", "Verbunden", "Tandem"],
                "rows": [
                    ["Wer berät?", "Fallmanager:in", "Eine Fachkraft für beides", "Fallmanager:in"],
                    [
                        "Wer bewilligt?",
                        "Sachbearbeitung Leistung",
                        "Dieselbe Fachkraft",
                        "Feste Partner:in in der Leistung",
                    ],
                    [
                        "Vertrauen",
                        "Leichter, weil Geld nicht am Tisch liegt",
                        "Schwerer, wenn Kürzungen drohen",
                        "Leicht, wenn die Rollen erklärt sind",
                    ],
                    ["Wege", "Länger, mehr Absprachen", "Kurz", "Kurz, wenn das Tandem funktioniert"],
                    [
                        "Fachwissen",
                        "Vertieft in beiden Feldern",
                        "Sehr breit, schwer aktuell zu halten",
                        "Vertieft und geteilt",
                    ],
                    [
                        "Fallzahl",
                        "Fallmanagement klein, Leistung größer",
                        "Muss deutlich kleiner sein als in reiner Sachbearbeitung",
                        "Wie im getrennten Modell",
                    ],
                    ["Vertretung", "Einfach", "Schwierig", "Das Tandem vertritt sich nicht gegenseitig"],
                    [
                        "Größtes Risiko",
                        "Beide Seiten reden nicht miteinander",
                        "Beratung geht im Bescheid unter",
                        "Ein Wechsel im Tandem wirft vieles um",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>So treffen Sie eine gute Entscheidung</h2>"
                "<h3>Fragen an das Haus</h3>"
                "<ul>"
                "<li>Wie groß ist das Team? Unter vier Stellen wird Trennung schnell zum Nadelöhr.</li>"
                "<li>Wie weit liegen die Büros auseinander? Im Landkreis mit mehreren Außenstellen zählt jeder "
                "Weg.</li>"
                "<li>Welche Ausbildung bringen die Mitarbeitenden mit? Verwaltung und Soziale Arbeit lernen viel "
                "voneinander, brauchen aber beide Anleitung.</li>"
                "<li>Wie viel Spielraum erlaubt die Software für Rollen und Rechte?</li>"
                "</ul>"
                "<h3>Fragen an die Zielgruppe</h3>"
                "<ul>"
                "<li>Wie viele Menschen brauchen vor allem eine richtige und schnelle Geldleistung?</li>"
                "<li>Wie viele brauchen längere Begleitung?</li>"
                "<li>Wie viele hatten schon Streit mit dem Amt und würden nur mit einer neuen Ansprechperson "
                "sprechen?</li>"
                "</ul>"
            ),
        ),
        (
            "quotation",
            {
                "text": (
                    "Wir haben zwei Außenstellen verglichen und uns über die Unterschiede gewundert. Bis jemand "
                    "fragte, ob dort überhaupt im selben Modell gearbeitet wird. Wurde es nicht."
                ),
                "person": "Emre Sandvoort",
                "role": "Controlling, Kreis Auenrode",
            },
        ),
        (
            "text",
            (
                "<h2>Wenn Sie trennen: diese Absprachen brauchen Sie</h2>"
                "<ul>"
                "<li>Ein fester wöchentlicher Termin zwischen Fallmanagement und Leistung.</li>"
                "<li>Eine Liste der Vorgänge, bei denen die Leistung <b>vor</b> der Entscheidung Rücksprache hält, "
                "zum Beispiel bei drohendem Wohnungsverlust.</li>"
                "<li>Eine klare Regel, welche Angaben weitergegeben werden und welche nicht. Die Person weiß "
                "davon.</li>"
                "<li>Ein Weg für eilige Zahlungen am selben Tag.</li>"
                "</ul>"
                "<h2>Wenn Sie verbinden: diese Absicherung brauchen Sie</h2>"
                "<ul>"
                "<li>Eine niedrigere Fallzahl, schriftlich festgelegt.</li>"
                "<li>Zwei erkennbare Gesprächsteile: „Zuerst klären wir den Antrag. Danach sprechen wir darüber, was "
                "Sie vorhaben.“</li>"
                "<li>Eine zweite Person für Konflikte, damit ein strittiger Bescheid nicht die Begleitung "
                "beendet.</li>"
                "</ul>"
                "<h2>Worauf es ankommt</h2>"
                "<p>Nennen Sie Ihr Modell in jedem Bericht und in jedem Vergleich. Dauer, Fallzahl und Abgänge hängen "
                "stark davon ab. Wer Standorte mit verschiedenen Modellen nebeneinanderstellt, ohne das zu sagen, "
                "vergleicht Äpfel mit Birnen. Mehr dazu unter [[fachcontrolling|Fachcontrolling]].</p>"
            ),
        ),
    ],
    "children": [],
}

GOAL_BREADTH = {
    "type": "content",
    "slug": "breite-des-ziels",
    "title": "Breite des Ziels",
    "lead": (
        "Bedarf vermeiden, gut mit der Hilfe leben oder aus der Hilfe herausfinden: Sozialagenturen setzen ihr Ziel "
        "verschieden breit. Das prägt alles Weitere."
    ),
    "teaser": (
        "Drei Zielbreiten einer Sozialagentur, ihre Folgen für Zugang, Team und Kennzahlen, und wie man sich einigt."
    ),
    "picture": "arbeit",
    "picture_alt": "Eine Person in einer Werkstatt mit Werkzeugen",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Zwei Sozialagenturen können dasselbe Wort benutzen und Verschiedenes meinen. Die eine will "
                "verhindern, dass Menschen überhaupt Hilfe brauchen. Die andere will, dass Menschen mit Hilfe würdig "
                "leben. Die dritte will Wege aus der Hilfe öffnen. Viele Häuser verbinden zwei oder drei dieser "
                "Ziele.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Drei Zielbreiten und was aus ihnen folgt",
                "columns": ["Frage", "Bedarf vermeiden", "Gut mit der Hilfe leben", "Aus der Hilfe herausfinden"],
                "rows": [
                    [
                        "Wen erreicht das Haus?",
                        "Menschen vor dem Antrag",
                        "Menschen mit längerem Bezug",
                        "Menschen mit Aussicht auf eigenes Einkommen oder andere Leistungen",
                    ],
                    [
                        "Typischer Anlass",
                        "Kündigung, Trennung, Energieschulden",
                        "Krankheit, Alter, Pflege, Einsamkeit",
                        "Wiedereinstieg, Ausbildung, geklärte Ansprüche",
                    ],
                    [
                        "Wichtigste Partner",
                        "Vermietende, Versorger, Schuldnerberatung",
                        "Gesundheit, Pflege, Nachbarschaft",
                        "Arbeit, Bildung, Kinderbetreuung",
                    ],
                    [
                        "Dauer der Begleitung",
                        "Kurz und schnell",
                        "Lang, mit ruhigen Phasen",
                        "Mittel, mit dichten Phasen",
                    ],
                    [
                        "Passende Kennzahl",
                        "Gesicherte Wohnungen",
                        "Zielerreichung und Teilhabe",
                        "Abgänge nach Grund und Rückkehr",
                    ],
                    ["Gefahr", "Erfolge sind schwer zu zählen", "Begleitung ohne Ende", "Auswahl der leichten Fälle"],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Warum das ausgesprochen werden muss</h2>"
                "<p>Wer das Ziel nicht nennt, wird trotzdem daran gemessen. Ein Haus, das Menschen mit schweren "
                "Erkrankungen begleitet, hat lange Laufzeiten. Das ist kein Mangel. Ein Haus, das vor dem Antrag "
                "ansetzt, hat wenige Fälle in der Statistik. Auch das ist kein Mangel. Erst mit dem Ziel daneben wird "
                "eine Zahl verständlich.</p>"
                "<h2>So einigen Sie sich</h2>"
                "<ol>"
                "<li><b>Sammeln:</b> Jede Person im Team schreibt einen Satz auf: „Unsere Arbeit ist gelungen, wenn "
                "…“</li>"
                "<li><b>Sortieren:</b> Ordnen Sie die Sätze den drei Zielen zu. Wo liegen die meisten?</li>"
                "<li><b>Gegenprüfen:</b> Nehmen Sie zehn abgeschlossene Fälle. Welches Ziel wurde dort tatsächlich "
                "verfolgt?</li>"
                "<li><b>Gewichten:</b> Legen Sie fest, welches Ziel Vorrang hat, wenn die Zeit nicht reicht.</li>"
                "<li><b>Mitteilen:</b> Schreiben Sie das Ergebnis in den Auftrag, in den Jahresbericht und auf die "
                "Internetseite.</li>"
                "</ol>"
            ),
        ),
        (
            "image",
            {
                "picture": "familie",
                "alt": "Eine Familie vor einem Haus",
                "decorative": False,
                "caption": "Für diese Familie heißt Erfolg: Die Wohnung bleibt.",
            },
        ),
        (
            "text",
            (
                "<h2>Beispiele aus drei erfundenen Häusern</h2>"
                "<h3>Stadt Tannwerder</h3>"
                "<p>Die kleine Stadt arbeitet vor allem vorbeugend. Das Wohnungsunternehmen meldet Mietrückstände "
                "früh, wenn die Mieter:innen zugestimmt haben. Ein Gespräch findet in derselben Woche statt.</p>"
                "<h3>Gemeindeverbund Mühlenthal-Ost</h3>"
                "<p>Hier leben viele ältere Menschen mit kleiner Rente. Das Ziel lautet: gut leben, auch mit Hilfe. "
                "Fallmanager:innen besuchen zu Hause und arbeiten eng mit der Pflegeberatung zusammen.</p>"
                "<h3>Stadt Hellenfurt</h3>"
                "<p>Die größere Stadt verfolgt alle drei Ziele, aber mit getrennten Teams. So bleibt die Arbeit "
                "übersichtlich. Die Übergänge zwischen den Teams sind die schwächste Stelle und werden jedes Jahr "
                "geprüft.</p>"
                "<h2>Worauf es ankommt</h2>"
                "<p>Die Breite des Ziels gehört in jedes Standortprofil, zusammen mit dem "
                "[[fallmanagement-und-leistung|Modell]] und der Ausbildung des Teams. Diese drei Angaben entscheiden, "
                "ob ein Vergleich fair ist.</p>"
            ),
        ),
    ],
    "children": [],
}

PILOT = {
    "type": "content",
    "slug": "modellprojekt",
    "title": "Das Modellprojekt 2001 bis 2004",
    "lead": (
        "Die Idee der Sozialagentur wurde in Nordrhein-Westfalen an elf Standorten erprobt. Aus diesem Vorhaben "
        "stammt auch der Gedanke eines offenen Netzwerks."
    ),
    "teaser": (
        "Die Landesinitiative „Sozialagenturen – Hilfen aus einer Hand“: Anlass, zwei Ebenen, Beteiligte und offene "
        "Fragen."
    ),
    "picture": "kreis",
    "picture_alt": "Eine Landschaft mit Dörfern, die durch Straßen verbunden sind",
    "menu": False,
    "footer": False,
    "body": [
        (
            "facts",
            {
                "title": "Das Modellprojekt in Kürze",
                "items": [
                    {"term": "Name", "value": "Sozialagenturen – Hilfen aus einer Hand"},
                    {"term": "Land", "value": "Nordrhein-Westfalen"},
                    {"term": "Zeitraum", "value": "Mitte 2001 bis Mitte 2004"},
                    {"term": "Standorte", "value": "Elf Modellstandorte"},
                    {
                        "term": "Wissenschaftliche Begleitung",
                        "value": "Drei Partner aus Siegen, Frankfurt am Main und Dortmund",
                    },
                    {"term": "Recht der Zeit", "value": "Bundessozialhilfegesetz (BSHG), in Kraft bis Ende 2004"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Der Anlass</h2>"
                "<p>Um die Jahrtausendwende änderten sich die Anforderungen an die Sozialhilfe. Die Bevölkerung wurde "
                "älter, Berufswege wurden brüchiger, Arbeitsplätze verlangten andere Kenntnisse. Viele Menschen im "
                "Bezug hatten mehrere Sorgen zugleich. Eine Hilfe, die nur aus Geld bestand, reichte oft nicht.</p>"
                "<p>Das Land wollte die Kommunen bei der Erneuerung ihrer Sozialverwaltung unterstützen. Es verstand "
                "sich dabei als Partner, der einen schwierigen Wandel moderiert.</p>"
                "<h2>Zwei Ebenen</h2>"
                "<h3>Der Einzelfall</h3>"
                "<p>Auf der ersten Ebene ging es um abgestimmte Hilfe für die einzelne Person: beraten, die "
                "Vorgeschichte verstehen, Hilfe planen, begleiten. Anknüpfungspunkt war § 8 BSHG, die persönliche "
                "Hilfe. Heute steht Beratung in § 11 SGB XII. Stand: November 2026.</p>"
                "<h3>Die Angebote vor Ort</h3>"
                "<p>Auf der zweiten Ebene ging es um die örtliche Sozialpolitik: Ämter und Träger verbinden, Angebote "
                "gemeinsam planen, Fach- und Finanzcontrolling aufbauen. Beide Ebenen gehörten von Anfang an "
                "zusammen.</p>"
                "<h2>Was die Standorte bekamen</h2>"
                "<ul>"
                "<li>Beratung zum Konzept durch die wissenschaftliche Begleitung</li>"
                "<li>Beratung von außen, um Probleme bei der Einführung früh zu erkennen</li>"
                "<li>Qualifizierung der Mitarbeitenden im Case Management</li>"
                "<li>Software für Dokumentation, Auswertung und Evaluation</li>"
                "<li>Workshops und Arbeitskreise zu Qualifizierung, Controlling und Steuerung</li>"
                "</ul>"
                "<h2>Worin sich die Standorte unterschieden</h2>"
                "<p>Das Konzept wurde an jedem Ort angepasst. Drei Unterschiede wiegen besonders schwer, wenn man "
                "Ergebnisse vergleicht: die [[breite-des-ziels|Breite des Ziels]], die Frage, ob "
                "[[fallmanagement-und-leistung|Fallmanagement und Leistung]] verbunden oder getrennt sind, und der "
                "berufliche Hintergrund der Mitarbeitenden.</p>"
            ),
        ),
        (
            "image",
            {
                "picture": "lernen",
                "alt": "Eine kleine Gruppe lernt gemeinsam vor einer Tafel",
                "decorative": False,
                "caption": "Zum Modellprojekt gehörten Qualifizierung, Workshops und Arbeitskreise.",
            },
        ),
        (
            "accordion",
            {
                "title": "Häufig gefragt",
                "items": [
                    {
                        "title": "Welche Ergebnisse hatte das Modellprojekt?",
                        "text": (
                            "<p>Wir nennen hier keine Ergebniszahlen. Uns liegen keine gesicherten Daten vor, und "
                            "ohne die Unterschiede der Standorte wären sie leicht misszuverstehen.</p>"
                        ),
                    },
                    {
                        "title": "Was ist vom Modellprojekt geblieben?",
                        "text": (
                            "<p>Vor allem die Fragestellung: Wie gelingt Hilfe, die zusammenpasst, und wer sorgt "
                            "dafür? Viele Begriffe aus dieser Zeit prägen die Fallarbeit bis heute.</p>"
                        ),
                    },
                    {
                        "title": "Warum ein Netzwerk?",
                        "text": (
                            "<p>Das Vorhaben wollte den Austausch über die elf Standorte hinaus öffnen: für alle "
                            "Kommunen, für Wohlfahrtsverbände und für freie Träger. Daran knüpft dieses Portal an.</p>"
                        ),
                    },
                    {
                        "title": "Gilt das Recht von damals noch?",
                        "text": (
                            "<p>Nein. Das BSHG galt bis Ende 2004, danach kam das SGB XII. Wer alte Unterlagen liest, "
                            "sollte jede Rechtsangabe prüfen. Stand: November 2026.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "call_to_action",
            {
                "title": "Der Gedanke von damals, heute",
                "text": "Das Netzwerk Sozialagenturen ist offen für alle, die an diesen Fragen arbeiten.",
                "page": "das-netzwerk",
                "label": "Zum Netzwerk",
            },
        ),
    ],
    "children": [],
}
