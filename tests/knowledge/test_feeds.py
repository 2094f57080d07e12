"""Feeds, parsed by two third-party libraries."""

import feedparser
import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from knowledge.models import ReportAuthor
from netzwerk.search import tasks
from tests.factories.pages import news_page
from tests.factories.reports import practice_report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]
ATOM = {"a": "http://www.w3.org/2005/Atom"}
TITLE = 'Hilfe <b>&amp; "Plan"</b> ]]> & Ü 🚒'
BASE = "https://portal.test.example"


def test_the_library_feed_is_valid_atom(settings) -> None:
    settings.BASE_URL, settings.ALLOWED_HOSTS = BASE, ["*"]
    authors = [ReportAuthor(name="Änne <von> Heide"), ReportAuthor(name="Bo & Co")]
    practice_report(title=TITLE, authors=authors, lead="Über Zitronenfalter.")
    tasks.drain()
    source = (
        Client(headers={"host": "angreifer.example"}).get(reverse("knowledge:feed"), {"q": "Zitronenfalter"}).content
    )
    assert b"angreifer" not in source
    feed = feedparser.parse(source)
    assert not feed.bozo
    (_entry,) = [one for one in feed.entries if one.title == TITLE]
    root = etree.fromstring(source)
    assert root.findtext("a:author/a:name", namespaces=ATOM) == settings.WAGTAIL_SITE_NAME
    entries = root.findall("a:entry", ATOM)
    assert entries
    for element in (root, *entries):  # RFC 4287, 4.1.1 and 4.1.2
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", ATOM)) == 1
            assert element.findtext(f"a:{name}", namespaces=ATOM)
        assert element.findall("a:author/a:name", ATOM)
        assert all(link.get("href").startswith(f"{BASE}/") for link in element.findall("a:link", ATOM))
    names = [[one.text for one in element.findall("a:author/a:name", ATOM)] for element in entries]
    assert ["Änne <von> Heide", "Bo & Co"] in names
    ids = [element.findtext("a:id", namespaces=ATOM) for element in entries]
    assert len(set(ids)) == len(ids)
    newest = max(element.findtext("a:updated", namespaces=ATOM) for element in entries)
    assert root.findtext("a:updated", namespaces=ATOM) == newest


def test_an_empty_feed_does_not_change_with_each_request() -> None:
    answers = {Client().get(reverse("knowledge:feed"), {"q": "qwertzqwertz"}).content for _time in range(2)}
    (source,) = answers
    assert b"<entry>" not in source


def test_the_news_feed_is_valid_and_contains_no_other_host(settings) -> None:
    settings.BASE_URL, settings.ALLOWED_HOSTS = BASE, ["*"]
    news_page(title=TITLE, lead="Ein <b>Satz</b> & mehr")
    source = Client(headers={"host": "angreifer.example"}).get("/aktuelles.rss").content
    assert b"angreifer" not in source
    feed = feedparser.parse(source)
    assert not feed.bozo
    (entry,) = [one for one in feed.entries if one.title == TITLE]
    assert entry.link.startswith(f"{BASE}/aktuelles/")
    assert entry.author == settings.WAGTAIL_SITE_NAME
    items = etree.fromstring(source).findall("channel/item")
    assert TITLE in [item.findtext("title") for item in items]
    assert all(item.findtext("guid").startswith(f"{BASE}/") for item in items)
