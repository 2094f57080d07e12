""" "Wen kann ich fragen?": open profiles, for members only."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from netzwerk.members.models import Organisation, User
from netzwerk.members.roles import ADMINISTRATION, GROUP_CHAIR, MEMBER
from netzwerk.members.services.memberships import end_membership, join_organisation
from netzwerk.vocabulary.models import Term
from tests.factories.grants import grant
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.factories.terms import topic_at

pytestmark = pytest.mark.django_db

URL = "/menschen/"


@pytest.fixture(autouse=True)
def closed_profiles(db: None) -> None:
    """Only profiles created by the test are open."""
    User.objects.update(profile_open=False)


@pytest.fixture
def member(person: Callable, login: Callable) -> Client:
    return login(person(MEMBER))


def open_profile(name: str, *, home: Organisation | None = None, topics: tuple[str, ...] = (), **fields) -> User:
    user = PersonFactory.create(first_name="Test", last_name=name, profile_open=True, **fields)
    user.topics.set([topic_at(slug, f"{slug} (Test)") for slug in topics])
    if home:
        join_organisation(user, home, actor=None)
    grant(user, GROUP_CHAIR)
    return user


def text_of(client: Client, query: str = "") -> str:
    answer = client.get(f"{URL}{query}")
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def names(client: Client, query: str = "") -> list[str]:
    return re.findall(r'class="person-name">Test ([^<]*)<', text_of(client, query))


def test_visitors_are_redirected_to_the_login_and_people_without_permission_refused(
    client: Client, person: Callable, login: Callable
) -> None:
    assert client.get(URL).headers["Location"] == f"/konto/anmelden/?next={URL}"
    for user in (person(ADMINISTRATION), person()):
        assert login(user).get(URL).status_code == 403


def test_members_see_open_profiles_with_contact_data(member: Client) -> None:
    home = organisation(name="Stadt Mörs")
    open_profile(
        "Ärmel", home=home, topics=("wohnen",), function="Planung", about="Gern vormittags.", email="a@b.example"
    )
    end_membership(
        join_organisation(User.objects.get(last_name="Ärmel"), organisation(name="Früher"), actor=None), actor=None
    )
    PersonFactory.create(last_name="Verschlossen")
    open_profile("Gesperrt", is_active=False)
    text = text_of(member)
    topic = Term.objects.topics().get(slug="wohnen").name
    for part in ("Planung", "Gern vormittags.", 'href="mailto:a@b.example"', topic, home.get_absolute_url()):
        assert part in text, part
    assert names(member) == ["Ärmel"]
    assert "Früher" not in text


def test_filters_and_their_counts(member: Client) -> None:
    town, carrier = organisation(kind="town"), organisation(kind="provider")
    open_profile("A", home=town, topics=("wohnen", "schulden"), function="Leitung")
    open_profile("Ä", home=carrier, topics=("wohnen",))
    open_profile("Z", topics=("schulden",))
    both = open_profile("B", home=town)
    join_organisation(both, carrier, actor=None)
    assert names(member) == ["A", "Ä", "B", "Z"] or names(member) == ["A", "B", "Ä", "Z"]
    assert set(names(member, "?thema=wohnen")) == {"A", "Ä"}
    assert set(names(member, "?thema=wohnen&thema=schulden")) == {"A", "Ä", "Z"}
    assert set(names(member, "?art=town")) == {"A", "B"}
    assert names(member, "?art=town&thema=wohnen") == ["A"]
    assert names(member, "?q=leitung") == ["A"]
    text = text_of(member, "?art=provider")
    counts = dict(re.findall(r'value="(\w+)"[^>]*><span>[^<]*</span><span class="muted">(\d+)', text))
    assert (counts["wohnen"], counts["town"], counts["provider"]) == ("1", "2", "2")
    assert "schulden" not in counts, "a narrower topic that would find nothing is not offered"
    assert "Keine Ergebnisse" in text_of(member, "?thema=schulden&art=provider")


@pytest.mark.parametrize(
    "query", ["?seite=abc", "?thema=x&art=y", "?q=%00", "?q=<script>alert(1)</script>", "?art=' OR 1=1"]
)
def test_unknown_values_are_ignored_and_hostile_ones_escaped(member: Client, query: str) -> None:
    open_profile("<script>alert(1)</script>", about="<img src=x>", topics=("wohnen",))
    content = member.get(f"{URL}{query}").content.decode()
    assert "<script>alert" not in content
    assert "<img src=x" not in content


def test_an_empty_list_has_an_explanation(member: Client) -> None:
    assert "Noch hat niemand sein Profil geöffnet." in text_of(member)


def test_the_list_needs_no_more_queries_with_more_people(member: Client) -> None:
    counts = []
    for total in (1, 3):
        while User.objects.filter(profile_open=True).count() < total:
            open_profile("Person", home=organisation(), topics=("wohnen", "schulden"))
        member.get(URL)
        with CaptureQueriesContext(connection) as captured:
            text_of(member)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 25
