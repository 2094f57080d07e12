"""The pilot sites with their data and profiles. One has ended."""

from netzwerk.members.demo.shapes import SiteProfile

SITES = (
    SiteProfile(
        "kreis-auenrode",
        "live_decently leave",
        "separate",
        "social_work",
        1005,
        "6.50",
        "Unser Fallmanagement soll zweierlei leisten: Menschen helfen, gut mit der Hilfe zu leben, und Wege hinaus "
        "zeigen, wo es sie gibt. Beratung und Geldleistung sind getrennt, in jeder der beiden Außenstellen trifft man "
        "sich dienstags zur Absprache. Jede Fallmanagerin und jeder Fallmanager fährt zwei feste Tage in der Woche "
        "über die Dörfer. Nicht gelöst ist die Vertretung im Sommer.",
    ),
    SiteProfile(
        "stadt-hellenfurt",
        "avoid live_decently leave",
        "separate",
        "mixed",
        980,
        "9.00",
        "In jedem der vier Bezirke arbeiten Fallmanagement und Leistung im Tandem: zwei Personen, ein gemeinsamer "
        "Kalender, getrennte Entscheidungen. Verfolgt werden alle drei Ziele, jedes von einem eigenen Team. Die "
        "Übergänge dazwischen prüfen wir jährlich anhand von zwanzig Fällen, bei denen es geklemmt hat.",
    ),
    SiteProfile(
        "stadt-lindenbrueck",
        "avoid",
        "separate",
        "mixed",
        1010,
        "4.50",
        "Lindenbrück setzt vor dem Antrag an. Die Fachstelle erhält mit Einverständnis der Mieter:innen früh Nachricht "
        "über Rückstände, ruft am selben Tag zurück und verabredet einen Hausbesuch. Über Geld entscheidet das "
        "Sozialamt im Nachbarflur. Seit einem Jahr messen wir, wie viele Wohnungen nach zwölf Monaten noch bewohnt "
        "sind.",
    ),
    SiteProfile(
        "stadt-tannwerder",
        "avoid",
        "joined",
        "administration",
        890,
        "2.50",
        "Zwei Kolleg:innen aus der Verwaltung und eine halbe Stelle Sozialarbeit teilen sich alles, vom ersten Anruf "
        "bis zum Bescheid. Das ist schnell und manchmal anstrengend, weil Nähe und Prüfung in einer Hand liegen. "
        "Deshalb gibt es bei uns jeden zweiten Mittwoch Supervision.",
    ),
    SiteProfile(
        "muehlenthal-ost",
        "live_decently",
        "joined",
        "administration",
        760,
        "3.00",
        "Unser Ziel heißt: gut leben, auch mit Hilfe. Die meisten Menschen, die wir begleiten, werden auf Dauer "
        "Unterstützung brauchen, und das ist in Ordnung. Wir kommen nach Hause, erledigen Anträge am Küchentisch und "
        "schauen nebenbei, ob der Teppich rutscht. Aus einer gescheiterten Gruppenberatung haben wir gelernt, vorher "
        "zu fragen.",
    ),
    SiteProfile(
        "stadt-koenigslind",
        "leave",
        "separate",
        "social_work",
        850,
        "8.75",
        "In der Landeshauptstadt beginnt Fallmanagement nur mit einem ausdrücklichen Ja. Etwa jede dritte angesprochene "
        "Person sagt es. Dafür bleibt die Zuständigkeit danach bestehen, auch wenn jemand den Stadtteil oder die "
        "Leistung wechselt. Geprüft werden die Pläne alle vier Monate, abwechselnd im Haus und am Ort der Wahl.",
    ),
    SiteProfile(
        "stadt-morlestedt",
        "live_decently",
        "joined",
        "mixed",
        720,
        "5.50",
        "Morlestedt arbeitet mit Menschen, bei denen Krankheit und Armut ineinandergreifen. Zu jedem Team gehört eine "
        "Fachkraft des Gesundheitsamts. Erfolg bedeutet für uns: regelmäßig essen, behandelt werden, jemanden haben. "
        "Eine Rückkehr in Arbeit feiern wir, planen sie aber nicht als Normalfall.",
    ),
    SiteProfile(
        "stadt-brakenfels",
        "leave",
        "joined",
        "social_work",
        545,
        "4.00",
        "Wir begleiten ausschließlich Haushalte mit Kindern. Geld, Kita-Platz und Hilfeplan liegen bei einer Person, "
        "die höchstens 35 Familien betreut. Nach anderthalb Jahren sehen wir weniger Notlagen am Monatsende und mehr "
        "Anrufe, bevor etwas passiert. Schwierig bleibt, im Urlaub niemanden allein zu lassen.",
    ),
    SiteProfile(
        "stadt-lindmuende",
        "avoid",
        "separate",
        "social_work",
        640,
        "3.50",
        "Unser Bürgerladen ist Beratung ohne Schwelle: kein Termin, keine Akte beim ersten Besuch. Erst wenn eine "
        "längere Begleitung vereinbart ist, legen wir einen Fall an. Im Winterhalbjahr kommen doppelt so viele "
        "Menschen wie im Sommer, darauf ist der Dienstplan eingestellt.",
    ),
    SiteProfile(
        "stadt-quessenburg",
        "leave",
        "joined",
        "mixed",
        480,
        "3.75",
        "Bei uns sitzt die Beschäftigungsgesellschaft mit am Tisch, sobald jemand arbeiten möchte. Ein Praktikum kann "
        "noch in derselben Woche beginnen. Wer nicht kann oder nicht will, verliert dadurch nichts. Das haben wir "
        "aufgeschrieben und hängen es in jedes Beratungszimmer.",
    ),
    SiteProfile(
        "kreis-weidengrund",
        "live_decently",
        "separate",
        "administration",
        800,
        "7.00",
        "Die meisten Fachkräfte im Weidengrund kommen aus der Sachbearbeitung und haben Fallmanagement im Lehrgang "
        "gelernt. Getrennt wurde nicht die Abteilung, sondern die Woche: drei Tage Beratung, zwei Tage Leistung, nie "
        "für dieselbe Person. Besonders achten wir auf Bescheide, die man ohne Hilfe versteht.",
    ),
    SiteProfile(
        "stadt-erlenfurt",
        "avoid",
        "joined",
        "mixed",
        835,
        "2.75",
        "Erlenfurt hat zwei Jahre lang mit halber Fallzahl gearbeitet und danach Bilanz gezogen. Die Vorbeugung hat "
        "gewirkt, die doppelte Aktenführung nicht. Heute läuft das Angebot mit eigener Finanzierung weiter, nur ohne "
        "den Titel Modellstandort.",
        ended=104,
    ),
)
