"""Fallmanagement: goal scaling and network map."""

GOAL_SCALING = {
    "type": "content",
    "slug": "ziele-messbar-machen",
    "title": "Ziele messbar machen",
    "lead": (
        "Mit der Zielerreichungsskala vereinbaren beide Seiten vorher, woran sie Erfolg erkennen. Die Skala reicht "
        "von −2 bis +2."
    ),
    "teaser": (
        "Goal Attainment Scaling verständlich: fünf Stufen je Ziel, gutes Beispiel, Regeln für Auswertung und Grenzen."
    ),
    "picture": "hilfeplan",
    "picture_alt": "Ein Blatt mit Zielen und Häkchen",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Die Methode heißt Goal Attainment Scaling, kurz GAS. Gemeint ist: Jedes Ziel bekommt eine eigene "
                "kleine Skala. Die Stufen werden <b>vor</b> der Begleitung in Worten beschrieben. So kann später "
                "niemand die Latte verschieben.</p>"
                "<h2>Die fünf Stufen</h2>"
                "<ul>"
                "<li><b>−2:</b> deutlich weniger als vereinbart</li>"
                "<li><b>−1:</b> etwas weniger als vereinbart</li>"
                "<li><b>0:</b> wie vereinbart</li>"
                "<li><b>+1:</b> etwas mehr als vereinbart</li>"
                "<li><b>+2:</b> deutlich mehr als vereinbart</li>"
                "</ul>"
                "<p>Die Null ist also ein Erfolg. Sie beschreibt, was realistisch erreichbar ist, wenn es normal "
                "läuft. Halten Sie außerdem fest, auf welcher Stufe die Person heute steht.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Beispiel: Briefe und Forderungen",
                "columns": ["Stufe", "Vereinbarter Text"],
                "rows": [
                    ["−2", "Briefe bleiben ungeöffnet, es kommen neue Mahnungen dazu."],
                    ["−1", "Briefe werden geöffnet, aber nicht beantwortet."],
                    ["0", "Alle Briefe sind geöffnet und sortiert, jede Frist steht im Kalender."],
                    ["+1", "Jede Forderung ist beantwortet, erste Raten sind vereinbart."],
                    ["+2", "Alle Raten laufen seit drei Monaten, neue Briefe erledigt die Person allein."],
                ],
            },
        ),
        (
            "steps",
            {
                "title": "So entsteht eine Skala",
                "items": [
                    {
                        "title": "Mit der Null beginnen",
                        "text": "<p>„Was wäre bis Ende März ein gutes, erreichbares Ergebnis?“</p>",
                    },
                    {"title": "Nach oben gehen", "text": "<p>„Und wenn es richtig gut läuft?“</p>"},
                    {"title": "Nach unten gehen", "text": "<p>„Woran würden wir merken, dass es nicht reicht?“</p>"},
                    {
                        "title": "Abstände prüfen",
                        "text": (
                            "<p>Jede Stufe muss sich klar von der nächsten unterscheiden. Zwei Personen sollten "
                            "unabhängig zur selben Stufe kommen.</p>"
                        ),
                    },
                    {"title": "Datum setzen", "text": "<p>Wann schauen wir gemeinsam darauf?</p>"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Regeln für eine faire Nutzung</h2>"
                "<ul>"
                "<li>Die Texte werden nach der Vereinbarung nicht mehr geändert. Passt das Ziel nicht mehr, wird es "
                "beendet und ein neues angelegt.</li>"
                "<li>Die Person bewertet zuerst.</li>"
                "<li>Weichen beide Bewertungen ab, werden beide notiert.</li>"
                "<li>Null bleibt Null. Niemand muss übererfüllen.</li>"
                "</ul>"
                "<h2>Was die Skala kann und was nicht</h2>"
                "<p>Sie zeigt, ob vereinbarte Ziele erreicht werden. Sie zeigt nicht, ob es die richtigen Ziele "
                "waren. Sie misst auch nicht, wie schwer ein Weg war.</p>"
                "<p>Vergleiche zwischen Personen sind deshalb heikel. Vergleiche zwischen Häusern noch mehr: Wer "
                "vorsichtige Ziele vereinbart, hat bessere Werte. Als Gegenprobe hilft eine Stichprobe, in der "
                "Kolleg:innen die Zieltexte lesen: zu leicht, angemessen oder zu schwer?</p>"
            ),
        ),
        (
            "facts",
            {
                "title": "Kurzfassung für das Team",
                "items": [
                    {"term": "Ziele je Plan", "value": "Zwei bis drei"},
                    {"term": "Stufen je Ziel", "value": "Fünf, in Worten beschrieben"},
                    {"term": "Wer bewertet", "value": "Die Person und die Fallmanager:in, getrennt"},
                    {"term": "Wann", "value": "Bei jeder Überprüfung und beim Abschluss"},
                    {"term": "Wofür nicht", "value": "Für die Beurteilung von Mitarbeitenden"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Stolpersteine</h2>"
                "<h3>Zahlen ohne Worte</h3>"
                "<p>„Ziel zu 60 Prozent erreicht“ klingt genau und sagt wenig. Die Beschreibung der Stufe ist das "
                "Ergebnis, die Zahl nur ihr Name.</p>"
                "<h3>Tätigkeit statt Wirkung</h3>"
                "<p>„War bei drei Terminen“ beschreibt Aufwand. Fragen Sie: Was ist dadurch anders geworden?</p>"
                "<h3>Zu viele Skalen</h3>"
                "<p>Für kleine Schritte reicht ein Häkchen. Die Skala lohnt sich für das, was wirklich zählt. Zurück "
                "zum Plan: [[hilfeplanung|Ziele vereinbaren und Hilfe planen]].</p>"
            ),
        ),
    ],
    "children": [],
}

NETWORK_MAP = {
    "type": "content",
    "slug": "netzwerkkarte",
    "title": "Die Netzwerkkarte",
    "lead": (
        "Auf einem Blatt wird sichtbar, wer im Leben einer Person eine Rolle spielt. Oft zeigt sich dabei mehr "
        "Unterstützung als gedacht."
    ),
    "teaser": (
        "Beziehungen sichtbar machen: Anleitung für die Netzwerkkarte, gute Fragen, Auswertung und Schutz von Angaben "
        "Dritter."
    ),
    "picture": "gespraech",
    "picture_alt": "Zwei Personen sitzen an einem Tisch und sprechen miteinander",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Die Netzwerkkarte ist ein Gesprächswerkzeug. Sie braucht ein großes Blatt, Stifte in zwei Farben "
                "und etwa eine halbe Stunde. In der Mitte steht die Person. Rundherum liegen Felder, zum Beispiel "
                "Familie, Freund:innen und Nachbarschaft, Arbeit und Schule, Fachstellen.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Anleitung",
                "items": [
                    {
                        "title": "Einladen",
                        "text": (
                            "<p>„Ich möchte verstehen, wer zu Ihrem Leben gehört. Sie entscheiden, wer auf das Blatt "
                            "kommt.“</p>"
                        ),
                    },
                    {
                        "title": "Namen setzen",
                        "text": (
                            "<p>Je näher an der Mitte, desto wichtiger ist der Mensch. Vornamen oder Kürzel "
                            "genügen.</p>"
                        ),
                    },
                    {
                        "title": "Linien ziehen",
                        "text": (
                            "<p>Eine durchgezogene Linie steht für Unterstützung, eine gestrichelte für seltenen "
                            "Kontakt, eine gezackte für Streit.</p>"
                        ),
                    },
                    {
                        "title": "Richtung zeigen",
                        "text": "<p>Ein Pfeil zeigt, wer wem hilft. Viele Menschen geben mehr, als sie bekommen.</p>",
                    },
                    {
                        "title": "Betrachten",
                        "text": "<p>Legen Sie die Stifte weg. „Was fällt Ihnen auf, wenn Sie das so sehen?“</p>",
                    },
                    {
                        "title": "Nutzen",
                        "text": "<p>Wählen Sie einen Kontakt, der in den nächsten Wochen gestärkt werden soll.</p>",
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Gute Fragen</h2>"
                "<ul>"
                "<li>Wen würden Sie nachts um zwei anrufen?</li>"
                "<li>Wer freut sich, wenn es Ihnen gut geht?</li>"
                "<li>Wer kostet Sie Kraft?</li>"
                "<li>Wen haben Sie aus den Augen verloren und vermissen ihn?</li>"
                "<li>Wer weiß, dass Sie hier sind?</li>"
                "<li>Welche Fachstelle hilft Ihnen wirklich, welche nur auf dem Papier?</li>"
                "</ul>"
            ),
        ),
        (
            "image",
            {
                "picture": "netzwerkkarte",
                "alt": "Menschen, die durch Linien miteinander verbunden sind",
                "decorative": False,
                "caption": "Der Abstand zur Mitte zeigt, wie nah ein Mensch steht.",
            },
        ),
        (
            "text",
            (
                "<h2>Die Karte lesen</h2>"
                "<ul>"
                "<li><b>Viele Fachstellen, wenige Menschen:</b> Die Hilfe trägt, aber der Alltag ist einsam. Ein Ziel "
                "zur Teilhabe kann wichtiger sein als eine weitere Maßnahme.</li>"
                "<li><b>Eine einzige starke Linie:</b> Was geschieht, wenn diese Person ausfällt?</li>"
                "<li><b>Viele Pfeile nach außen:</b> Wer entlastet die Person, die so viel gibt?</li>"
                "<li><b>Leere Felder:</b> Nicht deuten, fragen.</li>"
                "</ul>"
                "<p>Wiederholen Sie die Karte nach einem halben Jahr auf einem neuen Blatt. Nebeneinandergelegt sagen "
                "zwei Karten mehr als viele Worte.</p>"
                "<h2>Angaben über andere schützen</h2>"
                "<p>Auf der Karte stehen Menschen, die nicht gefragt wurden. Halten Sie deshalb nur fest, was für die "
                "Hilfe nötig ist. Krankheiten, Straftaten oder Streit von Dritten gehören nicht auf das Blatt. Geben "
                "Sie die Karte nicht an andere Stellen weiter. Die Person darf das Original mitnehmen. Mehr dazu "
                "unter [[vertraulichkeit|Vertraulichkeit in der Fallarbeit]].</p>"
                "<h2>Stolpersteine</h2>"
                "<ul>"
                "<li><b>Zu früh.</b> Im ersten Gespräch kann die Frage nach Freund:innen weh tun. Warten Sie, bis "
                "Vertrauen da ist.</li>"
                "<li><b>Zu schön.</b> Sauber am Computer gezeichnete Karten wirken fertig. Handschrift lädt zum "
                "Ändern ein.</li>"
                "<li><b>Ohne Folgen.</b> Eine Karte, aus der kein Schritt entsteht, ist nur eine Zeichnung. "
                "Übertragen Sie wenigstens eine Idee in den [[hilfeplanung|Hilfeplan]].</li>"
                "</ul>"
            ),
        ),
        (
            "quotation",
            {
                "text": (
                    "Herr B. sagte, er habe niemanden. Nach zwanzig Minuten standen elf Namen auf dem Blatt. Einer "
                    "davon hat ihm später beim Umzug geholfen."
                ),
                "person": "Mareike Odenbrink",
                "role": "Fallmanagerin, Kreis Auenrode",
            },
        ),
    ],
    "children": [],
}
