"""Builds the people and organisations of the demo, through the same services as everyone."""

from collections.abc import Callable

from netzwerk.members.demo import personas
from netzwerk.members.services.organisations import create_organisation


def build(say: Callable[[str], None]) -> None:
    home = create_organisation(
        actor=None, name="Stadt Lindenbrück", kind="city", ags="99101000", place="Lindenbrück", postcode="99410"
    )
    personas.build(home)
    say(f"{len(personas.PERSONAS)} Personen der Demo")
