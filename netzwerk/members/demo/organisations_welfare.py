"""Welfare associations of the network. Their names are invented."""

from netzwerk.members.demo.shapes import House

ASSOCIATIONS = (
    House(
        "soziale-arbeit-niederaue",
        "Verband Soziale Arbeit Niederaue",
        "welfare",
        "Niederaue",
        "Kirchgasse 10",
        1050,
        {"coordination": 2, "counsel": 2, "organiser": 1},
        "netzwerk fallmanagement schulden lernen",
        "Der Verband trägt sechs Beratungsstellen in der Aue und vertritt elf kleine Vereine, die für eigene Gremien "
        "keine Zeit haben. Seit dem ersten Treffen des Netzwerks sind wir dabei. Wir erinnern die Kommunen daran, "
        "dass eine Vermittlung erst dann gelungen ist, wenn jemand angekommen ist, und melden deshalb zurück.",
        mailbox="verband",
    ),
    House(
        "bund-sozialer-dienste",
        "Bund sozialer Dienste Lindmark e. V.",
        "welfare",
        "Königslind",
        "Lindallee 112",
        1004,
        {
            "coordination": 2,
            "counsel": 5,
            "planning": 1,
            "management": 1,
            "organiser": 1,
            "privacy": 1,
        },
        "netzwerk lernen gesundheit familie",
        "Im Bund haben sich 143 gemeinnützige Dienste zusammengeschlossen, vom Frauenhaus bis zur Fahrradwerkstatt. "
        "Die Landesgeschäftsstelle berät ihre Mitglieder zu Verträgen, Personal und Datenschutz. Gegenüber den "
        "Kommunen werben wir für Vereinbarungen auf Augenhöhe und für Beratung, die nicht vom nächsten "
        "Projektantrag abhängt.",
        mailbox="landesbuero",
    ),
    House(
        "wohlfahrtsverband-sued",
        "Wohlfahrtsverband Lindmark-Süd e. V.",
        "welfare",
        "Quessenburg",
        "Burgstraße 33",
        866,
        {"coordination": 1, "counsel": 2, "planning": 1},
        "alter familie wohnen",
        "Zwischen Rothenmark und Steinquell betreiben wir ambulante Pflege, drei Tagesstätten und eine Beratung für "
        "pflegende Angehörige. Neu ist ein gemeinsamer Dienstplan mit den Sozialämtern für Hausbesuche. So klingelt "
        "nicht jede Woche jemand anderes.",
        mailbox="kontakt",
    ),
    House(
        "hilfswerk-tann",
        "Evangelisch-ökumenisches Hilfswerk an der Tann",
        "welfare",
        "Reiherstedt",
        "Pfarrhof 1",
        734,
        {"coordination": 1, "counsel": 2},
        "schulden zugang",
        "Getragen von neun Kirchengemeinden, offen für alle: Unser Hilfswerk unterhält Kleiderläden, eine Suppenküche "
        "und eine anerkannte Schuldnerberatung. Viele Menschen kommen zuerst zu uns und erst danach zum Amt. Deshalb "
        "wollen wir wissen, wie Ämter arbeiten.",
        mailbox="hilfswerk",
    ),
    House(
        "solidarwerk-morletal",
        "Solidarwerk Morletal e. V.",
        "welfare",
        "Birkenwarth",
        "Turnerweg 7",
        611,
        {"coordination": 1, "counsel": 2},
        "arbeit migration",
        "Vor siebzig Jahren haben Textilarbeiterinnen das Solidarwerk gegründet; heute beraten wir in Betrieben, "
        "Unterkünften und Schulen. Unsere Stärke sind Ehrenamtliche, die selbst einmal Hilfe gebraucht haben. "
        "Was fehlt, sagen wir laut, notfalls im Kreistag.",
        mailbox="solidarwerk",
    ),
    House(
        "fuersorgeverein-hellenfurt",
        "Freier Fürsorgeverein Hellenfurt von 1887",
        "welfare",
        "Hellenfurt",
        "Gerbergasse 40",
        503,
        {"coordination": 1, "counsel": 2},
        "wohnen gesundheit",
        "Der Fürsorgeverein ist älter als das Sozialamt und manchmal auch schneller. Unser Kältebus fährt ab null "
        "Grad, unsere Krankenstube nimmt auf, wen sonst niemand nimmt. Mit der Stadt teilen wir uns die Rufbereitschaft "
        "am Wochenende.",
        mailbox="buero",
    ),
    House(
        "familienverband-lindmark",
        "Verband der Familienhilfen in der Lindmark",
        "welfare",
        "Morlestedt",
        "Promenade 64",
        429,
        {"coordination": 1, "counsel": 1, "privacy": 1},
        "familie hilfeplanung",
        "Wir sind der Dachverband für 38 Träger der Familienhilfe. Hilfepläne kennen wir von der anderen Seite des "
        "Tisches: als diejenigen, die sie umsetzen. Im Netzwerk arbeiten wir daran, dass Ziele so aufgeschrieben "
        "werden, dass eine Familie sie wiedererkennt.",
        mailbox="verband",
    ),
    House(
        "nachbarschaftsbund-see",
        "Nachbarschaftsbund am See",
        "welfare",
        "Lindmünde",
        "Netzmacherweg 22",
        300,
        {"coordination": 1, "counsel": 1},
        "netzwerk alter",
        "Elf Nachbarschaftshäuser rund um den See gehören zum Bund. Sie bieten Mittagstisch, Hausaufgabenhilfe und "
        "eine Werkzeugbibliothek. Für Fallmanager:innen sind sie oft die erste Adresse, wenn ein Mensch nicht Hilfe "
        "braucht, sondern Gesellschaft.",
        mailbox="hallo",
    ),
    House(
        "hilfsgemeinschaft-ost",
        "Hilfsgemeinschaft Ost-Lindmark e. V.",
        "welfare",
        "Ostervelde",
        "Bahnhofsplatz 2",
        902,
        {"coordination": 1, "counsel": 1},
        "zugang familie",
        "Die Hilfsgemeinschaft hat Beratung und Kleiderkammer in Ostervelde getragen. Zum Jahresende ging der Verein "
        "im Bund sozialer Dienste auf; seine Mitarbeiter:innen sind dort weiter für die Menschen da.",
        left=125,
    ),
)
