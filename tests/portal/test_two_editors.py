"""Edit conflicts: nobody overwrites what somebody else has saved without seeing it."""

import pytest
from django.test import Client
from django.urls import reverse

from netzwerk.members.models import User
from netzwerk.members.roles import EDITOR
from netzwerk.portal.models import NewsPage
from tests import edit_forms
from tests.browsing import Values, form_in, send, values_in
from tests.factories.pages import news_page
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db

URL = "/redaktion/pages/{}/edit/"


@pytest.fixture
def ina(person) -> User:
    return person(EDITOR, first_name="Ina", last_name="Muster")


@pytest.fixture
def page(ina: User) -> NewsPage:
    return news_page(author=ina, lead="Wie es war.")


def opened(client: Client, page: NewsPage) -> Values:
    case = edit_forms.page(page.owner, page)
    return values_in(form_in(client.get(case.url).content.decode(), having="lead"), case.streams)


def leads(page: NewsPage) -> list[str]:
    return [one.content["lead"] for one in page.revisions.order_by("pk")]


def test_the_second_to_save_sees_both_texts_and_who_saved_first(login, person, ina, page) -> None:
    first, second = login(ina), login(person(EDITOR))
    early, late = opened(first, page), opened(second, page)
    url = URL.format(page.pk)
    assert send(first, url, early | {"lead": ["Inas neuer Text."]}).status_code == 302
    answer = send(second, url, late | {"lead": ["Ottos neuer Text."], "title": ["Ottos Titel"]})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Ina Muster hat diese Seite am" in text and "Uhr" in text
    assert "Inas" in text and "Ottos" in text and "Einleitung" in text
    assert leads(page)[-1] == "Inas neuer Text."
    again = values_in(form_in(text, having="lead"))
    assert again["lead"] == ["Ottos neuer Text."]
    assert send(second, url, again).status_code == 302
    assert leads(page)[-2:] == ["Inas neuer Text.", "Ottos neuer Text."]
    assert page.revisions.latest("pk").content["title"] == "Ottos Titel"


def test_reverting_over_a_newer_version_is_a_conflict_too(login, person, ina, page) -> None:
    first, second = login(ina), login(person(EDITOR))
    case = edit_forms.page(ina, page)
    oldest = page.revisions.earliest("pk")
    early = opened(first, page)
    assert send(first, URL.format(page.pk), early | {"lead": ["Wie es ist."]}).status_code == 302
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, oldest.pk])
    late = values_in(form_in(second.get(url).content.decode(), having="lead"), case.streams)
    assert late["lead"] == ["Wie es war."]
    early = opened(first, page)
    assert send(first, URL.format(page.pk), early | {"lead": ["Inas neuer Text."]}).status_code == 302
    answer = send(second, url, late)
    assert answer.status_code == 409
    assert "Ina Muster hat diese Seite am" in answer.content.decode()
    assert leads(page)[-1] == "Inas neuer Text."
    again = values_in(form_in(answer.content.decode(), having="lead"))
    assert send(second, URL.format(page.pk), again).status_code == 302
    assert leads(page)[-2:] == ["Inas neuer Text.", "Wie es war."]


def test_a_version_that_does_not_exist_is_missing(login, ina, page) -> None:
    for revision_id in (0, 10**9):
        url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision_id])
        assert login(ina).get(url).status_code == 404


def test_both_texts_of_a_page_that_is_online_are_shown(login, ina) -> None:
    report = practice_report(author=ina, lead="Wie es war.")
    client = login(ina)
    values = opened(client, report) | {"lead": ["Wie es wird."], "loaded_revision_id": ["1"]}
    html = send(client, URL.format(report.pk), values).content.decode()
    assert "in einem anderen Fenster" in html
    assert 'class="deletion"' in html and 'class="addition"' in html and "Beide Fassungen sagen dasselbe" not in html


def test_a_third_version_saved_meanwhile_is_shown_too(login, person, ina, page) -> None:
    first, second = login(ina), login(person(EDITOR))
    early, late = opened(first, page), opened(second, page)
    url = URL.format(page.pk)
    send(first, url, early | {"lead": ["Eins."]})
    choice = values_in(form_in(send(second, url, late | {"lead": ["Mein."]}).content.decode(), having="lead"))
    send(first, url, opened(first, page) | {"lead": ["Zwei."]})
    answer = send(second, url, choice)
    assert answer.status_code == 409 and "Zwei." in answer.content.decode()
    assert leads(page)[-1] == "Zwei."


def test_an_autosave_over_a_newer_version_is_refused(login, person, ina, page) -> None:
    first, second = login(ina), login(person(EDITOR))
    early, late = opened(first, page), opened(second, page)
    url = URL.format(page.pk)
    saved = send(first, url, early | {"lead": ["Von selbst gespeichert."]}, accept="application/json")
    assert saved.status_code == 200
    refused = send(second, url, late | {"lead": ["Anders."]}, accept="application/json")
    assert (refused.status_code, refused.json()["error_code"]) == (400, "invalid_revision")
    assert send(second, url, late | {"lead": ["Anders."]}).status_code == 409
    assert leads(page)[-1] == "Von selbst gespeichert."


def test_one_person_alone_has_no_conflict(login, ina, page) -> None:
    client, url = login(ina), URL.format(page.pk)
    values = opened(client, page)
    saved = send(client, url, values | {"lead": ["Von selbst."]}, accept="application/json").json()
    number = [str(saved["revision_id"])]
    assert send(client, url, values | {"lead": ["Mit dem Knopf."], "overwrite_revision_id": number}).status_code == 302
    assert leads(page)[-1] == "Mit dem Knopf."


def test_submitting_an_old_version_is_a_conflict_too(login, person, ina, page) -> None:
    first, second = login(ina), login(person(EDITOR))
    early, late = opened(first, page), opened(second, page)
    url = URL.format(page.pk)
    send(first, url, early | {"lead": ["Neu."]})
    answer = send(second, url, late | {"lead": ["Alt."], "action-submit": ["1"]})
    assert answer.status_code == 409
    page.refresh_from_db()
    assert page.current_workflow_state is None
    send(second, url, values_in(form_in(answer.content.decode(), having="lead")))
    page.refresh_from_db()
    assert page.current_workflow_state is not None and leads(page)[-1] == "Alt."
