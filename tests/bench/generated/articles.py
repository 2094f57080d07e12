"""Generates news items of about 2 kB on social work in municipalities, the same in each run.

Each has some nouns that repeat, as in real texts; its other nouns follow the distribution of all texts.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

from netzwerk.portal.blocks import NewsTopic
from tests.bench.generated.organisations import place_names
from tests.bench.generated.randomness import seeded_random
from tests.bench.generated.words import Nouns, nouns

LETTERS = 1_550  # in the paragraphs of an item; with headings and lead about 2 kB
OWN_NOUNS, OWN_SHARE = 14, 0.4
SENTENCES_EACH = 3  # per paragraph
YEARS = 12
NEWEST = date(2026, 6, 30)  # fixed, so that texts are the same in each run
LAWS = ("SGB II", "SGB VIII", "SGB IX", "SGB X", "SGB XI", "SGB XII", "WoGG", "AsylbLG", "BGB", "BTHG")
ADJECTIVES = """
gemeinsame neue örtliche kommunale verlässliche niedrigschwellige ganzheitliche wirksame schriftliche vertrauliche
zuständige aufsuchende überörtliche bedarfsgerechte verbindliche trägerübergreifende sozialräumliche barrierefreie digitale
rechtskreisübergreifende freiwillige regelmäßige frühzeitige vorrangige ergänzende persönliche telefonische unabhängige
vertiefte landesweite
"""
TITLES = (
    "{ein} und {ein} in {ort}",
    "{ort} ordnet {wen} neu",
    "Was {wer} für {wen} bedeutet",
    "{zahl} {alle} in {jahr}: ein Rückblick",
    "{paragraf}: {ein} im Alltag",
    "{wie} {alle} für {alle}",
)
LEADS = (
    "{ort} zeigt, wie {wer} und {wer} zusammenkommen, ohne dass Menschen von Tür zu Tür geschickt werden.",
    "Nach {zahl} Monaten liegt {wer} vor: Was sich bei {allen} geändert hat, und was noch offen ist.",
    "Wer mit {wem} arbeitet, braucht {wie} {alle}. Ein Werkstattbericht aus {ort}.",
)
HEADINGS = (
    "Warum {alle} zählen",
    "{ein} vor Ort",
    "Was {wer} braucht",
    "Aus {ort}",
    "{wie} {alle}",
    "Wie es weitergeht",
)
SENTENCES = (
    "In {ort} hat {wer} im vergangenen Jahr {zahl} Menschen erreicht, die vorher niemand kannte.",
    "Die Fachkräfte verbinden {wen} mit {wem} und sprechen offen über {wen}.",
    "Ohne {wen} bleibt {wer} ein Versprechen, das niemand einlösen kann.",
    "Nach {paragraf} prüft die Gemeinde zuerst {wen}, dann {wen}.",
    "Besonders {wie} {alle} helfen dort, wo {wer} an Grenzen stößt.",
    "Vor {wem} steht immer ein Gespräch, in dem {alle} und {alle} zur Sprache kommen.",
    "„Früher haben wir {wen} dreimal ausgefüllt“, sagt {name} aus {ort}, „heute genügt einmal.“",
    "Für {wen} stehen {zahl} Euro bereit; über {wen} entscheidet der Rat im Herbst.",
    "Das gilt auch wegen {wessen} und aller {alle}, die daran hängen.",
    "{name} begleitet {wen} seit dem Beginn und achtet darauf, dass {wer} nicht vergessen wird.",
    "Zwischen {wem} und {wem} liegen oft Wochen, in denen Menschen allein bleiben.",
    "Am {tag} treffen sich {zahl} Beteiligte, um {wen} und {wen} aufeinander abzustimmen.",
    "Eine {wie} Absprache ersetzt {zahl} {alle}, so das Ergebnis.",
    "Wichtig ist uns, dass {alle} freiwillig sind und {wer} daran nichts ändert.",
    "Die Erfahrungen mit {allen} zeigen: {wer} gelingt, wenn alle dieselben Ziele haben.",
    "Wer {wen} beantragt, erfährt sofort, welche {alle} dazugehören und wer zuständig ist.",
    "Im Landkreis wird {wer} mit {wem} verknüpft, damit {alle} schneller ankommen.",
    "{wer} richtet sich an Familien, {wer} an Menschen ohne eigene Wohnung.",
    "Offen ist, wie {wer} nach dem Ende {wessen} bezahlt wird.",
    "Die Auswertung nennt {alle}, {alle} und {alle} als häufigste Anlässe.",
    "Viele Ratsuchende kennen {wen} nicht und landen deshalb bei {wem}.",
    "{name} rechnet vor, dass {wer} jährlich {zahl} Arbeitstage spart.",
    "Zum Auftakt lud {ort} Nachbarinnen, Vereine und {alle} ein.",
    "Gefragt nach {wem} nennen Beschäftigte vor allem fehlende {alle}.",
    "Der Beschluss vom {tag} regelt {wen} einheitlich.",
    "Künftig übernimmt {wer}, was bisher {alle} nebenbei erledigten.",
    "Manche Lücke schließt erst {wer}, etwa bei {allen} auf dem Land.",
    "Erprobt wurde {wer} zunächst mit {zahl} Haushalten, inzwischen nutzen es doppelt so viele.",
    "Streit gab es über {wen}; {paragraf} ließ beide Lesarten zu.",
    "{wie} {alle} entlasten Pflegende spürbar.",
    "Ein Vergleich mit {ort} macht sichtbar, worin sich {alle} unterscheiden.",
    "Übersetzt wurde {wer} in sieben Sprachen, auch Leichte Sprache.",
    "Hinter {wem} verbirgt sich mehr als Technik: Es geht um Haltung.",
    "Kritisch sieht {name} {wen}, weil {alle} selten enden.",
    "Mittelfristig soll {wer} {wen} ablösen.",
    "Abgerechnet wird nach {paragraf}, und zwar je angefangene Stunde {ein}.",
    "Gute Noten erhielt {wer} von Angehörigen.",
    "Ehrenamtliche bringen {wen} ein, Hauptamtliche {wen}.",
    "Verzögert hat sich {wer}, da {zahl} Stellen unbesetzt blieben.",
    "Unterstützt wird {ort} dabei durch {wen} sowie {wen}.",
    "Seit {jahr} veröffentlicht das Sozialdezernat {wie} {alle}.",
    "Schriftlich festgehalten sind {alle}, mündlich vereinbart {alle}.",
    "Jugendliche wünschten sich {wen}, Ältere eher {wen}.",
    "Niemand muss {wen} annehmen; ein Nein schadet nicht.",
    "Geplant sind außerdem {alle} und ein Handbuch zu {wem}.",
)
FIRST_NAMES = "Ayşe Birgit Cem Dorothea Elif Frank Grit Holger Ines Jens Katrin Lars Mechthild Nadine Olaf Petra Silke"
SLOT = re.compile(r"\{(\w+)\}")
Sentence = tuple[str, ...]  # words and names of slots, alternating


@dataclass(frozen=True, slots=True)
class Article:
    number: int
    title: str
    lead: str
    sections: list[tuple[str, list[str]]]  # heading and paragraphs
    topic: str
    day: date

    def html(self) -> str:
        return "".join(
            f"<h2>{html.escape(heading)}</h2>" + "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
            for heading, paragraphs in self.sections
        )


class Writer:
    """Generates items."""

    def __init__(self) -> None:
        self._nouns: Nouns = nouns()
        self._places = list(islice(place_names(), 2_000))
        self._kinds = [[tuple(SLOT.split(text)) for text in texts] for texts in (TITLES, LEADS, HEADINGS, SENTENCES)]

    def articles(self, first: int, end: int) -> Iterator[Article]:
        for number in range(first, end):
            yield _Item(self._nouns, self._places, self._kinds, number).article()


class _Item:
    """State of one item during its generation."""

    def __init__(self, known: Nouns, places: list[str], kinds: list[list[Sentence]], number: int) -> None:
        self._known, self._places, self._number = known, places, number
        self._titles, self._leads, self._headings, self._sentences = kinds
        self._chance = seeded_random(1_000_000 + number)
        self._own = self._drawn(OWN_NOUNS)
        self._others = iter(self._drawn(200))
        self._place = self._chance.choice(places)

    def article(self) -> Article:
        sections, left = [], LETTERS
        while left > 0:
            paragraph = " ".join(self._say(self._sentences) for _sentence in range(SENTENCES_EACH))
            if not sections or self._chance.random() < 0.5:
                sections.append((self._say(self._headings), []))
            sections[-1][1].append(paragraph)
            left -= len(paragraph)
        return Article(
            number=self._number,
            title=self._say(self._titles)[:120],
            lead=self._say(self._leads),
            sections=sections,
            topic=self._chance.choice(NewsTopic.values),
            day=NEWEST - timedelta(days=int(self._chance.random() ** 1.5 * 365 * YEARS)),
        )

    def _drawn(self, count: int) -> list[int]:
        return self._chance.choices(range(len(self._known.bare)), cum_weights=self._known.chances, k=count)

    def _say(self, kind: list[Sentence]) -> str:
        pieces = list(self._chance.choice(kind))
        pieces[1::2] = [self._fill(slot) for slot in pieces[1::2]]
        text = "".join(pieces)
        return text[0].upper() + text[1:]

    def _fill(self, slot: str) -> str:
        chance = self._chance
        match slot:
            case "ort":
                return self._place if chance.random() < OWN_SHARE else chance.choice(self._places)
            case "name":
                return f"{chance.choice(FIRST_NAMES.split())} {chance.choice(self._places).removeprefix('Bad ')}er"
            case "zahl":
                return str(chance.randrange(3, 900))
            case "jahr":
                return str(NEWEST.year - chance.randrange(YEARS))
            case "tag":
                return f"{chance.randrange(1, 29)}.{chance.randrange(1, 13)}.{NEWEST.year - chance.randrange(YEARS)}"
            case "paragraf":
                return law(chance)
            case "wie":
                return chance.choice(ADJECTIVES.split())
        noun = chance.choice(self._own) if chance.random() < OWN_SHARE else next(self._others, self._own[0])
        return self._known.forms[slot][noun]


def law(chance: Random) -> str:
    return f"§ {chance.randrange(1, 140)} {chance.choice(LAWS)}"
