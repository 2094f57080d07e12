"""Service: report a barrier, easy language, sign language, help."""

BARRIER = {
    "type": "barrier",
    "slug": "barriere-melden",
    "title": "Barriere melden",
    "lead": (
        "Etwas ist nicht lesbar, nicht bedienbar oder nicht verständlich? Sagen Sie es uns. Sie müssen das Hindernis "
        "nicht fachlich beschreiben."
    ),
    "teaser": "Melden Sie Hindernisse auf diesem Portal. Wir antworten in der Regel innerhalb von drei Arbeitstagen.",
    "picture": None,
    "picture_alt": "",
    "menu": False,
    "footer": True,
    "body": [
        (
            "text",
            (
                "<p>Hilfreich sind drei Angaben. Wenn Sie eine davon nicht haben, schreiben Sie trotzdem.</p>"
                "<ul>"
                "<li>Auf welcher Seite ist das Hindernis?</li>"
                "<li>Was wollten Sie tun, und was ist passiert?</li>"
                "<li>Womit arbeiten Sie, zum Beispiel Screenreader, Vergrößerung, Handy?</li>"
                "</ul>"
            ),
        ),
        (
            "text",
            (
                "<p>Den Stand der Barrierefreiheit beschreibt die [[barrierefreiheit|Erklärung zur "
                "Barrierefreiheit]].</p>"
            ),
        ),
    ],
    "children": [],
}

EASY_LANGUAGE = {
    "type": "content",
    "slug": "leichte-sprache",
    "title": "Leichte Sprache",
    "lead": "Auf dieser Seite lesen Sie Informationen in Leichter Sprache.",
    "teaser": (
        "Das Netz·werk Sozial·agenturen in Leichter Sprache: Was ist das, wer macht mit, wie bedienen Sie die Seite?"
    ),
    "picture": "gespraech",
    "picture_alt": "Zwei Personen sitzen an einem Tisch und sprechen miteinander",
    "menu": False,
    "footer": True,
    "body": [
        (
            "text",
            (
                "<h2>Was ist das Netz·werk Sozial·agenturen?</h2>"
                "<p>Manche Menschen haben wenig Geld.</p>"
                "<p>Manche Menschen haben viele Sorgen zur gleichen Zeit.</p>"
                "<p>Zum Beispiel:</p>"
                "<ul>"
                "<li>Die Miete ist zu hoch.</li>"
                "<li>Ein Mensch ist krank.</li>"
                "<li>Ein Mensch hat Schulden. Schulden heißt: Ein Mensch muss anderen noch Geld zahlen.</li>"
                "</ul>"
                "<p>Diese Menschen brauchen Hilfe.</p>"
                "<p>Oft helfen viele Stellen.</p>"
                "<p>Das ist manchmal schwer zu verstehen.</p>"
                "<p>Eine Sozial·agentur will das besser machen.</p>"
                "<h2>Was ist eine Sozial·agentur?</h2>"
                "<p>Eine Sozial·agentur gehört zum Amt.</p>"
                "<p>Das Amt ist zum Beispiel das Sozial·amt in Ihrer Stadt.</p>"
                "<p>In der Sozial·agentur gibt es eine Person für Sie.</p>"
                "<p>Diese Person heißt Fall·managerin oder Fall·manager.</p>"
                "<p>Das spricht man so: Fall-männedscherin oder Fall-männedscher.</p>"
                "<p>Die Person hört Ihnen zu.</p>"
                "<p>Die Person macht mit Ihnen einen Plan.</p>"
                "<p>Der Plan heißt Hilfe·plan.</p>"
            ),
        ),
        (
            "image",
            {
                "picture": "hilfeplan",
                "alt": "Ein Blatt mit Zielen und Häkchen",
                "decorative": False,
                "caption": "Ein Hilfe·plan",
            },
        ),
        (
            "text",
            (
                "<h2>Was steht im Hilfe·plan?</h2>"
                "<p>Im Hilfe·plan stehen Ihre Ziele.</p>"
                "<p>Ein Ziel ist zum Beispiel: Ich behalte meine Wohnung.</p>"
                "<p>Im Hilfe·plan steht auch:</p>"
                "<ul>"
                "<li>Wer hilft Ihnen?</li>"
                "<li>Was machen Sie selbst?</li>"
                "<li>Wann sprechen Sie wieder zusammen?</li>"
                "</ul>"
                "<p>Sie bestimmen mit.</p>"
                "<p>Sie bekommen den Plan auf Papier.</p>"
                "<h2>Wer liest, was Sie erzählen?</h2>"
                "<p>Nur wenige Menschen lesen das.</p>"
                "<p>Ihre Fall·managerin oder Ihr Fall·manager liest das.</p>"
                "<p>Manchmal ist diese Person krank oder im Urlaub.</p>"
                "<p>Dann hilft Ihnen eine andere Person.</p>"
                "<p>Diese andere Person liest das auch.</p>"
                "<p>Manchmal müssen auch andere Personen im Amt etwas wissen.</p>"
                "<p>Dafür gibt es Regeln im Gesetz.</p>"
                "<p>Sie können immer fragen: Wer liest das?</p>"
                "<h2>Was macht das Netz·werk?</h2>"
                "<p>In einem Netz·werk arbeiten viele zusammen.</p>"
                "<p>Im Netz·werk sind Städte.</p>"
                "<p>Im Netz·werk sind auch Kreise. Ein Kreis besteht aus mehreren Städten und Dörfern.</p>"
                "<p>Und im Netz·werk sind Vereine, die Menschen helfen.</p>"
                "<p>Sie lernen voneinander.</p>"
                "<p>Sie fragen zum Beispiel: Was hat gut geklappt?</p>"
                "<p>Und sie fragen: Was machen wir beim nächsten Mal besser?</p>"
                "<h2>Für wen ist diese Internet·seite?</h2>"
                "<p>Diese Internet·seite ist für Fach·leute.</p>"
                "<p>Fach·leute sind Menschen, die in diesem Bereich arbeiten.</p>"
                "<p>Deshalb sind viele Texte schwer.</p>"
                "<p>Diese Seite ist in Leichter Sprache.</p>"
                "<h2>Brauchen Sie selbst Hilfe?</h2>"
                "<p>Dann gehen Sie bitte zum Sozial·amt in Ihrer Stadt.</p>"
                "<p>Oder gehen Sie zu einer Beratungs·stelle.</p>"
                "<p>Eine Beratungs·stelle ist ein Ort. Dort bekommen Sie Rat.</p>"
                "<p>Sind Menschen in großer Gefahr?</p>"
                "<p>Dann rufen Sie bitte diese Nummer an: 112.</p>"
                "<p>Das ist der Not·ruf.</p>"
                "<h2>So benutzen Sie die Internet·seite</h2>"
                "<p>Oben auf der Seite ist das Menü.</p>"
                "<p>Das Menü zeigt die wichtigsten Themen.</p>"
                "<p>Klicken Sie auf ein Thema.</p>"
                "<p>Dann öffnet sich eine neue Seite.</p>"
                "<p>Das gibt es auf der Internet·seite:</p>"
                "<ul>"
                "<li>Praxis·wissen. Hier erzählen Städte und Vereine: Das haben wir ausprobiert.</li>"
                "<li>Ein Glossar. Ein Glossar ist eine Liste. Die Liste erklärt schwere Wörter.</li>"
                "<li>Aktuelles. Hier stehen Neuigkeiten.</li>"
                "<li>Organisationen. Hier sehen Sie: Diese Städte und Vereine machen mit. Es gibt auch eine Karte.</li>"
                "<li>Eine Suche. Sie schreiben ein Wort. Dann sehen Sie: Hier steht etwas dazu.</li>"
                "</ul>"
                "<p>Arbeiten Sie in einer Stadt oder in einem Verein?</p>"
                "<p>Dann kann Ihre Stadt oder Ihr Verein mitmachen.</p>"
                '<p>Das geht auf dieser Seite: <a href="/mitglied-werden/">Mitglied werden</a>.</p>'
                "<p>Ganz unten finden Sie noch mehr Seiten.</p>"
                "<p>Zum Beispiel: [[kontakt|Kontakt]].</p>"
                "<p>Mehr Tipps gibt es auf der Seite [[hilfe|Hilfe]]. Diese Seite ist in Alltags·sprache.</p>"
                "<h2>Gibt es ein Problem?</h2>"
                "<p>Vielleicht können Sie etwas nicht lesen.</p>"
                "<p>Oder Sie können etwas nicht anklicken.</p>"
                "<p>Das nennen wir eine Barriere. Eine Barriere ist ein Hindernis.</p>"
                "<p>Sagen Sie uns das bitte.</p>"
                "<p>Dafür gibt es diese Seite: [[barriere-melden|Barriere melden]].</p>"
                "<h2>Ist die Internet·seite barriere·frei?</h2>"
                "<p>Barriere·frei heißt: Alle Menschen können die Seite benutzen.</p>"
                "<p>Für barriere·freie Internet·seiten gibt es Regeln.</p>"
                "<p>Fast alle Teile von dieser Seite sollen die Regeln erfüllen.</p>"
                "<p>Ein Film in Gebärden·sprache fehlt noch.</p>"
                "<p>Gebärden·sprache ist eine Sprache mit den Händen. Gehörlose Menschen benutzen diese Sprache.</p>"
                "<p>Sie sind mit unserer Antwort unzufrieden?</p>"
                "<p>Dann kann eine Schlichtungs·stelle helfen.</p>"
                "<p>Eine Schlichtungs·stelle hilft bei Streit.</p>"
                "<p>Mehr steht hier: [[barrierefreiheit|Erklärung zur Barriere·freiheit]]. Dieser Text ist in "
                "Alltags·sprache.</p>"
                "<h2>Wer hat den Text geschrieben?</h2>"
                "<p>Den Text hat die Geschäfts·stelle vom Netz·werk geschrieben.</p>"
                "<p>Die Geschäfts·stelle ist das Büro vom Netz·werk.</p>"
                "<p>Noch hat keine Prüf·gruppe den Text geprüft.</p>"
                "<p>In einer Prüf·gruppe sind Menschen mit Lern·schwierigkeiten.</p>"
                "<p>Sie sagen, ob ein Text leicht ist.</p>"
            ),
        ),
    ],
    "children": [],
}

SIGN_LANGUAGE = {
    "type": "sign",
    "slug": "gebaerdensprache",
    "title": "Gebärdensprache",
    "lead": (
        "Hier steht später ein Film in Deutscher Gebärdensprache. Er erklärt das Portal und den Weg zu den "
        "wichtigsten Seiten."
    ),
    "teaser": "Informationen zum Portal in Deutscher Gebärdensprache. Zurzeit steht hier ein Platzhalter mit Text.",
    "picture": None,
    "picture_alt": "",
    "menu": False,
    "footer": True,
    "body": [
        (
            "text",
            (
                "<h2>Was der Film erklären wird</h2>"
                "<ul>"
                "<li>Worum es im Netzwerk Sozialagenturen geht</li>"
                "<li>Wie das Portal aufgebaut ist und wo Menü und Fußzeile sind</li>"
                "<li>Wo die Erklärung zur Barrierefreiheit steht</li>"
                "<li>Wie Sie ein Hindernis melden</li>"
                "</ul>"
                "<h2>Der Inhalt als Text</h2>"
                "<p>Das Netzwerk Sozialagenturen verbindet Städte, Kreise, Wohlfahrtsverbände und freie Träger. Sie "
                "lernen voneinander, wie Hilfe besser zusammenpasst. Drei Bereiche "
                "erklären die Grundlagen: [[die-sozialagentur|Die Sozialagentur]], [[fallmanagement|Fallmanagement]] und "
                '[[steuerung-vor-ort|Steuerung vor Ort]]. Im <a href="/praxiswissen/">Praxiswissen</a> berichten Städte, '
                "Kreise und Träger, was sie ausprobiert haben. [[das-netzwerk|Das Netzwerk]] zeigt, wer mitmacht: "
                '<a href="/organisationen/">Organisationen und Karte</a>. Unter <a href="/aktuelles/">Aktuelles</a> stehen '
                'Neuigkeiten. Das <a href="/glossar/">Glossar</a> erklärt Fachwörter. Die <a href="/suche/">Suche</a> '
                'findet alles davon. Ihre Organisation kann <a href="/mitglied-werden/">Mitglied werden</a>.</p>'
                "<p>Oben steht das Menü. Unten stehen Kontakt, Impressum, Datenschutz und die "
                "[[barrierefreiheit|Erklärung zur Barrierefreiheit]]. Ein Hindernis melden Sie über "
                "[[barriere-melden|Barriere melden]].</p>"
                "<h2>Gespräche in Gebärdensprache</h2>"
                "<p>Möchten Sie mit der Geschäftsstelle in Gebärdensprache sprechen? Schreiben Sie uns zwei Wochen "
                "vorher über die Seite [[kontakt|Kontakt]]. Wir kümmern uns um Dolmetscher:innen und übernehmen die "
                "Kosten.</p>"
            ),
        ),
    ],
    "children": [],
}

HELP = {
    "type": "content",
    "slug": "hilfe",
    "title": "Hilfe",
    "lead": (
        "So finden Sie sich auf dem Portal zurecht: mit Maus, Tastatur, Vergrößerung, auf dem Handy und auf Papier."
    ),
    "teaser": "Bedienung des Portals mit Tastatur, Zoom, Screenreader, Handy und Drucker, kurz erklärt.",
    "picture": "wegweiser",
    "picture_alt": "Ein Wegweiser steht an einem Weg",
    "menu": False,
    "footer": True,
    "body": [
        (
            "text",
            (
                "<h2>Aufbau der Seiten</h2>"
                "<p>Ganz oben stehen Leichte Sprache, Gebärdensprache und Hilfe, die Suche und die Anmeldung. Darunter "
                "steht das Menü mit den Bereichen des Portals. Eine Zeile zeigt, wo Sie gerade sind. Ganz unten finden "
                "Sie Kontakt und rechtliche Hinweise.</p>"
                "<h2>Was Sie wo finden</h2>"
                "<ul>"
                "<li>Grundlagen: [[die-sozialagentur|Die Sozialagentur]], [[fallmanagement|Fallmanagement]] und "
                "[[steuerung-vor-ort|Steuerung vor Ort]]</li>"
                '<li>Erfahrungen anderer: <a href="/praxiswissen/">Praxiswissen</a>, die Bibliothek der Praxisberichte. '
                "Filter grenzen nach Thema, Phase, Region und Evidenz ein; jeder Bericht lässt sich zitieren und als PDF "
                "laden</li>"
                '<li>Fachwörter: <a href="/glossar/">Glossar</a>. In Berichten führt das Wort selbst dorthin</li>'
                '<li>Neuigkeiten: <a href="/aktuelles/">Aktuelles</a>, auch als Feed</li>'
                '<li>Wer dazugehört: <a href="/organisationen/">Organisationen und Karte</a> unter '
                "[[das-netzwerk|Das Netzwerk]]. Mitglieder finden dort auch "
                '<a href="/menschen/">Menschen, die Fragen beantworten</a></li>'
                '<li>Dazukommen: <a href="/mitglied-werden/">Mitglied werden</a></li>'
                "<li>Ihre eigenen Seiten: „Mein Bereich“ nach der Anmeldung, mit Profil, Mitteilungen, Merkliste und "
                "Anmeldung in zwei Schritten</li>"
                "</ul>"
                "<h2>Suchen</h2>"
                '<p>Die <a href="/suche/">Suche</a> durchsucht Seiten, Nachrichten, Fragen und Antworten, Praxisberichte, '
                "Glossar und Organisationen, für Mitglieder auch offene Profile von Menschen. Sie kennt Fachwörter, "
                "Abkürzungen und Tippfehler. Wenn nichts passt, sagt sie, welcher Filter daran liegt. Innerhalb einer "
                "Seite suchen Sie mit Strg und F, am Mac mit Befehl und F.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Mit der Tastatur bedienen",
                "columns": ["Taste", "Wirkung"],
                "rows": [
                    ["Tab", "Zum nächsten Link, Feld oder Knopf"],
                    ["Umschalt und Tab", "Einen Schritt zurück"],
                    ["Eingabe", "Link öffnen oder Knopf drücken"],
                    ["Leertaste", "Aufklappen, ankreuzen oder nach unten blättern"],
                    ["Pfeil nach oben und unten", "Blättern oder in einer Auswahl wechseln"],
                    ["Esc", "Ein geöffnetes Fenster schließen"],
                ],
            },
        ),
        (
            "text",
            (
                "<p>Der erste Druck auf Tab zeigt den Sprunglink zum Inhalt. Damit überspringen Sie das Menü. Die "
                "Stelle, an der Sie sind, hat immer einen gut sichtbaren Rahmen.</p>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Darstellung anpassen",
                "items": [
                    {
                        "title": "Größer und kleiner",
                        "text": (
                            "<p>Strg und Plus vergrößert, Strg und Minus verkleinert, Strg und Null stellt zurück. Am "
                            "Mac nehmen Sie die Befehlstaste. Die Seite ordnet sich neu, Sie müssen nicht seitwärts "
                            "schieben.</p>"
                        ),
                    },
                    {
                        "title": "Hell und dunkel",
                        "text": (
                            "<p>Das Portal folgt der Einstellung Ihres Geräts. Wenn Sie dort das dunkle "
                            "Erscheinungsbild wählen, wird auch das Portal dunkel.</p>"
                        ),
                    },
                    {
                        "title": "Hoher Kontrast",
                        "text": "<p>Auch die Kontrasteinstellungen Ihres Geräts werden beachtet.</p>",
                    },
                    {
                        "title": "Weniger Bewegung",
                        "text": "<p>Wenn Ihr Gerät Bewegung verringert, verzichtet das Portal auf Übergänge.</p>",
                    },
                ],
            },
        ),
        (
            "accordion",
            {
                "title": "Mit Hilfsmitteln",
                "items": [
                    {
                        "title": "Screenreader",
                        "text": (
                            "<p>Die Seiten haben Überschriften, Bereiche und Listen. Sie können von Überschrift zu "
                            "Überschrift springen. Tabellen haben Spaltenköpfe und eine Beschriftung.</p>"
                        ),
                    },
                    {"title": "Spracheingabe", "text": "<p>Knöpfe und Links heißen so, wie sie beschriftet sind.</p>"},
                    {
                        "title": "Ohne JavaScript",
                        "text": (
                            "<p>Alle Seiten und Formulare funktionieren auch dann, wenn JavaScript abgeschaltet "
                            "ist.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Drucken</h2>"
                "<p>Drucken Sie über das Menü Ihres Browsers oder mit Strg und P. Menü und Fußzeile werden "
                "weggelassen, der Text erscheint schwarz auf weiß. Klappen Sie vorher auf, was Sie auf Papier "
                "brauchen.</p>"
                "<h2>Dateien</h2>"
                "<p>Vorlagen stehen als Textdatei (ODT) oder als Tabelle (CSV) bereit. Beide lassen sich mit gängigen "
                "und auch mit kostenlosen Programmen öffnen. Alle Dateien stehen unter [[vorlagen|Vorlagen für die "
                "Praxis]].</p>"
            ),
        ),
        (
            "call_to_action",
            {
                "title": "Etwas klappt nicht?",
                "text": "Sagen Sie uns, was passiert ist. Wir kümmern uns darum.",
                "page": "barriere-melden",
                "label": "Barriere melden",
            },
        ),
    ],
    "children": [],
}
