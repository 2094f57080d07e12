"""Several requests for the same change at once: exactly one succeeds, on both databases."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from netzwerk.members import tokens
from netzwerk.members.errors import MembersError
from netzwerk.members.models import Application, Invitation, Organisation, PilotSite, User
from netzwerk.members.roles import TRAINER
from netzwerk.members.services import invitations
from netzwerk.members.services.addresses import confirm_address
from netzwerk.members.services.organisations import set_pilot_site
from tests.conftest import rounds
from tests.factories.grants import invitation as made_invitation
from tests.factories.joining import application as apply
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
PEOPLE = 4
ROUNDS = 5


@contextmanager
def without(model, name: str) -> Iterator[None]:
    """Control run: the same race without the constraint."""
    constraint = next(one for one in model._meta.constraints if one.name == name)
    with connection.schema_editor() as editor:
        editor.remove_constraint(model, constraint)
    try:
        yield
    finally:
        model.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(model, constraint)


def race(act: Callable[[int], object]) -> list[BaseException]:
    return at_once(*(lambda number=number: act(number) for number in range(PEOPLE)))


SPELLINGS = ("Hilfe vor Ort e. V.", "HILFE VOR ORT e.V.", "Hilfe  vor Ort, e. V.", "Hilfe vor\u00a0Ort e. V.")


def most_at_once(round_of: Callable[[], int]) -> int:
    return max(round_of() for _round in range(rounds(ROUNDS)))


def applications_of_one_round() -> int:
    Application.objects.all().delete()
    for error in race(lambda number: apply(name=SPELLINGS[number], email="Vera@Test.example")):
        assert isinstance(error, MembersError), repr(error)
    return Application.objects.open().count()


def test_an_application_sent_several_times_is_stored_once() -> None:
    assert most_at_once(applications_of_one_round) == 1


def test_without_the_constraint_there_are_several(on_postgres: bool) -> None:
    if not on_postgres:
        pytest.skip("SQLite lets one transaction write at a time")
    with without(Application, "members_application_open_once"):
        assert most_at_once(applications_of_one_round) > 1


def network_invitations_of_one_round() -> int:
    Invitation.objects.all().delete()
    race(lambda _number: invitations.invite("ina@test.example", actor=None, organisation=None, roles=[TRAINER]))
    return Invitation.objects.open().count()


def test_an_invitation_into_the_network_is_open_once() -> None:
    assert most_at_once(network_invitations_of_one_round) == 1


def test_a_second_open_invitation_into_the_network_is_refused_by_the_database() -> None:
    from django.db import IntegrityError

    made_invitation(email="ina@test.example", roles=["trainer"])
    with pytest.raises(IntegrityError):
        made_invitation(email="INA@test.example", roles=["trainer"])


def test_an_organisation_is_added_once_however_it_is_written() -> None:
    for _round in range(rounds(ROUNDS)):
        Organisation.objects.all().delete()
        for error in race(lambda number: organisation(name=SPELLINGS[number], place="Lindenbrück")):
            assert isinstance(error, MembersError), repr(error)
        assert Organisation.objects.active().count() == 1


def test_an_address_belongs_to_one_of_those_who_confirm_it_at_once() -> None:
    for turn in range(rounds(ROUNDS)):
        people, new = [PersonFactory() for _one in range(PEOPLE)], f"neu{turn}@test.example"
        links = [tokens.address_token(user.pk, user.email, new) for user in people]
        for error in race(
            lambda number, found=(people, links): confirm_address(found[1][number], actor=found[0][number])
        ):
            assert isinstance(error, MembersError), repr(error)
        assert User.objects.filter(email=new).count() == 1


def test_an_organisation_becomes_a_pilot_site_once() -> None:
    values = {
        "goal_avoid": True,
        "payment": PilotSite.Payment.values[0],
        "background": PilotSite.Background.MIXED,
        "started_on": "2026-01-01",
        "full_time_posts": 2,
    }
    for number in range(rounds(ROUNDS)):
        home = organisation(name=f"Haus {number}")
        assert race(lambda _number, home=home: set_pilot_site(home, actor=None, **values)) == []
        assert PilotSite.objects.filter(organisation=home).count() == 1
