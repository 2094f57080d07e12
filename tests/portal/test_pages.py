"""Pages, navigation, feeds, restrictions, errors."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from netzwerk.members.roles import EDITOR, MEMBER, OFFICE
from netzwerk.portal.models import ContentPage, NewsPage, PortalPage, StartPage
from tests.factories.pages import content_page, news_page, picture

pytestmark = pytest.mark.django_db


def text_of(address: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_demo_is_large_enough_and_shows_every_block() -> None:
    assert PortalPage.objects.live().count() - NewsPage.objects.live().count() >= 30
    assert NewsPage.objects.live().count() >= 20
    used = set()
    for page in PortalPage.objects.live():
        specific = page.specific
        for name in specific.body_fields:
            used |= {block["type"] for block in getattr(specific, name).raw_data}
    kinds = {
        "text",
        "image",
        "quotation",
        "facts",
        "accordion",
        "steps",
        "table",
        "downloads",
        "video",
        "call_to_action",
        "news_list",
    }
    assert kinds <= used


def test_every_page_of_the_demo_works_and_has_no_dead_link() -> None:
    client = Client()
    dead = {}
    checked: dict[str, int] = {}
    for page in PortalPage.objects.live():
        for target in set(re.findall(r'(?:href|src|poster)="(/[^"#?]*)', text_of(page.get_url(), client))):
            if target.startswith("/static/"):
                continue
            if target not in checked:
                checked[target] = client.get(target).status_code
            if checked[target] not in (200, 302):
                dead[target] = page.get_url()
    assert dead == {}
    assert len(checked) > 60


def test_the_demo_has_no_placeholder_text() -> None:
    for page in PortalPage.objects.live():
        assert not re.search(r"\b(lorem|ipsum|todo|xxx)\b|\[\[|\]\]", text_of(page.get_url()), re.IGNORECASE), page


def test_menu_breadcrumb_and_footer_come_from_the_tree() -> None:
    html = text_of("/die-sozialagentur/leitbild/")
    crumbs = re.search(r'aria-label="Brotkrumen".*?</nav>', html, re.DOTALL)[0]
    assert re.findall(r'href="([^"]*)"', crumbs) == ["/", "/grundlagen/", "/die-sozialagentur/"]
    assert 'aria-current="page">Was die Sozialagentur ist' in crumbs
    for required in (
        "/impressum/",
        "/datenschutz/",
        "/barrierefreiheit/",
        "/barriere-melden/",
        "/leichte-sprache/",
        "/gebaerdensprache/",
    ):
        assert required in html.rpartition("<footer")[2]


def test_an_offline_page_is_shown_nowhere() -> None:
    page = content_page(title="Unsichtbar", live=False, menu_section="basics")
    assert Client().get(page.get_url()).status_code == 404
    assert "Unsichtbar" not in text_of("/")
    assert page.get_url() not in text_of("/sitemap.xml")


def test_a_restricted_page_redirects_visitors_to_the_login_and_is_404_for_others(person, login) -> None:
    office = person(OFFICE)
    page = content_page(title="Nur intern", menu_section="basics")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.set(office.groups.all())
    answer = Client().get(page.get_url())
    assert answer.status_code == 302
    assert answer["Location"].startswith("/konto/anmelden/?next=")
    assert login(person(MEMBER)).get(page.get_url()).status_code == 404
    assert "Nur intern" in text_of(page.get_url(), login(office))
    assert "Nur intern" not in text_of("/")
    assert page.get_url() not in text_of("/sitemap.xml")


def test_visible_to_and_the_response_agree_for_every_role(person, login) -> None:
    members_only = content_page()
    PageViewRestriction.objects.create(page=members_only, restriction_type=PageViewRestriction.LOGIN)
    below = content_page(parent=members_only)
    draft = content_page(live=False)
    for user in (person(MEMBER), person(EDITOR), person(superuser=True)):
        client = login(user)
        for page in (members_only, below, draft):
            visible = PortalPage.objects.visible_to(user).filter(pk=page.pk).exists()
            assert visible == (client.get(page.get_url()).status_code == 200)


def test_a_link_to_a_hidden_page_becomes_text() -> None:
    target = content_page(title="Ziel", live=False)
    blocks = [{"type": "text", "value": f'<p><a linktype="page" id="{target.pk}">zum Ziel</a></p>'}]
    html = text_of(content_page(blocks=blocks).get_url())
    assert "zum Ziel" in html
    assert target.get_url() not in html


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_runs_a_script_becomes_text(href: str) -> None:
    blocks = [{"type": "text", "value": f'<p><a href="{href}">klick</a></p>'}]
    html = text_of(content_page(blocks=blocks).get_url())
    assert href not in html
    assert "klick" in html


HOSTILE = '"><script>alert(1)</script>{{ 7*7 }}</script><img src=x onerror=alert(1)>'


def test_hostile_text_in_every_field_is_escaped() -> None:
    blocks = [
        {"type": "quotation", "value": {"text": HOSTILE, "person": HOSTILE, "role": HOSTILE}},
        {"type": "facts", "value": {"title": HOSTILE, "items": [{"term": HOSTILE, "value": HOSTILE}]}},
        {"type": "steps", "value": {"title": HOSTILE, "items": [{"title": HOSTILE, "text": "<p>x</p>"}]}},
        {
            "type": "image",
            "value": {"image": picture(HOSTILE).pk, "alt": HOSTILE, "decorative": False, "caption": HOSTILE},
        },
    ]
    page = content_page(title=HOSTILE, lead=HOSTILE, search_description=HOSTILE, menu_section="basics", blocks=blocks)
    for address in (page.get_url(), "/"):
        html = text_of(address)
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "49" not in re.findall(r"alert\(1\)[^<]*?(\d\d)", html)
    data = re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', text_of(page.get_url()), re.DOTALL)[1]
    assert json.loads(data)["headline"] == HOSTILE


def test_structured_data_describes_a_page() -> None:
    def described(address: str) -> dict:
        return json.loads(re.search(r'ld\+json"[^>]*>(.*?)</script>', text_of(address), re.DOTALL)[1])

    assert described("/")["@type"] == "WebSite"
    assert described("/das-netzwerk/haeufige-fragen/")["mainEntity"][0]["@type"] == "Question"
    page = news_page(title="Neu")
    assert described(page.get_url())["datePublished"] == page.date.isoformat()
    html = text_of("/die-sozialagentur/")
    for tag in ("og:title", "og:description", "og:image", "og:url", 'rel="canonical"', 'name="description"'):
        assert tag in html


def test_the_feed_holds_the_newest_news() -> None:
    news_page(title="Ganz neu & wichtig")
    news_page(title="Noch geheim", live=False)
    root = ElementTree.fromstring(text_of("/aktuelles.rss"))  # noqa: S314  our own feed
    titles = [item.findtext("title") for item in root.iter("item")]
    assert titles[0] == "Ganz neu & wichtig"
    assert "Noch geheim" not in titles
    assert len(titles) == 20


def test_news_are_filtered_by_topic_and_unknown_topics_are_ignored() -> None:
    everything = text_of("/aktuelles/")
    law = text_of("/aktuelles/?thema=recht")
    assert law.count('class="news-item"') < everything.count('class="news-item"')
    assert text_of("/aktuelles/?thema=unsinn&seite=abc").count('class="news-item"') == everything.count(
        'class="news-item"'
    )
    assert text_of("/aktuelles/?seite=999").count('class="news-item"') > 0


def test_a_topic_without_news_says_so_and_links_all_news() -> None:
    NewsPage.objects.filter(topic="recht").delete()
    html = text_of("/aktuelles/?thema=recht")
    assert "noch keine Nachrichten" in html
    assert "Alle Nachrichten ansehen" in html


def test_an_old_address_redirects() -> None:
    Redirect.objects.create(old_path="/alte-adresse", redirect_link="/die-sozialagentur/", is_permanent=True)
    answer = Client().get("/alte-adresse/")
    assert (answer.status_code, answer["Location"]) == (301, "/die-sozialagentur/")


def test_a_page_refuses_other_methods() -> None:
    assert Client().post("/die-sozialagentur/").status_code == 405
    assert Client().put("/kontakt/").status_code == 405


def test_the_slug_of_the_start_page_cannot_be_changed_by_editors() -> None:
    assert "slug" not in StartPage.get_edit_handler().get_form_class().base_fields
    assert "slug" in ContentPage.get_edit_handler().get_form_class().base_fields


def test_a_picture_needs_an_alternative_text_unless_decorative() -> None:
    image = picture()
    with pytest.raises(ValidationError, match="beschreiben Sie"):
        ContentPage(title="x", slug="x", picture=image).clean()
    with pytest.raises(ValidationError, match="dekoratives Bild"):
        ContentPage(title="x", slug="x", picture=image, picture_alt="Bild", picture_decorative=True).clean()
    ContentPage(title="x", slug="x", picture=image, picture_decorative=True).clean()


def test_error_pages_say_what_to_do() -> None:
    missing = Client().get("/gibt-es-nicht/")
    assert missing.status_code == 404
    assert "gibt es hier nicht" in missing.content.decode()
    strict = Client(enforce_csrf_checks=True)
    refused = strict.post("/kontakt/", {"message": "x"})
    assert refused.status_code == 403
    assert "noch einmal" in refused.content.decode()


def test_error_500_needs_no_database(monkeypatch, django_assert_num_queries) -> None:
    def fail(*args, **kwargs):
        raise RuntimeError("planted")

    monkeypatch.setattr(
        "netzwerk.portal.views.service.registry.health", [type("Probe", (), {"check": fail, "key": "x"})]
    )
    client = Client(raise_request_exception=False)
    answer = client.get("/gesund/")
    assert answer.status_code == 500
    html = answer.content.decode()
    assert "Bei uns ist etwas schiefgegangen" in html
    assert "planted" not in html
    assert "nonce-" in answer["Content-Security-Policy"]
