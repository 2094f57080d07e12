"""Free providers, second half; research and the Land."""

from netzwerk.members.demo.shapes import House

PROVIDERS = (
    House(
        "drehscheibe-quessenburg",
        "Drehscheibe Quessenburg e. V.",
        "provider",
        "Quessenburg",
        "Gleisdreieck 2",
        698,
        {"coordination": 1, "counsel": 1},
        "arbeit familie",
        "In einem ehemaligen Lokschuppen bilden wir junge Mütter und Väter in Teilzeit aus. Kinder sind im Gebäude "
        "und bei der Zeugnisfeier ausdrücklich erwünscht. Achtzehn Betriebe übernehmen unsere Absolvent:innen, wenn "
        "Kita und Schichtplan zusammenpassen.",
        mailbox="ausbildung",
    ),
    House(
        "halt-im-hellegrund",
        "Halt! Wohnungslosenhilfe im Hellegrund",
        "provider",
        "Erlenfurt",
        "Am Güterbahnhof 12",
        540,
        {"coordination": 1, "counsel": 1},
        "wohnen schulden",
        "Der Name ist Programm: Wir wollen den Wohnungsverlust aufhalten, bevor er eintritt. Zwei Kolleginnen fahren "
        "mit zum Amtsgericht und kennen die Räumungstermine der nächsten sechs Wochen. Danach hilft Halt! beim "
        "Möbelschleppen ebenso wie beim Papierkram.",
        mailbox="halt",
    ),
    House(
        "seewind-lindmuende",
        "Seewind Assistenz gGmbH",
        "provider",
        "Lindmünde",
        "Bootshausweg 4",
        401,
        {"coordination": 1, "counsel": 1, "privacy": 1},
        "hilfeplanung gesundheit",
        "Seewind begleitet Erwachsene mit Behinderungen in der eigenen Wohnung. Gesamtpläne lesen wir genau, weil "
        "aus jedem Satz Alltag wird. Unser Anliegen im Netzwerk: Leistungen nach verschiedenen Gesetzen sollen sich "
        "ergänzen, statt sich gegenseitig zu kürzen.",
        mailbox="assistenz",
    ),
    House(
        "gartenkolonne-tannwerder",
        "Gartenkolonne Tannwerder",
        "provider",
        "Tannwerder",
        "Am Wehr 9",
        318,
        {"coordination": 1},
        "arbeit",
        "Sieben Personen, drei Schubkarren, ein Auftrag der Stadt: Die Gartenkolonne pflegt Grünflächen und macht "
        "Mut. Aufgenommen wird, wer pünktlich sein möchte, auch wenn es noch nicht klappt. Über Erfolge reden wir "
        "beim Frühstück, über Rückschläge unter vier Augen.",
        mailbox="kolonne",
    ),
    House(
        "pflegelotsen-steinquell",
        "Pflegelotsen Steinquell eG",
        "provider",
        "Steinquell",
        "Badeweg 16",
        247,
        {"coordination": 1, "counsel": 1},
        "alter netzwerk",
        "Ein Pflegegrad ist schnell beantragt, ein Alltag nicht so schnell geordnet. Unsere Lots:innen gehen mit ins "
        "Krankenhaus, zum Sanitätshaus und durch die erste Woche danach. Bezahlt werden sie von Kreis, Stadt und "
        "Mitgliedern der Genossenschaft zu gleichen Teilen.",
        mailbox="lotsen",
    ),
    House(
        "rueckenwind-ostervelde",
        "Rückenwind Ostervelde gGmbH",
        "provider",
        "Ostervelde",
        "Mühlendamm 28",
        176,
        {"coordination": 1, "counsel": 1},
        "familie gesundheit",
        "Rückenwind ist eine Anlaufstelle für Alleinerziehende, die an drei Nachmittagen geöffnet hat und an einem "
        "Samstag im Monat. Auf dem Sofa wird beraten, nebenan gespielt. Die Stelle haben wir von der früheren "
        "Hilfsgemeinschaft übernommen und ausgebaut.",
        mailbox="rueckenwind",
    ),
    House(
        "querfeld-beratung",
        "Querfeld Organisationsberatung",
        "provider",
        "Königslind",
        "Speicherhof 2",
        893,
        {"coordination": 1, "project": 4},
        "netzwerk controlling lernen",
        "Querfeld begleitet Verwaltungen bei Veränderungen, die im Organigramm einfach aussehen. Im Modellvorhaben "
        "übernehmen wir die Projektberatung an sieben Standorten. Unsere Regel: Schwierigkeiten werden benannt, "
        "solange sie noch klein sind.",
        mailbox="post",
    ),
    House(
        "neustart-kontor",
        "Neustart Kontor gGmbH",
        "provider",
        "Hellenfurt",
        "Kontorweg 51",
        758,
        {"coordination": 1, "counsel": 1},
        "arbeit schulden",
        "Das Kontor hat Menschen nach Haft bei Arbeit, Wohnung und Schulden begleitet. Nach dem Ende der "
        "Landesförderung wurde der Betrieb eingestellt.",
        left=210,
    ),
)
RESEARCH = (
    House(
        "hochschule-koenigslind",
        "Hochschule für Soziale Arbeit Königslind",
        "research",
        "Königslind",
        "Campusring 4",
        1010,
        {"coordination": 1, "research": 3, "concept": 2, "trainer": 2},
        "lernen fallmanagement hilfeplanung",
        "Wir bilden Fachkräfte aus und begleiten das Modellvorhaben wissenschaftlich. Was uns umtreibt: Warum wirken "
        "gute Konzepte an einem Ort und am nächsten nicht? Zusammen mit den Standorten werten wir geschützte Zahlen "
        "aus und geben sie verständlich zurück. Der Weiterbildungsgang Case Management steht allen Mitgliedern offen.",
        mailbox="transfer",
    ),
    House(
        "institut-kommunale-sozialpolitik",
        "Institut für kommunale Sozialpolitik an der Universität Hellenfurt",
        "research",
        "Hellenfurt",
        "Sternwartenweg 15",
        797,
        {"coordination": 1, "research": 3, "concept": 2},
        "planung controlling netzwerk",
        "Das Institut erforscht, wie Kommunen soziale Hilfen planen, steuern und bezahlen. Für das Netzwerk führen "
        "wir den Vergleichsring der Standorte und achten darauf, dass keine Zahl auf einzelne Menschen zurückführt. "
        "Abschlussarbeiten vergeben wir am liebsten zu Fragen aus der Praxis.",
        mailbox="sekretariat",
    ),
    House(
        "zentrum-sozialberichte",
        "Zentrum für Sozialberichterstattung Lindmark",
        "research",
        "Morlestedt",
        "Zeughausplatz 9",
        620,
        {"coordination": 1, "research": 2},
        "planung controlling datenschutz",
        "Von der Einwohnerstatistik bis zur Befragung an der Haustür: Wir liefern die Grundlagen für kleinräumige "
        "Sozialberichte. Städten ohne eigene Statistikstelle leihen wir Personal auf Zeit. Methodenpapiere "
        "erscheinen offen und ohne Fachchinesisch.",
        mailbox="zentrum",
    ),
    House(
        "akademie-quessetal",
        "Akademie Quessetal, Bildungswerk für soziale Berufe",
        "research",
        "Neuenlind",
        "Klosterhof 3",
        385,
        {"coordination": 1, "trainer": 2, "organiser": 1},
        "lernen sprache",
        "Die Akademie erforscht und erprobt Lernen im Beruf. In den Räumen eines ehemaligen Klosters finden "
        "Lehrgänge, Supervision und Werkstatttage statt, viele davon für das Netzwerk. Wir untersuchen, was drei "
        "Monate nach einer Fortbildung im Alltag davon übrig ist.",
        mailbox="akademie",
    ),
)
LAND = (
    House(
        "sozialministerium-lindmark",
        "Ministerium für Soziales und Zusammenhalt Lindmark",
        "land",
        "Königslind",
        "Regierungshof 1",
        1080,
        {"coordination": 1, "management": 1},
        "netzwerk planung",
        "Das Ministerium hat das Modellvorhaben angestoßen und fördert die Geschäftsstelle. Es hört zu, wenn Häuser "
        "berichten, welche Vorschrift im Weg steht. Erkenntnisse aus dem Netzwerk fließen in die Gesetzgebung des "
        "Landes und in Stellungnahmen an den Bund ein.",
        mailbox="referat-sozialhilfe",
    ),
    House(
        "landesamt-soziales",
        "Landesamt für soziale Dienste Lindmark",
        "land",
        "Morlestedt",
        "Karlswall 88",
        921,
        {"coordination": 1, "controlling": 1, "benefits": 1},
        "controlling hilfeplanung",
        "Als überörtlicher Träger bewilligt das Landesamt Leistungen, die über einen Kreis hinausgehen. Wir beraten "
        "die örtlichen Stellen zu Gesamtplänen und prüfen Verträge mit Einrichtungen. Im Netzwerk lernen wir, welche "
        "unserer Formulare niemand versteht.",
        mailbox="poststelle",
    ),
    House(
        "datenschutz-landesstelle",
        "Landesstelle für Datenschutz im Sozialwesen Lindmark",
        "land",
        "Königslind",
        "Archivstraße 7",
        465,
        {"coordination": 1},
        "datenschutz",
        "Darf das Sozialamt die Schule anrufen? Solche Fragen beantwortet die Landesstelle täglich, kostenlos und mit "
        "Namen. Wir prüfen nicht, wir beraten. Einmal im Jahr sammeln wir die häufigsten Irrtümer und stellen sie "
        "dem Netzwerk vor.",
        mailbox="anfrage",
    ),
)

JOBCENTERS = (
    House(
        "jobcenter-quessenburg",
        "Jobcenter Kreis Quessenburg",
        "jobcenter",
        "Kreis Quessenburg",
        "Bahnhofstraße 5",
        433,
        {"coordination": 1},
        "arbeit zugang",
        "Kreis und Arbeitsagentur tragen das Jobcenter gemeinsam. Mit dem Sozialpsychiatrischen Dienst haben wir "
        "verabredet, was an der Eingangszone in einer Krise geschieht, und mit der Sozialagentur, wie Kooperationsplan und "
        "Hilfeplan nebeneinander bestehen. Beides zeigen wir gern.",
        mailbox="kontakt",
    ),
)
