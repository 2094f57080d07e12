"""Fallmanagement: linking, monitoring, closing."""

LINKING = {
    "type": "content",
    "slug": "leistungen-steuern",
    "title": "Leistungen steuern",
    "lead": (
        "Vermittelt ist noch nicht angekommen. Steuern heißt: das passende Angebot finden, den Übergang sichern und "
        "Hilfen aufeinander abstimmen."
    ),
    "teaser": (
        "Angebote auswählen, Übergänge sichern, Hilfen abstimmen: Leistungssteuerung im Einzelfall mit Beispielen."
    ),
    "picture": "netzwerkkarte",
    "picture_alt": "Menschen, die durch Linien miteinander verbunden sind",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>In dieser Phase wird aus dem Plan Alltag. Die Fallmanager:in handelt jetzt viel am Telefon und in "
                "kurzen Absprachen. Sie braucht Überblick über die Angebote und den Mut, nachzufragen.</p>"
                "<h2>Das passende Angebot finden</h2>"
                "<p>Beginnen Sie beim Ziel, nicht beim Katalog. Drei Fragen helfen:</p>"
                "<ul>"
                "<li><b>Was genau soll das Angebot bewirken?</b> Nicht „Schuldnerberatung“, sondern „Überblick über "
                "die Forderungen und Schutz des Kontos“.</li>"
                "<li><b>Was kann die Person nutzen?</b> Wege, Uhrzeiten, Sprache, Barrieren, Kosten, "
                "Kinderbetreuung.</li>"
                "<li><b>Was gab es schon?</b> Ein Angebot, das zweimal gescheitert ist, wird beim dritten Mal selten "
                "besser.</li>"
                "</ul>"
                "<p>Bieten Sie wenn möglich zwei Wege an. Wer wählt, kommt eher an.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Der Übergang in fünf Schritten",
                "items": [
                    {"title": "Anfragen", "text": "<p>Kapazität und Wartezeit klären, ohne Namen zu nennen.</p>"},
                    {
                        "title": "Erlaubnis einholen",
                        "text": "<p>Mit der Person festlegen, welche Angaben weitergegeben werden dürfen.</p>",
                    },
                    {
                        "title": "Anbahnen",
                        "text": (
                            "<p>Termin gemeinsam vereinbaren, am besten im Beisein der Person. Beim ersten Mal "
                            "begleiten, wenn es hilft.</p>"
                        ),
                    },
                    {
                        "title": "Nachfragen",
                        "text": (
                            "<p>Eine Woche später: „Waren Sie dort? Wie war es?“ Auch beim Angebot nachfragen, sofern "
                            "erlaubt.</p>"
                        ),
                    },
                    {
                        "title": "Ergebnis festhalten",
                        "text": (
                            "<p>Angekommen, auf der Warteliste, abgelehnt, nicht hingegangen: Jeder Ausgang wird "
                            "notiert, mit Grund.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Hilfen abstimmen</h2>"
                "<p>Wenn drei Stellen beteiligt sind, entstehen leicht Widersprüche: Zwei Termine zur selben Zeit, "
                "zwei verschiedene Ratschläge, drei Anamnesen. Ein kurzes Gespräch mit allen Beteiligten löst oft "
                "mehr als zehn Mails.</p>"
                "<h3>Eine Hilfekonferenz gut führen</h3>"
                "<ul>"
                "<li>Die Person entscheidet, wer am Tisch sitzt und worüber gesprochen wird.</li>"
                "<li>Vorab steht fest, welche eine Frage beantwortet werden soll.</li>"
                "<li>Eine Person moderiert, eine andere schreibt mit.</li>"
                "<li>Dauer: höchstens eine Stunde.</li>"
                "<li>Am Ende liest jemand vor: Wer tut was bis wann?</li>"
                "</ul>"
            ),
        ),
        (
            "quotation",
            {
                "text": (
                    "Die beste Anfrage, die wir bekommen, hat drei Sätze: worum es geht, was die Person sich wünscht "
                    "und was schon versucht wurde. Dann können wir am selben Tag antworten."
                ),
                "person": "Henrike Lohbeck",
                "role": "Verband Soziale Arbeit Niederaue",
            },
        ),
        (
            "text",
            (
                "<h2>Wenn das Angebot fehlt</h2>"
                "<p>Fehlende Angebote sind kein persönliches Versagen. Notieren Sie den Bedarf trotzdem so genau wie "
                "möglich und suchen Sie eine Zwischenlösung. Die Sammlung solcher Lücken ist das wichtigste Material "
                "für die Planung. Wie der Weg dorthin aussieht, zeigt [[vom-einzelfall-zur-planung|Vom Einzelfall zur "
                "Planung]].</p>"
                "<h2>Stolpersteine</h2>"
                "<ul>"
                "<li><b>Der Flyer.</b> Ein Faltblatt mitzugeben ist keine Vermittlung.</li>"
                "<li><b>Der Lieblingsträger.</b> Wer immer an dieselbe Stelle vermittelt, sieht andere Möglichkeiten "
                "nicht mehr. Ein gemeinsames Angebotsverzeichnis hilft dagegen.</li>"
                "<li><b>Das lange Schweigen.</b> Nach der Vermittlung hört niemand mehr voneinander. Legen Sie die "
                "Rückfrage gleich als Wiedervorlage an.</li>"
                "</ul>"
            ),
        ),
        (
            "downloads",
            {
                "title": "Vorlage",
                "files": [
                    {
                        "document": "vorlage-angebotsliste",
                        "description": "Tabelle für ein eigenes Angebotsverzeichnis, mit Beispielzeilen.",
                    },
                ],
            },
        ),
    ],
    "children": [],
}

MONITORING = {
    "type": "content",
    "slug": "monitoring",
    "title": "Monitoring",
    "lead": "Monitoring heißt dranbleiben. Es zeigt früh, ob der Plan trägt, und verhindert, dass Fälle still werden.",
    "teaser": (
        "Wie Fallmanager:innen den Überblick behalten: Kontaktrhythmus, Warnzeichen, Überprüfung und Nachsteuern."
    ),
    "picture": "kennzahlen",
    "picture_alt": "Einfache Balken und eine Lupe",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Ein Fall, von dem man nichts hört, kann gut laufen oder gerade kippen. Beides sieht in der Akte "
                "gleich aus. Monitoring macht den Unterschied sichtbar, ohne zur Kontrolle der Person zu werden.</p>"
                "<h2>Einen Rhythmus vereinbaren</h2>"
                "<p>Besprechen Sie mit der Person, wie oft und auf welchem Weg Sie Kontakt halten. Ein Rhythmus ist "
                "besser als ein „Melden Sie sich“.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Vorschlag für den Kontaktrhythmus",
                "columns": ["Lage im Fall", "Kontakt", "Überprüfung des Plans"],
                "rows": [
                    ["Akute Gefährdung in einer Lebenslage", "Mehrmals in der Woche", "Nach zwei Wochen"],
                    ["Neuer Plan, viele Schritte", "Wöchentlich", "Nach sechs bis acht Wochen"],
                    ["Plan läuft, einzelne Schritte offen", "Alle zwei bis drei Wochen", "Nach drei Monaten"],
                    ["Ruhige Phase vor dem Abschluss", "Monatlich", "Zum Abschlussgespräch"],
                ],
            },
        ),
        (
            "text",
            (
                "<p>Gesetzliche Fristen gehen immer vor. Die Tabelle ist ein Ausgangspunkt für das Gespräch im "
                "Team.</p>"
                "<h2>Warnzeichen</h2>"
                "<ul>"
                "<li>Zwei Termine hintereinander fallen aus.</li>"
                "<li>Die Person stimmt allem zu und tut nichts davon.</li>"
                "<li>Eine beteiligte Stelle antwortet nicht mehr.</li>"
                "<li>Es tauchen neue Mahnungen oder Verfahren auf.</li>"
                "<li>Sie selbst schieben den Anruf vor sich her.</li>"
                "</ul>"
                "<p>Das letzte Zeichen ist das ehrlichste. Es gehört in die kollegiale Beratung.</p>"
                "<h2>Die Überprüfung</h2>"
                "<p>Eine Überprüfung ist ein eigener Termin und kein Nebensatz am Telefon. Fragen Sie:</p>"
                "<ol>"
                "<li>Was hat sich seit dem letzten Mal bewegt, und wer hat dazu beigetragen?</li>"
                "<li>Welche Schritte sind erledigt, welche nicht, und woran lag es?</li>"
                "<li>Passen die Ziele noch?</li>"
                "<li>Was brauchen wir anders?</li>"
                "</ol>"
                "<p>Stufen Sie danach die betroffenen Lebenslagen neu ein und schreiben Sie den Plan fort. Der alte "
                "Plan bleibt erhalten, damit man später sieht, was sich geändert hat.</p>"
            ),
        ),
        (
            "steps",
            {
                "title": "Wenn der Plan nicht trägt",
                "items": [
                    {
                        "title": "Nicht drängen",
                        "text": (
                            "<p>Sagen Sie, was Sie sehen: „Den Termin haben wir dreimal verschoben.“ Ohne Vorwurf.</p>"
                        ),
                    },
                    {
                        "title": "Verstehen",
                        "text": (
                            "<p>War das Ziel zu groß, der Schritt zu früh, die Stelle unfreundlich, das Leben "
                            "lauter?</p>"
                        ),
                    },
                    {
                        "title": "Kleiner machen",
                        "text": "<p>Einen Schritt suchen, der in den nächsten drei Tagen gelingen kann.</p>",
                    },
                    {
                        "title": "Neu entscheiden",
                        "text": (
                            "<p>Ziel behalten, ändern oder streichen. Alles drei ist erlaubt und wird notiert.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Gut dokumentieren</h2>"
                "<p>Ein Kontaktvermerk beantwortet vier Fragen: Wer sprach mit wem, worüber, was wurde verabredet, "
                "wann geht es weiter? Trennen Sie Beobachtung und Deutung. „Frau M. kam 20 Minuten zu spät und wirkte "
                "erschöpft“ ist eine Beobachtung. „Frau M. ist unzuverlässig“ ist ein Urteil und gehört nicht in die "
                "Akte.</p>"
                "<p>Schreiben Sie so, dass die Person es lesen könnte. Sie hat in der Regel das Recht dazu.</p>"
                "<h2>Worauf es ankommt</h2>"
                "<p>Reservieren Sie jede Woche eine feste Stunde, in der Sie alle Fälle kurz durchgehen. Ein Blick je "
                "Fall genügt: Wann war der letzte Kontakt, was steht als Nächstes an? Wer diese Stunde schützt, "
                "braucht weniger Feuerwehreinsätze. Wie es zu Ende geht, lesen Sie unter "
                "[[evaluation-und-abschluss|Evaluation und Abschluss]].</p>"
            ),
        ),
    ],
    "children": [],
}

CLOSING = {
    "type": "content",
    "slug": "evaluation-und-abschluss",
    "title": "Evaluation und Abschluss",
    "lead": (
        "Ein Fall braucht ein gutes Ende. Das Abschlussgespräch würdigt, was gelungen ist, und sichert, was bleiben "
        "soll."
    ),
    "teaser": (
        "Das Abschlussgespräch führen, Ergebnisse ehrlich bewerten, Nachsorge vereinbaren und Erfahrungen weitergeben."
    ),
    "picture": "treppe",
    "picture_alt": "Menschen helfen einander eine Treppe hinauf",
    "menu": False,
    "footer": False,
    "body": [
        (
            "text",
            (
                "<p>Viele Fälle enden leise: Die Person meldet sich nicht mehr, zieht um, die Zahlung läuft aus. "
                "Damit geht zweierlei verloren. Die Person erfährt nicht, was sie geschafft hat. Und das Haus lernt "
                "nichts.</p>"
                "<h2>Wann ein Fall endet</h2>"
                "<ul>"
                "<li>Die Ziele sind erreicht, oder die Person kommt ohne Begleitung zurecht.</li>"
                "<li>Eine andere Stelle übernimmt, die Übergabe ist erfolgt.</li>"
                "<li>Die Person möchte keine Begleitung mehr.</li>"
                "<li>Die Begleitung bewirkt über längere Zeit nichts, und ein neuer Ansatz wurde geprüft.</li>"
                "<li>Die Person ist verzogen oder verstorben.</li>"
                "</ul>"
                "<p>Legen Sie im Team eine kurze Liste von Gründen fest. „Sonstiges“ sollte selten vorkommen.</p>"
                "<h2>Das Abschlussgespräch</h2>"
                "<p>Kündigen Sie es zwei Treffen vorher an. Nehmen Sie die erste Einschätzung und den letzten Plan "
                "mit.</p>"
            ),
        ),
        (
            "accordion",
            {
                "title": "Fragen für das Gespräch",
                "items": [
                    {
                        "title": "Zurückschauen",
                        "text": (
                            "<p>Was war am Anfang das Schwerste? Was hat sich verändert? Was haben Sie selbst dazu "
                            "getan, was Sie vorher nicht für möglich gehalten hätten?</p>"
                        ),
                    },
                    {
                        "title": "Bewerten",
                        "text": (
                            "<p>Welche Ziele sind erreicht, teilweise erreicht, nicht erreicht? Stimmen unsere beiden "
                            "Sichtweisen überein?</p>"
                        ),
                    },
                    {
                        "title": "Rückmeldung geben",
                        "text": (
                            "<p>Was hat Ihnen an unserer Zusammenarbeit geholfen? Was hat gestört? Was sollen wir bei "
                            "anderen anders machen?</p>"
                        ),
                    },
                    {
                        "title": "Vorausschauen",
                        "text": (
                            "<p>Woran merken Sie, dass es wieder eng wird? Wen rufen Sie dann an? Was hilft in den "
                            "ersten Tagen?</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "text",
            (
                "<h2>Ergebnis bewerten</h2>"
                "<p>Bewerten Sie Ziele mit den Stufen, die Sie am Anfang vereinbart haben. Stufen Sie die Lebenslagen "
                "noch einmal ein. Unterscheiden Sie dabei drei Fragen:</p>"
                "<ul>"
                "<li><b>Ist das Ziel erreicht?</b> Das zeigt die vereinbarte Skala.</li>"
                "<li><b>Hat die Begleitung dazu beigetragen?</b> Das ist eine Einschätzung, keine Messung.</li>"
                "<li><b>Ist die Person zufrieden?</b> Auch das ist wichtig, aber etwas anderes.</li>"
                "</ul>"
            ),
        ),
        (
            "image",
            {
                "picture": "arbeit",
                "alt": "Werkzeuge in einer Werkstatt",
                "decorative": False,
                "caption": "Ein Ergebnis kann eine Stelle sein, ein fester Tagesablauf oder eine gesicherte Wohnung.",
            },
        ),
        (
            "text",
            (
                "<h2>Nachsorge und Übergabe</h2>"
                "<p>Vereinbaren Sie, ob Sie sich nach drei Monaten noch einmal melden. Eine einzige Nachfrage kann "
                "einen Rückfall auffangen. Bei einer Übergabe sprechen alle drei miteinander: die Person, die "
                "bisherige und die neue Ansprechperson. Die Akte wird nur so weit weitergegeben, wie es erlaubt "
                "ist.</p>"
                "<h2>Was die Planung wissen sollte</h2>"
                "<p>Geben Sie nach jedem Abschluss drei Angaben ohne Namen weiter:</p>"
                "<ul>"
                "<li>Welches Angebot hat am meisten geholfen?</li>"
                "<li>Welches Angebot hat gefehlt oder kam zu spät?</li>"
                "<li>Was hat Zeit gekostet, ohne zu nutzen?</li>"
                "</ul>"
                "<p>Aus vielen solchen Angaben entsteht ein Bild für die [[angebote-planen|Angebotsplanung]].</p>"
                "<h2>Stolpersteine</h2>"
                "<ul>"
                "<li><b>Der schöne Abschluss.</b> Wenn nur gute Enden gezählt werden, verschwinden die anderen. "
                "Zählen Sie auch Abbrüche.</li>"
                "<li><b>Der ewige Fall.</b> Aus Sorge wird nicht beendet. Prüfen Sie jeden Fall nach einem Jahr "
                "gemeinsam mit der Teamleitung.</li>"
                "<li><b>Löschen vergessen.</b> Mit dem Abschluss beginnen Fristen. Klären Sie, welche gelten.</li>"
                "</ul>"
            ),
        ),
        (
            "downloads",
            {
                "title": "Vorlage",
                "files": [
                    {
                        "document": "gespraechsleitfaden-abschluss",
                        "description": "Leitfaden mit Fragen, Ablauf und Platz für Notizen.",
                    },
                ],
            },
        ),
    ],
    "children": [],
}
