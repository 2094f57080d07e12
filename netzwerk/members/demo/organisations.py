"""All organisations of the demo, with computed addresses, telephone numbers and coordinates."""

from random import Random
from typing import Any

from netzwerk.members.demo import data
from netzwerk.members.demo.land import DISTRICT_NAMES, LAND, PLACE
from netzwerk.members.demo.positions import GROUP_OF_KIND, MUNICIPAL
from netzwerk.members.demo.shapes import OrganisationData

ORGANISATIONS = data.organisations()
ORGANISATION_BY_KEY = {organisation.key: organisation for organisation in ORGANISATIONS}
SITE = {site.organisation: site for site in data.sites()}

# Numbers that the Bundesnetzagentur reserves for films, by the first three digits of the postcode.
FREE_NUMBERS = ("030 23125", "069 90009", "040 66969", "0221 4710", "089 99998")
TAKEN = {100, 201, 202}  # used on the portal's pages


def phone(place: str, number: int) -> str:
    """A telephone number; neighbouring places share a prefix."""
    region = int(PLACE[place].postcode[:3]) % len(FREE_NUMBERS)
    number += 110
    return f"{FREE_NUMBERS[region]} {number + 500 if number in TAKEN else number}"


def group_of(organisation: OrganisationData) -> str:
    return GROUP_OF_KIND[organisation.kind]


def official_data(organisation: OrganisationData) -> dict[str, Any]:
    """The data that the network office maintains."""
    place = PLACE[organisation.place]
    near = Random(organisation.key)  # noqa: S311  nothing secret
    offset = (0, 0) if group_of(organisation) == MUNICIPAL else (near.uniform(-1.6, 1.6), near.uniform(-1.6, 1.6))
    latitude, longitude = place.coordinates(*(round(one, 2) for one in offset))
    return {
        "name": organisation.name,
        "kind": organisation.kind,
        "ags": LAND if organisation.kind == "land" else place.ags,
        "district_name": DISTRICT_NAMES.get(place.ags[:5], ""),
        "street": organisation.street,
        "postcode": place.postcode,
        "place": place.seat or place.name,
        "inhabitants": place.inhabitants if group_of(organisation) == MUNICIPAL else None,
        "latitude": latitude,
        "longitude": longitude,
    }


def own_words(organisation: OrganisationData) -> dict[str, Any]:
    """The data that the organisation maintains."""
    return {
        "description": organisation.text,
        "email": f"{organisation.mailbox}@{organisation.key}.example",
        "phone": phone(organisation.place, ORGANISATIONS.index(organisation)),
        "website": f"https://{organisation.key}.example",
    }
