"""Every link in a mail begins with BASE_URL, whatever host a request names."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from netzwerk.members.roles import COORDINATOR, EDITOR, MEMBER, OFFICE
from netzwerk.members.services.grants import give_role
from netzwerk.members.services.people import lock_account
from netzwerk.post.models import Message
from netzwerk.seats.tasks import write_letters
from tests.factories.joining import FORM, link_in, secret_of
from tests.factories.organisations import organisation
from tests.factories.pages import content_page
from tests.factories.people import PASSWORD, PersonFactory
from tests.factories.workshops import place_of, published

pytestmark = pytest.mark.django_db
HOSTILE = "angreifer.example:1337"
LINK = re.compile(r"https?://[^\s<>\"')]+")
BASE = "https://portal.test.example"


@pytest.fixture
def stranger(settings) -> Client:
    """A client that sends another Host header, with ALLOWED_HOSTS that accept it."""
    settings.ALLOWED_HOSTS, settings.BASE_URL, settings.WAGTAILADMIN_BASE_URL = ["*"], BASE, BASE
    Site.objects.update(hostname="portal.test.example", port=443)  # as `setup` writes it from BASE_URL
    Site.clear_site_root_paths_cache()
    Message.objects.all().delete()
    return Client(headers={"host": HOSTILE})


def send(client: Client, path: str, data: dict, status: int = 302) -> None:
    answer = client.post(path, data)
    assert answer.status_code == status, (path, answer.status_code)


def apply(client: Client) -> str:
    send(client, "/mitglied-werden/", FORM | {"send": "1"})
    return link_in(Message.objects.filter(to=[FORM["email"]]).latest("pk"))


def reset(client: Client) -> None:
    person = PersonFactory()
    send(client, reverse("account_reset_password"), {"email": person.email})
    send(client, reverse("account_reset_password"), {"email": "niemand@test.example"})
    link = LINK.search(Message.objects.get(to=[person.email]).text)[0].removeprefix(BASE)
    answer = client.get(link, follow=True)
    send(client, answer.request["PATH_INFO"], dict.fromkeys(("password1", "password2"), "ein-anderes-gutes-passwort"))


def change_password(client: Client) -> None:
    client.force_login(PersonFactory())
    data = {
        "oldpassword": PASSWORD,
        "password1": "ein-anderes-gutes-passwort",
        "password2": "ein-anderes-gutes-passwort",
    }
    send(client, reverse("account_change_password"), data)


def join(client: Client) -> None:
    boss = PersonFactory.with_role(COORDINATOR)
    home = boss.memberships.get().organisation
    client.force_login(boss)
    send(client, f"/organisationen/{home.slug}/personen/einladen/", {"email": "nele@test.example"})
    client.logout()
    account = {"first_name": "Nele", "last_name": "Neu", "password": "ein-sehr-gutes-passwort"}
    send(client, f"/einladung/{secret_of('nele@test.example')}/", account)
    client.logout()
    client.force_login(boss)
    new = home.memberships.current().exclude(user=boss).get().user
    send(client, f"/organisationen/{home.slug}/personen/{new.pk}/", {"role": COORDINATOR.key})


def invite_many(client: Client) -> None:
    client.force_login(PersonFactory.with_role(OFFICE))
    rows = {
        "rows-TOTAL_FORMS": "1",
        "rows-INITIAL_FORMS": "1",
        "rows-0-invite": "on",
        "rows-0-email": "ina@test.example",
    }
    data = {"organisation": organisation().pk, "people": "ina@test.example", "send": "1"}
    send(client, reverse("desk:bulk_invite"), data | rows)


def decide(client: Client) -> None:
    office = PersonFactory.with_role(OFFICE)
    state = apply(client)
    client.force_login(office)
    from netzwerk.members.models import Application

    page = reverse("desk:application", args=[Application.objects.latest("pk").pk])
    send(client, page, {"decision": "question", "words": "Wer sind Sie?"})
    send(client, state, {"answer": "Ein Verein."})
    send(client, page, {"decision": "approve", "words": "", "sure": "1"})


def decline(client: Client) -> None:
    office = PersonFactory.with_role(OFFICE)
    apply(client)
    client.force_login(office)
    from netzwerk.members.models import Application

    page = reverse("desk:application", args=[Application.objects.latest("pk").pk])
    send(client, page, {"decision": "decline", "words": "Leider nein.", "sure": "1"})


def withdraw(client: Client) -> None:
    send(client, apply(client), {"withdraw": "1"})


def ask_for_invitation(client: Client) -> None:
    home = PersonFactory.with_role(COORDINATOR).memberships.get().organisation
    send(
        client,
        reverse("joining:ask", args=[home.slug]),
        {"name": "Nele", "function": "Leitung", "email": "n@test.example"},
    )


def change_address(client: Client) -> None:
    person = PersonFactory.with_role(MEMBER)
    client.force_login(person)
    send(client, reverse("account_reauthenticate"), {"password": PASSWORD})
    send(client, reverse("own:email"), {"email": "neu@test.example"})
    link = LINK.search(Message.objects.get(to=["neu@test.example"]).text)[0].removeprefix(BASE)
    send(client, link, {})


def write_to_the_office(client: Client) -> None:
    send(client, "/kontakt/", {"email": "a@test.example", "subject": "Frage", "message": "Wer hilft?"})
    send(client, "/barriere-melden/", {"barrier": "Ein Bild ohne Text."})


def lock(client: Client) -> None:
    lock_account(PersonFactory.with_role(MEMBER), actor=PersonFactory.with_role(OFFICE))
    give_role(PersonFactory(), EDITOR, actor=None)


def submit_for_review(client: Client) -> None:
    author, second = PersonFactory.with_role(EDITOR), PersonFactory.with_role(EDITOR)
    page = content_page(live=False)
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    page.current_workflow_task_state.specific.reject(user=second, comment="Bitte kürzer.")
    page.refresh_from_db()
    page.current_workflow_state.resume(user=author)
    page.current_workflow_task_state.specific.approve(user=second)


def book_a_workshop(client: Client) -> None:
    """A guest books, confirms by the button of the page that the mail opens, and cancels."""
    place = place_of(published())
    form = {"name": "Gerda Gast", "email": "gast@test.example", "form_key": str(uuid4()), "zu": "anmelden"}
    send(client, reverse("bookings:start", args=[place.pk]), form)
    write_letters()
    link = LINK.search(Message.objects.get(to=["gast@test.example"]).text)[0].removeprefix(BASE)
    send(client, link, {})
    send(client, f"{link}absagen/", {})
    write_letters()


SILENT = (lock,)  # send no mail today
FLOWS = [
    *(reset, change_password, apply, join, invite_many, decide, decline, withdraw, ask_for_invitation, change_address),
    *(write_to_the_office, submit_for_review, book_a_workshop, *SILENT),
]


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_links_in_mails_do_not_use_the_host_of_the_request(flow, stranger) -> None:
    flow(stranger)
    mails = list(Message.objects.all())
    assert mails or flow in SILENT
    for mail in mails:
        words = f"{mail.subject}\n{mail.text}\n{mail.html}\n{mail.headers}"
        assert "angreifer" not in words, mail.subject
        assert ":1337" not in words, mail.subject
        found = [link for link in LINK.findall(words) if "w3.org" not in link]
        assert [link for link in found if not (link + "/").startswith(f"{BASE}/")] == [], mail.subject
