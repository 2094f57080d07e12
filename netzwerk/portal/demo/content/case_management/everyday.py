"""Fallmanagement: confidentiality and templates."""

CONFIDENTIALITY = {
    "type": "content",
    "slug": "vertraulichkeit",
    "title": "Vertraulichkeit in der Fallarbeit",
    "lead": (
        "Menschen sprechen offen, wenn sie wissen, was mit ihren Worten geschieht. Vertraulichkeit gilt auch "
        "innerhalb des eigenen Hauses."
    ),
    "teaser": (
        "Sozialdaten schützen im Alltag: Was intern gilt, wie eine Schweigepflichtentbindung aussieht, typische "
        "Fehler."
    ),
    "picture": "schluessel",
    "picture_alt": "Ein Schlüssel und ein Schloss",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Diese Seite gibt einen Überblick für die Praxis. Sie ersetzt keine Beratung durch die "
                "datenschutzbeauftragte Person Ihres Hauses. Stand: November 2026.</p>"
            ),
        ),
        (
            "facts",
            {
                "title": "Die wichtigsten Regeln",
                "items": [
                    {
                        "term": "Sozialgeheimnis",
                        "value": "§ 35 SGB I: Sozialdaten dürfen nicht unbefugt verarbeitet werden",
                    },
                    {
                        "term": "Schutz der Sozialdaten",
                        "value": "§§ 67 bis 85a SGB X: Regeln zu Erhebung, Speicherung und Übermittlung",
                    },
                    {
                        "term": "Schweigepflicht",
                        "value": (
                            "§ 203 StGB: gilt für bestimmte Berufe, zum Beispiel staatlich anerkannte "
                            "Sozialarbeiter:innen"
                        ),
                    },
                    {"term": "Grundlage", "value": "Datenschutz-Grundverordnung der Europäischen Union"},
                    {"term": "Stand", "value": "November 2026"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Auch im Haus gilt: nur, wer es braucht</h2>"
                "<p>Das Sozialgeheimnis endet nicht an der Eingangstür. Kolleg:innen anderer Abteilungen dürfen nicht "
                "einfach mitlesen. Auch im eigenen Team gilt: Zugriff hat, wer die Angaben für die eigene Aufgabe "
                "braucht. Das sind in der Regel die zuständige Fallmanager:in, die Vertretung und, wenn nötig, die "
                "Teamleitung.</p>"
                "<p>Neugier ist kein Grund. Wer einen bekannten Namen aus der Nachbarschaft sucht, verletzt das "
                "Sozialgeheimnis.</p>"
                "<h2>Erlaubnis zum Austausch</h2>"
                "<p>Eine Schweigepflichtentbindung ist persönlich und genau. Sie sagt:</p>"
                "<ul>"
                "<li><b>wer</b> sprechen darf und <b>mit wem</b>;</li>"
                "<li><b>worüber</b> gesprochen werden darf;</li>"
                "<li><b>wozu</b> der Austausch dient;</li>"
                "<li><b>bis wann</b> die Erlaubnis gilt;</li>"
                "<li>dass sie freiwillig ist und jederzeit für die Zukunft zurückgenommen werden kann.</li>"
                "</ul>"
                "<p>Sätze wie „gegenüber allen beteiligten Stellen“ sind zu ungenau. Lieber drei kurze Erlaubnisse "
                "als eine für alles.</p>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Fragen aus dem Alltag",
                "items": [
                    {
                        "title": "Die Wohnungsgesellschaft ruft an. Was sage ich?",
                        "text": (
                            "<p>Ohne Erlaubnis der Person bestätigen Sie nicht einmal, dass Sie sie kennen. Nehmen "
                            "Sie die Nachricht auf, sprechen Sie mit der Person und rufen Sie danach zurück.</p>"
                        ),
                    },
                    {
                        "title": "Darf ich im Team über einen Fall sprechen?",
                        "text": (
                            "<p>In der kollegialen Beratung sprechen Sie ohne Namen und lassen Einzelheiten weg, an "
                            "denen man die Person erkennt. Für die Vertretung gilt etwas anderes: Sie darf wissen, "
                            "was sie für den Fall braucht.</p>"
                        ),
                    },
                    {
                        "title": "Was gilt bei Gefahr für ein Kind?",
                        "text": (
                            "<p>Dann gelten eigene Regeln. Holen Sie sofort die Teamleitung und eine erfahrene "
                            "Fachkraft dazu und folgen Sie dem Schutzkonzept Ihres Hauses. Name und Telefonnummer "
                            "sollten an jedem Arbeitsplatz liegen.</p>"
                        ),
                    },
                    {
                        "title": "Die Person möchte ihre Akte sehen.",
                        "text": (
                            "<p>Sie hat in der Regel ein Recht auf Auskunft. Achten Sie auf Angaben über Dritte. "
                            "Geben Sie die Auskunft in verständlicher Sprache.</p>"
                        ),
                    },
                    {
                        "title": "Darf ich Beispiele für einen Vortrag nutzen?",
                        "text": (
                            "<p>Erfinden Sie einen Fall. Namen zu ändern genügt oft nicht, weil Menschen in kleinen "
                            "Orten an Einzelheiten zu erkennen sind.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Typische Fehler</h2>"
                "<ul>"
                "<li>Unterlagen liegen offen, während jemand anderes im Zimmer sitzt.</li>"
                "<li>In der Betreffzeile einer Mail steht der Name der Person.</li>"
                "<li>Eine alte Erlaubnis wird weiter benutzt.</li>"
                "<li>Ein Formular fragt Angaben ab, die niemand braucht.</li>"
                "<li>Nach dem Abschluss wird nichts gelöscht.</li>"
                "</ul>"
                "<h2>Worauf es ankommt</h2>"
                "<p>Sagen Sie am Anfang in einfachen Worten, was Sie aufschreiben, wer es liest und wie lange es "
                "bleibt. Ein Beispiel: „Ich schreibe auf, was wir verabreden. Lesen können das ich und meine "
                "Vertretung. Wenn ich mit der Schuldnerberatung sprechen soll, frage ich Sie vorher.“ Diese drei "
                "Sätze schaffen mehr Vertrauen als ein vierseitiges Merkblatt.</p>"
            ),
        ),
        ("news_list", {"title": "Neues zu Recht und Daten", "topic": "recht", "count": 3}),
    ],
    "children": [],
}

TEMPLATES = {
    "type": "content",
    "slug": "vorlagen",
    "title": "Vorlagen für die Praxis",
    "lead": "Sechs Dateien zum Bearbeiten. Nehmen Sie, was passt, und ändern Sie den Rest.",
    "teaser": (
        "Checkliste, Leitfaden, Hilfeplan, Kooperationsvereinbarung, Kennzahlenblatt und Angebotsliste zum Bearbeiten."
    ),
    "picture": "bausteine",
    "picture_alt": "Bausteine, die zusammen ein Haus bilden",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Die Vorlagen sind bewusst kurz. Sie enthalten keine Muster für Bescheide. Prüfen Sie vor dem "
                "Einsatz, welche Angaben Ihr Haus wirklich braucht, und stimmen Sie die Texte mit der "
                "datenschutzbeauftragten Person ab.</p>"
            ),
        ),
        (
            "downloads",
            {
                "title": "Für die Fallarbeit",
                "files": [
                    {
                        "document": "checkliste-erstgespraech",
                        "description": "Vorbereitung, Gespräch und Nachbereitung auf zwei Seiten. Textdatei.",
                    },
                    {
                        "document": "vorlage-hilfeplan",
                        "description": "Ziele, Schritte, Zuständige und Überprüfung auf einer Seite. Textdatei.",
                    },
                    {
                        "document": "gespraechsleitfaden-abschluss",
                        "description": "Fragen und Ablauf für ein gutes Ende. Textdatei.",
                    },
                ],
            },
        ),
        (
            "downloads",
            {
                "title": "Für die Steuerung vor Ort",
                "files": [
                    {
                        "document": "muster-kooperationsvereinbarung",
                        "description": "Muster für Absprachen zwischen Kommune und Träger. Textdatei.",
                    },
                    {
                        "document": "kennzahlenblatt",
                        "description": "Sechs Kennzahlen mit Formel, Fehlanreiz und Gegenkennzahl. Tabelle.",
                    },
                    {
                        "document": "vorlage-angebotsliste",
                        "description": "Aufbau für ein Angebotsverzeichnis mit Beispielen. Tabelle.",
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>So passen Sie eine Vorlage an</h2>"
                "<ul>"
                "<li>Probieren Sie die Vorlage an drei Fällen aus, bevor Sie etwas ändern.</li>"
                "<li>Streichen Sie zuerst, ergänzen Sie danach.</li>"
                "<li>Vermerken Sie Fassung und Datum in der Fußzeile.</li>"
                "<li>Lesen Sie den Text einer Person vor, die nicht aus der Verwaltung kommt.</li>"
                "</ul>"
                "<h2>Rückmeldung</h2>"
                "<p>Haben Sie eine Vorlage verbessert? Schicken Sie uns Ihre Fassung über die Seite "
                "[[kontakt|Kontakt]]. Entfernen Sie vorher alle Namen.</p>"
            ),
        ),
    ],
    "children": [],
}
