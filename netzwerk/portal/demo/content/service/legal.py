"""Service: contact, imprint, accessibility statement."""

CONTACT = {
    "type": "contact",
    "slug": "kontakt",
    "title": "Kontakt",
    "lead": "Schreiben Sie uns oder rufen Sie an. Wir antworten in der Regel innerhalb von drei Arbeitstagen.",
    "teaser": "Kontaktformular, Telefon und Anschrift der Geschäftsstelle des Netzwerks Sozialagenturen.",
    "picture": "telefon",
    "picture_alt": "Eine Person am Telefon",
    "menu": False,
    "footer": True,
    "body": [
        (
            "text",
            (
                "<p>Bitte schreiben Sie keine Namen oder Einzelheiten aus der Fallarbeit in Ihre Nachricht. Wenn Sie "
                "selbst Hilfe brauchen, wenden Sie sich an das Sozialamt oder eine Beratungsstelle in Ihrem Ort.</p>"
            ),
        ),
        (
            "text",
            (
                "<p>Was mit Ihrer Nachricht geschieht, steht unter [[datenschutz|Datenschutz]]. Hindernisse auf "
                "diesem Portal melden Sie am besten über die Seite [[barriere-melden|Barriere melden]].</p>"
            ),
        ),
    ],
    "children": [],
}

IMPRINT = {
    "type": "content",
    "slug": "impressum",
    "title": "Impressum",
    "lead": "Wer dieses Portal betreibt und wer für die Inhalte verantwortlich ist.",
    "teaser": (
        "Anbieter, Vertretung, Kontakt und Verantwortung für den Inhalt des Portals Netzwerk Sozialagenturen (Demo)."
    ),
    "picture": None,
    "picture_alt": "",
    "menu": False,
    "footer": True,
    "body": [
        (
            "text",
            (
                "<p>Dieses Portal ist eine Demo. Betreiber, Orte, Personen und Organisationen sind erfunden. Wer die "
                "Software nutzt, ersetzt die folgenden Angaben durch die eigenen.</p>"
                "<h2>Anbieter</h2>"
                "<p>Netzwerk Sozialagenturen, Geschäftsstelle (Demo)</p>"
                "<p>Brückengasse 4</p>"
                "<p>00000 Lindenbrück</p>"
                "<p>Telefon: 030 23125 100 (Beispielnummer, nicht vergeben)</p>"
                "<p>E-Mail: "
                '<a href="mailto:geschaeftsstelle@netzwerk-sozialagenturen.example">'
                "geschaeftsstelle@netzwerk-sozialagenturen.example</a>"
                "</p>"
                "<h2>Vertreten durch</h2>"
                "<p>Nuran Kestel, Leitung der Geschäftsstelle (Person erfunden)</p>"
                "<h2>Verantwortlich für redaktionelle Inhalte</h2>"
                "<p>Levin Orthaus, Redaktion (Person erfunden), Anschrift wie oben</p>"
            ),
        ),
        (
            "facts",
            {
                "title": "Vor dem Start zu ergänzen",
                "items": [
                    {
                        "term": "Rechtsform und Register",
                        "value": "Name der Rechtsform, Register, Nummer, soweit vorhanden",
                    },
                    {"term": "Umsatzsteuer-Identifikationsnummer", "value": "Soweit vorhanden"},
                    {"term": "Aufsicht", "value": "Zuständige Aufsichtsbehörde, soweit vorhanden"},
                    {"term": "Rechtsgrundlage", "value": "§ 5 DDG, § 18 Absatz 2 MStV. Stand: November 2026"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Bilder</h2>"
                "<p>Die Zeichnungen wurden für dieses Portal angefertigt. Sie zeigen keine wirklichen Menschen und "
                "Orte.</p>"
                "<h2>Texte und Vorlagen</h2>"
                "<p>Die [[vorlagen|Vorlagen]] dürfen für die eigene Arbeit angepasst werden. Texte des Portals dürfen "
                "nach Rücksprache mit der [[geschaeftsstelle|Geschäftsstelle]] übernommen werden.</p>"
                "<h2>Angaben zum Recht</h2>"
                "<p>Die Texte auf diesem Portal geben einen fachlichen Überblick. Sie ersetzen keine Rechtsberatung. "
                "Aussagen zu Gesetzen tragen den Hinweis, von wann sie sind.</p>"
                "<h2>Links</h2>"
                "<p>Mit dem Stand vom November 2026 führt kein Link in den Texten auf fremde Seiten.</p>"
            ),
        ),
    ],
    "children": [],
}

ACCESSIBILITY = {
    "type": "content",
    "slug": "barrierefreiheit",
    "title": "Erklärung zur Barrierefreiheit",
    "lead": (
        "Dieses Portal soll für alle Menschen nutzbar sein. Hier steht, wie weit das gelingt und wie Sie ein "
        "Hindernis melden."
    ),
    "teaser": "Stand der Barrierefreiheit dieses Portals, bekannte Hindernisse, Rückmeldung und Schlichtung.",
    "picture": None,
    "picture_alt": "",
    "menu": False,
    "footer": True,
    "body": [
        (
            "text",
            (
                "<p>Diese Erklärung gilt für das Portal Netzwerk Sozialagenturen (Demo). Maßstab sind die "
                "Behindertengleichstellungsgesetze von Bund und Ländern und die "
                "Barrierefreie-Informationstechnik-Verordnung (BITV 2.0). Stand: November 2026.</p>"
                "<h2>Stand der Vereinbarkeit</h2>"
                "<p>Das Portal ist mit den Anforderungen <b>teilweise vereinbar</b>. Das folgende Hindernis ist "
                "bekannt.</p>"
                "<h2>Nicht barrierefreie Inhalte</h2>"
                "<h3>Video in Deutscher Gebärdensprache</h3>"
                "<p>Auf der Seite [[gebaerdensprache|Gebärdensprache]] steht ein Platzhalter. Ein Film mit einer "
                "gebärdenden Person fehlt noch. Die wichtigsten Inhalte stehen dort als Text. Der Film soll vor dem "
                "regulären Betrieb aufgenommen werden.</p>"
            ),
        ),
        (
            "facts",
            {
                "title": "Erstellung dieser Erklärung",
                "items": [
                    {"term": "Erstellt am", "value": "23. November 2026"},
                    {"term": "Grundlage", "value": "Selbstbewertung"},
                    {"term": "Zuletzt überprüft", "value": "23. November 2026"},
                    {
                        "term": "Nächste Überprüfung",
                        "value": "Nach jeder größeren Änderung, spätestens nach einem Jahr",
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Rückmeldung und Kontakt</h2>"
                "<p>Sind Sie auf ein Hindernis gestoßen? Brauchen Sie einen Inhalt in anderer Form? Schreiben Sie "
                "uns:</p>"
                "<ul>"
                "<li>über das Formular [[barriere-melden|Barriere melden]]</li>"
                "<li>per E-Mail an "
                '<a href="mailto:barrierefrei@netzwerk-sozialagenturen.example">'
                "barrierefrei@netzwerk-sozialagenturen.example</a>"
                "</li>"
                "<li>per Telefon: 030 23125 100 (Beispielnummer, nicht vergeben)</li>"
                "</ul>"
                "<p>Wir antworten in der Regel innerhalb von drei Arbeitstagen. Wenn sich ein Hindernis nicht sofort "
                "beheben lässt, bekommen Sie den Inhalt auf einem anderen Weg.</p>"
                "<h2>Schlichtungsverfahren</h2>"
                "<p>Hilft unsere Antwort nicht weiter, können Sie sich an eine Schlichtungs- oder Durchsetzungsstelle "
                "wenden. Sie vermittelt zwischen Ihnen und dem Betreiber. Welche Stelle zuständig ist, hängt vom "
                "Betreiber ab: Für Stellen des Bundes gibt es eine Schlichtungsstelle nach § 16 BGG, für Länder und "
                "Kommunen gilt das Recht des Landes. Die Schlichtung beim Bund kostet nichts, und Sie brauchen keine "
                "Anwältin und keinen Anwalt. Wer dieses Portal betreibt, trägt hier Name und Anschrift der "
                "zuständigen Stelle ein. Stand: November 2026.</p>"
                "<h2>Was wir für die Barrierefreiheit tun</h2>"
                "<ul>"
                "<li>Alles ist mit der Tastatur erreichbar.</li>"
                "<li>Der Text lässt sich stark vergrößern.</li>"
                "<li>Bilder haben eine Beschreibung oder sind als Schmuck gekennzeichnet.</li>"
                "<li>Farbe ist nie der einzige Hinweis.</li>"
                "<li>Das Portal funktioniert ohne JavaScript.</li>"
                "</ul>"
                "<p>Tipps zur Bedienung stehen unter [[hilfe|Hilfe]]. Einen Überblick in einfachen Sätzen gibt die "
                "Seite [[leichte-sprache|Leichte Sprache]].</p>"
            ),
        ),
    ],
    "children": [],
}
