from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lexicon:
    synonyms: tuple[tuple[str, ...], ...] = ()
    listed: frozenset[str] = frozenset()
    splits: dict[str, tuple[str, ...]] = field(default_factory=dict)


_EMPTY = Lexicon()


def load_lexicon() -> Lexicon:
    return _EMPTY
