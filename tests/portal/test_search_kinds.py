"""The search kinds of the portal: all live pages, their audience keys, and stamps that change with them."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from netzwerk.members.roles import EDITOR, MEMBER, OFFICE, ROLES
from netzwerk.members.services.groups import group_of
from netzwerk.portal.models import ContactPage, ContentPage, FaqPage, LegalPage, NewsIndexPage, NewsPage, StartPage
from netzwerk.portal.models.pages import LegalKind
from netzwerk.portal.search_kinds import News, Pages, PortalPageKind, Questions
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import PUBLIC, SearchDocument
from tests.factories.pages import content_page, faq_page, news_page, release

pytestmark = pytest.mark.django_db

KINDS = (Pages(), News(), Questions())


def found(kind: PortalPageKind, page: Page) -> list[SearchDocument]:
    return [one for row in kind.rows().filter(pk=page.pk) for one in kind.describe(row)]


def restrict(page: Page, *groups: Group) -> PageViewRestriction:
    """Restrict the page to these groups; without any, to members."""
    wanted = PageViewRestriction.GROUPS if groups else PageViewRestriction.LOGIN
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=wanted)
    restriction.groups.set(groups)
    return restriction


def test_the_three_kinds_are_registered() -> None:
    assert [type(registry.search_kinds.get(key)) for key in ("seiten", "aktuelles", "fragen")] == [
        *(Pages, News, Questions)
    ]


# Documents -----------------------------------------------------------------------------------------------------------


def test_a_page_is_found_with_its_title_teaser_headings_and_text() -> None:
    section = content_page(title="Bereich A")
    page = content_page(
        parent=section,
        title="Hilfeplan",
        lead="Der Plan gehört beiden.",
        search_description="Wie ein Hilfeplan entsteht.",
        blocks=[{"type": "text", "value": "<h2>Ziele setzen</h2><p>Schritt f&uuml;r Schritt.</p>"}],
    )
    (one,) = found(Pages(), page)
    assert (one.title, one.url, one.summary) == ("Hilfeplan", page.url, "Wie ein Hilfeplan entsteht.")
    assert one.headings == ("Ziele setzen",)
    assert one.body == "Der Plan gehört beiden.\nSchritt für Schritt."


def test_pages_of_every_type_but_news_are_pages() -> None:
    types = {type(row) for row in Pages().rows()}
    assert {StartPage, ContentPage, FaqPage, LegalPage, ContactPage, NewsIndexPage} <= types
    assert NewsPage not in types
    assert {type(row) for row in News().rows()} == {NewsPage}
    assert set(News().rows().values_list("pk")) == set(NewsPage.objects.live().values_list("pk"))


def test_everything_online_can_be_described_and_has_an_address_of_its_own() -> None:
    described = [one for kind in KINDS for row in kind.rows() for one in kind.describe(row)]
    assert len(described) > 80
    assert len({one.url for one in described}) == len(described)
    assert [one for one in described if not (one.title and one.url and (one.body or one.summary))] == []
    text = "".join("".join((one.title, one.summary, *one.headings, one.body)) for one in described)
    assert not any(markup in text for markup in ("<p", "</", "&amp;", "&nbsp;", "\u00ad", "linktype"))


def test_the_start_page_is_indexed_with_all_its_texts() -> None:
    start = StartPage.objects.get()
    (one,) = found(Pages(), start)
    assert one.url == "/"
    assert start.headline in one.headings
    assert start.levels_text in one.body
    assert one.facets == {}


def test_the_thanks_of_the_contact_page_are_not_indexed() -> None:
    page = ContactPage.objects.get()
    page.thanks = [("text", "<p>Tausenddank dafür.</p>")]
    page.save()
    assert "Tausenddank" not in found(Pages(), page)[0].body


def test_news_carry_their_day_and_topic() -> None:
    (one,) = found(News(), news_page(topic="recht", date="2026-03-03", lead="Neues Urteil."))
    assert (one.date.isoformat(), one.facets, one.summary) == ("2026-03-03", {"thema": ["recht"]}, "Neues Urteil.")
    (topic,) = News().facets
    assert topic.labels()["recht"] == "Recht"


def test_offline_pages_are_no_rows() -> None:
    pages = [content_page(live=False), news_page(live=False), faq_page()]
    pages[2].unpublish()
    for kind, page in zip(KINDS, pages, strict=True):
        assert not kind.rows().filter(pk=page.pk).exists()
    pages[2].refresh_from_db()
    assert not Pages().rows().filter(pk=pages[2].pk).exists()


# Questions -------------------------------------------------------------------------------------------------------------

GROUPS = [
    {"title": "Zum Portal", "items": [{"title": "Was kostet es?", "text": "<p>Nichts.</p>"}]},
    {
        "title": "",
        "items": [
            {"title": "Wer darf mitmachen?", "text": "<p>Alle Kreise.</p><p>Und Träger.</p>"},
            {"title": "Wie lange dauert es?", "text": "<p>Ein Jahr.</p>"},
        ],
    },
]


def test_each_question_is_found_by_itself_and_leads_to_its_answer() -> None:
    page = faq_page(title="Häufige Fragen", groups=GROUPS)
    first, second, third = found(Questions(), page)
    assert [one.title for one in (first, second, third)] == [
        item["title"] for group in GROUPS for item in group["items"]
    ]
    assert (first.headings, first.summary) == (("Zum Portal",), "Häufige Fragen")
    assert (second.headings, second.body) == ((), "Alle Kreise.\nUnd Träger.")
    html = Client().get(page.url).content.decode().partition("<main")[2]
    for one in (first, second, third):
        address, _, anchor = one.url.partition("#")
        assert address == page.url
        assert html.count(f'id="{anchor}"') == 1
        assert html.index(one.title) < html.index(f'id="{anchor}"') < html.index(one.body.split("\n")[0])
    assert "Ein Jahr." in found(Pages(), page)[0].body


def test_a_question_keeps_its_part_while_it_is_edited_moved_and_released_again(person) -> None:
    author, second = person(EDITOR), person(EDITOR)
    page = faq_page(author=author, groups=GROUPS)
    before = {one.title: one.part for one in found(Questions(), page)}
    page = FaqPage.objects.get(pk=page.pk)
    items = page.groups[1].value["items"]
    items[0]["title"] = "Wer kann Mitglied werden?"
    items.bound_blocks.reverse()
    page.groups.append(("accordion", GROUPS[0]))
    release(page, author=author, second=second)
    after = found(Questions(), page)
    assert [one.title for one in after] == [
        *("Was kostet es?", "Wie lange dauert es?", "Wer kann Mitglied werden?", "Was kostet es?")
    ]
    assert [one.part for one in after[:3]] == [
        before[title] for title in ("Was kostet es?", "Wie lange dauert es?", "Wer darf mitmachen?")
    ]
    assert len({one.part for one in after}) == 4


def test_a_question_that_no_editor_saved_yet_keeps_its_part_too() -> None:
    page = faq_page()
    FaqPage.objects.filter(pk=page.pk).update(groups=[{"type": "accordion", "value": GROUPS[1]}])
    parts = [[one.part for one in found(Questions(), page)] for _time in (1, 2)]
    assert parts[0] == parts[1]
    html = Client().get(page.url).content.decode()
    assert all(f'id="abschnitt-{part}"' in html for part in parts[0])


# Audience keys ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def closed_places() -> None:
    """Restrictions of every type, nested, and two on one page; for pages, questions and news."""
    office, editors = group_of(OFFICE), group_of(EDITOR)
    for_members = content_page(title="Für Mitglieder")
    restrict(for_members)
    for_office = content_page(parent=for_members)
    restrict(for_office, office)
    content_page(parent=for_office)
    faq_page(parent=for_office)
    faq_page(parent=for_members)
    for_both = content_page(parent=for_members)
    restrict(for_both, office)
    restrict(for_both, editors)
    faq_page(parent=for_both)
    for_some = content_page()
    restrict(for_some, office, editors)
    nobody = content_page(parent=for_some)
    restrict(nobody, Group.objects.create(name="Niemand"))
    content_page(parent=nobody)
    restrict(news_page(), editors)
    PageViewRestriction.objects.create(
        page=content_page(), restriction_type=PageViewRestriction.PASSWORD, password="offen"
    )


OTHERS = ("anonymous", "superuser", "without-role")


@pytest.mark.parametrize("role", [*(role.key for role in ROLES), *OTHERS])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_audience_keys_admit_exactly_the_users_who_may_see_the_page(
    kind: PortalPageKind, role: str, closed_places, person
) -> None:
    users = {"anonymous": AnonymousUser, "superuser": lambda: person(superuser=True), "without-role": person}
    make = users.get(role) or (lambda: person(next(one for one in ROLES if one.key == role)))
    rows = list(kind.rows())
    keys = kind.audience_keys(rows)
    user = make()
    keys_of_user = {PUBLIC} | kind.audience_keys_of(user)
    admitted = {row.pk for row in rows if keys.get(row.pk, PUBLIC) in keys_of_user}
    assert admitted == set(kind.visible_to(user).values_list("pk", flat=True))
    assert 0 < len(keys) < len(rows)


def test_an_audience_key_names_the_restrictions_of_page_and_ancestors_and_stays_when_they_change(person) -> None:
    section = content_page()
    outer = restrict(section)
    inside = content_page(parent=section)
    inner = restrict(inside, group_of(OFFICE))
    page = content_page(parent=inside)
    kind = Pages()
    assert kind.audience_keys([section, inside, page, content_page()]) == {
        section.pk: f"seite:{outer.pk}",
        inside.pk: f"seite:{outer.pk}.{inner.pk}",
        page.pk: f"seite:{outer.pk}.{inner.pk}",
    }
    assert kind.audience_keys_of(person(EDITOR)) == {f"seite:{outer.pk}"}
    inner.groups.set([group_of(EDITOR)])
    assert kind.audience_keys_of(person(EDITOR)) == {f"seite:{outer.pk}", f"seite:{outer.pk}.{inner.pk}"}


def test_the_key_of_a_deleted_restriction_admits_nobody(person) -> None:
    section = content_page()
    restriction = restrict(section)
    key = Pages().audience_keys([section])[section.pk]
    restriction.delete()
    assert key not in Pages().audience_keys_of(person(superuser=True))


# Cost ------------------------------------------------------------------------------------------------------------------


def queries_to_index(kind: PortalPageKind, pks: list[int]) -> int:
    with CaptureQueriesContext(connection) as captured:
        rows = list(kind.rows().filter(pk__in=pks))
        kind.audience_keys(rows)
        texts = [one for row in rows for one in kind.describe(row)]
        [kind.stamp(row) for row in rows]
    assert len(rows) == len(pks) <= len(texts)
    return len(captured)


MAKERS = list(zip(KINDS, (content_page, news_page, faq_page), strict=True))


@pytest.mark.parametrize(("kind", "make"), MAKERS, ids=[kind.key for kind in KINDS])
def test_thirty_cost_as_many_queries_as_one(kind: PortalPageKind, make) -> None:
    restrict(content_page())
    pks = [make().pk for _number in range(30)]
    queries_to_index(kind, pks[:1])  # warm: content types
    assert queries_to_index(kind, pks[:1]) == queries_to_index(kind, pks) <= 3


def test_the_whole_demo_costs_a_query_for_each_type_of_page() -> None:
    kind = Pages()
    pks = list(kind.rows().values_list("pk", flat=True))
    types = len({type(row) for row in kind.rows()})
    assert queries_to_index(kind, pks) == types + 2  # which pages, and the restrictions


# Stamps ----------------------------------------------------------------------------------------------------------------


def stamp(kind: PortalPageKind, page: Page) -> str:
    """The stamp from a named tuple of columns, as the sweeper computes it."""
    columns = kind.rows().filter(pk=page.pk).values_list("pk", *kind.stamp_fields, named=True).get()
    assert kind.stamp(columns) == kind.stamp(kind.rows().get(pk=page.pk))
    return kind.stamp(columns)


def test_a_release_changes_the_stamp_and_a_draft_does_not(person) -> None:
    author, second = person(EDITOR), person(EDITOR)
    for kind, page in zip(KINDS, (content_page(), news_page(), faq_page()), strict=True):
        before = stamp(kind, page)
        page.title = "Neuer Titel"
        page.save_revision(user=author)
        assert stamp(kind, page) == before
        release(page, author=author, second=second)
        assert stamp(kind, page) != before


def test_a_move_changes_the_stamps_of_descendants() -> None:
    section, target = content_page(), content_page()
    faq = faq_page(parent=section)
    before = stamp(Pages(), section), stamp(Questions(), faq)
    Page.objects.get(pk=section.pk).move(Page.objects.get(pk=target.pk), pos="last-child")
    assert stamp(Pages(), section) != before[0]
    assert stamp(Questions(), faq) != before[1]


def test_the_fallback_search_uses_existing_columns(person) -> None:
    page = content_page(lead="Ein seltenes Zauberwort.")
    for kind in KINDS:
        for name in kind.fallback_fields:
            assert kind.visible_to(person(MEMBER)).filter(**{f"{name}__icontains": "gibtesnicht"}).count() == 0
    assert Pages().visible_to(AnonymousUser()).filter(lead__icontains="zauberwort").get().pk == page.pk


def test_every_kind_of_legal_page_is_found() -> None:
    kinds = {row.kind for row in Pages().rows() if isinstance(row, LegalPage)}
    assert kinds == set(LegalKind.values)
