"""Invitations in every state. Dates count backwards from today; each is valid for fourteen days."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Call:
    """An invitation by an organisation's coordination, or by the network office where there is no organisation."""

    first_name: str
    last_name: str
    organisation: str
    roles: tuple[str, ...]
    day: int
    withdrawn: int | None = None
    refused: bool = False


CALLS = (
    Call("Anneliese", "Borggrefe", "stadt-lindenbrueck", ("member", "caseworker"), 3),
    Call("Rashid", "Samadi", "stadt-hellenfurt", ("member",), 1),
    Call("Kerstin", "Wulfmeier", "stadt-neuenlind", ("member", "coordinator"), 9),
    Call("Theodora", "Manolis", "", ("trainer",), 6),
    Call("Ulf", "Petznick", "stadt-lindenbrueck", ("member",), 36),
    Call("Marlene", "Quast", "kreis-ostervelde", ("member", "coordinator"), 62),
    Call("Dominik", "Eversberg", "stadt-morlestedt", ("member", "site_controlling"), 27, withdrawn=25),
    Call("Gundula", "Rippe", "bund-sozialer-dienste", ("member",), 20, withdrawn=18, refused=True),
)
