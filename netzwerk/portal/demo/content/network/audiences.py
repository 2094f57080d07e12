"""Das Netzwerk: pages for municipalities and for providers."""

MUNICIPALITIES = {
    "type": "content",
    "slug": "fuer-kommunen-und-kreise",
    "title": "Für Kommunen und Kreise",
    "lead": (
        "Sie tragen Verantwortung für die Hilfe vor Ort. Das Netzwerk hilft Ihnen, aus Erfahrungen anderer zu lernen, "
        "bevor Sie eigene Umwege gehen."
    ),
    "teaser": (
        "Was das Netzwerk Städten, Gemeinden und Kreisen bietet, welche Fragen sich stellen und womit man anfängt."
    ),
    "picture": "rathaus",
    "picture_alt": "Ein Rathaus an einem Platz",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Die Ausgangslage ist überall anders. Eine Kreisverwaltung mit langen Wegen braucht andere "
                "Lösungen als eine Stadt mit Bezirken. Deshalb gibt es hier kein Musterhaus, sondern Fragen, "
                "Werkzeuge und Menschen, die ansprechbar sind.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Womit andere angefangen haben",
                "columns": ["Wenn Sie vor allem", "dann lohnt sich", "Lesen Sie"],
                "rows": [
                    [
                        "Menschen schneller erreichen wollen",
                        "ein gemeinsamer Eingang und ein gutes Erstgespräch",
                        "Zugang und Erstgespräch",
                    ],
                    ["Ihr Team entlasten wollen", "klare Rollen und begrenzte Fallzahlen", "Rollen im Team"],
                    ["Angebote besser abstimmen wollen", "eine gepflegte Angebotsliste", "Angebote gemeinsam planen"],
                    ["der Politik berichten wollen", "wenige Kennzahlen mit Erklärung", "Fachcontrolling"],
                    ["neu beginnen wollen", "ein begrenzter Probelauf", "Der Weg zur Sozialagentur in Schritten"],
                ],
            },
        ),
        (
            "text",
            (
                "<p>Die Seiten finden Sie hier: [[zugang-und-erstgespraech|Zugang und Erstgespräch]], "
                "[[rollen-im-team|Rollen im Team]], [[angebote-planen|Angebote gemeinsam planen]], "
                "[[fachcontrolling|Fachcontrolling]] und [[weg-zur-sozialagentur|Der Weg zur Sozialagentur]].</p>"
                "<h2>Für die Verwaltungsleitung</h2>"
                "<p>Eine Sozialagentur verändert Arbeitsweisen. Das gelingt nur mit Rückhalt. Vier Dinge helfen am "
                "meisten:</p>"
                "<ul>"
                "<li>ein klarer Auftrag auf einer Seite;</li>"
                "<li>Stellen, die nicht nach einem Jahr wieder abgezogen werden;</li>"
                "<li>die Zusage, dass schlechte Zahlen zuerst zu Fragen führen;</li>"
                "<li>Zeit für Einarbeitung und Supervision.</li>"
                "</ul>"
                "<h2>Für die Politik</h2>"
                "<p>Fragen Sie nicht nur nach der Zahl der Fälle. Fragen Sie: Wen erreichen wir nicht? Was hat sich "
                "für Menschen geändert? Welche Angebote fehlen? Was hat nicht funktioniert? Gute Verwaltungen "
                "antworten auf die letzte Frage gern.</p>"
                "<h2>Für Kreise und ihre Gemeinden</h2>"
                "<p>Oft liegen Zuständigkeit und Nähe an verschiedenen Stellen. Legen Sie fest, wer Ansprechperson "
                "vor Ort ist, auch wenn der Bescheid aus der Kreisstadt kommt. Feste Sprechtage in den Gemeinden "
                "senken die Schwelle. Prüfen Sie, ob ein gemeinsames Team mehrerer kleiner Gemeinden möglich ist.</p>"
            ),
        ),
        (
            "quotation",
            {
                "text": (
                    "Am meisten geholfen hat mir ein Anruf bei Kolleg:innen im Kreis Auenrode. Sie sagten: Wartet mit "
                    "der Software, bis ihr wisst, was ihr fragen wollt."
                ),
                "person": "Jorin Talbach",
                "role": "Teamleitung, Stadt Hellenfurt",
            },
        ),
        (
            "accordion",
            {
                "title": "Häufige Sorgen",
                "items": [
                    {
                        "title": "Wir haben zu wenig Personal",
                        "text": (
                            "<p>Beginnen Sie mit einer Zielgruppe. Wenige gut begleitete Fälle zeigen mehr als viele "
                            "halbe. Rechnen Sie offen vor, was mit dem vorhandenen Personal möglich ist.</p>"
                        ),
                    },
                    {
                        "title": "Wir haben schon so viele Projekte",
                        "text": (
                            "<p>Prüfen Sie, welche davon dasselbe Ziel verfolgen. Oft entsteht eine Sozialagentur, "
                            "indem man Vorhandenes verbindet.</p>"
                        ),
                    },
                    {
                        "title": "Unsere Software kann das nicht",
                        "text": (
                            "<p>Fangen Sie mit Papier und einer guten Liste an. Erst wenn der Ablauf steht, wissen "
                            "Sie, was die Software leisten soll.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "call_to_action",
            {
                "title": "Der nächste Schritt",
                "text": "Lesen Sie, was Mitglieder einbringen und was sie bekommen.",
                "page": "wer-mitmacht",
                "label": "Mitglied werden",
            },
        ),
    ],
    "children": [],
}

PROVIDERS = {
    "type": "content",
    "slug": "fuer-verbaende-und-traeger",
    "title": "Für Wohlfahrtsverbände und freie Träger",
    "lead": "Sie kennen die Menschen und ihren Alltag. Ohne Ihre Angebote bleibt jeder Hilfeplan ein Blatt Papier.",
    "teaser": (
        "Was Verbände und freie Träger vom Netzwerk haben, wie Zusammenarbeit auf Augenhöhe gelingt und wo Grenzen "
        "liegen."
    ),
    "picture": "runder-tisch",
    "picture_alt": "Mehrere Personen sitzen an einem runden Tisch und beraten sich",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Freie Träger sind in diesem Netzwerk keine Gäste. Sie bringen Themen ein, leiten Arbeitskreise "
                "und prüfen mit, ob eine Vorlage im Alltag taugt.</p>"
                "<h2>Was Sie davon haben</h2>"
                "<ul>"
                "<li>Sie erfahren früh, was Kommunen planen.</li>"
                "<li>Sie treffen Träger mit ähnlichen Fragen, ohne mit ihnen im Wettbewerb zu stehen.</li>"
                "<li>Sie können zeigen, welche Hilfe fehlt, gestützt auf Erfahrungen aus mehreren Orten.</li>"
                "<li>Sie nutzen gemeinsame Vorlagen, statt für jede Kommune neue Formulare auszufüllen.</li>"
                "</ul>"
                "<h2>Zusammenarbeit im Einzelfall</h2>"
                "<p>Viele Reibungen entstehen, weil Erwartungen nicht ausgesprochen werden. Klären Sie am Anfang "
                "jeder gemeinsamen Begleitung:</p>"
                "<ul>"
                "<li>Wer hält den Faden, und wer ist für welchen Teil zuständig?</li>"
                "<li>Was darf ausgetauscht werden? Nur mit Erlaubnis der Person, siehe "
                "[[vertraulichkeit|Vertraulichkeit in der Fallarbeit]].</li>"
                "<li>Bis wann hören wir voneinander?</li>"
                "<li>Was tun wir, wenn die Person nicht kommt?</li>"
                "</ul>"
            ),
        ),
        (
            "table",
            {
                "caption": "Rollen klären: zwei Sichtweisen",
                "columns": ["Frage", "Fallmanagement der Kommune", "Angebot des Trägers"],
                "rows": [
                    ["Wem sind wir verpflichtet?", "Der Person und dem Gesetz", "Der Person und dem eigenen Auftrag"],
                    ["Was steuern wir?", "Den gesamten Ablauf", "Die eigene Hilfe"],
                    ["Was berichten wir?", "Ob vereinbarte Schritte geschehen", "Nur, was die Person erlaubt hat"],
                    ["Wann endet es?", "Mit dem Abschlussgespräch", "Mit dem Ende des Angebots"],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Fürsprache und Partnerschaft</h2>"
                "<p>Verbände vertreten die Interessen von Menschen, auch gegenüber der Kommune. Das verträgt sich mit "
                "Kooperation, wenn beide Seiten es wissen. Sprechen Sie es aus: „In der Hilfekonferenz sitze ich als "
                "Beraterin von Frau M. In der Planungsrunde spreche ich für den Verband.“</p>"
                "<h2>Kleine Träger</h2>"
                "<p>Wer mit drei Personen arbeitet, kann nicht in jeder Runde sitzen. Möglich sind eine gemeinsame "
                "Vertretung mehrerer kleiner Träger, schriftliche Rückmeldungen oder ein Platz auf Zeit. Fragen Sie "
                "danach. Gute Planung braucht gerade die kleinen Häuser.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "In vier Schritten zur guten Kooperation",
                "items": [
                    {
                        "title": "Eigene Grenzen kennen",
                        "text": "<p>Was leisten Sie, was nicht, und mit welcher Wartezeit?</p>",
                    },
                    {
                        "title": "Eintrag pflegen",
                        "text": (
                            "<p>Halten Sie Ihre Zeile in der [[dok:vorlage-angebotsliste|Angebotsliste]] aktuell.</p>"
                        ),
                    },
                    {
                        "title": "Absprache treffen",
                        "text": (
                            "<p>Nutzen Sie das [[dok:muster-kooperationsvereinbarung|Muster]] und streichen Sie, was "
                            "Sie nicht brauchen.</p>"
                        ),
                    },
                    {
                        "title": "Rückmelden",
                        "text": (
                            "<p>Sagen Sie, wenn Vermittlungen nicht passen. Nennen Sie ein Beispiel ohne Namen.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "image",
            {
                "picture": "arbeit",
                "alt": "Werkzeuge in einer Werkstatt",
                "decorative": False,
                "caption": "Im Werkhof Niederaue beginnt jede Vermittlung mit einem Rundgang.",
            },
        ),
        (
            "text",
            (
                "<h2>Worauf es ankommt</h2>"
                "<p>Gute Zusammenarbeit heißt nicht, immer einer Meinung zu sein. Sie heißt, dass die Person die "
                "Unterschiede nicht ausbaden muss. Mehr dazu unter [[traeger-zusammenbringen|Träger "
                "zusammenbringen]].</p>"
            ),
        ),
    ],
    "children": [],
}
