"""The number of queries of a page does not grow with the data; `make bench` measures pages with 2,000 and 20,000 rows."""

from functools import partial

import pytest

from netzwerk.members.models import Organisation, User
from netzwerk.members.roles import CASEWORKER, COORDINATOR, MEMBER, OFFICE
from netzwerk.members.services.log import log_action
from netzwerk.members.services.memberships import join_organisation
from netzwerk.post.models import Notification
from tests.counting import fewest_queries
from tests.factories.grants import application, grant, invitation
from tests.factories.organisations import organisation, pilot_site
from tests.factories.people import PersonFactory
from tests.factories.terms import topic_at

pytestmark = pytest.mark.django_db
LIMIT = 27  # for "Mein Bereich" of the office: each feature with a card adds a query
OWN_DATA, OWN_DATA_LIMIT = "/konto/meine-daten/", 46  # a query for each model with data of a person
DESK = "/geschaeftsstelle/"
PAGES = (
    (None, "/organisationen/"),
    (None, "/organisationen/?q=test&art=provider&thema=wohnen"),
    (None, "{home}"),
    (MEMBER, "{home}"),
    (MEMBER, "/menschen/"),
    (MEMBER, "/menschen/?thema=wohnen&art=provider"),
    (MEMBER, "/mein-bereich/"),
    (COORDINATOR, "/mein-bereich/"),
    (OFFICE, "/mein-bereich/"),
    (COORDINATOR, "{home}personen/"),
    (COORDINATOR, OWN_DATA),
    (OFFICE, DESK),
    (OFFICE, f"{DESK}antraege/?stand=alle"),
    (OFFICE, f"{DESK}organisationen/"),
    (OFFICE, f"{DESK}organisationen/?stand=ohne"),
    (OFFICE, f"{DESK}personen/?suche=test&rolle=member"),
    (OFFICE, f"{DESK}rollen/?suche=test"),
    (OFFICE, f"{DESK}protokoll/?suche=test"),
)


def grow(number: int, home: Organisation, worker: User) -> None:
    """Add organisations with a pilot site and a person each, and as many rows for `home` and for `worker`."""
    topic, _made = topic_at("wohnen", "Wohnen"), None
    for _number in range(number):
        place = organisation(latitude="51.1", longitude="9.2")
        place.topics.add(topic)
        user = PersonFactory.with_role(MEMBER, home=place, profile_open=True)
        user.topics.add(topic)
        join_organisation(user, home, actor=None)
        grant(user, CASEWORKER, site=pilot_site(place))
        grant(user, MEMBER, organisation=home)
        log_action("joined", place, actor=worker)
        application()
        invitation(home, invited_by=worker)
        Notification.objects.create(person=worker, kind="joining", title="Neu", url="/mein-bereich/")


def test_ten_times_as_many_rows_need_no_more_queries(client, login) -> None:
    home = organisation()
    pilot_site(home)
    people = {role: PersonFactory.with_role(role, home=home) for role in (MEMBER, COORDINATOR, OFFICE)}
    browsers = {None: client} | {role: login(user) for role, user in people.items()}

    def counted() -> dict[tuple[str, str], int]:
        counts = {}
        for role, address in PAGES:
            path = address.format(home=home.get_absolute_url())
            assert browsers[role].get(path).status_code == 200, path
            counts[role.key if role else "visitor", path] = fewest_queries(partial(browsers[role].get, path))
        return counts

    grow(3, home, people[COORDINATOR])
    few = counted()
    grow(30, home, people[COORDINATOR])
    assert counted() == few
    assert {page: number for page, number in few.items() if number > LIMIT and page[1] != OWN_DATA} == {}
    assert few[COORDINATOR.key, OWN_DATA] <= OWN_DATA_LIMIT
