"""Free providers of the network, first half: work, housing, debts, advice."""

from netzwerk.members.demo.shapes import House

PROVIDERS = (
    House(
        "werkhof-niederaue",
        "Werkhof Niederaue",
        "provider",
        "Niederaue",
        "Ziegelei 1",
        1045,
        {"coordination": 2, "counsel": 3, "trainer": 1, "management": 1},
        "arbeit lernen hilfeplanung",
        "Auf dem Gelände der alten Ziegelei arbeiten achtzig Menschen: in Holz, Metall, Garten und Küche. Manche "
        "bleiben vier Wochen, manche vier Jahre. Vor jeder Zusage steht ein Rundgang, damit beide Seiten wissen, "
        "worauf sie sich einlassen. Unsere Anleiter:innen bilden sich im Netzwerk fort und bilden dort auch aus.",
        mailbox="werkhof",
    ),
    House(
        "schuldnerhilfe-koenigslind",
        "Schuldnerhilfe Königslind gGmbH",
        "provider",
        "Königslind",
        "Münzgasse 19",
        834,
        {"coordination": 1, "counsel": 2},
        "schulden zugang",
        "Acht Berater:innen, zwölf Sprachen, drei Wochen Wartezeit: Das ist uns zu lang. Darum schulen wir "
        "Fallmanager:innen im ersten Überblick über Schulden, bis hin zum Haushaltsplan. Für die Verhandlung mit "
        "Gläubigern sind danach wir zuständig.",
        mailbox="beratung",
    ),
    House(
        "wohnbruecke-hellenfurt",
        "Wohnbrücke Hellenfurt gGmbH",
        "provider",
        "Hellenfurt",
        "Schleusenweg 3",
        777,
        {"coordination": 1, "counsel": 2},
        "wohnen netzwerk",
        "Die Wohnbrücke vermittelt zwischen Menschen ohne Wohnung und Eigentümer:innen mit Bedenken. Wir garantieren "
        "die Miete für ein Jahr und kommen, wenn es klemmt. Von hundert Mietverhältnissen bestehen nach dem Jahr 83 "
        "weiter.",
        mailbox="wohnbruecke",
    ),
    House(
        "ankerplatz-lindenbrueck",
        "Ankerplatz Lindenbrück e. V.",
        "provider",
        "Lindenbrück",
        "Brückengasse 31",
        960,
        {"coordination": 1, "counsel": 2},
        "gesundheit zugang",
        "Der Ankerplatz ist ein Tagestreff für Menschen mit seelischen Erkrankungen, gegründet von Angehörigen. Es "
        "gibt Kaffee, Ruhe und eine Genesungsbegleiterin, die weiß, wovon sie spricht. Einmal im Monat sitzt die "
        "Fachstelle der Stadt mit am Tisch, ohne Laptop.",
        mailbox="treff",
    ),
    House(
        "kompass-beratung",
        "Kompass Beratung Morlestedt",
        "provider",
        "Morlestedt",
        "Lange Reihe 77",
        651,
        {"coordination": 1, "counsel": 2},
        "gesundheit arbeit",
        "Suchtberatung und Arbeitsvermittlung schließen sich nicht aus, sagen wir seit zwanzig Jahren. Unsere "
        "Fachkräfte begleiten bis in den Betrieb und bleiben dort ansprechbar. Wir suchen Kommunen, die Rückfälle als "
        "Teil des Weges finanzieren.",
        mailbox="kompass",
    ),
    House(
        "sprachnetz-lindmark",
        "Sprachnetz Lindmark eG",
        "provider",
        "Königslind",
        "Werftkai 8",
        584,
        {"coordination": 1, "trainer": 1, "office": 1},
        "migration sprache",
        "Unsere Genossenschaft gehört den 160 Sprachmittler:innen, die für sie arbeiten. Wir dolmetschen in Ämtern, "
        "Praxen und Schulen, am Telefon binnen einer Viertelstunde. Fachkräfte lernen bei uns, wie ein Gespräch zu "
        "dritt gelingt.",
        mailbox="einsatz",
    ),
    House(
        "familienhaus-brakenfels",
        "Familienhaus Brakenfels",
        "provider",
        "Brakenfels",
        "Spielgasse 5",
        496,
        {"coordination": 1, "counsel": 2},
        "familie wohnen",
        "Eltern kommen wegen der Krabbelgruppe und bleiben wegen der Beratung. Im Familienhaus arbeiten Hebamme, "
        "Erzieher und Sozialarbeiterin Wand an Wand. Drei Notwohnungen halten wir für Familien frei, die sonst in "
        "einer Unterkunft landen würden.",
        mailbox="familienhaus",
    ),
    House(
        "tagwerk-weidengrund",
        "Tagwerk Weidengrund gGmbH",
        "provider",
        "Rothenmark",
        "Scheunenweg 14",
        437,
        {"coordination": 1, "counsel": 1},
        "arbeit alter",
        "Tagwerk verleiht keine Arbeitskräfte, Tagwerk verabredet Arbeit: zwei Stunden, einen Tag, eine Ernte lang. "
        "Auch Menschen über sechzig sind gefragt, weil sie wissen, wie man einen Zaun setzt. Abgerechnet wird "
        "tariflich und am selben Abend.",
        mailbox="tagwerk",
    ),
    House(
        "lotsenhaus-birkenwarth",
        "Lotsenhaus Birkenwarth",
        "provider",
        "Birkenwarth",
        "Alte Spinnerei 6",
        357,
        {"coordination": 1, "counsel": 1},
        "migration zugang",
        "Im Lotsenhaus treffen sich dreißig ehrenamtliche Lots:innen zur Fallbesprechung, begleitet von zwei "
        "Hauptamtlichen. Wer selbst vor Kurzem neu war, erklärt den Weg oft am besten. Unser Handbuch für Lots:innen "
        "darf frei kopiert werden.",
        mailbox="lotsen",
    ),
)
