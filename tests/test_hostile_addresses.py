"""Every route with hostile values in path and query, for several roles: the response is never a 500.

CI uses a few values, which differ by route and role; `make soak` uses all.
"""

from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import ResolverMatch
from wagtail.models import Collection

from netzwerk.files.models import PortalDocument, PortalImage
from netzwerk.members.models import User
from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.portal.middleware import InvalidValuesMiddleware
from netzwerk.portal.models import PortalPage
from tests.conftest import rounds
from tests.factories.people import PersonFactory
from tests.hostile import COMMON, NUMBERS, WORDS, Route, all_routes, names_in

pytestmark = [pytest.mark.django_db, pytest.mark.soak]

FEW = 1  # values for each parameter
ROLES = ("superuser", "editor", "member", "anonymous")
ENDS_THE_SESSION = ("logout", "login")
ON_PURPOSE = ("failwhale",)


class Visitor:
    """A client that rolls back every request and records server errors."""

    def __init__(self, role: str) -> None:
        grant = {"editor": EDITOR, "member": MEMBER}.get(role)
        self._user: User | None = None
        if role != "anonymous":
            self._user = PersonFactory.with_role(grant, superuser=role == "superuser")
        self.new_client()
        self.broken: list[str] = []

    def new_client(self) -> None:
        self._client = Client(raise_request_exception=False)
        if self._user:
            self._client.force_login(self._user)

    def get(self, address: str):
        with transaction.atomic():
            answer = self._client.get(address)
            is_a_report = address.startswith("/gesund/") and answer.status_code == 503  # no clock runs in tests
            if answer.status_code >= 500 and not is_a_report:
                self.broken.append(f"{answer.status_code} {address[:300]}")
            transaction.set_rollback(True)
        return answer


def values_for(values: list[str], turn: int) -> Iterator[str]:
    """Some of the values, other ones for each number `turn`."""
    for number in range(min(rounds(FEW), len(values))):
        yield values[(turn + number * 7) % len(values)]


def quoted(value: str) -> str:
    """Percent-encoded, unless it is already."""
    return value if "%" in value and value.isascii() else quote(value, safe="")


def known_ids() -> list[str]:
    """Ids of a page, a picture, a document and a collection."""
    pages = PortalPage.objects.live().order_by("pk")
    sources = (
        pages.values_list("pk", flat=True)[3:4],
        *(
            model.objects.order_by("pk").values_list("pk", flat=True)[:1]
            for model in (PortalImage, PortalDocument, Collection)
        ),
    )
    return [str(pk) for pk in chain(*sources)]


def hostile_paths(route: Route, ids: list[str], turn: int) -> Iterator[str]:
    others = dict.fromkeys([name for name, converter in route.parameters.items() if converter == "int"], ids[0])
    for name, converter in route.parameters.items():
        values = [*NUMBERS.values(), *(WORDS.values() if converter != "int" else ())]
        for value in values_for(values, turn):
            yield route.address(**{**others, name: quoted(value)})


def first_working_url(visitor: Visitor, route: Route, ids: list[str]) -> tuple[str, set[str]] | None:
    """A URL of this route that shows a page, and the names of the fields on the page."""
    numbered = [
        name for name, converter in route.parameters.items() if converter == "int" or name in ("pk", "object_id")
    ]
    for pk in ["1", *ids] if numbered else ["1"]:
        address = route.address(**dict.fromkeys(numbered, pk))
        answer = visitor.get(address)
        if answer.status_code == 200:
            return address, set() if answer.streaming else names_in(answer.content.decode(errors="replace"))
    return None


def get_with_query(visitor: Visitor, address: str, names: list[str], value: str) -> None:
    """Send the value for all names at once; if that is refused, for half of them, down to each alone."""
    query = "&".join(f"{quote(name)}={value}&{quote(name)}[]={value}" for name in names)
    if visitor.get(f"{address}?{query}").status_code not in (200, 302) and len(names) > 1:
        half = len(names) // 2
        get_with_query(visitor, address, names[:half], value)
        get_with_query(visitor, address, names[half:], value)


@pytest.fixture
def _as_without_a_transaction(settings) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.hostile.SavepointMiddleware"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("_as_without_a_transaction")
def test_no_hostile_value_causes_a_server_error(role: str) -> None:
    visitor, ids = Visitor(role), known_ids()
    count = 0
    for turn, route in enumerate(all_routes(), start=ROLES.index(role)):
        if any(word in route.key for word in (*ENDS_THE_SESSION, *ON_PURPOSE)):
            continue
        for address in hostile_paths(route, ids, turn):
            visitor.get(address)
            count += 1
        if found := first_working_url(visitor, route, ids):
            address, names = found
            for value in values_for([*NUMBERS.values(), *WORDS.values()], turn):
                get_with_query(visitor, address, sorted(names.union(COMMON)), quoted(value))
                count += 1
    print(f"{role}: {count} hostile addresses, {len(visitor.broken)} broken")
    assert count > 200
    assert visitor.broken == []


@pytest.mark.parametrize(
    "address",
    [
        f"/menschen/{'9' * 19}/",
        f"/dateien/dokument/{'9' * 30}/x.pdf",
        '/redaktion/documents/?q="',
        '/redaktion/images/?q=Bericht "zu',
        "/redaktion/images/chooser/?q=Haus&tag=Haus",
        "/redaktion/reports/workflow/?created_at_from=0001-01-01",
        f"/redaktion/api/main/pages/?offset={'9' * 19}",
        "/redaktion/choose-page/?parent_page_id=abc",
        "/redaktion/choose-external-link/?parent_page_id=9999-12-31",
        "/redaktion/images/chooser/chosen-multiple/?id=",
        f"/redaktion/pages/{'9' * 25}/edit/",
        "/suche/?q=a%00b&seite=" + "9" * 5_000,
    ],
)
@pytest.mark.usefixtures("_as_without_a_transaction")
def test_regressions(address: str) -> None:
    visitor = Visitor("superuser")
    assert visitor.get(address).status_code in (200, 404)
    assert visitor.broken == []


@pytest.mark.usefixtures("_as_without_a_transaction")
def test_cookies_with_null_bytes_are_ignored() -> None:
    client = Client(raise_request_exception=False)
    client.cookies.load('sessionid="\\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; csrftoken="\\000"')
    assert client.get("/mein-bereich/").status_code == 302


def test_an_error_in_our_own_code_stays_a_server_error() -> None:
    """Only errors of the database or a package count as errors of the request."""
    from netzwerk.surfaces.registry import Registry

    request = RequestFactory().get("/?id=1")
    request.resolver_match = ResolverMatch(lambda request: None, (), {})
    middleware = InvalidValuesMiddleware(lambda request: None)
    registry: Registry = Registry()
    try:
        registry.register(1)
    except AttributeError as error:
        assert middleware.process_exception(request, error) is None
    else:
        pytest.fail("the registry took a number")
