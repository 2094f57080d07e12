"""The office's list of invitations: several sent once more or withdrawn, after a look at what that touches."""

import re
from datetime import timedelta
from functools import partial
from html import unescape

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from netzwerk.lists.bulk import BulkResult
from netzwerk.members.models import Invitation, LogEntry, Organisation, User
from netzwerk.members.roles import CASEWORKER, COORDINATOR, MEMBER, OFFICE, RESEARCH
from netzwerk.members.services import open_invitations
from netzwerk.members.services.invitations import VALID_FOR
from netzwerk.members.services.organisations import end_organisation
from netzwerk.post.models import Message
from tests.counting import fewest_queries
from tests.factories.grants import invitation
from tests.factories.organisations import organisation, pilot_site

pytestmark = pytest.mark.django_db
LIST = "/geschaeftsstelle/einladungen/"
BULK = f"{LIST}auswahl/"


@pytest.fixture
def boss(person) -> User:
    return person(OFFICE)


@pytest.fixture
def desk(boss: User, login) -> Client:
    return login(boss)


@pytest.fixture
def home() -> Organisation:
    return organisation(name="Zwetschgenverein")


def to_home(home: Organisation | None, *roles, **fields) -> Invitation:
    keys = [role.key for role in roles or (MEMBER,)]
    return invitation(home, roles=keys, **fields)


def page_of(client: Client, query: str = "?suche=Zwetschgenverein") -> str:
    return unescape(client.get(LIST + query).content.decode())


def boxes(html: str) -> dict[int, bool]:
    """Ids of the rows with a check box, and whether it is ticked."""
    found = re.findall(r'<input type="checkbox" name="zeile" value="(\d+)" form="auswahl"( checked)?>', html)
    return {int(pk): bool(checked) for pk, checked in found}


def choose(client: Client, rows: list[Invitation], was: str, **more: str):
    return client.post(BULK, {"zeile": [row.pk for row in rows], "was": was, "liste": "suche=Zwetschgenverein"} | more)


def state(row: Invitation) -> str:
    return Invitation.objects.get(pk=row.pk).state_label


# The list


def test_the_list_shows_invitations_to_organisations_and_to_the_network(desk: Client, home: Organisation) -> None:
    there, network = to_home(home), to_home(None, RESEARCH, email="netz@test.example")
    html = page_of(desk, "")
    for shown in (there.email, "Zwetschgenverein", network.email, RESEARCH.label):
        assert shown in html
    assert {there.pk, network.pk} <= boxes(html).keys()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "offen"),
        ("&stand=abgelaufen", "abgelaufen"),
        ("&stand=angenommen", "angenommen"),
        ("&stand=zurueck", "weg"),
    ],
)
def test_each_state_is_a_list_of_its_own(desk: Client, home: Organisation, query: str, shown: str) -> None:
    now = timezone.now()
    rows = {
        "offen": to_home(home),
        "abgelaufen": to_home(home, expires_at=now - timedelta(days=1)),
        "angenommen": to_home(home, accepted_at=now),
        "weg": to_home(home, withdrawn_at=now),
    }
    html = page_of(desk, f"?suche=Zwetschgenverein{query}")
    assert [name for name, row in rows.items() if row.email in html] == [shown]
    assert bool(boxes(html)) == (shown in ("offen", "abgelaufen"))
    assert ("Weiter zur Prüfung" in html) == (shown in ("offen", "abgelaufen"))


def test_without_javascript_a_link_ticks_all_rows_of_the_page(desk: Client, home: Organisation) -> None:
    for _number in range(3):
        to_home(home)
    html = page_of(desk)
    assert list(boxes(html).values()) == [False] * 3
    url = re.search(r'<a href="([^"]*)" data-all>Alle auf dieser Seite auswählen</a>', html)[1]
    html = page_of(desk, url)
    assert list(boxes(html).values()) == [True] * 3
    assert "data-all>Auswahl aufheben</a>" in html
    assert "Alle auf dieser Seite ausgewählt" in html


def test_the_list_takes_no_more_queries_for_more_rows(desk: Client, home: Organisation) -> None:
    to_home(home)
    one = fewest_queries(partial(page_of, desk))
    for _number in range(2):
        to_home(home)
    assert fewest_queries(partial(page_of, desk)) == one


def test_confirming_takes_no_more_queries_for_more_rows(desk: Client, home: Organisation) -> None:
    pilot_site(home)
    rows = [to_home(home, COORDINATOR) for _number in range(3)]
    one, three = (fewest_queries(partial(choose, desk, some, "senden")) for some in (rows[:1], rows))
    assert three == one


# What is confirmed


def test_nothing_happens_before_it_is_confirmed(desk: Client, home: Organisation) -> None:
    rows = [to_home(home), to_home(home)]
    mails = Message.objects.count()
    answer = choose(desk, rows, "zurueckziehen")
    html = unescape(answer.content.decode())
    assert answer.status_code == 200
    assert "Das ist gemeint: 2" in html
    assert all(row.email in html for row in rows)
    assert "Zwei Einladungen zurückziehen" in html
    assert f'href="{LIST}?suche=Zwetschgenverein"' in html
    assert [state(row) for row in rows] == ["offen", "offen"]
    assert Message.objects.count() == mails


def test_what_cannot_be_done_is_said_before(desk: Client, home: Organisation) -> None:
    fine, accepted = to_home(home), to_home(home, accepted_at=timezone.now())
    refused = to_home(home, withdrawn_at=timezone.now(), refused=True)
    html = unescape(choose(desk, [fine, accepted, refused], "senden").content.decode())
    assert "Das ist gemeint: 1" in html
    assert "Die Person hat schon angenommen." in html
    assert "Die Person hat abgelehnt." in html
    assert re.findall(r'name="zeile" value="(\d+)"', html) == [str(fine.pk)]


def test_roles_at_a_site_are_not_the_offices_to_send(desk: Client, home: Organisation) -> None:
    pilot_site(home)
    row = to_home(home, MEMBER, CASEWORKER)
    html = unescape(choose(desk, [row], "senden").content.decode())
    assert open_invitations.NOT_YOURS in html
    assert 'name="sure"' not in html
    assert "Eine Einladung zurückziehen" in unescape(choose(desk, [row], "zurueckziehen").content.decode())


def test_nothing_ticked_leads_back_to_the_list_with_a_sentence(desk: Client) -> None:
    answer = desk.post(BULK, {"was": "senden", "liste": "suche=ada"}, follow=True)
    assert answer.redirect_chain == [(f"{LIST}?suche=ada", 302)]
    assert "Bitte kreuzen Sie an, welche Zeilen gemeint sind." in answer.content.decode()


def test_rows_that_are_gone_and_rows_of_others_count_alike(boss, person, login, home: Organisation) -> None:
    desk = login(boss)
    row = to_home(home)
    Invitation.objects.filter(pk=row.pk).delete()
    assert "Eine gewählte Zeile gibt es nicht mehr." in choose(desk, [row], "senden").content.decode()
    other = login(person(COORDINATOR, home=home))
    assert choose(other, [to_home(home)], "zurueckziehen", sure="1").status_code == 404


# What happens


def test_withdrawn_ones_are_withdrawn_and_logged(desk: Client, boss: User, home: Organisation) -> None:
    rows, left = [to_home(home), to_home(home)], to_home(home)
    answer = desk.post(BULK, {"zeile": [row.pk for row in rows], "was": "zurueckziehen", "sure": "1"}, follow=True)
    assert answer.redirect_chain == [(LIST, 302)]
    assert "Zwei Einladungen gelten nicht mehr." in answer.content.decode()
    assert [state(row) for row in (*rows, left)] == ["zurückgezogen", "zurückgezogen", "offen"]
    logged = LogEntry.objects.filter(action="members.invitation_withdrawn", user=boss)
    assert sorted(entry.data["invitation"] for entry in logged) == sorted(row.pk for row in rows)


def test_sent_once_more_the_old_link_ends_and_a_new_one_is_on_its_way(
    desk: Client, boss: User, home: Organisation, django_capture_on_commit_callbacks
) -> None:
    pilot_site(home)
    old = to_home(home, COORDINATOR, first_name="Ada", expires_at=timezone.now() - timedelta(days=1))
    network = to_home(None, RESEARCH)
    with django_capture_on_commit_callbacks(execute=True):
        answer = choose(desk, [old, network], "senden", sure="1")
    assert answer["Location"] == f"{LIST}?suche=Zwetschgenverein"
    new = Invitation.objects.exclude(pk=old.pk).get(email=old.email)
    assert state(old) == "zurückgezogen"
    assert (new.organisation, new.first_name, new.invited_by) == (home, "Ada", boss)
    assert set(new.roles) == {COORDINATOR.key, MEMBER.key}
    assert new.expires_at > timezone.now() + VALID_FOR - timedelta(minutes=5)
    assert new.fingerprint != old.fingerprint
    assert Invitation.objects.filter(email=network.email).count() == 2
    letters = [letter for letter in Message.objects.all() if old.email in letter.to or network.email in letter.to]
    assert len(letters) == 2


def test_sent_twice_by_a_reload_nobody_gets_a_second_mail(desk: Client, home: Organisation) -> None:
    row = to_home(home)
    choose(desk, [row], "senden", sure="1")
    again = choose(desk, [row], "senden", sure="1")
    assert again.status_code == 200
    assert "Das ging nicht" in again.content.decode()
    assert Invitation.objects.filter(email=row.email).count() == 2


def test_what_did_not_work_is_listed_with_its_reason_and_the_rest_is_done(desk: Client, home: Organisation) -> None:
    fine, late, gone = to_home(home), to_home(home), to_home(None, RESEARCH)
    left = organisation()
    there = to_home(left)
    choose(desk, [fine, late, there], "senden")  # looked at; meanwhile:
    Invitation.objects.filter(pk=late.pk).update(accepted_at=timezone.now())
    Invitation.objects.filter(pk=gone.pk).delete()
    end_organisation(left, actor=None)
    Invitation.objects.filter(pk=there.pk).update(withdrawn_at=None)
    answer = choose(desk, [fine, late, gone, there], "senden", sure="1")
    html = unescape(answer.content.decode())
    assert "Eine Einladung ist neu unterwegs." in html
    assert "Nicht alles ging" in html
    assert late.email in html
    assert "Die Person hat schon angenommen." in html
    assert "ist nicht mehr Mitglied im Netzwerk." in html
    assert fine.email not in html
    assert state(fine) == "zurückgezogen"


def test_very_many_in_a_short_time_are_held_back_and_the_choice_is_kept(
    desk: Client, home: Organisation, settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"bulk_invite": "1/h/user"}
    first, second = to_home(home), to_home(home)
    assert choose(desk, [first], "senden", sure="1").status_code == 302
    answer = choose(desk, [second], "senden", sure="1")
    html = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Das waren sehr viele in kurzer Zeit." in html
    assert f'name="zeile" value="{second.pk}"' in html
    assert state(second) == "offen"
    assert choose(desk, [second], "zurueckziehen", sure="1").status_code == 302  # sends nothing


# The services


@pytest.mark.parametrize("service", [open_invitations.renew_several, open_invitations.withdraw_several])
def test_the_services_ask_who_acts(service, person, home: Organisation) -> None:
    row = to_home(home)
    with pytest.raises(PermissionDenied):
        service([row], actor=person(MEMBER))
    assert state(row) == "offen"


def test_one_that_fails_leaves_the_others_as_they_are(boss: User, home: Organisation) -> None:
    rows = [to_home(home), to_home(home, email=boss.email), to_home(home)]  # nobody invites themselves
    result: BulkResult = open_invitations.renew_several(rows, actor=boss)
    assert result.done == [rows[0], rows[2]]
    ((row, reason),) = result.refused
    assert row == rows[1]
    assert "Sich selbst lädt niemand ein." in reason
    assert [state(one) for one in rows] == ["zurückgezogen", "offen", "zurückgezogen"]
