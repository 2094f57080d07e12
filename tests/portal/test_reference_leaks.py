"""Each role sees of a hidden or deleted target, and of a hidden source, what it may see and nothing more."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from wagtail.models import PageViewRestriction

from netzwerk.members.models import User
from netzwerk.members.roles import ROLES, Scope
from netzwerk.portal.models import ContentPage, NewsPage, PortalPage
from netzwerk.portal.models.references import mentions_of, resolve
from tests.factories.pages import content_page, news_page
from tests.factories.references import refer, rename
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db
THEN, NOW = "Quastelfrost Wintergarten", "Karpador Sommerhaus"
OUTSIDE = {"nobody", "without role"}  # an account without a role is not a member
NOTHING, WORDS, LINK = "nothing", "words", "link"


@pytest.fixture
def readers(person) -> dict[str, User | None]:
    """An anonymous user, a user without a role, and one of each network role."""
    people = {"nobody": None, "without role": person(), "superuser": person(superuser=True)}
    return people | {role.key: person(role) for role in ROLES if role.scope == Scope.NETWORK}


@pytest.fixture
def closed_section(members_only) -> ContentPage:
    return members_only(content_page(title="Geschlossener Bereich"))


@pytest.fixture
def make(closed_section) -> dict[str, Callable[..., PortalPage]]:
    """Targets with the old title: public ones of three kinds, and one in the closed section."""
    return {
        "news": lambda: news_page(title=THEN),
        "report": lambda: practice_report(title=THEN),
        "page": lambda: content_page(title=THEN),
        "closed": lambda: content_page(title=THEN, parent=closed_section),
    }


def hide(page: PortalPage) -> None:
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)


def group_only(page: PortalPage) -> None:
    """For a group to which nobody belongs."""
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.GROUPS)


CHANGES: dict[str, Callable[[PortalPage], object]] = {
    "unchanged": lambda page: None,
    "closed later": hide,
    "closed to all but a group": group_only,
    "withdrawn": lambda page: page.unpublish(),
    "deleted": lambda page: page.delete(),
}
# What outsiders and members see of a target that was public, and of one that was for members, after each change. The
# superuser belongs to every group.
EXPECTED = {
    ("public", "unchanged"): (LINK, LINK),
    ("public", "closed later"): (WORDS, LINK),
    ("public", "closed to all but a group"): (WORDS, WORDS),
    ("public", "withdrawn"): (WORDS, WORDS),
    ("public", "deleted"): (WORDS, WORDS),
    ("closed", "unchanged"): (NOTHING, LINK),
    ("closed", "closed later"): (NOTHING, LINK),
    ("closed", "closed to all but a group"): (NOTHING, WORDS),
    ("closed", "withdrawn"): (NOTHING, WORDS),
    ("closed", "deleted"): (NOTHING, WORDS),
}


def seen(html: str, target_slug: str) -> str:
    """What a page shows of the target: a link with today's title, the title of then as words, or nothing at all."""
    main = html.partition("<main")[2].partition("</main>")[0]
    section = re.search(r'<section[^>]*aria-labelledby="mehr-dazu">.*?</section>', main, re.DOTALL)
    inside = section[0] if section else ""
    assert NOW not in main.replace(inside, "") and target_slug not in main.replace(inside, "")
    if NOW in inside:
        assert THEN not in inside and target_slug in inside
        return LINK
    assert target_slug not in inside
    return WORDS if f"<span>{THEN}</span>" in inside else NOTHING if not section else "an empty section"


@pytest.mark.parametrize("kind", ["news", "report", "page", "closed"])
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.usefixtures("without_similar_pages")
def test_each_role_sees_of_a_target_what_it_may_see(kind: str, change: str, make, readers, login, person) -> None:
    target, sources = make[kind](), [news_page(), practice_report()]
    for source in sources:
        refer(source, target, user=person(superuser=True))
    rename(target, NOW)
    slug = target.slug
    CHANGES[change](PortalPage.objects.get(pk=target.pk).specific)
    outsiders, members = EXPECTED["closed" if kind == "closed" else "public", change]
    for name, reader in readers.items():
        expected = outsiders if name in OUTSIDE else members
        if name == "superuser" and change == "closed to all but a group":
            expected = LINK
        client = login(reader) if reader else Client()
        for source in sources:
            assert seen(client.get(source.url).content.decode(), slug) == expected, (name, type(source))


@pytest.mark.parametrize("kind", ["news", "report", "page"])
@pytest.mark.usefixtures("without_similar_pages")
def test_hidden_and_deleted_targets_look_the_same(kind: str, make) -> None:
    pages = {}
    for change in ("closed later", "withdrawn", "deleted"):
        source, target = news_page(title="Quelle", slug=f"quelle-{change.replace(' ', '-')}"), make[kind]()
        refer(source, target)
        CHANGES[change](PortalPage.objects.get(pk=target.pk).specific)
        shown = resolve(NewsPage.objects.get(pk=source.pk).references.all(), AnonymousUser())
        pages[change] = [(one.title, one.url, one.kind, one.kind_label) for one in shown]
    assert pages["closed later"] == pages["withdrawn"] == pages["deleted"] != []


SOURCES = {
    "public": lambda page: None,
    "closed": hide,
    "closed to all but a group": group_only,
    "withdrawn": lambda page: page.unpublish(),
    "deleted": lambda page: page.delete(),
}
MENTIONED_TO = {"public": (True, True), "closed": (False, True)}


@pytest.mark.parametrize("state", SOURCES)
@pytest.mark.usefixtures("without_similar_pages")
def test_each_role_sees_mentions_only_in_what_it_may_see(state: str, readers, login) -> None:
    target = practice_report()
    source = content_page(title=THEN)
    refer(source, target)
    rename(source, NOW)
    SOURCES[state](PortalPage.objects.get(pk=source.pk).specific)
    outsiders, members = MENTIONED_TO.get(state, (False, False))
    for name, reader in readers.items():
        expected = outsiders if name in OUTSIDE else members
        if name == "superuser" and state == "closed to all but a group":
            expected = True
        html = (login(reader) if reader else Client()).get(target.url).content.decode()
        assert (NOW in html) == expected, name
        assert ("Wird erwähnt in" in html) == expected, name
        assert THEN not in html, name


def test_drafts_mention_nothing(person) -> None:
    target, draft = practice_report(), news_page(title=THEN, live=False)
    refer(draft, target)
    assert mentions_of(target, person(superuser=True)) == []


@pytest.mark.usefixtures("without_similar_pages")
def test_control_the_sweep_would_find_a_leak(make, monkeypatch) -> None:
    """Without the check of the audience, an outsider would read the title of what was never public."""
    source, target = news_page(), make["closed"]()
    refer(source, target, user=User.objects.create_superuser("alles@test.example"))
    assert seen(Client().get(source.url).content.decode(), target.slug) == NOTHING
    source.references.update(audience="")
    assert seen(Client().get(source.url).content.decode(), target.slug) == WORDS
