"""What the search offers to refer to."""

import pytest
from django.contrib.auth.models import AnonymousUser

from netzwerk.search import tasks
from netzwerk.search.services.offering import MOST_OFFERED, find_targets
from netzwerk.surfaces import registry
from tests.factories.pages import content_page, news_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]
WORD = "Zimtschneckenmolch"
KINDS = ["seiten", "aktuelles"]


def test_titles_that_begin_with_the_words_come_first() -> None:
    inside = content_page(blocks=[{"type": "text", "value": f"<p>{WORD} {WORD} {WORD}</p>"}])
    title = news_page(title=f"{WORD} und Kröte")
    tasks.drain()
    assert find_targets(AnonymousUser(), WORD, KINDS) == [("aktuelles", title.pk), ("seiten", inside.pk)]
    assert find_targets(AnonymousUser(), WORD[:9], KINDS)[0] == ("aktuelles", title.pk)


def test_only_the_kinds_that_are_asked_for_are_offered() -> None:
    page = content_page(title=WORD)
    news_page(title=WORD)
    tasks.drain()
    assert find_targets(AnonymousUser(), WORD, ["seiten"]) == [("seiten", page.pk)]


def test_there_is_a_limit_and_nothing_without_words() -> None:
    for _ in range(MOST_OFFERED + 3):
        news_page(title=WORD)
    tasks.drain()
    assert len(find_targets(AnonymousUser(), WORD, KINDS)) == MOST_OFFERED
    assert find_targets(AnonymousUser(), "…", KINDS) == []


def test_the_database_answers_while_the_engine_is_down(settings) -> None:
    page = news_page(title=WORD)
    settings.SEARCH_ENGINE = "elasticsearch"
    settings.ELASTICSEARCH = settings.ELASTICSEARCH | {"url": "http://127.0.0.1:9"}
    assert find_targets(AnonymousUser(), WORD, KINDS) == [("aktuelles", page.pk)]


def test_the_offer_is_registered() -> None:
    assert [offer.find for offer in registry.reference_offers] == [find_targets]
