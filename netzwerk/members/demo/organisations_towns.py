"""Kreisangehörige Gemeinden of the network."""

from netzwerk.members.demo.shapes import House

TOWNS = (
    House(
        "stadt-lindenbrueck",
        "Stadt Lindenbrück",
        "town",
        "Lindenbrück",
        "Brückengasse 12",
        1071,
        {"lead": 1, "caseworker": 3, "privacy": 1, "controlling": 1, "planning": 1, "benefits": 1},
        "fallmanagement wohnen zugang netzwerk",
        "Lindenbrück ist Kreisstadt und Brückenort, auch im übertragenen Sinn: Hier sitzt die Geschäftsstelle des "
        "Netzwerks, hier fand das erste Treffen statt. Unsere Fachstelle Wohnen erreicht Menschen, bevor die Kündigung "
        "kommt, meist durch einen Anruf der Vermieterin oder der Stadtwerke. Wir zeigen gern, wie eine Stadt mit gut "
        "dreißigtausend Menschen Vorbeugung bezahlt, ohne eine neue Abteilung zu gründen.",
        mailbox="fachstelle-wohnen",
    ),
    House(
        "stadt-tannwerder",
        "Stadt Tannwerder",
        "town",
        "Tannwerder",
        "Fischerstraße 8",
        1066,
        {"coordination": 1, "lead": 1, "caseworker": 2, "privacy": 1, "controlling": 1, "planning": 1},
        "zugang wohnen planung",
        "Wir sind eine kleine Stadt an der Tann und kennen unsere Träger beim Vornamen. Trotzdem stimmte ein Drittel "
        "unserer Angebotsliste nicht, als wir alle neunzig Nummern einmal anriefen. Seitdem pflegen wir weniger "
        "Einträge und die dafür richtig. Fragen zur Vorbeugung bei Mietrückständen beantworten wir am Telefon.",
        mailbox="rathaus",
    ),
    House(
        "muehlenthal-ost",
        "Gemeindeverbund Mühlenthal-Ost",
        "union",
        "Mühlenthal",
        "Mühlweg 1",
        1058,
        {"coordination": 1, "lead": 1, "caseworker": 2, "privacy": 1, "controlling": 1},
        "fallmanagement alter netzwerk",
        "Vier Gemeinden, ein Team, ein Auto: So lässt sich der Gemeindeverbund beschreiben. Allein könnte sich keine "
        "der Gemeinden eine Fachkraft für soziale Beratung leisten. Wir besuchen vor allem ältere Menschen mit "
        "kleiner Rente und arbeiten Tür an Tür mit der Pflegeberatung. Anderen Gemeinden helfen wir mit unserer "
        "Satzung und einer ehrlichen Kostenrechnung.",
        mailbox="beratung",
    ),
    House(
        "stadt-lindmuende",
        "Stadt Lindmünde",
        "town",
        "Lindmünde",
        "Hafenmarkt 17",
        756,
        {"coordination": 1, "lead": 1, "caseworker": 2, "privacy": 1, "controlling": 1, "counsel": 1},
        "wohnen schulden zugang",
        "Lindmünde lebt vom See, und viele hier leben vom Sommer. Unser Bürgerladen am Hafenmarkt berät ohne Termin "
        "zu Miete, Strom und Schulden. Wer im November kommt, soll im Februar noch Heizung haben; daran messen wir "
        "uns. Im Arbeitskreis Controlling vertreten wir die kleineren Städte.",
        mailbox="buergerladen",
    ),
    House(
        "stadt-quessenburg",
        "Stadt Quessenburg",
        "town",
        "Quessenburg",
        "Unter der Burg 6",
        703,
        {"coordination": 1, "lead": 1, "caseworker": 3, "privacy": 1, "controlling": 1},
        "arbeit familie fallmanagement",
        "Quessenburg verbindet das Sozialamt mit der städtischen Beschäftigungsgesellschaft unter einem Dach. "
        "Menschen, die zu uns kommen, treffen beim ersten Gespräch jemanden, der auch über Praktika und "
        "Kinderbetreuung entscheiden darf. Mitgebracht haben wir ins Netzwerk die Frage, wie man Erfolge zählt, die "
        "erst nach Jahren sichtbar werden.",
        mailbox="soziale-dienste",
    ),
    House(
        "stadt-erlenfurt",
        "Stadt Erlenfurt",
        "town",
        "Erlenfurt",
        "Walkmühle 2",
        845,
        {"coordination": 1, "lead": 1, "caseworker": 2, "privacy": 1, "controlling": 1},
        "zugang schulden datenschutz",
        "Als Modellstandort haben wir ausprobiert, was wir heute im Alltag tun: Geldleistung und Beratung aus einer "
        "Hand, mit halber Fallzahl. Über den Abschluss haben wir einen Bericht geschrieben, der auch die Rückschläge "
        "nennt. Erlenfurt bleibt im Netzwerk, um die Erfahrung weiterzugeben.",
        mailbox="sozialamt",
    ),
    House(
        "stadt-birkenwarth",
        "Stadt Birkenwarth",
        "town",
        "Birkenwarth",
        "Warthplatz 3",
        598,
        {"coordination": 1, "benefits": 1, "planning": 1},
        "netzwerk migration sprache",
        "Birkenwarth hat in zehn Jahren fünftausend Einwohner:innen dazugewonnen, viele davon mit einer "
        "Fluchtgeschichte. Ein Lotsendienst begleitet Neuankommende durch die Ämter; er spricht neun Sprachen. Wir "
        "wünschen uns Austausch darüber, wann Begleitung endet und Selbstständigkeit beginnt.",
        mailbox="lotsendienst",
    ),
    House(
        "stadt-ostervelde",
        "Stadt Ostervelde",
        "town",
        "Ostervelde",
        "Kanalstraße 56",
        412,
        {"coordination": 1, "counsel": 1},
        "gesundheit wohnen",
        "Die Stadt betreibt eine Unterkunft für wohnungslose Menschen und will, dass sie überflüssig wird. Dafür "
        "mieten wir Wohnungen selbst an und vermieten sie weiter. Vierzehn Haushalte haben so wieder einen eigenen "
        "Schlüssel. Die Verträge stellen wir Mitgliedern zur Verfügung.",
        mailbox="wohnraumhilfe",
    ),
    House(
        "stadt-rothenmark",
        "Stadt Rothenmark",
        "town",
        "Rothenmark",
        "Färbergraben 21",
        560,
        {"coordination": 1, "planning": 1},
        "planung familie",
        "Rothenmark schreibt alle zwei Jahre einen Sozialbericht, der auf einer Bürgerversammlung vorgestellt wird. "
        "Zuletzt kamen zweihundert Menschen und stritten über Spielplätze. Genau so soll es sein. Wir beraten "
        "Kommunen, die ihren ersten Bericht noch vor sich haben.",
        mailbox="stadtentwicklung",
    ),
    House(
        "stadt-reiherstedt",
        "Stadt Reiherstedt",
        "town",
        "Reiherstedt",
        "Nordwall 11",
        340,
        {"coordination": 1, "benefits": 2},
        "zugang sprache",
        "Bei uns beginnt alles an der Theke im Erdgeschoss. Wer dort steht, soll nach zehn Minuten wissen, wie es "
        "weitergeht. Dafür haben wir Formulare gestrichen, Sitzplätze geschaffen und das Wartenummernsystem "
        "abgeschafft. Ob es wirkt, fragen wir die Menschen selbst, jeden März.",
        mailbox="sozialtheke",
    ),
    House(
        "stadt-steinquell",
        "Stadt Steinquell",
        "town",
        "Steinquell",
        "Quellstraße 4",
        275,
        {"coordination": 1, "counsel": 1},
        "alter gesundheit",
        "Aus dem Kurort von einst ist eine Stadt geworden, in die Menschen zum Altwerden ziehen. Steinquell hat die "
        "freien Säle der Kliniken für Tagestreffs geöffnet. Ein Arzt im Ruhestand und zwei Sozialarbeiterinnen "
        "beraten dort gemeinsam, donnerstags auch abends.",
        mailbox="seniorenbuero",
    ),
    House(
        "stadt-neuenlind",
        "Stadt Neuenlind",
        "town",
        "Neuenlind",
        "Werkstraße 90",
        233,
        {"coordination": 1, "benefits": 1},
        "arbeit schulden",
        "Neuenlind ist um eine Papierfabrik herum gebaut, die es nicht mehr gibt. Der Sozialdienst der Stadt zog in "
        "das alte Pförtnerhaus, gleich neben die Schuldnerberatung. Wir sind neu im Netzwerk und suchen eine "
        "Partnerstadt, die den Verlust eines großen Betriebs schon hinter sich hat.",
        mailbox="sozialdienst",
    ),
)
SMALL_TOWNS = (
    House(
        "stadt-niederaue",
        "Stadt Niederaue",
        "town",
        "Niederaue",
        "Auemarkt 2",
        990,
        {"coordination": 1},
        "netzwerk arbeit",
        "Niederaue hat keinen eigenen Sozialdienst, aber zwei starke Partner im Ort: den Werkhof und den Verband "
        "Soziale Arbeit. Die Stadt stellt Räume, übernimmt die Miete und lädt dreimal im Jahr zum runden Tisch. Mehr "
        "braucht es hier nicht, finden wir, und hören gern Gegenbeispiele.",
        mailbox="buergermeisterei",
    ),
    House(
        "gemeinde-lerchenrode",
        "Gemeinde Lerchenrode",
        "town",
        "Lerchenrode",
        "Dorfstraße 18",
        388,
        {"coordination": 1},
        "alter netzwerk",
        "Sechstausend Menschen, fünf Dörfer, eine Gemeindeschwester. Lerchenrode zeigt, dass soziale Arbeit auf dem "
        "Land mit einem Fahrrad und einem guten Adressbuch anfangen kann. Wir teilen unsere Tourenpläne und unsere "
        "Zweifel.",
        mailbox="gemeinde",
    ),
    House(
        "gemeinde-bruchwerder",
        "Gemeinde Bruchwerder",
        "town",
        "Bruchwerder",
        "Am Deich 5",
        195,
        {"coordination": 1},
        "zugang",
        "Bruchwerder liegt zwischen zwei Armen der Lind und ist bei Hochwasser eine Insel. Nach der Flut vor drei "
        "Jahren haben wir gelernt, wie schnell aus einem nassen Keller Schulden werden. Unser Nothilfefonds steht auf "
        "einer Seite Papier und hat sich bewährt.",
        mailbox="amt",
    ),
    House(
        "stadt-dornsiek",
        "Stadt Dornsiek",
        "town",
        "Dornsiek",
        "Schlehengasse 13",
        470,
        {"coordination": 1, "benefits": 1},
        "familie sprache",
        "In Dornsiek gehen Familienzentrum und Sozialamt gemeinsam zum Elternabend. Dort füllen wir Anträge auf "
        "Bildung und Teilhabe gleich aus, mit Kaffee und ohne Aktenzeichen. Die Zahl der Anträge hat sich verdoppelt, "
        "die der Rückfragen halbiert.",
        mailbox="familienservice",
    ),
    House(
        "gemeinde-faehrstedt",
        "Gemeinde Fährstedt",
        "town",
        "Fährstedt",
        "Fährdamm 1",
        322,
        {"coordination": 1},
        "wohnen migration",
        "Fährstedt hat seine alte Jugendherberge zu zwölf kleinen Wohnungen umgebaut. Dort leben Auszubildende, "
        "Geflüchtete und eine pensionierte Lehrerin, die Deutsch unterrichtet. Wie man so etwas finanziert, erklärt "
        "unser Kämmerer ausgesprochen gern.",
        mailbox="rathaus",
    ),
    House(
        "gemeinde-wachtelau",
        "Gemeinde Wachtelau",
        "town",
        "Wachtelau",
        "Kirchring 26",
        150,
        {"coordination": 1},
        "planung alter",
        "Die Gemeinde ist dem Netzwerk beigetreten, weil der Kreis es empfohlen hat, und geblieben, weil die Vorlagen "
        "taugen. Derzeit bauen wir mit drei Nachbarorten eine gemeinsame Fahrbereitschaft auf. Ziel ist, dass niemand "
        "einen Beratungstermin absagt, weil kein Bus fährt.",
        mailbox="verwaltung",
    ),
    House(
        "gemeinde-moorwarden",
        "Gemeinde Moorwarden",
        "town",
        "Moorwarden",
        "Torfstich 7",
        260,
        {"coordination": 1},
        "netzwerk gesundheit",
        "Moorwarden ist die östlichste Gemeinde des Landes und die mit dem dunkelsten Himmel. Einsamkeit ist hier ein "
        "Thema, über das niemand gern spricht. Mit der Landfrauengruppe haben wir ein Besuchstelefon aufgebaut, das "
        "abends von sechs bis neun besetzt ist.",
        mailbox="gemeindebuero",
    ),
    House(
        "stadt-griesenau",
        "Stadt Griesenau",
        "town",
        "Griesenau",
        "Mittelgasse 31",
        515,
        {"coordination": 1, "counsel": 1},
        "schulden wohnen",
        "Griesenau finanziert zusammen mit der örtlichen Genossenschaftsbank eine halbe Stelle Schuldnerberatung. Das "
        "Modell ist ungewöhnlich und hat Regeln gebraucht, damit die Beratung unabhängig bleibt. Diese Regeln sind "
        "unser Beitrag.",
        mailbox="schuldenhilfe",
    ),
    House(
        "gemeinde-weissenlohe",
        "Gemeinde Weißenlohe",
        "town",
        "Weißenlohe",
        "Zum Anger 9",
        118,
        {"coordination": 1},
        "familie",
        "Drei Kitas, zwei Schulen, ein Sozialraumteam: In Weißenlohe kennt man sich. Gerade deshalb achten wir auf "
        "Diskretion und beraten auch im Nachbarort. Uns interessiert, wie andere kleine Gemeinden Nähe und Schweigen "
        "zusammenbringen.",
        mailbox="post",
    ),
)
