"""Service: privacy policy. A test compares the retention periods with those of the code."""

PRIVACY = {
    "type": "content",
    "slug": "datenschutz",
    "title": "Datenschutz",
    "lead": "Dieses Portal kommt mit wenigen Daten aus. Es beobachtet Sie nicht und bindet keine fremden Dienste ein.",
    "teaser": (
        "Nur notwendige Cookies, kein Tracking, keine fremden Server: Welche Daten dieses Portal verarbeitet und wozu."
    ),
    "picture": "schluessel",
    "picture_alt": "Ein Schlüssel und ein Schloss",
    "menu": False,
    "footer": True,
    "body": [
        (
            "facts",
            {
                "title": "Das Wichtigste zuerst",
                "items": [
                    {"term": "Cookies", "value": "Nur notwendige: für die Anmeldung und den Schutz von Formularen"},
                    {
                        "term": "Beobachtung",
                        "value": "Keine. Gezählt wird, wie oft ein Bericht gelesen wird, nie von wem",
                    },
                    {
                        "term": "Fremde Server",
                        "value": "Keine. Schriften, Bilder und Programme kommen von diesem Portal",
                    },
                    {"term": "Werbung", "value": "Keine"},
                    {"term": "Stand", "value": "November 2026"},
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Wer verantwortlich ist</h2>"
                "<p>Netzwerk Sozialagenturen, Geschäftsstelle (Demo), Brückengasse 4, 00000 Lindenbrück, "
                '<a href="mailto:geschaeftsstelle@netzwerk-sozialagenturen.example">'
                "geschaeftsstelle@netzwerk-sozialagenturen.example</a>"
                ". Fragen zum Datenschutz beantwortet "
                '<a href="mailto:datenschutz@netzwerk-sozialagenturen.example">'
                "datenschutz@netzwerk-sozialagenturen.example</a>"
                ".</p>"
                "<h2>Wenn Sie Seiten lesen</h2>"
                "<p>Ihr Browser sendet beim Aufruf technische Angaben, darunter die Internetadresse Ihres "
                "Anschlusses. Ohne sie kann der Server nicht antworten. Das Protokoll des Portals hält keine Namen, "
                "keine E-Mail-Adressen, keine Texte aus Formularen und keine Suchwörter fest. Es dient dazu, Fehler zu "
                "finden und Angriffe abzuwehren.</p>"
                "<p>Bei Praxisberichten zählt das Portal im Monat, wie oft der Bericht, sein PDF und seine Dateien geöffnet "
                "wurden. Gespeichert wird allein die Zahl, nichts über die Leser:innen.</p>"
                "<h2>Wenn Sie suchen</h2>"
                "<p>Die Redaktion soll sehen, was gesucht und nicht gefunden wird. Darum wird eine Suchanfrage zunächst nur "
                "als Prüfwert gespeichert, aus dem niemand die Wörter lesen kann. In Worten bleibt sie erst, wenn im selben "
                "Monat drei verschiedene Menschen dasselbe gesucht haben. Anfragen mit E-Mail-Adressen oder langen Nummern "
                "werden nie gespeichert. Wer gesucht hat, steht nirgends: Ein Merkwert aus Anschluss oder Konto und Anfrage "
                "verhindert Doppelzählungen und verfällt nach spätestens 31 Tagen.</p>"
                "<h2>Cookies</h2>"
            ),
        ),
        (
            "table",
            {
                "caption": "Cookies auf diesem Portal",
                "columns": ["Zweck", "Wann", "Inhalt", "Ende"],
                "rows": [
                    [
                        "Schutz von Formularen",
                        "Wenn eine Seite ein Formular enthält oder Sie sich anmelden",
                        "Zufälliger Wert. Er verhindert, dass fremde Seiten in Ihrem Namen Formulare absenden",
                        "Nach spätestens einem Jahr",
                    ],
                    [
                        "Anmeldung",
                        "Nur wenn Sie sich anmelden",
                        "Zufälliger Wert, der Ihre Sitzung kennzeichnet",
                        "Beim Abmelden oder Schließen des Browsers, spätestens nach 14 Tagen",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<p>Beide Cookies sind notwendig. Deshalb fragt das Portal nicht nach einer Einwilligung (§ 25 Absatz "
                "2 TDDDG, Stand: November 2026). Andere Speicher im Browser nutzen die öffentlichen Seiten nicht.</p>"
                "<h2>Wenn Sie uns schreiben</h2>"
                "<p>Im [[kontakt|Kontaktformular]] und unter [[barriere-melden|Barriere melden]] fragen wir nur, was "
                "wir zum Antworten brauchen. Das Portal schickt Ihre Nachricht als E-Mail an die Geschäftsstelle. "
                "Dort wird sie als E-Mail aufbewahrt, bis Ihr Anliegen erledigt ist, und danach gelöscht, soweit "
                "keine Pflicht zur Aufbewahrung besteht. Der Postausgang des Portals löscht seine Kopie nach 30 "
                "Tagen.</p>"
                "<p>Zum Schutz vor Missbrauch zählt das Portal, wie oft von einem Anschluss oder für eine Adresse Formulare "
                "abgesendet und Anmeldungen versucht werden. Die Zähler verfallen nach Minuten, spätestens nach einem "
                "Tag.</p>"
                "<h2>Wenn Ihre Organisation Mitglied werden will</h2>"
                "<p>Im [[wer-mitmacht|Antrag]] fragen wir nach der Organisation und nach Ihrem Namen, Ihrer Funktion, Ihrer "
                "dienstlichen E-Mail-Adresse und, wenn Sie wollen, Ihrer Telefonnummer. Die Geschäftsstelle prüft den Antrag "
                "und schreibt Ihnen. Wer um eine Einladung bittet, dessen Angaben gehen an die Koordination der genannten "
                "Organisation.</p>"
                "<h2>Wenn Sie ein Konto haben</h2>"
                "<p>Gespeichert sind Name, E-Mail-Adresse, Funktion, Telefonnummer, was Sie über sich schreiben, Ihre "
                "Organisationen und Rollen mit Beginn und Ende, der Tag der letzten Anmeldung. Das Passwort wird nur in einer "
                "Form gespeichert, aus der es sich nicht zurücklesen lässt. Die Koordination Ihrer Organisation und die "
                "Geschäftsstelle sehen Ihr Konto. Andere Mitglieder sehen und finden Ihr Profil nur, wenn Sie es selbst "
                "öffnen; das können Sie jederzeit zurücknehmen.</p>"
                "<p>Für die Anmeldung in zwei Schritten speichern wir den Schlüssel Ihrer App verschlüsselt, von Passkeys nur "
                "den öffentlichen Teil. Ihre Merkliste mit Notizen und Ihre Mitteilungen sehen nur Sie.</p>"
                "<p>Wer angemeldet etwas ändert, erscheint im Protokoll der Änderungen mit Konto, Zeitpunkt und Art der "
                "Änderung, nie mit den Werten. So bleibt nachvollziehbar, wer was veröffentlicht oder entschieden hat.</p>"
                "<p>Unter „Meine Daten“ in Ihrem Konto sehen Sie alles, was über Sie gespeichert ist, laden es als Datei und "
                "löschen Ihr Konto.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Was wir verarbeiten, wozu, auf welcher Grundlage und wie lange",
                "columns": ["Was", "Wozu", "Grundlage (DSGVO)", "Wie lange"],
                "rows": [
                    [
                        "Antrag auf Mitgliedschaft",
                        "Prüfen, nachfragen, entscheiden",
                        "Artikel 6 Absatz 1 Buchstabe b oder e",
                        "Ein Jahr nach der Entscheidung oder Rücknahme",
                    ],
                    [
                        "Einladung",
                        "Ein Konto ermöglichen",
                        "Artikel 6 Absatz 1 Buchstabe b oder e",
                        "Gilt 14 Tage; nicht angenommene werden 90 Tage nach Ablauf gelöscht",
                    ],
                    [
                        "Konto und Profil",
                        "Anmelden, zusammenarbeiten",
                        "Artikel 6 Absatz 1 Buchstabe b oder e",
                        "Bis das Konto gelöscht wird",
                    ],
                    [
                        "Offenes Profil",
                        "Von Mitgliedern gefragt werden",
                        "Einwilligung, Artikel 6 Absatz 1 Buchstabe a",
                        "Bis Sie es schließen",
                    ],
                    [
                        "Rollen und Mitgliedschaften",
                        "Rechte vergeben, nachweisen, wer wann für wen sprach",
                        "Artikel 6 Absatz 1 Buchstabe e oder f",
                        "Bleiben; nach dem Löschen des Kontos ohne Namen",
                    ],
                    [
                        "Zweiter Faktor",
                        "Konten schützen (Artikel 32)",
                        "Artikel 6 Absatz 1 Buchstabe c, e oder f",
                        "Bis Sie ihn entfernen oder das Konto gelöscht wird",
                    ],
                    [
                        "Sitzung",
                        "Angemeldet bleiben",
                        "Artikel 6 Absatz 1 Buchstabe b oder e",
                        "Bis zum Abmelden oder Schließen des Browsers, höchstens 14 Tage",
                    ],
                    [
                        "Merkliste und Notizen",
                        "Berichte wiederfinden",
                        "Artikel 6 Absatz 1 Buchstabe b oder e",
                        "Bis Sie sie löschen oder das Konto gelöscht wird",
                    ],
                    [
                        "Mitteilungen",
                        "Auf Neues und Aufgaben hinweisen",
                        "Artikel 6 Absatz 1 Buchstabe b oder e",
                        "180 Tage",
                    ],
                    [
                        "E-Mails des Portals",
                        "Zustellen und Zustellung prüfen",
                        "Artikel 6 Absatz 1 Buchstabe b oder e",
                        "30 Tage im Postausgang",
                    ],
                    [
                        "Zahlen zum Lesen",
                        "Sehen, was gebraucht wird",
                        "Kein Personenbezug",
                        "Bleiben als Monatszahl",
                    ],
                    [
                        "Suchanfragen",
                        "Sehen, was fehlt",
                        "Artikel 6 Absatz 1 Buchstabe e oder f",
                        "Prüfwert bis zum Monatsende, in Worten zwölf Monate",
                    ],
                    [
                        "Protokoll der Änderungen",
                        "Nachweis und Sicherheit",
                        "Artikel 6 Absatz 1 Buchstabe e oder f",
                        "Bleibt; nach dem Löschen des Kontos ohne Namen",
                    ],
                    [
                        "Autor:innen von Berichten",
                        "Nennen, wer geschrieben hat, und fragen können",
                        "Artikel 6 Absatz 1 Buchstabe b oder f",
                        "Solange der Bericht zitierbar bleibt",
                    ],
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Wer Daten erhält</h2>"
                "<p>Die Geschäftsstelle und, soweit nötig, der technische Betrieb im Auftrag. Daten werden nicht "
                "verkauft und nicht zu Werbezwecken weitergegeben.</p>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Ihre Rechte",
                "items": [
                    {
                        "title": "Auskunft und Kopie",
                        "text": (
                            "<p>Sie können erfahren, welche Daten wir über Sie verarbeiten (Artikel 15 DSGVO).</p>"
                        ),
                    },
                    {
                        "title": "Berichtigung, Löschung, Einschränkung",
                        "text": (
                            "<p>Falsche Daten berichtigen wir. Sie können Löschung oder eine eingeschränkte "
                            "Verarbeitung verlangen, wenn die Voraussetzungen vorliegen (Artikel 16 bis 18 DSGVO).</p>"
                        ),
                    },
                    {
                        "title": "Datenübertragbarkeit und Widerspruch",
                        "text": (
                            "<p>Unter bestimmten Voraussetzungen erhalten Sie Ihre Daten in einem gängigen Format "
                            "oder können der Verarbeitung widersprechen (Artikel 20 und 21 DSGVO).</p>"
                        ),
                    },
                    {
                        "title": "Beschwerde",
                        "text": (
                            "<p>Sie können sich bei einer Datenschutzaufsicht beschweren (Artikel 77 DSGVO). "
                            "Zuständig ist in der Regel die Aufsicht des Landes, in dem der Betreiber sitzt.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Rechtsgrundlagen</h2>"
                "<p>Welche der genannten Grundlagen gilt, hängt vom Betreiber ab. "
                "Öffentliche Stellen stützen sich meist auf Artikel 6 Absatz 1 "
                "Buchstabe e DSGVO in Verbindung mit ihrem Landesrecht, andere auf Buchstabe b oder f. Wer dieses "
                "Portal betreibt, trägt hier die eigene Grundlage ein. Stand: November 2026.</p>"
                "<h2>Vor dem Start zu ergänzen</h2>"
                "<ul>"
                "<li>Kontaktdaten der datenschutzbeauftragten Person</li>"
                "<li>Zuständige Aufsichtsbehörde mit Anschrift</li>"
                "<li>Rechenzentrum und Vertrag zur Verarbeitung im Auftrag</li>"
                "<li>Was der Webserver vor dem Portal aufzeichnet und wie lange</li>"
                "<li>Wie lange die Geschäftsstelle E-Mails außerhalb des Portals aufbewahrt</li>"
                "</ul>"
            ),
        ),
    ],
    "children": [],
}
