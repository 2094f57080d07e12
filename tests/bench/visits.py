"""Pages of members to measure, and sessions for the personas that visit them. Runs inside Django."""

import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.http import HttpRequest
from django.test import Client

from netzwerk.members.allauth_internals import record_authentication
from netzwerk.members.demo.personas import HOME, person_of
from tests.bench.load import BROWSER
from tests.counting import fewest_queries
from tests.factories.second_factor import enrol_app

PROFILE = f"/organisationen/{HOME}/"
DESK = "/geschaeftsstelle/"
VISITOR, MEMBER, COORDINATOR, OFFICE, EDITOR = "visitor", "member", "coordinator", "office", "editor"
PERSONA_OF = {MEMBER: "mitglied", COORDINATOR: "koordination", OFFICE: "geschaeftsstelle", EDITOR: "redaktion"}
WITH_APP = (OFFICE, EDITOR)


@dataclass(frozen=True)
class Visit:
    name: str
    who: str  # a persona of the demo by its role, or a visitor without account
    path: str
    session: str = ""


VISITS = (
    Visit("directory", VISITOR, "/organisationen/"),
    Visit("directory, searched", VISITOR, "/organisationen/?q=st+linden"),
    Visit("directory, two facets", VISITOR, "/organisationen/?art=town&thema=fallmanagement"),
    Visit("directory, page 50", VISITOR, "/organisationen/?seite=50"),
    Visit("organisation's profile", VISITOR, PROFILE),
    Visit("organisation's profile", MEMBER, PROFILE),
    Visit("people to ask", MEMBER, "/menschen/"),
    Visit("people to ask, two facets", MEMBER, "/menschen/?thema=wohnen&art=city"),
    Visit("Mein Bereich", MEMBER, "/mein-bereich/"),
    Visit("Mein Bereich", COORDINATOR, "/mein-bereich/"),
    Visit("Mein Bereich", OFFICE, "/mein-bereich/"),
    Visit("people of the organisation", COORDINATOR, f"{PROFILE}personen/"),
    Visit("office desk", OFFICE, DESK),
    Visit("applications", OFFICE, f"{DESK}antraege/?stand=alle"),
    Visit("organisations", OFFICE, f"{DESK}organisationen/"),
    Visit("organisations without coordination", OFFICE, f"{DESK}organisationen/?stand=ohne"),
    Visit("people", OFFICE, f"{DESK}personen/"),
    Visit("people, searched, one role", OFFICE, f"{DESK}personen/?suche=an&rolle=coordinator"),
    Visit("roles", OFFICE, f"{DESK}rollen/"),
    Visit("roles, searched", OFFICE, f"{DESK}rollen/?suche=linden"),
    Visit("log", OFFICE, f"{DESK}protokoll/"),
    Visit("log, searched", OFFICE, f"{DESK}protokoll/?suche=linden"),
    Visit("own data", COORDINATOR, "/konto/meine-daten/"),
)


def visits() -> list[dict[str, str]]:
    """All visits, with a session for each persona."""
    sessions = {VISITOR: ""} | {who: session_of(who) for who in (MEMBER, COORDINATOR, OFFICE)}
    return [asdict(visit) | {"session": sessions[visit.who]} for visit in VISITS]


def session_of(who: str) -> str:
    """Key of a logged-in session, with a second factor for roles that require one."""
    person, client = person_of(PERSONA_OF[who]), Client()
    client.force_login(person)
    if who in WITH_APP:
        if not person.authenticator_set.exists():
            enrol_app(person)
        request = HttpRequest()
        request.session = client.session
        record_authentication(request, person, "mfa", type="totp")
        request.session.save()
    return client.session.session_key


def count_visits(host: str, planned: str) -> list[int]:
    """Number of SQL queries of each visit, warm, under the server's own settings."""
    counts = []
    for number, (path, session) in enumerate(json.loads(planned)):
        visitor = f"10.200.{number // 250}.{number % 250}"  # many visitors, because of rate limits
        client = Client(headers={"host": host, "user-agent": BROWSER, "x-forwarded-for": visitor})
        if session:
            client.cookies[settings.SESSION_COOKIE_NAME] = session
        if (status := client.get(path).status_code) != 200:
            raise SystemExit(f"{path} answered {status}")
        counts.append(fewest_queries(lambda: client.get(path)))  # noqa: B023  called at once
    return counts
