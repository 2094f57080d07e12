"""Kreisfreie Städte and Kreise of the network."""

from netzwerk.members.demo.shapes import House

CITIES = (
    House(
        "stadt-hellenfurt",
        "Stadt Hellenfurt",
        "city",
        "Hellenfurt",
        "Helleufer 20",
        1062,
        {
            "coordination": 2,
            "lead": 2,
            "caseworker": 7,
            "privacy": 1,
            "controlling": 1,
            "planning": 2,
            "benefits": 2,
            "counsel": 1,
        },
        "fallmanagement planung controlling netzwerk",
        "Hellenfurt ist groß genug, dass zwei Ämter dieselbe Familie kennen, ohne voneinander zu wissen. Seit wir in "
        "vier Bezirksteams arbeiten, passiert das seltener. Wir suchen Städte ähnlicher Größe, die ihre Übergänge "
        "zwischen den Teams prüfen und ehrlich darüber sprechen. Unser Meldefeld für fehlende Angebote zeigen wir "
        "gern, samt der Fehler der ersten Fassung.",
        mailbox="sozialagentur",
    ),
    House(
        "stadt-koenigslind",
        "Landeshauptstadt Königslind",
        "city",
        "Königslind",
        "Stiftsplatz 1",
        938,
        {
            "coordination": 2,
            "lead": 1,
            "caseworker": 6,
            "privacy": 1,
            "controlling": 1,
            "planning": 1,
            "benefits": 1,
            "management": 1,
        },
        "fallmanagement wohnen migration controlling",
        "In der Landeshauptstadt leben Menschen aus mehr als hundert Ländern, und die Mieten steigen schneller als "
        "die Löhne. Das Amt für Soziales bündelt deshalb Wohnungssicherung, Schuldnerberatung und Fallmanagement in "
        "einem Haus am Stiftsplatz. Ins Netzwerk bringen wir Erfahrung mit Sprachmittlung am Telefon und einen "
        "Datensatz zu Räumungsterminen ein, den wir seit acht Jahren führen.",
        mailbox="amt-fuer-soziales",
    ),
    House(
        "stadt-morlestedt",
        "Stadt Morlestedt",
        "city",
        "Morlestedt",
        "Alte Münze 3",
        871,
        {"coordination": 1, "lead": 1, "caseworker": 3, "privacy": 1, "controlling": 1, "planning": 1},
        "fallmanagement gesundheit arbeit hilfeplanung",
        "Morlestedt hat zwei Werke und viele Arbeitsplätze verloren, aber nicht seine Nachbarschaften. Fachkräfte "
        "aus Sozialamt und Gesundheitsamt beraten hier an einem Tisch. Wir wollen lernen, wie andere Städte mit "
        "Menschen arbeiten, für die Erwerbsarbeit auf lange Sicht kein Ziel ist.",
        mailbox="soziales",
    ),
    House(
        "stadt-brakenfels",
        "Stadt Brakenfels",
        "city",
        "Brakenfels",
        "Felsenstraße 44",
        642,
        {"coordination": 1, "lead": 1, "caseworker": 3, "privacy": 1, "controlling": 1},
        "fallmanagement familie arbeit",
        "Unsere kleinste Abteilung ist die mit dem größten Auftrag: Fünf Kolleg:innen begleiten alle Haushalte, in "
        "denen Kinder leben und das Einkommen nicht reicht. Kita, Schule und Jobcenter wissen, wen sie anrufen. "
        "Was wir mitbringen, ist ein kurzer Draht und die Lust, Neues schnell zu erproben.",
        mailbox="sozialdienst",
    ),
)
DISTRICTS = (
    House(
        "kreis-auenrode",
        "Kreis Auenrode",
        "district",
        "Kreis Auenrode",
        "Kreishausallee 7",
        1075,
        {
            "coordination": 2,
            "lead": 1,
            "caseworker": 6,
            "privacy": 1,
            "controlling": 1,
            "planning": 2,
            "benefits": 2,
            "office": 1,
        },
        "fallmanagement hilfeplanung planung controlling",
        "Der Kreis Auenrode besteht aus vielen kleinen Gemeinden und langen Wegen dazwischen. Wir beraten an zwei "
        "Außenstellen, im Bürgerbus und am Küchentisch. Unser einseitiger Hilfeplan ist aus dem Ärger über acht "
        "Seiten entstanden; wer ihn übernehmen möchte, bekommt auch die Geschichte der Streichungen dazu. Besuch "
        "ist willkommen, am liebsten zwei Tage lang.",
        mailbox="sozialamt",
    ),
    House(
        "kreis-tannmark",
        "Kreis Tannmark",
        "district",
        "Kreis Tannmark",
        "Reihergasse 2",
        790,
        {"coordination": 1, "planning": 1, "benefits": 1},
        "planung netzwerk alter",
        "Wir planen für einen Kreis, in dem jede dritte Person älter als 64 Jahre ist. Sozialplanung, Pflegeplanung "
        "und Nahverkehr sitzen bei uns in einem Fachbereich. Im Netzwerk interessiert uns vor allem, wie man "
        "Angebote abstimmt, wenn der nächste Träger dreißig Kilometer entfernt ist.",
        mailbox="fachbereich-soziales",
    ),
    House(
        "kreis-ostervelde",
        "Kreis Ostervelde",
        "district",
        "Kreis Ostervelde",
        "Am Torfkanal 15",
        455,
        {"coordination": 1, "benefits": 1},
        "zugang netzwerk",
        "Moor, Torf und drei Orte, die gern einen Bahnhof hätten: Das ist der Kreis Ostervelde. Das Sozialamt "
        "stellt gerade den Zugang um, vom Antrag zum Gespräch. Wir stehen am Anfang und fragen lieber einmal zu viel.",
        mailbox="sozialamt",
    ),
    House(
        "kreis-lindmuende",
        "Kreis Lindmünde",
        "district",
        "Kreis Lindmünde",
        "Seestraße 101",
        688,
        {"coordination": 1, "planning": 1, "controlling": 1},
        "controlling planung schulden",
        "Am See arbeiten im Sommer alle und im Winter viele nicht. Diese Schwankung prägt unsere Zahlen, und lange "
        "hat sie uns in Vergleichen schlecht aussehen lassen. Heute führen wir Saison und Bestand getrennt und geben "
        "unser Rechenblatt an andere Kreise weiter.",
        mailbox="soziales",
    ),
    House(
        "kreis-hellegrund",
        "Kreis Hellegrund",
        "district",
        "Kreis Hellegrund",
        "Erlenwall 9",
        530,
        {"coordination": 1, "planning": 1},
        "wohnen netzwerk",
        "Der Hellegrund ist Umland: Wer in Hellenfurt keine Wohnung findet, zieht zu uns. Mit der Nachbarstadt haben "
        "wir verabredet, dass Hilfen beim Umzug nicht abreißen. Die Vereinbarung passt auf zwei Seiten und wird "
        "jeden Herbst gemeinsam gelesen.",
        mailbox="sozialverwaltung",
    ),
    House(
        "kreis-morletal",
        "Kreis Morletal",
        "district",
        "Kreis Morletal",
        "Birkenplatz 5",
        365,
        {"coordination": 1, "benefits": 1, "planning": 1},
        "planung familie migration",
        "Im Morletal kommen auf zehn Ortsteile elf Vereine. Unsere Aufgabe sehen wir darin, dieses Ehrenamt mit den "
        "amtlichen Hilfen zu verbinden, ohne es zu verwalten. Wir bieten eine offene Sprechstunde für Kommunen an, "
        "die Ehrenamtliche im Fallmanagement beteiligen wollen.",
        mailbox="sozialplanung",
    ),
    House(
        "kreis-quessenburg",
        "Kreis Quessenburg",
        "district",
        "Kreis Quessenburg",
        "Burgfreiheit 12",
        820,
        {"coordination": 2, "planning": 1, "controlling": 1, "benefits": 1},
        "controlling planung arbeit",
        "Fachcontrolling heißt bei uns: Einmal im Quartal sitzen Kämmerei, Sozialamt und zwei Träger vor denselben "
        "fünf Zahlen. Gestritten wird dabei mehr als früher, aber über die Sache. Wir suchen Vergleichspartner mit "
        "ähnlicher Siedlungsdichte und ähnlich knapper Kasse.",
        mailbox="controlling",
    ),
    House(
        "kreis-weidengrund",
        "Kreis Weidengrund",
        "district",
        "Kreis Weidengrund",
        "Rothenmarker Ring 30",
        905,
        {
            "coordination": 2,
            "lead": 1,
            "caseworker": 5,
            "privacy": 1,
            "controlling": 1,
            "planning": 1,
            "benefits": 2,
        },
        "fallmanagement hilfeplanung alter sprache",
        "Viele Menschen im Weidengrund haben ihr Leben lang in der Landwirtschaft gearbeitet und wenig eingezahlt. "
        "Grundsicherung im Alter ist deshalb unser größtes Feld. Unsere Bescheide haben wir zusammen mit Leser:innen "
        "neu geschrieben, und zwar alle vierzehn. Wer die Vorlagen haben möchte, schreibt uns einfach.",
        mailbox="sozialamt",
    ),
)
