"""Generates searches: words of the generated texts, by their frequency, the same in each run."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from urllib.parse import urlencode

from netzwerk.portal.blocks import NewsTopic
from netzwerk.search.corpus.entries import KIND_FACET
from netzwerk.search.engines.port import Order
from netzwerk.search.forms import ORDERS
from tests.bench.generated.articles import law
from tests.bench.generated.organisations import place_names
from tests.bench.generated.randomness import seeded_random
from tests.bench.generated.words import nouns

ONE, TWO, LONG, TYPO, EIGHT, LAW = (
    "one word",
    "two words",
    "long compound",
    "typing error",
    "eight words",
    "paragraph",
)
SHARES = {ONE: 20, TWO: 25, LONG: 15, TYPO: 15, EIGHT: 15, LAW: 10}
LONG_LETTERS, TYPO_LETTERS = 22, 8
EIGHT_WORDS = (
    "wie beantragt man {} und {} für {}",
    "wer zahlt {} wenn {} ohne {} leben",
    "was braucht {} damit {} und {} gelingt",
    "welche {} brauchen wir in {} für {}",
)
LATER = 5  # page of results that some searches request
NEWS = "aktuelles"


@dataclass(frozen=True, slots=True)
class Asked:
    kind: str
    text: str
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    page: int = 1

    def path(self) -> str:
        """URL of the search."""
        values = [("q", self.text), *((name, value) for name, values in self.chosen.items() for value in values)]
        values += [("sortierung", self.order.value)] if self.order is not Order.RELEVANCE else []
        values += [("seite", str(self.page))] if self.page > 1 else []
        return f"/suche/?{urlencode(values)}"


def questions(seed: int, count: int) -> list[Asked]:
    """All kinds mixed; half of them with choices in facets, some in another order, a fifth on a later page."""
    chance = seeded_random(2_000_000 + seed)
    makers = _Makers(chance)
    kinds = chance.choices(list(SHARES), weights=list(SHARES.values()), k=count)
    return [
        Asked(
            kind,
            makers.text(kind),
            _choices(chance),
            chance.choices([order for order, _label in ORDERS], weights=(60, 20, 20))[0],
            LATER if chance.random() < 0.2 else 1,
        )
        for kind in kinds
    ]


def beginnings(seed: int, count: int) -> list[str]:
    """Incomplete input: a word and the first letters of another, or first letters only."""
    chance = seeded_random(3_000_000 + seed)
    makers = _Makers(chance)
    typed = []
    for _one in range(count):
        begun = makers.noun()[: chance.randint(2, 9)]
        typed.append(f"{makers.noun()} {begun}" if chance.random() < 0.3 else begun)
    return typed


def usual_words(count: int) -> list[str]:
    """Some of the hundred most frequent nouns."""
    return seeded_random(4_000_000).sample(nouns().bare[:100], count)


def _choices(chance: Random) -> dict[str, tuple[str, ...]]:
    number = chance.choices((0, 1, 2), weights=(50, 30, 20))[0]
    topics = chance.sample(NewsTopic.values, number)
    if number and chance.random() < 0.5:
        return {KIND_FACET: (NEWS,)} | ({"thema": tuple(topics[1:])} if topics[1:] else {})
    return {"thema": tuple(topics)} if topics else {}


class _Makers:
    def __init__(self, chance: Random) -> None:
        self._chance, self._nouns = chance, nouns()
        self._places = list(islice(place_names(), 500))

    def text(self, kind: str) -> str:
        match kind:
            case "two words":
                return f"{self.noun()} {self._chance.choice((self.noun(), self._chance.choice(self._places)))}"
            case "long compound":
                return next(noun for noun in self._endless() if len(noun) >= LONG_LETTERS)
            case "typing error":
                return self._mistyped(next(noun for noun in self._endless() if len(noun) >= TYPO_LETTERS))
            case "eight words":
                return self._chance.choice(EIGHT_WORDS).format(self.noun(), self.noun(), self.noun())
            case "paragraph":
                return law(self._chance)
        return self.noun()

    def noun(self) -> str:
        forms = self._nouns.bare if self._chance.random() < 0.7 else self._nouns.forms["alle"]
        return self._chance.choices(forms, cum_weights=self._nouns.chances)[0]

    def _endless(self) -> Iterator[str]:
        while True:
            yield self.noun()

    def _mistyped(self, word: str) -> str:
        """A typing error: two letters swapped, one left out, or one doubled."""
        place = self._chance.randrange(1, len(word) - 2)
        before, one, two, after = word[:place], word[place], word[place + 1], word[place + 2 :]
        return before + self._chance.choice((two + one, two, one + one + two)) + after
