"""References: what they keep, what they show, where things are mentioned, and how many queries it takes."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.members.services.organisations import end_organisation
from netzwerk.portal.models import NewsPage, Reference
from netzwerk.portal.models.references import NOBODY, kind_of, mentions_of, references_to, resolve
from netzwerk.portal.services.references import set_references
from tests.counting import fewest_queries
from tests.factories.organisations import organisation
from tests.factories.pages import content_page, faq_page, news_page, release
from tests.factories.references import refer, rename, target_of
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db


def shown(page, user=None) -> list[tuple[str, bool]]:
    """Titles, each with whether it is a link."""
    return [(one.title, bool(one.url)) for one in resolve(page.references.all(), user or AnonymousUser())]


def test_things_of_each_kind_can_be_referred_to_in_the_editors_order() -> None:
    things = [news_page(title="Die Nachricht"), organisation(name="Der Verein"), practice_report(title="Der Bericht")]
    things += [content_page(title="Die Seite"), faq_page(title="Die Fragen")]
    page = news_page()
    refer(page, *things)
    assert shown(page) == [
        (title, True) for title in ("Die Nachricht", "Der Verein", "Der Bericht", "Die Seite", "Die Fragen")
    ]
    kinds = [one.kind for one in resolve(page.references.all(), AnonymousUser())]
    assert kinds == ["aktuelles", "organisationen", "praxis", "seiten", "seiten"]


def test_todays_title_is_shown_and_that_of_then_is_kept() -> None:
    page, target = news_page(), news_page(title="Alter Titel")
    refer(page, target)
    rename(target, "Neuer Titel")
    assert shown(page) == [("Neuer Titel", True)]
    assert Reference.objects.get(page=page).title == "Alter Titel"


def test_what_was_deleted_stays_readable_as_words() -> None:
    page, target = news_page(), news_page(title="Gab es einmal")
    refer(page, target)
    target.delete()
    assert shown(page) == [("Gab es einmal", False)]
    html = Client().get(page.url).content.decode()
    assert "<span>Gab es einmal</span>" in html


def test_an_organisation_that_left_is_words_too() -> None:
    page, target = news_page(), organisation(name="Ausgetretener Verein")
    refer(page, target)
    end_organisation(target, actor=None)
    assert shown(page) == [("Ausgetretener Verein", False)]


def test_people_cannot_be_referred_to_because_their_names_go_with_their_accounts(person) -> None:
    user = person(MEMBER, profile_open=True)
    assert kind_of(type(user)) is None
    assert references_to([("menschen", user.pk)], person(superuser=True)) == []


def test_hidden_things_cannot_be_chosen(person) -> None:
    draft = news_page(live=False)
    assert references_to([target_of(draft)], person(superuser=True)) == []


def test_the_audience_of_the_time_is_kept(person, members_only) -> None:
    public, closed = news_page(), members_only(news_page())
    rows = references_to([target_of(public), target_of(closed)], person(EDITOR))
    assert rows[0].audience == ""
    assert rows[1].audience.startswith("seite:")


def test_an_unknown_kind_or_audience_shows_nothing(person) -> None:
    rows = [
        Reference(target_kind="gibtesnicht", target_id=1, title="Geheim", audience="x"),
        Reference(target_kind="aktuelles", target_id=0, title="Geheim", audience=NOBODY),
    ]
    assert resolve(rows, person(superuser=True)) == []


def test_a_page_is_mentioned_where_it_is_referred_to() -> None:
    target, source = practice_report(), news_page(title="Die Quelle")
    refer(source, target)
    assert [(one.title, one.url) for one in mentions_of(target, AnonymousUser())] == [("Die Quelle", source.url)]
    html = Client().get(target.url).content.decode()
    assert "Wird erwähnt in" in html and "Die Quelle" in html
    assert "Wird erwähnt in" not in Client().get(source.url).content.decode()


def test_an_organisation_shows_where_it_is_mentioned() -> None:
    home, source = organisation(), news_page(title="Neues über den Verein")
    refer(source, home)
    assert "Neues über den Verein" in Client().get(home.get_absolute_url()).content.decode()


def test_things_that_are_no_pages_refer_too() -> None:
    home, target = organisation(name="Verein mit Hinweis"), practice_report()
    set_references("organisationen", home.pk, references_to([target_of(target)], AnonymousUser()))
    assert [(one.title, one.kind) for one in mentions_of(target, AnonymousUser())] == [
        ("Verein mit Hinweis", "organisationen")
    ]
    rows = list(Reference.objects.by("organisationen", home.pk))
    set_references("organisationen", home.pk, rows)
    assert list(Reference.objects.by("organisationen", home.pk)) == rows, "kept, not made again"
    set_references("organisationen", home.pk, [])
    assert mentions_of(target, AnonymousUser()) == []
    with pytest.raises(ValueError, match="no kind"):
        set_references("menschen", 1, [])


def test_a_reference_has_one_source_and_each_target_once() -> None:
    target, page = news_page(), news_page()
    kind, pk = target_of(target)
    values = {"target_kind": kind, "target_id": pk, "title": "Titel"}
    for wrong in ({}, {"page": page, "source_kind": kind, "source_id": 1}, {"source_kind": kind}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Reference.objects.create(**values, **wrong)
    Reference.objects.create(**values, page=page)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reference.objects.create(**values, page=page)


def test_a_draft_of_a_live_page_changes_no_references_until_a_second_person_approves(person) -> None:
    author, second = person(EDITOR), person(EDITOR)
    page, first, later = news_page(author=author), news_page(title="Zuerst"), news_page(title="Später")
    refer(page, first)
    page = NewsPage.objects.get(pk=page.pk)
    page.references.set(references_to([target_of(later)], author))
    page.save_revision(user=author)
    assert shown(NewsPage.objects.get(pk=page.pk)) == [("Zuerst", True)]
    assert mentions_of(later, AnonymousUser()) == []
    draft = page.get_latest_revision_as_object()
    assert shown(draft) == [("Später", True)]
    release(draft, author=author, second=second)
    assert shown(NewsPage.objects.get(pk=page.pk)) == [("Später", True)]
    assert mentions_of(first, AnonymousUser()) == []
    assert [one.title for one in mentions_of(later, AnonymousUser())] == [page.title]


def test_an_older_version_with_the_same_target_can_be_published_again(person) -> None:
    author, second = person(EDITOR), person(EDITOR)
    page, target = news_page(author=author), news_page(title="Ziel")
    refer(page, target)
    old = page.save_revision(user=author)
    content = old.content
    content["references"][0]["pk"] = None  # as in a draft in which it was new
    old.content = content
    old.save()
    release(old.as_object(), author=author, second=second)
    assert shown(NewsPage.objects.get(pk=page.pk)) == [("Ziel", True)]


def test_what_is_chosen_is_not_listed_again_as_more_news() -> None:
    target, page = news_page(title="Nur einmal bitte"), news_page()
    refer(page, target)
    html = Client().get(page.url).content.decode()
    assert html.count("Nur einmal bitte") == 1


@pytest.mark.usefixtures("without_similar_pages")
def test_more_references_and_mentions_need_as_many_queries() -> None:
    def counts(number: int) -> tuple[int, int]:
        page, target = news_page(), practice_report()
        refer(
            page, *(make() for make in (news_page, practice_report, organisation, content_page) for _ in range(number))
        )
        for _ in range(number):
            refer(news_page(), target)
        return tuple(fewest_queries(lambda one=one: Client().get(one.url)) for one in (page, target))

    assert counts(1) == counts(3)


def test_resolving_asks_once_for_each_kind() -> None:
    page = news_page()
    refer(page, news_page(), news_page(), practice_report(), practice_report(), organisation())
    rows = list(page.references.all())
    with CaptureQueriesContext(connection) as captured:
        assert len(resolve(rows, AnonymousUser())) == 5
    tables = [query["sql"] for query in captured if "wagtailcore_pageviewrestriction" not in query["sql"]]
    assert len(tables) == 3
    with CaptureQueriesContext(connection) as captured:
        assert resolve([], AnonymousUser()) == []
    assert len(captured) == 0
