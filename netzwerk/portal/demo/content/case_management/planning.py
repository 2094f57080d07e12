"""Fallmanagement: goals and help plan."""

PLANNING = {
    "type": "content",
    "slug": "hilfeplanung",
    "title": "Ziele vereinbaren und Hilfe planen",
    "lead": (
        "Ein Hilfeplan ist eine Vereinbarung zwischen zwei Seiten. Er passt auf eine Seite und sagt, wer was bis wann "
        "tut."
    ),
    "teaser": (
        "Ziele aushandeln, Schritte verteilen, Überprüfung vereinbaren: So wird der Hilfeplan zum gemeinsamen "
        "Arbeitsblatt."
    ),
    "picture": "gespraech",
    "picture_alt": "Zwei Personen sitzen an einem Tisch und sprechen miteinander",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<h2>Vom Wunsch zum Ziel</h2>"
                "<p>„Ich will meine Ruhe“ ist ein guter Anfang. Fragen Sie weiter: „Was wäre anders, wenn Sie Ruhe "
                "hätten?“ Vielleicht heißt die Antwort: „Dann müsste ich keine Angst mehr vor dem Briefkasten haben.“ "
                "Daraus wird ein Ziel: „Bis Ende März sind alle Briefe geöffnet und sortiert, und für jede Forderung "
                "gibt es eine Antwort.“</p>"
                "<h2>Ein gutes Ziel</h2>"
                "<ul>"
                "<li>beschreibt einen Zustand, keine Tätigkeit;</li>"
                "<li>ist in den Worten der Person geschrieben;</li>"
                "<li>hat ein Datum;</li>"
                "<li>hat ein Zeichen, an dem beide erkennen, dass es erreicht ist;</li>"
                "<li>liegt in der Reichweite der Person.</li>"
                "</ul>"
                "<p>Zwei bis drei Ziele genügen. Wer sieben Ziele vereinbart, hat keines ausgewählt.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Aus Absichten werden Ziele",
                "columns": ["So besser nicht", "So wird ein Ziel daraus"],
                "rows": [
                    [
                        "Herr K. soll seine Finanzen ordnen.",
                        (
                            "Bis 31. Januar weiß ich, wem ich wie viel schulde, und habe einen Termin bei der "
                            "Schuldnerberatung."
                        ),
                    ],
                    [
                        "Teilnahme an der Tagesgruppe.",
                        "Ab Februar habe ich an zwei Tagen in der Woche einen Grund, aus dem Haus zu gehen.",
                    ],
                    [
                        "Verbesserung der Wohnsituation.",
                        "Bis zum Sommer wohnen wir so, dass jedes Kind ein eigenes Bett hat.",
                    ],
                    [
                        "Klärung der Gesundheit.",
                        "Bis Ende des Monats war ich in der Praxis und weiß, welche Behandlung möglich ist.",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Schritte und Zuständige</h2>"
                "<p>Zu jedem Ziel gehören wenige Schritte. Jeder Schritt hat genau einen Namen und ein Datum. Auch "
                "die Fallmanager:in übernimmt Schritte. Ein Plan, in dem nur die Person Aufgaben hat, ist eine "
                "Auflagenliste.</p>"
                "<p>Halten Sie außerdem fest, was geschieht, wenn etwas dazwischenkommt: „Wenn ich den Termin nicht "
                "schaffe, rufe ich am selben Tag an. Wenn niemand abnimmt, spreche ich auf Band.“</p>"
                "<h2>Unterschiedliche Sichtweisen</h2>"
                "<p>Es kommt vor, dass Sie ein Thema für dringend halten und die Person nicht. Schreiben Sie beides "
                "auf: „Aus Sicht von Frau M. hat die Schuldenfrage Zeit. Aus Sicht der Fallmanagerin droht eine "
                "Pfändung. Wir sprechen am 4. Februar wieder darüber.“ So bleibt der Kontakt bestehen, und das Thema "
                "geht nicht verloren.</p>"
            ),
        ),
        (
            "image",
            {
                "picture": "hilfeplan",
                "alt": "Ein Blatt mit Zielen und Häkchen",
                "decorative": False,
                "caption": "Ein Plan auf einer Seite wird gelesen.",
            },
        ),
        (
            "accordion",
            {
                "title": "Planarten im Gesetz",
                "items": [
                    {
                        "title": "Gilt für jeden Fall dieselbe Planart?",
                        "text": (
                            "<p>Nein. Einige Gesetze kennen eigene Pläne mit eigenen Inhalten und Fristen. Prüfen Sie "
                            "vor dem Gespräch, welcher Plan im Einzelfall verlangt ist. Stand: November 2026.</p>"
                        ),
                    },
                    {
                        "title": "Hilfeplan in der Kinder- und Jugendhilfe",
                        "text": (
                            "<p>§ 36 SGB VIII regelt die Mitwirkung und den Hilfeplan. Er wird mit den "
                            "Personensorgeberechtigten und dem Kind oder Jugendlichen aufgestellt und regelmäßig "
                            "überprüft. Zuständig ist das Jugendamt. Stand: November 2026.</p>"
                        ),
                    },
                    {
                        "title": "Gesamtplan in der Eingliederungshilfe",
                        "text": (
                            "<p>§ 121 SGB IX regelt den Gesamtplan. Er ist regelmäßig zu überprüfen, spätestens nach "
                            "zwei Jahren. Stand: November 2026.</p>"
                        ),
                    },
                    {
                        "title": "Was, wenn mehrere Pläne nebeneinander laufen?",
                        "text": (
                            "<p>Dann braucht es eine Übersicht, nicht einen weiteren Plan. Notieren Sie, welcher Plan "
                            "welches Ziel verfolgt und wer ihn führt. Achten Sie auf Termine, die sich "
                            "widersprechen.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Den Plan übergeben</h2>"
                "<p>Beide unterschreiben, die Person bekommt ein Exemplar, der Termin zur Überprüfung steht fest. "
                "Fragen Sie zum Schluss: „Wie zuversichtlich sind Sie, von null bis zehn? Was bräuchte es für einen "
                "Punkt mehr?“ Wie sich der Fortschritt abbilden lässt, steht unter [[ziele-messbar-machen|Ziele "
                "messbar machen]].</p>"
            ),
        ),
        (
            "downloads",
            {
                "title": "Vorlage",
                "files": [
                    {
                        "document": "vorlage-hilfeplan",
                        "description": "Hilfeplan auf einer Seite, zum Ausfüllen am Bildschirm oder von Hand.",
                    },
                ],
            },
        ),
    ],
    "children": [],
}
