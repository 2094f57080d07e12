"""Being in the admin opens no page and no file: whoever has no rights to them reads no title of a draft, through no screen."""

from collections.abc import Iterator

import pytest
from django.urls import URLResolver, get_resolver
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from netzwerk.members.roles import ADMINISTRATION, EDITOR
from netzwerk.portal.models import FourEyesTask, StartPage
from tests.access.routes import WORDS, fill
from tests.factories.pages import content_page, news_page, paper, picture

pytestmark = pytest.mark.django_db
WORD, SECRET = "Kanarienvogel", "Sperling"  # what may be searched for, and what must not come back
TEXTS = (*WORDS, "app_name", "action_name", "filter_spec", "name", "key", "uidb64", "token")
QUERIES = ("", f"?q={WORD}", "?id={draft}&id={closed}&id={document}&id={image}", f"?search={WORD}", "?fields=*")


@pytest.fixture
def hidden(person) -> dict[str, int]:
    """A draft, a submitted draft, a closed page, and files of drafts, of closed pages and of closed folders; ids by kind."""
    editor = person(EDITOR)
    draft = news_page(title=f"{WORD} {SECRET} A", author=editor, live=False)
    submitted = news_page(title=f"{WORD} {SECRET} B", author=editor, live=False)
    submitted.get_workflow().start(submitted, editor)
    folder = Collection.get_first_root_node().add_child(name=f"{WORD} {SECRET} C")
    CollectionViewRestriction.objects.create(collection=folder, restriction_type="login")
    document, image = paper(f"{WORD} {SECRET} D"), picture(f"{WORD} {SECRET} E")
    for closed in (paper(f"{WORD} {SECRET} F"), picture(f"{WORD} {SECRET} G")):
        type(closed).objects.filter(pk=closed.pk).update(collection=folder)
    files = {"title": "", "files": [{"document": document.pk, "description": ""}]}
    page = content_page(
        title=f"{WORD} {SECRET} H",
        blocks=[{"type": "downloads", "value": files}],
        picture=image,
        picture_decorative=True,
    )
    page.save_revision(user=editor)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return {
        "draft": draft.pk,
        "submitted": submitted.pk,
        "closed": page.pk,
        "state": submitted.current_workflow_task_state.pk,
        "workflow_state": submitted.current_workflow_state.pk,
        "revision": submitted.latest_revision_id,
        "document": document.pk,
        "image": image.pk,
        "folder": folder.pk,
    }


class Numbers(dict):
    """Fills every parameter of an address that is a number with this one, and those that are named with theirs."""

    def __init__(self, number: int, **named: int) -> None:
        super().__init__()
        self.number, self.named = str(number), named

    def get(self, name: str, default: str | None = None) -> str | None:
        if name in self.named:
            return str(self.named[name])
        return default if name in TEXTS and name != "pk" and name != "object_id" else self.number


def addresses(resolver: URLResolver, numbers: Numbers, prefix: str = "/") -> Iterator[str]:
    for entry in resolver.url_patterns:
        address = prefix + fill(str(entry.pattern), numbers)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, numbers, address)
        else:
            yield address


def in_admin(hidden: dict[str, int]) -> list[str]:
    """Every address of the admin: with each of the hidden things, or, where it names none, with each of the queries."""
    start, task = StartPage.objects.get().pk, FourEyesTask.objects.get().pk
    states = {"task_state_id": hidden["state"], "workflow_state_id": hidden["workflow_state"]}
    by_route: list[list[str]] = []
    for number in dict.fromkeys(
        hidden[name] for name in ("draft", "submitted", "closed", "document", "image", "folder")
    ):
        named = Numbers(number, destination_id=start, task_id=task, revision_id=hidden["revision"], **states)
        by_route.append(list(addresses(get_resolver(), named)))
    found: set[str] = set()
    for same_route in zip(*by_route, strict=True):
        asked = set(same_route)
        if same_route[0].startswith("/redaktion/"):
            found |= asked if len(asked) > 1 else {same_route[0] + query.format(**hidden) for query in QUERIES}
    return sorted(found)


def titles_told(client, asked: list[str]) -> list[str]:
    client.raise_request_exception = False
    told = []
    for address in asked:
        answer = client.get(address)
        body = answer.getvalue() if answer.streaming else answer.content
        if answer.status_code == 200 and SECRET.lower().encode() in body.lower():
            told.append(address)
    return told


def test_the_administration_reads_no_title_of_a_page_or_file(person, login, hidden) -> None:
    asked = in_admin(hidden)
    assert len(asked) > 300
    assert titles_told(login(person(ADMINISTRATION)), asked) == []


def test_the_sweep_would_find_a_title(person, login, hidden) -> None:
    parts = ("/choose-page/", "/move/", "/api/main/documents/", "/documents/chooser/", "/images/chooser/", "/usage/")
    asked = [address for address in in_admin(hidden) if any(part in address for part in parts)]
    told = titles_told(login(person(EDITOR)), asked)
    assert [part for part in parts if not any(part in address for address in told)] == []
