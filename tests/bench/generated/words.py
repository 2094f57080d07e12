"""Tens of thousands of German nouns with their forms, most of them compounds, distributed by Zipf's law."""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from tests.bench.generated.randomness import seeded_random

COMPOUNDS = 30_000
SHIFT = 12  # of Zipf's law, so that the most frequent noun is not in every second sentence
# Gender, nominative, genitive, plural, dative plural.
HEADS = """
m Plan Plans Pläne Plänen|m Antrag Antrags Anträge Anträgen|m Bescheid Bescheids Bescheide Bescheiden
f Kraft Kraft Kräfte Kräften|m Dienst Diensts Dienste Diensten|n Gespräch Gesprächs Gespräche Gesprächen
n Amt Amts Ämter Ämtern|m Bedarf Bedarfs Bedarfe Bedarfen|n Verfahren Verfahrens Verfahren Verfahren
n Netzwerk Netzwerks Netzwerke Netzwerken|m Verbund Verbunds Verbünde Verbünden|m Träger Trägers Träger Trägern
n Team Teams Teams Teams|n Projekt Projekts Projekte Projekten|m Vertrag Vertrags Verträge Verträgen
n Konzept Konzepts Konzepte Konzepten|m Leitfaden Leitfadens Leitfäden Leitfäden|n Formular Formulars Formulare Formularen
m Termin Termins Termine Terminen|f Unterkunft Unterkunft Unterkünfte Unterkünften|n Geld Gelds Gelder Geldern
m Weg Wegs Wege Wegen|m Zuschuss Zuschusses Zuschüsse Zuschüssen|n Budget Budgets Budgets Budgets
n Seminar Seminars Seminare Seminaren|n Ziel Ziels Ziele Zielen|m Kreis Kreises Kreise Kreisen
m Ausschuss Ausschusses Ausschüsse Ausschüssen|m Bericht Berichts Berichte Berichten|m Fall Falls Fälle Fällen
n Recht Rechts Rechte Rechten|m Anspruch Anspruchs Ansprüche Ansprüchen|n Haus Hauses Häuser Häusern
m Raum Raums Räume Räumen|n Quartier Quartiers Quartiere Quartieren|m Zugang Zugangs Zugänge Zugängen
n Angebot Angebots Angebote Angeboten|m Bogen Bogens Bögen Bögen|n Zentrum Zentrums Zentren Zentren
n Register Registers Register Registern|m Rat Rats Räte Räten|m Beirat Beirats Beiräte Beiräten|m Fonds Fonds Fonds Fonds
n Modell Modells Modelle Modellen|n Programm Programms Programme Programmen|m Standard Standards Standards Standards
n Heim Heims Heime Heimen|n Papier Papiers Papiere Papieren|m Ablauf Ablaufs Abläufe Abläufen
m Nachweis Nachweises Nachweise Nachweisen|m Beitrag Beitrags Beiträge Beiträgen|m Schutz Schutzes Schutze Schutzen
n Gutachten Gutachtens Gutachten Gutachten|n Blatt Blatts Blätter Blättern
"""
FEMININE = {  # ending of the plural
    "en": """
        Beratung Leistung Steuerung Vereinbarung Wohnung Schulung Tagung Erhebung Auswertung Prüfung Einrichtung Begleitung
        Betreuung Sicherung Planung Förderung Ordnung Satzung Lösung Agentur Statistik Frist Pflicht Arbeit Übersicht
        Vermittlung Erstattung Bewilligung Versorgung Verwaltung Regelung Stiftung Aufsicht Leitung Meldung Anmeldung
        Station
    """,
    "n": """
        Hilfe Stelle Runde Akte Pauschale Gruppe Maßnahme Schule Kasse Zulage Reihe Börse Messe Liste Sprechstunde Aufgabe
        Brücke Adresse Quote Rente Kurve Mappe Karte Reserve Zusage Woche Etage Klausel
    """,
}
FIRST = """
Hilfe Sozial Wohn Wohnungs Pflege Kinder Jugend Familien Eltern Alters Senioren Bildungs Teilhabe Eingliederungs
Integrations Migrations Flüchtlings Schulden Schuldner Insolvenz Sucht Drogen Gesundheits Kranken Krisen Notfall Obdachlosen
Wohnungslosen Miet Mieter Energie Heizkosten Strom Arbeits Arbeitslosen Beschäftigungs Qualifizierungs Ausbildungs Berufs
Schul Ganztags Kita Tages Gemeinde Kreis Stadt Stadtteil Quartiers Bezirks Landes Bundes Verwaltungs Bürger Rathaus Fall
Fallmanagement Fach Leitungs Personal Haushalts Finanz Kosten Entgelt Vergütungs Zuwendungs Förder Projekt Modell Pilot
Erprobungs Netzwerk Kooperations Vertrags Rahmen Grund Existenz Lebens Unterhalts Vormundschafts Betreuungs Rechts
Widerspruchs Klage Datenschutz Akten Statistik Daten Digital Software Schnittstellen Zugangs Erst Nach Früh Präventions
Beratungs Begleit Ehrenamts Freiwilligen Nachbarschafts Selbsthilfe Inklusions Behinderten Barrierefreiheits Sprach
Dolmetsch Frauen Männer Gewaltschutz Opfer Straffälligen Haftentlassenen Bewährungs Armuts Einkommens Vermögens Umzugs Möbel
Kleider Lebensmittel Tafel Mobilitäts Fahrt Begegnungs Freizeit Ferien Kultur Sport Musik Garten Küchen Mittags Nacht Winter
Sommer Jahres Monats Wochen Quartals Halbjahres Zwischen Abschluss Anfangs Schluss Ziel Wirkungs Qualitäts Prozess Ablauf
Aufgaben Zuständigkeits Vertretungs Urlaubs Dienst Schicht Stellen Stunden Zeit Termin Telefon Brief Post Mail Internet
Portal Medien Presse Öffentlichkeits Werbe Spenden Stiftungs Vereins Verbands Träger Ausschuss Rats Fraktions Wahl
Beteiligungs Befragungs Interview Forschungs Hochschul Studien Praxis Theorie Methoden Fortbildungs Supervisions
Intervisions Team Gruppen Einzel Paar Scheidungs Sorge Umgangs Pflegekinder Adoptions Geburts Hebammen Säuglings Kleinkind
Krippen Hort Pausen Nachmittags Abend Trauer Hospiz Palliativ Demenz Geriatrie Psychiatrie Therapie Reha Kur Klinik Arzt
Apotheken Impf Hygiene Ernährungs Bewegungs Schmerz Blinden Gehörlosen Rollstuhl
"""
THE = {"m": ("der", "den", "dem", "des"), "f": ("die", "die", "der", "der"), "n": ("das", "das", "dem", "des")}


@dataclass(frozen=True, slots=True)
class Nouns:
    """Forms by noun, the most frequent first; `chances` are the cumulative weights."""

    bare: list[str]
    forms: dict[str, list[str]]  # by slot of a sentence
    chances: list[float]


@cache
def nouns() -> Nouns:
    """Simple nouns, compounds of two and of three, in random order."""
    chance = seeded_random(11)
    heads = [line.split() for line in HEADS.replace("\n", "|").split("|") if line]
    for ending, words in FEMININE.items():
        heads += [["f", word, word, word + ending, word + ending] for word in words.split()]
    chance.shuffle(heads)
    firsts = FIRST.split()
    twos = [(first, head) for first in firsts for head in heads if not first.startswith(head[1])]
    chance.shuffle(twos)
    threes = {}
    while len(threes) < COMPOUNDS - 16_000:
        first, (second, head) = chance.choice(firsts), chance.choice(twos)
        if first != second:
            threes[f"{first}{second.lower()}{head[1]}"] = (f"{first}{second.lower()}", head)
    rare = list(threes.values())
    usual, middle = twos[:4_000], [*twos[4_000:16_000], *rare]
    chance.shuffle(middle)
    ranked = [("", head) for head in heads] + usual + middle
    forms: dict[str, list[str]] = {name: [] for name in ("wer", "wen", "wem", "wessen", "ein", "alle", "allen")}
    for first, (gender, *cases) in ranked:
        one, of_one, many, to_many = (first + case.lower() if first else case for case in cases)
        who, whom, to_whom, whose = THE[gender]
        forms["wer"].append(f"{who} {one}")
        forms["wen"].append(f"{whom} {one}")
        forms["wem"].append(f"{to_whom} {one}")
        forms["wessen"].append(f"{whose} {of_one}")
        forms["ein"].append(one)
        forms["alle"].append(many)
        forms["allen"].append(to_many)
    return Nouns(forms["ein"], forms, list(accumulate(1 / (rank + SHIFT) for rank in range(len(ranked)))))
