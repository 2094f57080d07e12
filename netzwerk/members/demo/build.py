"""Builds the people, organisations, pilot sites, applications and invitations of the demo."""

from collections.abc import Callable

from netzwerk.members.demo import joining, network, people, personas


def build(say: Callable[[str], None]) -> None:
    accounts = personas.make_accounts()
    personas.give_network_roles(accounts)
    office = accounts["geschaeftsstelle"]
    topics = network.topics_by_word()
    organisations = network.make_organisations(office)
    sites = network.make_sites(office, organisations)
    personas.give_house_roles(accounts, organisations[personas.HOME], sites[personas.HOME])
    made = people.Network(
        office=office,
        administration=accounts["administration"],
        topics=topics,
        organisations=organisations,
        sites=sites,
        speakers={personas.HOME: accounts["koordination"]},
    )
    people.make_people(made)
    network.write_profiles(office, made.speakers, organisations, sites, topics)
    network.end_left(office, organisations)
    say(f"{len(organisations)} Organisationen, darunter {len(sites)} Pilotstandorte")
    say(f"{len(accounts) + len(made.users)} Personen der Demo")
    joining.make_applications(made)
    joining.make_invitations(made)
