"""Applications for membership in every state. Dates count backwards from today."""

from netzwerk.members.demo.shapes import Request, Step

REQUESTS = (
    Request(
        "kreis-steinharde",
        "Kreis Steinharde",
        "district",
        "Kreis Steinharde",
        "Kurpromenade 3",
        ("Margret", "Allwörden", "Leitung Amt für Soziales und Senioren"),
        "Wir sind der letzte Kreis im Land, der noch nicht dabei ist, und haben lange gezögert, weil uns Personal für "
        "Arbeitskreise fehlte. Jetzt steht eine Umstellung der Fallbearbeitung an. Vor allem möchten wir Häuser "
        "kennenlernen, die mit ähnlich wenigen Menschen auf ähnlich viel Fläche arbeiten.",
        (Step("submitted", 2),),
    ),
    Request(
        "gemeinde-kirchlind",
        "Gemeinde Kirchlind",
        "town",
        "Kirchlind",
        "Lindstraße 40",
        ("Cem", "Arıkan", "Hauptamt, Soziales und Kitas"),
        "Der Kreis Auenrode berät unsere Bürger:innen an einem Tag in der Woche im Gemeindehaus. Damit das gut läuft, "
        "wollen wir verstehen, was Fallmanagement bedeutet, und unsere Vereine einbeziehen. Wir können einen Saal mit "
        "achtzig Plätzen für Werkstatttage anbieten.",
        (Step("submitted", 5),),
    ),
    Request(
        "stromspar-initiative",
        "Stromspar-Initiative Königslind e. V.",
        "provider",
        "Königslind",
        "Umspannwerk 1",
        ("Thordis", "Landvogt", "Projektleitung"),
        "Unsere Ehrenamtlichen beraten Haushalte mit kleinem Einkommen zu Strom und Heizung. Dabei stoßen wir ständig "
        "auf Schulden, Schimmel und ungeöffnete Post. Wir suchen Anschluss an die Stellen, die dann weiterhelfen, und "
        "bringen Messgeräte, Zahlen und gute Laune mit.",
        (
            Step("submitted", 12),
            Step(
                "question",
                8,
                "Vielen Dank für Ihren Antrag. Zwei Fragen haben wir noch: Ist Ihr Verein als gemeinnützig anerkannt, und "
                "wer würde die Koordination übernehmen, wenn Ihre Projektförderung im Frühjahr endet?",
            ),
        ),
    ),
    Request(
        "gemeinde-tiefenlohe",
        "Gemeinde Tiefenlohe",
        "town",
        "Tiefenlohe",
        "Am Brunnen 2",
        ("Josefine", "Habicht", "Geschäftsleitende Beamtin"),
        "In Tiefenlohe hat die letzte Arztpraxis geschlossen, der Laden folgt im Sommer. Wir möchten früh gegensteuern "
        "und eine Anlaufstelle aufbauen, die mehr ist als ein Prospektständer. Dafür suchen wir Vorbilder in unserer "
        "Größe.",
        (
            Step("submitted", 24),
            Step(
                "question",
                20,
                "Ihr Vorhaben passt gut zu uns. Bitte schreiben Sie uns kurz, ob der Kreis einbezogen ist und wer sich um "
                "Ihr Profil im Portal kümmern wird.",
            ),
            Step(
                "answer",
                3,
                "Der Kreis ist informiert und begrüßt den Beitritt, das Schreiben der Landrätin liegt bei uns vor. Das "
                "Profil pflegt meine Kollegin aus dem Vorzimmer, ich vertrete sie.",
            ),
        ),
    ),
    Request(
        "gemeinde-weissenlohe",
        "Gemeinde Weißenlohe",
        "town",
        "Weißenlohe",
        "Zum Anger 9",
        ("", "", ""),  # the organisation's present coordination
        "Weißenlohe hat ein Sozialraumteam, das sich selbst gegründet hat und nun gern wüsste, ob es auf dem richtigen "
        "Weg ist. Uns beschäftigt die Schweigepflicht in einem Ort, in dem sich alle kennen. Wir erhoffen uns Beispiele, "
        "Rückfragen und vielleicht einen Besuch.",
        (
            Step("submitted", 131),
            Step(
                "approved",
                118,
                "Herzlich willkommen! Ihr Thema Nähe und Schweigen geben wir an den Arbeitskreis weiter.",
            ),
        ),
    ),
    Request(
        "rueckenwind-ostervelde",
        "Rückenwind Ostervelde gGmbH",
        "provider",
        "Ostervelde",
        "Mühlendamm 28",
        ("", "", ""),
        "Wir haben die Anlaufstelle für Alleinerziehende von der Hilfsgemeinschaft übernommen und wollen deren Kontakte "
        "nicht verlieren. Viele Mütter und Väter, die zu uns kommen, haben gleichzeitig mit vier Behörden zu tun. "
        "Fallmanagement aus einer Hand würde ihnen sofort helfen.",
        (
            Step("submitted", 198),
            Step(
                "question",
                191,
                "Gern nehmen wir Sie auf. Können Sie uns sagen, ob Sie die Mitgliedschaft der Hilfsgemeinschaft fortführen "
                "oder neu beitreten möchten?",
            ),
            Step("answer", 187, "Wir treten neu bei; der Verein bleibt bis zu seiner Auflösung selbst Mitglied."),
            Step("approved", 176, "Danke für die Klärung, Ihr Profil können Sie ab sofort bearbeiten."),
        ),
    ),
    Request(
        "soziallotse24",
        "Soziallotse24 GmbH",
        "provider",
        "Hellenfurt",
        "Messeboulevard 200",
        ("Ansgar", "von Tiedenstein", "Vertrieb Öffentliche Hand"),
        "Wir entwickeln eine Plattform, die Anträge automatisch ausfüllt, und möchten sie allen Mitgliedern vorstellen. "
        "Gegen Nennung unseres Logos bieten wir attraktive Sonderkonditionen an.",
        (
            Step("submitted", 77),
            Step(
                "declined",
                70,
                "Das Netzwerk ist ein Zusammenschluss von Kommunen, Verbänden und gemeinnützigen Trägern. Unternehmen, die "
                "ihre Produkte vorstellen wollen, nehmen wir nicht auf. Zu öffentlichen Werkstatttagen sind Sie als Gast "
                "eingeladen.",
            ),
        ),
    ),
    Request(
        "praxis-lebensmut",
        "Praxis Lebensmut",
        "provider",
        "Morlestedt",
        "Rosenhag 18",
        ("Nikoline", "Wetterstrand", "Inhaberin, systemische Beratung"),
        "Als Einzelpraxis begleite ich Menschen in Krisen und würde gern Fachkräfte in Kommunen kennenlernen. Ich könnte "
        "Supervision anbieten und an einem Arbeitskreis mitwirken.",
        (
            Step("submitted", 46),
            Step("question", 41, "Handeln Sie für einen Träger, oder möchten Sie als einzelne Person mitarbeiten?"),
            Step("answer", 39, "Ich arbeite allein und auf eigene Rechnung."),
            Step(
                "declined",
                33,
                "Mitglied werden können Organisationen, keine einzelnen Personen. Ihre Mitarbeit ist trotzdem erwünscht: "
                "Im Arbeitskreis Qualifizierung sind Gäste willkommen, die Leitung meldet sich bei Ihnen.",
            ),
        ),
    ),
    Request(
        "gemeinde-immenrieth",
        "Gemeinde Immenrieth",
        "town",
        "Immenrieth",
        "Bienenweg 11",
        ("Eberhard", "Kotthoff", "Bürgermeister"),
        "Immenrieth möchte seine Seniorenarbeit neu ordnen und dazu lernen, wie andere Gemeinden Ehrenamt und Amt "
        "verbinden. Ein Ratsbeschluss liegt noch nicht vor.",
        (Step("submitted", 60), Step("withdrawn", 52)),
    ),
    Request(
        "mietercafe-hellenfurt",
        "Mietercafé Hellenfurt-West",
        "provider",
        "Hellenfurt",
        "Kupferhof 9",
        ("Dilara", "Sönmez", "Vereinsvorsitz"),
        "Im Mietercafé sitzen dienstags dreißig Menschen mit Nebenkostenabrechnungen, die niemand versteht, wir oft auch "
        "nicht. Wir möchten wissen, wen wir in schwierigen Fällen anrufen dürfen, und unsere Beobachtungen an die "
        "Sozialplanung weitergeben.",
        (
            Step("submitted", 19),
            Step(
                "question",
                17,
                "Schön, dass Sie an uns denken. Bitte schicken Sie uns die Satzung Ihres Vereins oder einen Link dorthin.",
            ),
            Step(
                "answer",
                16,
                "Die Satzung steht auf unserer Seite unter „Über uns“, beschlossen am Küchentisch, aber gültig.",
            ),
            Step(
                "question",
                9,
                "Danke, die Satzung haben wir gefunden. Eine letzte Bitte: Sprechen Sie sich mit der Wohnbrücke Hellenfurt "
                "ab, damit Ihre beiden Profile sich ergänzen?",
            ),
        ),
    ),
    Request(
        "gemeinde-pappelried",
        "Gemeinde Pappelried",
        "town",
        "Pappelried",
        "Uferring 6",
        ("Wencke", "Brodersen", "Ordnung und Soziales"),
        "Pappelried teilt sich mit Lindmünde eine Beratungskraft, die künftig im Portal dokumentieren soll. Wir treten "
        "bei, damit die Zusammenarbeit auf dem Papier so gut wird wie im Alltag.",
        (Step("submitted", 1),),
    ),
)
