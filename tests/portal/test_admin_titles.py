"""Users of the admin without permissions for pages and files see no title of a hidden one on any screen."""

from collections.abc import Iterator

import pytest
from django.urls import URLResolver, get_resolver
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from netzwerk.members.roles import ADMINISTRATION, EDITOR
from netzwerk.portal.models import FourEyesTask, StartPage
from tests.access.routes import WORDS, fill
from tests.factories.pages import content_page, news_page, paper, picture

pytestmark = pytest.mark.django_db
WORD, SECRET = "Kanarienvogel", "Sperling"  # the word to search for, and the word that must not be in a response
TEXTS = (*WORDS, "app_name", "action_name", "filter_spec", "name", "key", "uidb64", "token")
QUERIES = ("", f"?q={WORD}", "?id={draft}&id={closed}&id={document}&id={image}", f"?search={WORD}", "?fields=*")


@pytest.fixture
def hidden(person) -> dict[str, int]:
    """A draft, a submitted draft, a restricted page, and files of them and of restricted collections; ids by kind."""
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
    """Values for URL parameters: `named` ones by name, all other numbers are `number`."""

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
    """Every URL of the admin, with the id of each hidden object; those without parameters with each of the QUERIES."""
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
        urls = set(same_route)
        if same_route[0].startswith("/redaktion/"):
            found |= urls if len(urls) > 1 else {same_route[0] + query.format(**hidden) for query in QUERIES}
    return sorted(found)


def leaking_addresses(client, addresses: list[str]) -> list[str]:
    client.raise_request_exception = False
    found = []
    for address in addresses:
        answer = client.get(address)
        body = answer.getvalue() if answer.streaming else answer.content
        if answer.status_code == 200 and SECRET.lower().encode() in body.lower():
            found.append(address)
    return found


def test_the_administration_reads_no_title_of_a_page_or_file(person, login, hidden) -> None:
    found = in_admin(hidden)
    assert len(found) > 300
    assert leaking_addresses(login(person(ADMINISTRATION)), found) == []


def test_a_leaking_title_would_be_found(person, login, hidden) -> None:
    parts = ("/choose-page/", "/move/", "/api/main/documents/", "/documents/chooser/", "/images/chooser/", "/usage/")
    chosen = [address for address in in_admin(hidden) if any(part in address for part in parts)]
    leaking = leaking_addresses(login(person(EDITOR)), chosen)
    assert [part for part in parts if not any(part in address for address in leaking)] == []
