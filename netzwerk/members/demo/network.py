"""Creates organisations and pilot sites by the services."""

from netzwerk.members.demo.cast import coordination_of
from netzwerk.members.demo.history import date_entries, day, moment
from netzwerk.members.demo.land import DISTRICT_NAMES
from netzwerk.members.demo.organisations import ORGANISATIONS, SITE, official_data, own_words
from netzwerk.members.demo.personas import PERSONA
from netzwerk.members.demo.topics import TOPICS
from netzwerk.members.models import Organisation, PilotSite, User
from netzwerk.members.services.organisations import (
    change_organisation,
    change_pilot_profile,
    create_organisation,
    end_organisation,
    ensure_district,
    set_pilot_site,
)
from netzwerk.vocabulary.models import Term

Organisations = dict[str, Organisation]
Sites = dict[str, PilotSite]


def topics_by_word() -> dict[str, Term]:
    """The first topics of every installation, by the short names in the demo's data."""
    by_slug = {topic.slug: topic for topic in Term.objects.topics()}
    return {word: by_slug[slug] for word, slug in TOPICS.items()}


def make_organisations(office: User) -> Organisations:
    """Create all organisations, dated on the day when each joined."""
    for key, name in DISTRICT_NAMES.items():
        ensure_district(f"{key}000", name)
    made = {}
    for number, organisation in enumerate(ORGANISATIONS):
        values = official_data(organisation) | {"joined_on": day(organisation.joined)}
        made[organisation.key] = create_organisation(actor=office, **values)
        date_entries(made[organisation.key], "organisation_created", at=moment(organisation.joined, number))
    return made


def make_sites(office: User, organisations: Organisations) -> Sites:
    made = {}
    for number, one in enumerate(SITE.values()):
        organisation = organisations[one.organisation]
        made[one.organisation] = set_pilot_site(
            organisation,
            actor=office,
            **{f"goal_{name}": True for name in one.goals.split()},
            payment=one.payment,
            background=one.background,
            started_on=day(one.started),
            ended_on=day(one.ended) if one.ended else None,
            full_time_posts=one.posts,
        )
        date_entries(organisation, "pilot_site_changed", at=moment(one.started, number))
    return made


def write_profiles(
    office: User, speakers: dict[str, User], organisations: Organisations, sites: Sites, topics: dict[str, Term]
) -> None:
    """Save each organisation's profile as its coordination; for former members as the network office."""
    words = {site.organisation: site.text for site in SITE.values()}
    for number, organisation in enumerate(ORGANISATIONS):
        actor = office if organisation.left else speakers[organisation.key]
        about = coordination_of(organisation.key) or PERSONA["koordination"]
        changed = change_organisation(
            organisations[organisation.key],
            actor=actor,
            topics=[topics[word] for word in organisation.topics.split()],
            contact_name=f"{about.first_name} {about.last_name}",
            **own_words(organisation),
        )
        at = moment(organisation.joined - 2, number)
        date_entries(changed, "organisation_changed", at=at)
        if organisation.key in sites:
            change_pilot_profile(sites[organisation.key], actor=actor, profile=words[organisation.key])
            date_entries(changed, "pilot_site_changed", at=moment(sites_start(organisation.key), number))
        Organisation.objects.filter(pk=changed.pk).update(updated_at=at)


def sites_start(organisation: str) -> int:
    return next(site.started for site in SITE.values() if site.organisation == organisation)


def end_left(office: User, organisations: Organisations) -> None:
    """End former members; memberships and roles there have ended before."""
    for one in ORGANISATIONS:
        if one.left:
            organisation = organisations[one.key]
            end_organisation(organisation, actor=office)
            Organisation.objects.filter(pk=organisation.pk).update(left_on=day(one.left))
            date_entries(organisation, "organisation_left", at=moment(one.left))
