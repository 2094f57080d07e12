"""Saves at the same moment: one is saved, all others are told; nothing acknowledged is replaced unseen."""

import random

import pytest

from netzwerk.members.models import ProfileDraft
from netzwerk.members.roles import COORDINATOR
from netzwerk.members.services import profile_drafts
from netzwerk.members.services.groups import ensure_role_groups
from netzwerk.surfaces.autosaved import Conflict
from tests.autosave.conftest import EMPTY
from tests.conftest import rounds
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
WRITERS = 4
ROUNDS = 20
SEED = 20265


def profile_saves(home, people) -> list[BaseException]:
    """What several people who have the same empty field open are told when they save at once."""
    texts = [f"Text {number}" for number in range(WRITERS)]
    return at_once(
        *(
            lambda person=person, text=text: profile_drafts.write_draft(
                home, actor=person, texts={"description": text}, seen={"description": EMPTY}
            )
            for person, text in zip(people, texts, strict=True)
        )
    )


@pytest.fixture
def people_of_one_house():
    ensure_role_groups()
    home = organisation()
    return home, [PersonFactory.with_role(COORDINATOR, home=home) for _writer in range(WRITERS)]


def test_of_several_first_saves_one_is_saved_and_the_others_see_it(people_of_one_house) -> None:
    home, people = people_of_one_house
    chance = random.Random(SEED)  # noqa: S311  an order, no secret
    for _round in range(rounds(ROUNDS)):
        ProfileDraft.objects.all().delete()
        raised = profile_saves(home, chance.sample(people, WRITERS))
        assert [type(error) for error in raised] == [Conflict] * (WRITERS - 1), raised
        saved = ProfileDraft.objects.get().text
        assert {error.stored["description"].text for error in raised} == {saved}


def test_without_the_comparison_several_are_saved_over_each_other(people_of_one_house, monkeypatch) -> None:
    """A control run: the race above can fail."""
    home, people = people_of_one_house
    monkeypatch.setattr(profile_drafts, "is_overwriting", lambda *_seen: False)
    assert profile_saves(home, people) == []


def test_publishing_and_drafting_at_once_loses_neither(people_of_one_house) -> None:
    home, (boss, colleague, *_others) = people_of_one_house
    for number in range(rounds(ROUNDS)):
        before = profile_drafts.read_profile(home)["description"]
        seen = {"description": before.version}
        published, drafted = {"description": f"Ada {number}"}, {"description": f"Bea {number}"}
        raised = at_once(
            lambda published=published, seen=seen: profile_drafts.publish_profile(
                home, actor=boss, texts=published, seen=seen, **published
            ),
            lambda drafted=drafted, seen=seen: profile_drafts.write_draft(
                home, actor=colleague, texts=drafted, seen=seen
            ),
        )
        assert [type(error) for error in raised] == [Conflict]
        home.refresh_from_db()
        after = profile_drafts.read_profile(home)["description"].text
        assert after in (published["description"], drafted["description"])
        assert raised[0].stored["description"].text == after
