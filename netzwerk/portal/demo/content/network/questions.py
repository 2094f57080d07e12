"""Das Netzwerk: frequent questions."""

QUESTIONS = {
    "type": "faq",
    "slug": "haeufige-fragen",
    "title": "Häufige Fragen",
    "lead": "Kurze Antworten auf Fragen, die uns oft gestellt werden. Fehlt Ihre Frage? Schreiben Sie uns.",
    "teaser": "Antworten zu Sozialagentur, Fallmanagement, Recht und Daten, Steuerung, Mitgliedschaft und Portal.",
    "picture": None,
    "picture_alt": "",
    "menu": False,
    "footer": True,
    "body": [
        (
            "accordion",
            {
                "title": "Zur Sozialagentur",
                "items": [
                    {
                        "title": "Ist die Sozialagentur eine neue Behörde?",
                        "text": (
                            "<p>Nein. Sie ist eine Arbeitsweise. Das Sozialamt, ein Kreis oder mehrere Gemeinden "
                            "zusammen ordnen ihre Arbeit neu. Ein neuer Name kann helfen, ist aber nicht nötig.</p>"
                        ),
                    },
                    {
                        "title": "Für wen ist die Sozialagentur da?",
                        "text": (
                            "<p>Für Menschen, die mehrere Hilfen brauchen und Unterstützung beim Ordnen wünschen. Wer "
                            "nur eine Auskunft sucht, bekommt sie ohne Umweg.</p>"
                        ),
                    },
                    {
                        "title": "Müssen Fallmanagement und Geldleistung getrennt sein?",
                        "text": (
                            "<p>Nein. Getrennt, verbunden oder im Tandem: Alles hat Vor- und Nachteile. Ein Vergleich "
                            "steht unter [[fallmanagement-und-leistung|Fallmanagement und Leistung]].</p>"
                        ),
                    },
                    {
                        "title": "Wie lange dauert die Einführung?",
                        "text": (
                            "<p>Rechnen Sie mit zwei bis drei Jahren bis zum Regelbetrieb. Erste Verbesserungen sind "
                            "früher spürbar, wenn Sie klein beginnen.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "accordion",
            {
                "title": "Zum Fallmanagement",
                "items": [
                    {
                        "title": "Wie viele Fälle kann eine Person begleiten?",
                        "text": (
                            "<p>Eine Zahl, die überall passt, gibt es nicht. Sie hängt von Zielbreite, Modell, Wegen "
                            "und Schwere der Fälle ab. Wichtig ist, dass das Haus eine Zahl festlegt, sie begründet "
                            "und jährlich prüft.</p>"
                        ),
                    },
                    {
                        "title": "Muss jede Person einen Hilfeplan haben?",
                        "text": (
                            "<p>Im Fallmanagement ja, denn der Plan ist die gemeinsame Grundlage. Bei einer "
                            "einmaligen Beratung reicht ein kurzer Vermerk. Verlangt ein Gesetz eine bestimmte "
                            "Planart, gilt diese Regel.</p>"
                        ),
                    },
                    {
                        "title": "Was tun, wenn jemand keine Begleitung möchte?",
                        "text": (
                            "<p>Das respektieren. Sagen Sie, dass die Tür offen bleibt, und geben Sie Name und "
                            "Telefonnummer mit. Sagen Sie auch, was davon unberührt bleibt und welche Mitwirkung das "
                            "Gesetz an anderer Stelle verlangt.</p>"
                        ),
                    },
                    {
                        "title": "Darf ein Fall auch ohne Erfolg enden?",
                        "text": (
                            "<p>Ja. Wichtig ist, dass das Ende besprochen und der Grund notiert wird. Siehe "
                            "[[evaluation-und-abschluss|Evaluation und Abschluss]].</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "accordion",
            {
                "title": "Zu Recht und Daten",
                "items": [
                    {
                        "title": "Welches Gesetz regelt die Beratung in der Sozialhilfe?",
                        "text": (
                            "<p>§ 11 SGB XII nennt Beratung und Unterstützung. Für andere Leistungen gelten andere "
                            "Gesetze. Stand: November 2026.</p>"
                        ),
                    },
                    {
                        "title": "Dürfen alle im Amt die Fallakte lesen?",
                        "text": (
                            "<p>Nein. Das Sozialgeheimnis gilt auch innerhalb der Behörde. Lesen darf, wer die "
                            "Angaben für die eigene Aufgabe braucht. Mehr unter [[vertraulichkeit|Vertraulichkeit in "
                            "der Fallarbeit]].</p>"
                        ),
                    },
                    {
                        "title": "Wie lange werden Daten aufbewahrt?",
                        "text": (
                            "<p>Das hängt von der Rechtsgrundlage und vom Ende der Begleitung ab. Jedes Haus legt "
                            "Fristen fest und löscht danach. Fragen Sie die datenschutzbeauftragte Person Ihres "
                            "Hauses.</p>"
                        ),
                    },
                    {
                        "title": "Dürfen wir Zahlen veröffentlichen?",
                        "text": (
                            "<p>Ja, wenn niemand erkennbar ist. Kleine Werte werden nicht gezeigt oder "
                            "zusammengefasst. Achten Sie darauf, dass sie sich nicht zurückrechnen lassen.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "accordion",
            {
                "title": "Zur Steuerung vor Ort",
                "items": [
                    {
                        "title": "Wir sind eine kleine Gemeinde ohne Sozialplanung. Was nun?",
                        "text": (
                            "<p>Beginnen Sie mit einer gepflegten Angebotsliste und einem Treffen je Quartal. "
                            "Vielleicht unterstützt der Kreis. Auch ein Verbund mit Nachbargemeinden hilft.</p>"
                        ),
                    },
                    {
                        "title": "Wie gewinnen wir freie Träger?",
                        "text": (
                            "<p>Mit einer gemeinsamen Frage, früher Beteiligung und einer Vereinbarung, die beiden "
                            "Seiten nützt. Siehe [[traeger-zusammenbringen|Träger zusammenbringen]].</p>"
                        ),
                    },
                    {
                        "title": "Mit welchen Kennzahlen fangen wir an?",
                        "text": (
                            "<p>Mit drei: Zeit bis zum Erstgespräch, Anteil mit gültigem Plan, ungedeckter Bedarf. "
                            "Beschreiben Sie jede in einem Steckbrief.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "accordion",
            {
                "title": "Zum Netzwerk und zum Portal",
                "items": [
                    {
                        "title": "Wer kann Mitglied werden?",
                        "text": (
                            "<p>Kommunen, Kreise, Wohlfahrtsverbände, freie Träger sowie Einrichtungen aus "
                            "Wissenschaft und Ausbildung. Näheres unter [[wer-mitmacht|Wer mitmacht]].</p>"
                        ),
                    },
                    {
                        "title": "Können auch einzelne Personen mitarbeiten?",
                        "text": "<p>Als Gäste in Arbeitskreisen ja. Mitglied werden Organisationen.</p>",
                    },
                    {
                        "title": "Berät die Geschäftsstelle auch in persönlichen Notlagen?",
                        "text": (
                            "<p>Nein. Wenden Sie sich an Ihr Sozialamt oder an eine Beratungsstelle vor Ort. In einer "
                            "lebensbedrohlichen Lage wählen Sie den Notruf 112.</p>"
                        ),
                    },
                    {
                        "title": "Darf ich Texte und Vorlagen weiterverwenden?",
                        "text": (
                            "<p>Die Vorlagen dürfen Sie für die eigene Arbeit anpassen. Für Texte fragen Sie bitte "
                            "kurz bei der [[geschaeftsstelle|Geschäftsstelle]] nach.</p>"
                        ),
                    },
                    {
                        "title": "Ich komme mit einer Seite nicht zurecht. An wen wende ich mich?",
                        "text": (
                            "<p>Nutzen Sie die Seite [[barriere-melden|Barriere melden]]. Tipps zur Bedienung stehen "
                            "unter [[hilfe|Hilfe]].</p>"
                        ),
                    },
                ],
            },
        ),
    ],
    "children": [],
}
