"""Random entries and questions for both engines, seeded, so that each run uses the same."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

from netzwerk.search.analysis import Analyser, Splitter, raw_words, tokens_of
from netzwerk.search.analysis.analyser import Streams
from netzwerk.search.engines.port import Entry, Order, Plan, SearchRequest
from netzwerk.search.services.planning import analyse_question
from netzwerk.search.services.synonyms import Synonyms

WHO = """Die Fallmanagerin|Das Jugendamt|Der Träger|Die Sozialagentur|Eine Familie|Der Landkreis|Die Schuldnerberatung
Das Sozialamt|Ein Ehrenamtlicher|Die Pflegekasse|Die Stadtverwaltung|Der Wohlfahrtsverband|Die Eingliederungshilfe"""
DOES = """prüft|vereinbart|begleitet|plant|bespricht|bewilligt|erklärt|dokumentiert|vermittelt|beantragt|wertet aus"""
WHAT = """den Hilfeplan|das Hilfeplangespräch|die Kostenübernahme|einen Bescheid nach § 12 SGB XII|die Wohnungssuche
den Antrag auf Wohngeld|die Frühförderung|das Teilhabeplanverfahren|eine Netzwerkkonferenz|den Leistungsnachweis
die Mietschulden|das Fallmanagement|die Suchtberatung|den Pflegegrad|die Straßensozialarbeit|das Übergangsgeld"""
HOW = """mit allen Beteiligten|im Sozialraum|innerhalb von zwei Wochen|nach § 36 SGB VIII|ohne lange Wege
gemeinsam mit der Schule|im Jahr 2026|auf Augenhöhe|trotz knapper Mittel|bei drohender Wohnungslosigkeit"""
KINDS = ("seiten", "aktuelles", "fragen", "organisationen")
TOPICS = tuple(f"thema-{number:02}" for number in range(30))
PLACES = tuple(f"Ort {letter}" for letter in "ABCDEFGHIJKLMNÄÖÜ")
AUDIENCE_KEYS = ("", "", "", "member", "office")
UNKNOWN = ("Quastenflosser", "Zyklotron", "Xylophonbauer")
EVERYBODY = frozenset(AUDIENCE_KEYS)


def seeded(seed: int | str) -> Random:
    return Random(seed)  # noqa: S311  the same sentences each time, not a secret


def _one_of(chance: Random, lines: str) -> str:
    return chance.choice(lines.replace("\n", "|").split("|"))


def sentence(chance: Random) -> str:
    return f"{_one_of(chance, WHO)} {_one_of(chance, DOES)} {_one_of(chance, WHAT)} {_one_of(chance, HOW)}."


@cache
def analyser() -> Analyser:
    chance = seeded(1)
    words = raw_words(" ".join(sentence(chance) for _ in range(2_000)))
    return Analyser(Splitter(Counter(token.text for word in words for token in tokens_of(word))), usual_length=40)


def entry(number: int, seed: int = 0, **changes: object) -> Entry:
    chance = seeded(f"{seed}-{number}")
    title = f"{_one_of(chance, WHAT)} {_one_of(chance, HOW)}" if chance.random() < 0.9 else _one_of(chance, WHAT)
    body = [sentence(chance) for _ in range(chance.choice((0, 1, 3, 8, 20)))]
    made = Entry(
        key=f"{number}:ß/{chance.random()}",
        object=f"sache:{number // 2 if number < 40 else number}",  # some have two entries
        kind=chance.choice(KINDS),
        audience_key=chance.choice(AUDIENCE_KEYS),
        stamp=f"stand-{seed}-{number}",
        appeared=number * 37 % 101,
        streams=analyser().streams(title, sentence(chance) if number % 3 else "", body[:1], "\n".join(body)),
        facets={
            "art": (chance.choice(KINDS),),
            "thema": tuple(chance.sample(TOPICS, chance.randrange(4))),
            "ort": (chance.choice(PLACES),) if chance.random() < 0.7 else (),
        },
        day=chance.choice((0, *range(739_000, 740_000))),
        freshness=1 - 0.15 * chance.random(),
        title_key=f"{title.casefold()} {number:04}",
        shown={"title": title, "url": f"/{number}/", "teile": ["ä", {"n": number}], "leer": None},
    )
    return replace(made, **changes)


@cache
def corpus(size: int = 300) -> tuple[Entry, ...]:
    return tuple(entry(number) for number in range(size))


def plan(text: str) -> Plan:
    return analyse_question(text, analyser(), _synonyms()).plan


@cache
def _synonyms() -> Synonyms:
    groups = (("Fallmanagement", "Case Management"), ("Wohnungslosigkeit", "Obdachlosigkeit", "ohne Wohnung"))
    return Synonyms(groups, analyser())


def questions(count: int, seed: int = 7) -> Iterator[tuple[str, SearchRequest]]:
    """Typed questions with their search requests."""
    chance = seeded(seed)
    for number in range(count):
        text = _text(chance, number)
        yield (
            text,
            SearchRequest(
                plan(text),
                audience_keys=chance.choice((EVERYBODY, frozenset({""}), frozenset({"", "member"}))),
                hidden=tuple(f"sache:{one}" for one in chance.sample(range(300), chance.choice((0, 0, 3, 60)))),
                chosen=_chosen(chance),
                counted=chance.choice((("art", "thema", "ort"), ("thema",), ("art", "gibt-es-nicht"), ())),
                order=chance.choice((Order.RELEVANCE,) * 4 + (Order.NEWEST, Order.TITLE)),
                start=chance.choice((0, 0, 0, 10, 40)),
                size=chance.choice((10, 10, 25)),
            ),
        )


def _text(chance: Random, number: int) -> str:
    match number % 6:
        case 0:
            return ""
        case 1:
            return " ".join(chance.sample(sentence(chance).split(), 2))
        case 2:
            return _with_typo(chance, chance.choice(("Hilfeplangespräch", "Teilhabeplanverfahren", "Mietschulden")))
        case 3:
            return chance.choice(("§ 12 SGB XII", "Hilfe Plan", "ohne Wohnung", "Case Management Netzwerk", "SGB 8"))
        case 4:
            return chance.choice((*UNKNOWN, " ".join(UNKNOWN), f"{UNKNOWN[0]} Hilfeplan"))
        case _:
            return sentence(chance)


def _with_typo(chance: Random, word: str) -> str:
    place = chance.randrange(1, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _chosen(chance: Random) -> dict[str, tuple[str, ...]]:
    chosen: dict[str, tuple[str, ...]] = {}
    if chance.random() < 0.4:
        chosen["thema"] = tuple(chance.sample(TOPICS, chance.choice((1, 5, 12))))
    if chance.random() < 0.3:
        chosen["art"] = tuple(chance.sample(KINDS, chance.choice((1, 2))))
    if chance.random() < 0.2:
        chosen["ort"] = tuple(chance.sample(PLACES, 6))
    return chosen


def streams(**tokens: str) -> Streams:
    """Streams with these tokens only."""
    return Streams(**{"title": "", "stems": "", "words": "", "grams": "", "pairs": "", "begins": "", **tokens})
