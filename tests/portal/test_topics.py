"""A topic's page: everything on it that the visitor may see, and a feed of what is public."""

import pytest
from django.test import Client
from lxml import etree
from wagtail.models import PageViewRestriction

from netzwerk.members.models import User
from netzwerk.members.roles import GROUP_CHAIR, MEMBER, OFFICE
from netzwerk.vocabulary import services
from netzwerk.vocabulary.models import Term
from tests.counting import fewest_queries
from tests.factories.grants import grant
from tests.factories.organisations import organisation
from tests.factories.pages import news_page
from tests.factories.people import PersonFactory
from tests.factories.reports import practice_report
from tests.factories.terms import term

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic() -> Term:
    return term("Kältehilfe", slug="kaeltehilfe")


def on_topic(topic: Term, **fields) -> object:
    return practice_report(terms={"themenfeld": [topic]}, **fields)


def text_of(client: Client, path: str = "/themen/kaeltehilfe/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def ask_me(topic: Term, name: str) -> User:
    user = PersonFactory.create(first_name="Test", last_name=name, profile_open=True)
    grant(user, GROUP_CHAIR)
    user.topics.add(topic)
    return user


def news_on(topic: Term, title: str, **fields):
    page = news_page(title=title, **fields)
    page.topics.set([topic])
    page.save()
    return page


def test_the_page_shows_what_is_on_the_topic_or_a_narrower_one(topic) -> None:
    narrow = term("Nachtcafé", parent=topic)
    on_topic(topic, title="Bericht zum Thema")
    on_topic(narrow, title="Bericht zum engeren Thema")
    practice_report(title="Ein anderer Bericht")
    organisation(name="Haus der Wärme").topics.add(narrow)
    news_on(topic, "Nachricht zum Thema")
    text = text_of(Client())
    for shown in (
        "Bericht zum Thema",
        "Bericht zum engeren Thema",
        "2 Berichte",
        "Haus der Wärme",
        "Nachricht zum Thema",
    ):
        assert shown in text, shown
    assert "Ein anderer Bericht" not in text
    assert f'href="/themen/{narrow.slug}/"' in text


def test_people_are_shown_to_members_only(topic, person, login) -> None:
    ask_me(topic, "Wärmling")
    assert "Wärmling" not in text_of(Client())
    assert "1 Mensch" not in text_of(Client())
    assert "Wärmling" in text_of(login(person(MEMBER)))


def test_what_is_hidden_counts_for_nobody(topic, login, person) -> None:
    on_topic(topic, title="Entwurf", live=False)
    closed = news_on(topic, "Nur mit Anmeldung")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    left = organisation(name="Ausgetretenes Haus", left_on="2020-01-01", joined_on="2019-01-01")
    left.topics.add(topic)
    visitor = text_of(Client())
    for hidden in ("Entwurf", "Nur mit Anmeldung", "Ausgetretenes Haus", "1 Bericht", "1 Nachricht", "1 Organisation"):
        assert hidden not in visitor, hidden
    assert "Nur mit Anmeldung" in text_of(login(person(MEMBER)))
    assert "Ausgetretenes Haus" not in text_of(login(person(OFFICE)))


def test_an_empty_topic_says_so_and_is_not_indexed(topic) -> None:
    text = text_of(Client())
    assert "gibt es noch nichts" in text
    assert "noindex" in text
    assert "/themen/kaeltehilfe/" not in Client().get("/sitemap.xml?section=topics").content.decode()


def test_a_former_slug_redirects_and_an_unknown_one_is_missing(topic, person) -> None:
    stays = term("Winterhilfe", slug="winterhilfe")
    services.merge_term(topic, into=stays, actor=person(OFFICE))
    answer = Client().get("/themen/kaeltehilfe/")
    assert (answer.status_code, answer.url) == (301, "/themen/winterhilfe/")
    assert Client().get("/themen/kaeltehilfe.rss").status_code == 200
    assert Client().get("/themen/gibt-es-nicht/").status_code == 404
    phase = term("Eine Phase", vocabulary="phase", slug="eine-phase")
    assert Client().get(f"/themen/{phase.slug}/").status_code == 404


def test_the_feed_has_public_reports_and_news_newest_first(topic) -> None:
    on_topic(topic, title="Bericht zum Thema")
    news_on(topic, "Alte Nachricht", date="2019-05-01")
    closed = news_on(topic, "Nur mit Anmeldung")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    ask_me(topic, "Wärmling")
    answer = Client().get("/themen/kaeltehilfe.rss", headers={"host": "localhost"})
    titles = [one.text for one in etree.fromstring(answer.content).iter("title")]
    assert titles[1:] == ["Bericht zum Thema", "Alte Nachricht"]


def test_hostile_names_are_escaped(topic) -> None:
    Term.objects.filter(pk=topic.pk).update(name="<i>Thema</i>", explanation='"><script>alert(1)</script>')
    text = text_of(Client())
    assert "<i>Thema</i>" not in text
    assert "<script>alert(1)" not in text
    assert "<script>alert(1)" not in Client().get("/themen/kaeltehilfe.rss").content.decode()


def test_the_list_shows_topics_as_a_tree_without_proposals(topic) -> None:
    narrow = term("Nachtcafé", parent=topic)
    proposed = term("Noch ein Vorschlag")
    Term.objects.filter(pk=proposed.pk).update(is_proposed=True)
    text = text_of(Client(), "/themen/")
    assert topic.name in text and narrow.name in text and proposed.name not in text


def grow(topic: Term, number: int) -> None:
    for one in range(number):
        on_topic(topic)
        news_on(topic, f"Nachricht {one}")
        organisation().topics.add(topic)
        ask_me(topic, f"Person {one}")


def test_the_page_needs_no_more_queries_with_more_on_it(topic, person, login) -> None:
    client = login(person(MEMBER))
    grow(topic, 2)
    few = fewest_queries(lambda: text_of(client))
    grow(topic, 6)
    assert fewest_queries(lambda: text_of(client)) == few <= 25


def test_the_sitemap_asks_once_for_each_part_however_many_topics_there_are(topic) -> None:
    def visit() -> None:
        assert Client().get("/sitemap.xml").status_code == 200

    on_topic(topic)
    few = fewest_queries(visit)
    for number in range(5):
        on_topic(term(f"Thema {number}", parent=topic))
    assert "/themen/kaeltehilfe/" in Client().get("/sitemap.xml").content.decode()
    assert fewest_queries(visit) == few


def test_a_proposal_is_nowhere_public(topic, person) -> None:
    proposed = Term.objects.create(vocabulary="themenfeld", name="Kanarienthema", slug="kanarie", is_proposed=True)
    report = on_topic(proposed, title="Bericht mit Vorschlag")
    home = organisation()
    home.topics.add(proposed)
    news = news_on(proposed, "Nachricht mit Vorschlag")
    for path in ("/themen/kanarie/", "/themen/kanarie.rss"):
        assert Client().get(path).status_code == 404, path
    for path in (
        "/themen/",
        "/sitemap.xml",
        "/organisationen/",
        "/praxiswissen/?sortierung=neueste",
        home.get_absolute_url(),
        news.url,
    ):
        text = Client().get(path).content.decode()
        assert "Kanarienthema" not in text and "kanarie" not in text, path
    assert "/themen/kanarie/" not in Client().get(report.url).content.decode()
