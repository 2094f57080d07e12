"""References in the page editor: searched, picked, moved, removed; by the script and without it."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.portal.models import NewsPage, Reference
from netzwerk.portal.models.reference_field import UNSEEN, References, key_of
from netzwerk.portal.models.references import references_to
from netzwerk.search import tasks
from tests.browsing import Values, form_in, send, values_in
from tests.edit_forms import page as edit_case
from tests.factories.organisations import organisation
from tests.factories.pages import content_page, news_page
from tests.factories.references import refer, target_of
from tests.factories.reports import practice_report
from tests.search.conftest import index

__all__ = ["index"]
pytestmark = pytest.mark.django_db
HITS = "/redaktion/verweise/"


class Editor:
    """Somebody who edits a page with a browser that runs no script of ours."""

    def __init__(self, user, page: NewsPage) -> None:
        self.case, self.client = edit_case(user, page), Client()
        self.client.force_login(user)

    def open(self) -> Values:
        return self.values_of(self.client.get(self.case.url).content.decode())

    def values_of(self, html: str) -> Values:
        return values_in(form_in(html, having="references-words"), self.case.streams)

    def send(self, values: Values):
        return send(self.client, self.case.url, values)


def keys_of(*rows) -> list[str]:
    return [key_of(target_of(row)) for row in rows]


def draft_of(page: NewsPage) -> list[str]:
    return [one.title for one in NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().references.all()]


@pytest.mark.usefixtures("index")
def test_an_editor_searches_ticks_and_saves_without_a_script(person) -> None:
    target, other = practice_report(title="Quastelfrost im Winter"), organisation(name="Quastelfrost e. V.")
    tasks.drain()
    page = news_page()
    editor = Editor(person(EDITOR), page)
    values = editor.open()
    answer = editor.send(values | {"references-words": ["Quastelfrost"], "references-search": ["1"]})
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "Bitte wählen Sie aus" in html
    found = [box["value"] for box in BeautifulSoup(html, "html5lib").select("[data-found] input[name=references]")]
    assert set(found) == set(keys_of(target, other))
    values = editor.values_of(html)
    assert values["references-words"] == ["Quastelfrost"]
    assert editor.send(values | {"references": keys_of(target, other)}).status_code == 302
    assert draft_of(page) == ["Quastelfrost im Winter", "Quastelfrost e. V."]
    assert not page.references.exists(), "a draft of a live page"


def test_words_that_were_not_searched_do_not_keep_the_editor_from_saving_by_itself(person) -> None:
    page = news_page()
    editor = Editor(person(EDITOR), page)
    assert editor.send(editor.open() | {"references-words": ["Hilfep"], "lead": ["Neu"]}).status_code == 302
    assert NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().lead == "Neu"


def test_references_are_moved_and_removed(person) -> None:
    first, second, third = (news_page(title=title) for title in ("Eins", "Zwei", "Drei"))
    page = news_page()
    refer(page, first, second, third)
    page.save_revision()
    editor = Editor(person(EDITOR), page)
    values = editor.open()
    assert values["references"] == keys_of(first, second, third)
    answer = editor.send(values | {"references-up": keys_of(third)})
    values = editor.values_of(answer.content.decode())
    assert values["references"] == keys_of(first, third, second)
    assert editor.send(values | {"references": keys_of(third, second)}).status_code == 302
    assert draft_of(page) == ["Drei", "Zwei"]
    assert editor.open()["references"] == keys_of(third, second)


def test_the_title_of_then_survives_an_edit(person) -> None:
    page, target = news_page(), news_page(title="Titel von damals")
    refer(page, target)
    page.save_revision()
    NewsPage.objects.filter(pk=target.pk).update(title="Titel von heute")
    editor = Editor(person(EDITOR), page)
    editor.send(editor.open() | {"lead": ["Anderes"]})
    assert draft_of(page) == ["Titel von damals"]


def test_what_an_editor_may_not_see_stays_unless_it_is_removed(person) -> None:
    page = news_page()
    page.references.set([Reference(target_kind="aktuelles", target_id=999_999, title="Geheim", audience="seite:0")])
    page.save()
    page.save_revision()
    editor = Editor(person(EDITOR), page)
    html = editor.client.get(editor.case.url).content.decode()
    assert "Geheim" not in html and UNSEEN in html
    editor.send(editor.open() | {"lead": ["Anderes"]})
    assert draft_of(page) == ["Geheim"]
    editor.send({name: value for name, value in editor.open().items() if name != "references"})
    assert draft_of(page) == []


@pytest.mark.parametrize(
    "key", ["aktuelles:999999", "aktuelles:x", "menschen:1", "fragen:1", "x", ":", "seiten:" + "9" * 30]
)
def test_forged_keys_are_refused(person, key: str) -> None:
    page = news_page()
    editor = Editor(person(EDITOR), page)
    assert editor.send(editor.open() | {"references": [key]}).status_code == 200
    assert NewsPage.objects.get(pk=page.pk).latest_revision_id == page.latest_revision_id


def test_a_draft_or_a_closed_page_cannot_be_chosen_by_its_number(person, members_only) -> None:
    draft, closed = news_page(live=False), members_only(content_page())
    for user, allowed in ((person(), []), (person(MEMBER), [closed])):
        source = References(user)
        assert list(source.look_up(keys_of(draft, closed))) == keys_of(*allowed)


def test_the_page_itself_is_not_offered(person) -> None:
    page = news_page()
    source = References(person(EDITOR), leave_out=target_of(page))
    assert source.look_up(keys_of(page)) == {}


def test_a_form_without_the_field_leaves_references_alone(person) -> None:
    page, target = news_page(), news_page(title="Bleibt")
    refer(page, target)
    page.save_revision()
    editor = Editor(person(EDITOR), page)
    editor.send({name: value for name, value in editor.open().items() if not name.startswith("references")})
    assert draft_of(page) == ["Bleibt"]


def test_a_reviewer_sees_which_references_changed(person) -> None:
    page, target = news_page(), news_page(title="Hinzugekommen")
    before = page.latest_revision
    page.references.set(references_to([target_of(target)], person(EDITOR)))
    after = page.save_revision()
    client = Client()
    client.force_login(person(EDITOR))
    html = client.get(f"/redaktion/pages/{page.pk}/revisions/compare/{before.pk}...{after.pk}/").content.decode()
    assert "Mehr dazu" in html and "Hinzugekommen" in html


@pytest.mark.usefixtures("index")
def test_the_script_gets_what_was_found(person, login, members_only) -> None:
    target, draft = practice_report(title="Quastelfrost offen"), news_page(title="Quastelfrost Entwurf", live=False)
    tasks.drain()
    client = login(person(EDITOR))
    html = client.get(HITS, {"q": "Quastelfr", "name": "references"}).content.decode()
    assert f'value="{keys_of(target)[0]}"' in html and draft.title not in html
    assert "Dazu wurde nichts gefunden." in client.get(HITS, {"q": "Xqzvwk", "name": "r"}).content.decode()
    assert client.get(HITS).status_code == 200
    hostile = client.get(HITS, {"q": '"><script>', "name": '"><script>'}).content.decode()
    assert "<script>" not in hostile


@pytest.mark.usefixtures("index")
def test_nothing_hidden_is_offered(person, members_only) -> None:
    closed = members_only(content_page(title="Quastelfrost geschlossen"))
    tasks.drain()
    for user, found in ((person(), []), (person(MEMBER), keys_of(closed))):
        assert [one.key for one in References(user).find("Quastelfrost")] == found
