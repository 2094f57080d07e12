"""The office desk: lists with filters, people, organisations, the log; constant numbers of queries."""

import pytest
from django.core.exceptions import PermissionDenied

from netzwerk.members.models import Organisation
from netzwerk.members.roles import ADMINISTRATION, COORDINATOR, MEMBER, OFFICE, TRAINER
from netzwerk.members.services.organisations import change_organisation, create_organisation, end_organisation
from netzwerk.members.services.people import lock_account
from tests.counting import fewest_queries
from tests.factories.joining import application
from tests.factories.organisations import organisation, pilot_site
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
DESK = "/geschaeftsstelle/"
LISTS = ("antraege/", "organisationen/", "personen/", "rollen/", "protokoll/")
OFFICIAL = {"name": "Kreis Neuau", "kind": "district", "ags": "99777000", "place": "Neuau"}
PILOT = {
    "standort-goals": "goal_leave",
    "standort-payment": "joined",
    "standort-background": "mixed",
    "standort-started_on": "2026-01-01",
    "standort-full_time_posts": "4,5",
}


@pytest.fixture
def desk(person, login):
    return login(person(OFFICE))


@pytest.mark.parametrize("path", ["", *LISTS])
def test_lists_need_the_same_number_of_queries_for_one_and_for_many_rows(desk, path) -> None:
    def visit() -> None:
        assert desk.get(DESK + path).status_code == 200

    application(name="Erster Verein", email="eins@test.example")
    few = fewest_queries(visit)
    for number in range(3):
        home = organisation()
        PersonFactory.with_role(COORDINATOR, home=home)
        application(name=f"Verein {number}", email=f"v{number}@test.example")
    assert fewest_queries(visit) <= few <= 25  # the newest rows may name nobody, which asks for no person


@pytest.mark.parametrize(
    "query",
    [
        "suche=%00%27%22%3Cscript%3E",
        "stand=erfunden",
        "rolle=erfunden",
        "art=1",
        "seite=abc",
        "seite=999999",
        "von=x&was=y",
    ],
)
@pytest.mark.parametrize("path", LISTS)
def test_wrong_filters_are_no_error(desk, path, query) -> None:
    answer = desk.get(f"{DESK}{path}?{query}")
    assert answer.status_code == 200
    assert b"<script>'" not in answer.content


def test_people_are_found_by_name_role_and_state(desk, person) -> None:
    trainer = person(TRAINER, first_name="Özlem", last_name="Weiß")
    locked = person(MEMBER, last_name="Gesperrtmann")
    lock_account(locked, actor=person(OFFICE))
    for query, found, missing in (
        ("suche=oezlem+weiss", trainer, locked),
        ("rolle=trainer&suche=weiss", trainer, locked),
        ("stand=gesperrt", locked, trainer),
        ("stand=ohne&suche=weiss", trainer, locked),
    ):
        text = desk.get(f"{DESK}personen/?{query}").content.decode()
        assert found.email in text
        assert missing.email not in text


def test_an_organisation_without_coordination_is_listed(desk) -> None:
    lonely, led = organisation(), organisation()
    PersonFactory.with_role(COORDINATOR, home=led)
    text = desk.get(f"{DESK}organisationen/?stand=ohne&suche=Testtraeger").content.decode()
    assert lonely.name in text
    assert f">{led.name}<" not in text


def test_the_office_creates_an_organisation_and_a_pilot_site(desk) -> None:
    answer = desk.post(f"{DESK}organisationen/neu/", OFFICIAL | {"latitude": "51,5", "longitude": "9,5"})
    made = Organisation.objects.get(name="Kreis Neuau")
    assert answer["Location"] == f"/organisationen/{made.slug}/personen/einladen/"
    assert made.district.name == "Kreis Neuau"
    page = f"{DESK}organisationen/{made.pk}/"
    assert desk.post(page, PILOT | {"form": "pilot"}).status_code == 302
    made.refresh_from_db()
    assert str(made.pilot_site.full_time_posts) == "4.50"
    wrong = desk.post(page, PILOT | {"form": "pilot", "standort-ended_on": "2025-01-01"})
    assert wrong.status_code == 422
    assert "liegt vor dem Beginn" in wrong.content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ags": "99777001"}, "endet auf 000"),
        ({"ags": "7"}, "genau acht Ziffern"),
        ({"latitude": "51,5"}, "Breite und Länge"),
        ({"latitude": "91", "longitude": "9"}, "55"),
        ({"name": "Kreis Doppelt", "ags": "99778000", "place": "Doppelt"}, "schon Mitglied"),
    ],
)
def test_wrong_official_data_is_reported_and_stays_in_the_form(desk, changes, words) -> None:
    organisation(name="Kreis Doppelt", kind="district", ags="99778000", place="Doppelt")
    answer = desk.post(f"{DESK}organisationen/neu/", OFFICIAL | changes)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert f'value="{(OFFICIAL | changes)["name"]}"' in answer.content.decode()


def test_roles_end_when_their_organisation_leaves(desk) -> None:
    home = organisation()
    boss = PersonFactory.with_role(COORDINATOR, home=home)
    assert desk.post(f"{DESK}organisationen/{home.pk}/austritt/").status_code == 302
    home.refresh_from_db()
    assert not home.is_active
    assert not boss.role_grants.current().exists()
    assert boss.memberships.get().ending == "organisation_left"
    same = create_organisation(actor=None, name=home.name, place=home.place, kind=home.kind)
    assert same.slug != home.slug


def test_only_the_office_changes_official_data(person) -> None:
    home = organisation()
    boss = PersonFactory.with_role(COORDINATOR, home=home)
    change_organisation(home, actor=boss, description="Wir.")
    for values in ({"name": "Neu"}, {"ags": "99777000"}, {"left_on": None, "description": "x"}):
        with pytest.raises(PermissionDenied):
            change_organisation(home, actor=boss, **values)
    with pytest.raises(PermissionDenied):
        end_organisation(home, actor=boss)
    with pytest.raises(PermissionDenied):
        change_organisation(organisation(), actor=boss, description="Fremd.")


def test_administration_sees_people_and_log_but_no_applications(person, login) -> None:
    client = login(person(ADMINISTRATION))
    answers = {path: client.get(DESK + path).status_code for path in ("", *LISTS, "einladen/")}
    closed = {path for path, status in answers.items() if status == 404}
    assert closed == {"antraege/", "organisationen/", "einladen/"}


def test_a_logo_is_checked_by_the_upload_guard_and_public_with_the_profile(login, client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from tests.factories.pages import png

    home = organisation()
    page, boss = f"/organisationen/{home.slug}/bearbeiten/", login(PersonFactory.with_role(COORDINATOR, home=home))
    pilot_site(home)
    bad = boss.post(page, {"description": "Wir.", "logo": SimpleUploadedFile("logo.png", b"MZ kein Bild")})
    assert bad.status_code == 422
    assert "Wir." in bad.content.decode()
    assert boss.post(page, {"profile": "So.", "logo": SimpleUploadedFile("logo.png", png())}).status_code == 302
    home.refresh_from_db()
    assert home.pilot_site.profile == "So."
    address = home.logo.url_for("width-40|format-webp")
    assert client.get(address).status_code == 200
    end_organisation(home, actor=None)
    assert client.get(address).status_code == 404
