"""Fallmanagement: start of the section, intake, assessment."""

CASE_MANAGEMENT = {
    "type": "content",
    "slug": "fallmanagement",
    "title": "Fallmanagement",
    "lead": (
        "Fallmanagement ist ein gemeinsamer Weg in sechs Phasen. Jede Phase hat ein Ergebnis, auf das die nächste "
        "bauen kann."
    ),
    "teaser": "Die sechs Phasen im Fallmanagement mit Leitfragen, Beispielsätzen, Checklisten und Vorlagen.",
    "picture": "hilfeplan",
    "picture_alt": "Ein Blatt mit Zielen und Häkchen",
    "menu": True,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Die Phasen sind ein Geländer, kein Fließband. Man darf zurückgehen, wenn sich etwas ändert. "
                "Wichtig ist nur, dass alle wissen, wo der Fall gerade steht.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Sechs Phasen",
                "items": [
                    {
                        "title": "Zugang",
                        "text": (
                            "<p>Anliegen aufnehmen, Eilbedarf erkennen, klären, ob Fallmanagement passt. "
                            "[[zugang-und-erstgespraech|Zugang und Erstgespräch]]</p>"
                        ),
                    },
                    {
                        "title": "Falleinschätzung",
                        "text": (
                            "<p>Alle Lebenslagen ansehen, Stärken finden, beide Sichtweisen festhalten. "
                            "[[falleinschaetzung|Falleinschätzung]]</p>"
                        ),
                    },
                    {
                        "title": "Ziele und Hilfeplan",
                        "text": (
                            "<p>Ziele aushandeln, Schritte verteilen, Termin zur Überprüfung setzen. "
                            "[[hilfeplanung|Ziele vereinbaren und Hilfe planen]]</p>"
                        ),
                    },
                    {
                        "title": "Leistungen steuern",
                        "text": (
                            "<p>Passende Angebote finden, vermitteln, abstimmen. [[leistungen-steuern|Leistungen "
                            "steuern]]</p>"
                        ),
                    },
                    {
                        "title": "Monitoring",
                        "text": "<p>Dranbleiben, Abweichungen erkennen, nachsteuern. [[monitoring|Monitoring]]</p>",
                    },
                    {
                        "title": "Evaluation und Abschluss",
                        "text": (
                            "<p>Ergebnis besprechen, gut beenden, Erfahrungen weitergeben. "
                            "[[evaluation-und-abschluss|Evaluation und Abschluss]]</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Für wen sich Fallmanagement eignet</h2>"
                "<p>Fallmanagement lohnt sich, wenn mehrere Lebenslagen betroffen sind, mehrere Stellen beteiligt "
                "sind und die Person Unterstützung beim Ordnen wünscht. Wer nur eine Auskunft braucht, soll sie "
                "schnell bekommen, ohne Einschätzungsbogen.</p>"
            ),
        ),
        ("news_list", {"title": "Neues zum Fallmanagement", "topic": "fallmanagement", "count": 3}),
        (
            "call_to_action",
            {
                "title": "Von vorn anfangen",
                "text": "Wie das erste Gespräch gelingt und was es leisten muss.",
                "page": "zugang-und-erstgespraech",
                "label": "Mit dem Zugang beginnen",
            },
        ),
    ],
    "children": [],
}

INTAKE = {
    "type": "content",
    "slug": "zugang-und-erstgespraech",
    "title": "Zugang und Erstgespräch",
    "lead": (
        "Im ersten Gespräch entscheidet sich oft, ob jemand wiederkommt. Es soll entlasten, Eiliges klären und "
        "zeigen, wie es weitergeht."
    ),
    "teaser": (
        "Wie der Zugang ins Fallmanagement gelingt: Eilbedarf, Aufnahmekriterien, Gesprächsbeginn, Beispielsätze, "
        "Checkliste."
    ),
    "picture": "gespraech",
    "picture_alt": "Zwei Personen sitzen an einem Tisch und sprechen miteinander",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<h2>Wie Menschen zu Ihnen finden</h2>"
                "<p>Manche kommen selbst, manche werden geschickt, manche kommen erst, wenn der Strom abgestellt ist. "
                "Ein guter Zugang hat deshalb mehrere Türen: offene Sprechzeit, Telefon, Hausbesuch und Hinweise aus "
                "anderen Stellen, wenn die Person einverstanden ist.</p>"
                "<p>Fragen Sie einmal im Jahr: Wer kommt nicht? Häufig fehlen Menschen, die schlecht lesen, wenig "
                "Deutsch sprechen, sich schämen oder kein Fahrgeld haben.</p>"
                "<h2>Zuerst das Eilige</h2>"
                "<ul>"
                "<li>Droht in den nächsten Tagen der Verlust der Wohnung?</li>"
                "<li>Fehlen Geld für Lebensmittel, Strom oder Medikamente?</li>"
                "<li>Gibt es Gewalt oder Angst vor Gewalt?</li>"
                "<li>Sind Kinder im Haushalt, und ist ihre Versorgung gesichert?</li>"
                "<li>Denkt die Person daran, sich etwas anzutun?</li>"
                "</ul>"
                "<p>Bei einem Ja wird sofort gehandelt und nicht erst nach der Einschätzung. Jedes Haus braucht dafür "
                "eine Liste mit Telefonnummern, die auch die Vertretung kennt.</p>"
                "<h2>Das Gespräch führen</h2>"
                "<h3>Beginnen</h3>"
                "<p>„Schön, dass Sie da sind. Wir haben heute eine Dreiviertelstunde. Ich möchte verstehen, was Sie "
                "hierher führt. Am Ende verabreden wir den nächsten Schritt. Sie entscheiden, was Sie erzählen.“</p>"
                "<h3>Verstehen</h3>"
                "<p>„Was ist gerade das Dringendste?“ – „Was haben Sie schon versucht?“ – „Wer weiß davon und steht "
                "Ihnen bei?“ – „Woran würden Sie merken, dass sich der Weg hierher gelohnt hat?“</p>"
                "<h3>Erklären</h3>"
                "<p>Sagen Sie, was Sie aufschreiben und wer es lesen darf. Sagen Sie auch, was Sie nicht leisten "
                "können. Ein ehrliches Nein am Anfang schadet weniger als ein halbes Versprechen.</p>"
                "<h3>Beenden</h3>"
                "<p>Fassen Sie in zwei Sätzen zusammen. Geben Sie einen Zettel mit Name, Telefonnummer, nächstem "
                "Termin und einer einzigen Aufgabe mit, auch für sich selbst.</p>"
            ),
        ),
        (
            "image",
            {
                "picture": "telefon",
                "alt": "Eine Person am Telefon",
                "decorative": False,
                "caption": "Auch ein Anruf kann ein Erstgespräch sein. Dann braucht es danach eine kurze Bestätigung.",
            },
        ),
        (
            "table",
            {
                "caption": "Passt Fallmanagement? Eine Entscheidungshilfe",
                "columns": ["Beobachtung", "Spricht für Fallmanagement", "Spricht für Beratung oder Vermittlung"],
                "rows": [
                    ["Betroffene Lebenslagen", "Drei oder mehr", "Eine oder zwei"],
                    ["Beteiligte Stellen", "Mehrere, ohne Abstimmung", "Eine, gut erreichbar"],
                    ["Eigene Kräfte", "Zurzeit erschöpft", "Regelt vieles selbst"],
                    ["Wunsch der Person", "Möchte Begleitung", "Möchte eine Auskunft"],
                    ["Dauer", "Voraussichtlich mehrere Monate", "Mit wenigen Terminen erledigt"],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Die Entscheidung festhalten</h2>"
                "<p>Schreiben Sie auf, warum ein Fall aufgenommen wurde oder nicht. Zwei Sätze reichen. Das schützt "
                "vor Willkür und hilft der Planung: Abgewiesene Anliegen sind ein Zeichen für fehlende Angebote.</p>"
                "<h2>Stolpersteine</h2>"
                "<ul>"
                "<li><b>Der Bogen führt das Gespräch.</b> Erst zuhören, dann ausfüllen. Fehlende Angaben lassen sich "
                "nachtragen.</li>"
                "<li><b>Zu viel auf einmal.</b> Beim ersten Mal genügt das Nötigste. Belastende Themen brauchen "
                "Zeit.</li>"
                "<li><b>Stillschweigende Annahmen.</b> „Sie möchten sicher wieder arbeiten“ ist keine Frage.</li>"
                "</ul>"
            ),
        ),
        (
            "downloads",
            {
                "title": "Zum Mitnehmen",
                "files": [
                    {
                        "document": "checkliste-erstgespraech",
                        "description": (
                            "Zwei Seiten für Vorbereitung, Gespräch und Nachbereitung. Die Datei lässt sich "
                            "bearbeiten."
                        ),
                    },
                ],
            },
        ),
    ],
    "children": [],
}

ASSESSMENT = {
    "type": "content",
    "slug": "falleinschaetzung",
    "title": "Falleinschätzung",
    "lead": (
        "Die Einschätzung schaut auf das ganze Leben, nicht nur auf den Anlass. Sie hält zwei Sichtweisen fest und "
        "sucht nach Stärken."
    ),
    "teaser": (
        "Neun Lebenslagen, fünf Stufen, zwei Sichtweisen: So entsteht eine faire Falleinschätzung, die im Alltag "
        "trägt."
    ),
    "picture": "kennzahlen",
    "picture_alt": "Einfache Balken und eine Lupe",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Eine Einschätzung ist kein Urteil über einen Menschen. Sie ist eine Momentaufnahme, auf die sich "
                "beide Seiten verständigen. Sie dient dazu, das Wichtige vom Dringenden zu unterscheiden und später "
                "zu sehen, was sich bewegt hat.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Neun Lebenslagen mit Leitfragen",
                "columns": ["Lebenslage", "Leitfrage"],
                "rows": [
                    ["Einkommen und Schulden", "Reicht das Geld bis zum Monatsende, und welche Forderungen drücken?"],
                    ["Arbeit", "Was tun Sie, was würden Sie gern tun, was hindert Sie?"],
                    ["Bildung", "Was haben Sie gelernt, was fällt beim Lesen, Schreiben oder am Computer schwer?"],
                    ["Wohnen", "Ist die Wohnung sicher, bezahlbar und so, dass Sie zur Ruhe kommen?"],
                    ["Gesundheit", "Was brauchen Sie, um gut durch den Tag zu kommen, und wer behandelt Sie?"],
                    ["Familie und Sorge", "Für wen sorgen Sie, und wer sorgt für Sie?"],
                    ["Soziales Netz", "Wen können Sie anrufen, wenn es schwierig wird?"],
                    ["Recht und Behörden", "Welche Briefe, Fristen oder Verfahren liegen an?"],
                    ["Teilhabe", "Woran nehmen Sie teil, und was fehlt Ihnen?"],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Fünf Stufen, zwei Sichtweisen</h2>"
                "<p>Jede Lebenslage wird auf fünf Stufen eingeordnet, von „akut gefährdet“ bis „stabil“. Die Person "
                "stuft selbst ein. Die Fallmanager:in stuft ebenfalls ein. Erst danach sprechen beide darüber.</p>"
                "<p>Unterschiede sind wertvoll. Sagt jemand „Wohnen ist stabil“, obwohl eine Kündigung auf dem Tisch "
                "liegt, lohnt die Frage: „Was gibt Ihnen Sicherheit?“ Vielleicht ist eine Zusage da, die noch niemand "
                "kennt. Vielleicht wurde der Brief nicht verstanden.</p>"
                "<h2>Stärken finden</h2>"
                "<ul>"
                "<li>„Wie haben Sie es geschafft, trotzdem weiterzumachen?“</li>"
                "<li>„Wann war es zuletzt besser, und was war da anders?“</li>"
                "<li>„Wofür würden Freund:innen Sie loben?“</li>"
                "<li>„Was soll auf keinen Fall anders werden?“</li>"
                "</ul>"
                "<p>Tragen Sie Stärken nicht in ein Restfeld ein. Sie gehören neben den Bedarf und später in den "
                "[[hilfeplanung|Hilfeplan]].</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Ablauf in vier Schritten",
                "items": [
                    {
                        "title": "Vorbereiten",
                        "text": "<p>Vorhandene Unterlagen lesen, Fragen notieren, nichts doppelt erheben.</p>",
                    },
                    {
                        "title": "Gemeinsam durchgehen",
                        "text": (
                            "<p>Höchstens zwei Termine. Die Reihenfolge bestimmt die Person. Bereiche dürfen offen "
                            "bleiben.</p>"
                        ),
                    },
                    {
                        "title": "Zusammenfassen",
                        "text": "<p>Drei bis fünf Sätze: Was trägt, was drückt, was zuerst?</p>",
                    },
                    {
                        "title": "Gegenlesen lassen",
                        "text": (
                            "<p>Die Person liest die Zusammenfassung oder bekommt sie vorgelesen. Widerspruch wird "
                            "aufgenommen.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Das Umfeld einbeziehen</h2>"
                "<p>Fachliche Auskünfte anderer Stellen helfen, wenn die Person sie möchte. Holen Sie vorher eine "
                "schriftliche Erlaubnis ein, die sagt, wer wem was zu welchem Zweck mitteilt. Für Beziehungen eignet "
                "sich die [[netzwerkkarte|Netzwerkkarte]].</p>"
                "<h2>Stolpersteine</h2>"
                "<ul>"
                "<li><b>Die mittlere Stufe.</b> Wer unsicher ist, wählt die Mitte. Besser: den Bereich offen lassen "
                "und einen Termin setzen.</li>"
                "<li><b>Alte Akten.</b> Frühere Einschätzungen färben den Blick. Lesen Sie sie erst nach dem ersten "
                "Gespräch, wenn nichts Eiliges dagegenspricht.</li>"
                "<li><b>Summen bilden.</b> Aus neun Stufen entsteht keine sinnvolle Gesamtnote. Ein stabiler Bereich "
                "gleicht einen gefährdeten nicht aus.</li>"
                "<li><b>Zu seltene Wiederholung.</b> Stufen Sie bei jeder Überprüfung neu ein, sonst bleibt "
                "Veränderung unsichtbar.</li>"
                "</ul>"
                "<h2>Worauf es ankommt</h2>"
                "<p>Am Ende sollte die Person sagen können: „Ja, so ist es bei mir.“ Diese Zustimmung ist mehr wert "
                "als ein vollständig ausgefüllter Bogen.</p>"
            ),
        ),
    ],
    "children": [],
}
