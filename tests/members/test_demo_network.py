"""The demo's network: enough of everything, nothing real, nothing twice, and valid by the rules of the services."""

import re
from collections import Counter
from datetime import timedelta
from itertools import combinations, pairwise
from math import hypot

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from netzwerk.members import access
from netzwerk.members.demo import cast, data, land
from netzwerk.members.demo.organisations import ORGANISATIONS, SITE, official_data, own_words
from netzwerk.members.demo.personas import HOME, PERSONAS
from netzwerk.members.models import (
    Application,
    District,
    Invitation,
    Membership,
    Organisation,
    PilotSite,
    RoleGrant,
    User,
)
from netzwerk.members.reach import roles_held
from netzwerk.members.regions import check_ags, district_key
from netzwerk.members.roles import ROLES, SCOPE_LABELS, Scope, roles_of
from netzwerk.members.services.groups import sync_all_groups
from netzwerk.post.models import Message
from netzwerk.vocabulary.models import Term

pytestmark = pytest.mark.django_db

REAL = (  # parts of names of associations and services that exist
    *("caritas", "diakoni", "awo", "arbeiterwohlfahrt", "drk", "rotes kreuz", "paritätisch", "johanniter", "malteser"),
    *("vdk", "sovd", "lebenshilfe", "kolping", "skf", "skm", "internationaler bund", "volkssolidarität", "tafel"),
    *("bethel", "heilsarmee", "samariter", "pro familia", "weißer ring", "verbraucherzentrale", "bahnhofsmission"),
)


def texts() -> list[str]:
    """All texts of organisations, people and applications in the demo."""
    said = [organisation.text for organisation in ORGANISATIONS] + [site.text for site in SITE.values()]
    said += [text for _position, _group, found in data.about_texts() for _topics, text in found]
    for request in data.applications():
        said += [request.reason, *(step.text for step in request.steps)]
    return said


def sentences(text: str) -> list[str]:
    return [" ".join(re.findall(r"\w+", part.lower())) for part in re.split(r"[.!?:;]\s+|$", text) if part.strip()]


# What there is


def test_the_network_is_large_enough() -> None:
    assert Organisation.objects.active().count() >= 60
    assert Organisation.objects.filter(left_on__isnull=False).count() == 2
    assert {kind for kind in Organisation.Kind.values if not Organisation.objects.active().filter(kind=kind)} == set()
    assert User.objects.count() >= 200
    assert PilotSite.objects.filter(ended_on__isnull=True).count() >= 11
    assert Term.objects.topics().count() >= 14
    people = Counter(Membership.objects.current().values_list("organisation", flat=True))
    assert len([one for one in people.values() if one >= 12]) >= 3
    assert 1 in people.values()


def test_organisations_joined_over_three_years() -> None:
    days = [(timezone.localdate() - one.joined_on).days for one in Organisation.objects.all()]
    assert min(days) < 200
    assert 900 < max(days) <= 1096
    assert len(set(days)) == len(days)


def test_every_organisation_describes_itself() -> None:
    for one in Organisation.objects.prefetch_related("topics"):
        assert 2 <= len(sentences(one.description)) <= 8, one
        assert one.street and one.phone and one.contact_name and one.topics.all(), one


def test_about_half_of_the_people_open_their_profile() -> None:
    opened = [one for one in cast.everyone() if one.is_open]
    assert 0.4 < len(opened) / len(cast.everyone()) < 0.6
    assert len({one.about for one in opened if one.about}) >= 40
    assert all(one.topics for one in opened)


def test_pilot_sites_differ_in_what_matters_for_comparisons() -> None:
    sites = list(PilotSite.objects.select_related("organisation"))
    assert {len(one.goals) for one in sites} == {1, 2, 3}
    assert all(any(getattr(one, name) for one in sites) for name in PilotSite.GOALS)
    assert {one.payment for one in sites} == set(PilotSite.Payment.values)
    assert {one.background for one in sites} == set(PilotSite.Background.values)
    assert len({one.full_time_posts for one in sites}) == len(sites)
    assert all(one.organisation.kind in (*Organisation.MUNICIPAL, Organisation.Kind.UNION) for one in sites)
    assert all(len(sentences(one.profile)) >= 3 for one in sites)
    assert all(one.started_on > one.organisation.joined_on for one in sites)


def test_every_role_has_a_holder() -> None:
    held = set(RoleGrant.objects.current().filter(user__is_active=True).values_list("role", flat=True))
    assert held == {role.key for role in ROLES}


def test_every_running_site_has_somebody_in_each_of_its_roles() -> None:
    for site in PilotSite.objects.filter(ended_on__isnull=True):
        held = set(RoleGrant.objects.current().filter(site=site).values_list("role", flat=True))
        assert held == {role.key for role in roles_of(Scope.SITE)}, site


def test_every_member_organisation_has_a_coordination() -> None:
    grants = RoleGrant.objects.current().filter(role="coordinator", user__is_active=True)
    assert set(grants.values_list("organisation", flat=True)) == set(
        Organisation.objects.active().values_list("pk", flat=True)
    )
    assert max(Counter(grants.values_list("organisation", flat=True)).values()) == 2


def test_roles_end_began_and_will_begin() -> None:
    now = timezone.now()
    grants = RoleGrant.objects
    assert grants.current().filter(valid_until__isnull=False).count() >= 5
    assert grants.filter(valid_from__gt=now, valid_from__lt=now + timedelta(days=8)).count() == 1
    assert grants.filter(taken_at__isnull=False).count() >= 5
    assert grants.filter(taken_at__isnull=True, valid_until__lt=now).exists()  # ended by date
    assert set(Membership.objects.values_list("ending", flat=True)) == {"", "left", "moved", "organisation_left"}


def test_applications_and_invitations_exist_in_every_state() -> None:
    assert Application.objects.count() >= 8
    assert set(Application.objects.values_list("state", flat=True)) == set(Application.State.values)
    answered = Application.objects.filter(state="submitted", messages__kind="answer", messages__text__gt="")
    assert answered.exists()
    for one in Application.objects.filter(state__in=["asked", "declined"]):
        assert one.messages.last().text and one.messages.last().author
    assert {one.organisation.is_active for one in Application.objects.filter(state="approved")} == {True}
    states = {one.state_label for one in Invitation.objects.all()}
    assert states == {"offen", "abgelaufen", "angenommen", "zurückgezogen", "abgelehnt"}


# The invented Land


def test_municipality_keys_are_valid_and_belong_to_their_kreis() -> None:
    for place in land.PLACES:
        check_ags(place.ags)
        assert place.ags.startswith("99")
        assert place.ags.endswith("000") == (place not in land.MUNICIPALITIES), place
        assert place.ags[:5] in land.DISTRICT_NAMES, place
    assert len({place.ags for place in land.PLACES}) == len(land.PLACES)
    assert (len(land.DISTRICTS), len(land.CITIES)) == (9, 4)
    assert {one.key: one.name for one in District.objects.filter(key__startswith="99")} == land.DISTRICT_NAMES
    for one in Organisation.objects.select_related("district"):
        one.full_clean(exclude=["name_key", "folded"])
        assert (one.district.key if one.district else "") == district_key(one.ags), one
        assert one.land == "Lindmark"


def test_no_two_member_municipalities_have_one_key() -> None:
    keys = Counter(
        organisation["ags"] for organisation in map(official_data, ORGANISATIONS) if organisation["inhabitants"]
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_a_kreis_has_more_inhabitants_than_its_listed_municipalities() -> None:
    for district in land.DISTRICTS:
        listed = [one.inhabitants for one in land.MUNICIPALITIES if one.ags[:5] == district.ags[:5]]
        assert 0.2 * district.inhabitants < sum(listed) < 0.8 * district.inhabitants, district
        assert district.seat in {one.name for one in land.MUNICIPALITIES if one.ags[:5] == district.ags[:5]}


def test_the_land_is_about_150_by_120_kilometres_and_places_are_apart() -> None:
    spots = [(place.east, place.north) for place in land.PLACES]
    assert min(hypot(a - c, b - d) for (a, b), (c, d) in combinations(spots, 2)) > 6
    assert 110 < max(east for east, _north in spots) - min(east for east, _north in spots) < 155
    assert 80 < max(north for _east, north in spots) - min(north for _east, north in spots) < 125
    for organisation in ORGANISATIONS:
        values, place = official_data(organisation), land.PLACE[organisation.place].coordinates()
        north, east = (
            float(values[name] - where) for name, where in zip(("latitude", "longitude"), place, strict=True)
        )
        assert hypot(north * 111, east * 69) < 3, organisation


def test_neighbours_have_similar_postcodes_and_none_of_them_exists() -> None:
    for a, b in combinations(land.PLACES, 2):
        if a.postcode[:3] == b.postcode[:3]:
            assert hypot(a.east - b.east, a.north - b.north) < 75, (a, b)
    assert all(place.postcode.startswith("00") for place in land.PLACES)


# Invented, and invented once


def test_no_name_of_an_existing_association_is_used() -> None:
    said = [
        *texts(),
        *(organisation.name for organisation in ORGANISATIONS),
        *(request.name for request in data.applications()),
    ]
    words = re.compile(rf"\b({'|'.join(REAL)})", re.IGNORECASE)
    assert [text for text in said if words.search(text)] == []


def test_no_sentence_occurs_twice() -> None:
    long = Counter(one for text in texts() for one in sentences(text) if len(one.split()) >= 8)
    assert [one for one, times in long.items() if times > 1] == []
    assert len(long) > 300  # sentences() works at all


def test_quotation_marks_and_dashes_are_german() -> None:
    assert [text for text in texts() if re.search(r"[\"'“”](?=\w)| - |\.\.\.", text)] == []


def test_every_address_ends_in_example() -> None:
    for model in (User, Organisation, Application, Invitation):
        wrong = [
            one.email for one in model.objects.all() if not re.fullmatch(r"[a-z0-9.-]+@[a-z0-9-]+\.example", one.email)
        ]
        assert wrong == [], model
    sites = list(Organisation.objects.values_list("website", flat=True))
    assert [one for one in sites if not re.fullmatch(r"https://[a-z0-9-]+\.example", one)] == []


def test_telephone_numbers_are_reserved_for_films() -> None:
    free = re.compile(r"(030 23125|069 90009|040 66969|0221 4710|089 99998) \d{3}")
    numbers = [own_words(organisation)["phone"] for organisation in ORGANISATIONS]
    numbers += [one.phone for one in cast.everyone() if one.phone]
    assert [one for one in numbers if not free.fullmatch(one)] == []
    assert len(set(numbers)) == len(numbers)


def test_the_people_are_the_same_every_time() -> None:
    assert cast.everyone.__wrapped__() == cast.everyone()
    assert [official_data(organisation) for organisation in ORGANISATIONS] == [
        official_data(organisation) for organisation in ORGANISATIONS
    ]
    assert len({one.name for one in cast.everyone()}) == len(cast.everyone())


# Rows written in bulk follow the rules of the services


def test_rows_are_valid() -> None:
    for model in (User, Membership, RoleGrant, Invitation, Application):
        for one in model.objects.all():
            one.full_clean(validate_unique=False, validate_constraints=False, exclude=["password"])


def test_holders_of_a_role_are_members_there() -> None:
    members = set(Membership.objects.current().values_list("user", "organisation"))
    for grant in RoleGrant.objects.not_ended().select_related("site"):
        home = grant.site.organisation_id if grant.site else grant.organisation_id
        assert grant.definition.scope == Scope.NETWORK or (grant.user_id, home) in members, grant
    holders = RoleGrant.objects.current().filter(role="member").values_list("user", "organisation")
    assert set(holders) == members


def test_nobody_holds_a_role_twice_at_a_time() -> None:
    spans: dict[tuple, list] = {}
    for one in RoleGrant.objects.order_by("valid_from"):
        spans.setdefault((one.user_id, one.role, one.organisation_id, one.site_id), []).append(one)
    for found in spans.values():
        for earlier, later in pairwise(found):
            assert earlier.valid_until and earlier.valid_until <= later.valid_from, later


def test_givers_of_roles_may_give_them() -> None:
    givers = {one.pk: one for one in User.objects.all()}
    grants = RoleGrant.objects.select_related("user", "organisation", "site__organisation")
    for one in grants.exclude(organisation__left_on__isnull=False):
        if one.given_by_id is None:
            assert one.role == "administration"
            continue
        there = {"organisation": one.organisation, "site": one.site}
        assert access.can_give_role(givers[one.given_by_id], one.definition, to=one.user, **there), one
        assert one.given_at <= timezone.now()
    for one in Invitation.objects.filter(organisation__isnull=False).select_related("organisation"):
        assert access.can_invite(givers[one.invited_by_id], one.organisation), one


def test_groups_follow_from_the_roles() -> None:
    assert sync_all_groups() == 0


def test_no_log_entry_is_of_today() -> None:
    entries = ModelLogEntry.objects.filter(action__startswith="members.")
    assert entries.count() > 700
    recent = entries.filter(timestamp__gt=timezone.now() - timedelta(hours=12))
    assert list(recent.values_list("action", "label")) == []


def test_the_outbox_is_empty_at_first() -> None:
    assert not Message.objects.exists()


# Personas


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.key)
def test_each_persona_can_log_in_and_has_a_function(persona) -> None:
    assert Client().post(f"/konto/demo/{persona.key}/").status_code == 302
    user = User.objects.get(email=persona.email)
    assert persona.role in roles_held(user)
    assert user.function
    home = user.memberships.current().first()
    assert (home.organisation.slug if home else "") == ("" if persona.role.scope == Scope.NETWORK else HOME)


def test_the_caseworker_persona_works_at_the_pilot_site_of_its_town() -> None:
    grant = RoleGrant.objects.current().get(user__email="fallmanagement@demo.example", role="caseworker")
    assert str(grant.site.organisation) == "Stadt Lindenbrück"
    assert grant.given_by.email == "koordination@demo.example"
    assert SCOPE_LABELS[grant.definition.scope] == "am Standort"
