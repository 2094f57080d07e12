"""Workshops in what others show: the search, the sitemap, one's own data; and how many queries pages need."""

from functools import partial

import pytest
from django.test import Client

from netzwerk.members.roles import MEMBER, OFFICE, ORGANISER
from netzwerk.surfaces import registry
from tests.counting import fewest_queries
from tests.factories.dates import venue
from tests.factories.organisations import organisation
from tests.factories.terms import term
from tests.factories.workshops import draft, published
from workshops.events.models import Leader, Organiser, Workshop
from workshops.events.services import people

pytestmark = pytest.mark.django_db


def test_the_public_page_and_the_lists_ask_the_same_number_of_questions(person, login) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    small = published(author, venue=venue())
    large = published(author, days=range(20, 32), venue=venue(), booking="singly")
    large.topics.set([term() for _ in range(5)])
    people.set_leaders(large, people=[person(MEMBER, profile_open=True) for _ in range(6)], guests=[], actor=author)
    visitor, member = Client(), login(person(MEMBER))
    for client in (visitor, member):
        counts = [fewest_queries(partial(client.get, one.get_absolute_url())) for one in (small, large)]
        assert counts[0] <= counts[1] <= counts[0] + 1 and counts[1] <= 25, counts
    address = "/mein-bereich/workshops/?von=alle&stand=kommend"
    desk = login(office)
    before = fewest_queries(lambda: desk.get(address))
    for _ in range(4):
        published(author, days=(30, 37))
    assert fewest_queries(lambda: desk.get(address)) == before <= 25


def test_search_finds_what_the_visitor_may_see(person) -> None:
    house, author = organisation(), person(ORGANISER)
    insider, member = person(MEMBER, home=house), person(MEMBER)
    kind = registry.search_kinds.get("workshops")
    open_one, for_members, closed = published(author), published(author, audience="members"), published(author)
    closed.organisations.set([house])
    Workshop.objects.filter(pk=closed.pk).update(audience="organisations")
    hidden = draft(author)
    rows = list(kind.rows())
    assert hidden not in rows
    keys = kind.audience_keys(rows)
    for user, seen in ((member, {open_one, for_members}), (insider, {open_one, for_members, closed})):
        own = {"", *kind.audience_keys_of(user)}
        by_key = {row for row in rows if keys.get(row.pk, "") in own}
        assert by_key & {open_one, for_members, closed} == seen
        assert set(kind.visible_to(user)) & {open_one, for_members, closed} == seen
    (document,) = kind.describe(open_one)
    assert document.title == open_one.title and document.url == open_one.get_absolute_url()


def test_own_data_names_what_one_plans_and_leads_and_lets_go_of_it(person) -> None:
    author, other = person(ORGANISER), person(ORGANISER)
    made = published(author)
    Leader.objects.create(workshop=made, person=author)
    Organiser.objects.create(workshop=made, person=other)
    exported = str([part.export(author) for part in registry.own_data])
    assert exported.count(made.title) >= 2
    for part in registry.own_data:
        if "events.Organiser" in part.models or "events.Leader" in part.models:
            part.erase(author)
    made.refresh_from_db()
    assert (made.created_by, [one.person for one in made.organisers.all()]) == (None, [other])
    assert not made.leaders.exists()


def test_the_sitemap_has_public_workshops_only(person) -> None:
    author = person(ORGANISER)
    shown, closed, hidden = published(author), published(author, audience="members"), draft(author)
    part = next(one for one in registry.sitemaps if one.key == "workshops").sitemap()
    assert set(part.items()) >= {shown} and not set(part.items()) & {closed, hidden}
