"""Part "bookings": guests' whole way, members' two clicks, a rush for few seats, cancellations with promotion, readers."""

import http.client
import json
import multiprocessing.queues
import os
import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg

from tests.bench import servers
from tests.bench.browser import Browser, form_with
from tests.bench.load import FORK, BenchError, percentile
from tests.bench.workspace import Workspace

CLIENTS = 20
SEATS = 5_000
RUSH, RUSH_SEATS = 500, 30
WORKSHOPS = 50


@dataclass
class Way:
    """Result of one kind of way, sent by many clients; times in seconds."""

    name: str
    aim: str
    done: int = 0
    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    outcome: dict[str, Any] = field(default_factory=dict)

    @property
    def per_second(self) -> float:
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def requests(self) -> float:
        return len(self.times) / self.done if self.done else 0.0

    def milliseconds(self, percent: int) -> float:
        return percentile(sorted(self.times), percent) * 1000


@dataclass
class BookingsRun:
    command: str
    load_before: float
    database: str
    queries: dict[str, int] = field(default_factory=dict)
    amounts: dict[str, Any] = field(default_factory=dict)
    letters: dict[str, int] = field(default_factory=dict)
    ways: list[Way] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """What a client needs for its ways."""

    port: int
    places: Sequence[dict[str, Any]]
    sessions: Sequence[str]
    token_of: Callable[[str], str]


def bench_bookings(
    workspace: Workspace, database_server: str, registrations: int, command: str, say: Callable[[str], None]
) -> BookingsRun:
    """`registrations` for each kind of way."""
    load_before = os.getloadavg()[0]
    say("building the portal with its demo content")
    portal = servers.portal(workspace, database_server)
    run = BookingsRun(command, load_before, str(portal.ask("network")["database"]))
    members = registrations * 4 + RUSH
    say(f"{members} members with sessions")
    sessions = portal.ask("new_members", str(members))
    (one,) = portal.ask("new_workshops", "1", str(SEATS))
    many = portal.ask("new_workshops", str(WORKSHOPS), str(SEATS))
    (few,) = portal.ask("new_workshops", "1", str(RUSH_SEATS))
    (cancelled,) = portal.ask("new_workshops", "1", str(max(registrations // 2, 1)))
    token_of = _tokens(portal)
    run.queries = portal.ask("booking_queries", f"localhost:{portal.port}", str(one["place"]), sessions.pop())

    def measure(name: str, aim: str, work: Callable[..., Any], places: list[dict[str, Any]], own: list[str]) -> None:
        say(name)
        way = _measured(name, aim, work, Plan(portal.port, places, own, token_of), registrations)
        way.outcome = portal.ask("outcome", json.dumps([one["place"] for one in places]))
        run.ways.append(way)

    def take(number: int) -> list[str]:
        found, sessions[:] = sessions[:number], sessions[number:]
        return found

    measure("warming up", "", member_books, [one], take(CLIENTS * 2))
    run.ways.clear()
    measure("(a) guests' whole way", "20 per second", guest_books, [one], [])
    measure("(b) members' two clicks", "40 per second", member_books, [one], take(registrations))
    measure(f"(d) members, {WORKSHOPS} workshops", "", member_books, many, take(registrations))
    measure("(e) 30 % cancel, others move up", "", member_books_or_cancels, [cancelled], take(registrations))
    measure("(f) 95 % read", "", member_reads_or_books, many, take(max(registrations // 10, CLIENTS)))
    say(f"(c) {RUSH} at once for {RUSH_SEATS} seats")
    run.ways.append(_rush(portal, few, take(RUSH)))
    say("writing the letters")
    run.letters = portal.ask("write_all_letters")
    run.amounts = portal.ask("workshop_amounts")
    return run


def guest_books(browser: Browser, plan: Plan, number: int) -> bool:
    """Form, review, mail; then the page of the link, the button, the confirmation."""
    place = plan.places[number % len(plan.places)]["place"]
    email = f"gast{number}@messung.example"
    page = browser.get(f"/termine/anmeldung/{place}/neu/")
    page = browser.send(form_with(page, "form_key"), name="Gerda Gast", email=email, affiliation="", zu="pruefen")
    browser.send(form_with(page, "form_key"), zu="anmelden")
    page = browser.get(f"/termine/anmeldung/gast/{plan.token_of(email)}/")
    page = browser.send(_form_of_review(page))
    return "Sie haben einen Platz" in page


def _form_of_review(page: str) -> Any:
    return form_with(page.replace('class="review" method="post">', 'class="review" method="post"><i name="go">'), "go")


def member_books(browser: Browser, plan: Plan, number: int) -> bool:
    place = plan.places[number % len(plan.places)]["place"]
    page = browser.get(f"/termine/anmeldung/{place}/neu/")
    page = browser.send(form_with(page, "form_key"), zu="anmelden")
    return "Sie haben einen Platz" in page or "Warteliste, Platz" in page


def member_books_or_cancels(browser: Browser, plan: Plan, number: int) -> bool:
    if not member_books(browser, plan, number):
        return False
    if number % 10 < 3:
        found = re.search(r"/termine/anmeldung/(\d+)/", browser.path)
        page = browser.get(f"/termine/anmeldung/{found.group(1)}/absagen/")
        browser.send(form_with(page, "reason"))
    return True


def member_reads_or_books(browser: Browser, plan: Plan, number: int) -> bool:
    """Nineteen pages of workshops for each booking."""
    for turn in range(57):
        browser.get(plan.places[(number + turn) % len(plan.places)]["path"])
    return member_books(browser, plan, number)


def _measured(name: str, aim: str, work: Callable[..., bool], plan: Plan, wanted: int) -> Way:
    """Share the ways among the clients, each a process of its own."""
    if plan.sessions:
        wanted = len(plan.sessions)
    barrier, results = FORK.Barrier(CLIENTS), FORK.Queue()
    processes = [
        FORK.Process(target=_client, args=(work, plan, range(one, wanted, CLIENTS), barrier, results), daemon=True)
        for one in range(CLIENTS)
    ]
    for process in processes:
        process.start()
    shares = [results.get(timeout=600) for _process in processes]
    for process in processes:
        process.join()
    for error in filter(None, (share["error"] for share in shares)):
        raise BenchError(f"{name}: {error}")
    seconds = max(one["ended"] for one in shares) - min(one["began"] for one in shares)
    times = [seconds for one in shares for seconds in one["times"]]
    return Way(name, aim, sum(one["done"] for one in shares), seconds, times)


def _client(
    work: Callable[..., bool], plan: Plan, numbers: range, barrier: Any, results: multiprocessing.queues.Queue
) -> None:
    times: list[float] = []
    done, error = 0, ""
    barrier.wait(60)
    began = time.monotonic()
    for number in numbers:
        browser = Browser(plan.port, f"10.{number // 62_500}.{number // 250 % 250}.{number % 250 + 1}")
        if plan.sessions:
            browser.cookies["sessionid"] = plan.sessions[number]
        try:
            done += bool(work(browser, plan, number))
        except (BenchError, OSError, http.client.HTTPException) as problem:
            error = str(problem) or repr(problem)
            break
        finally:
            times += browser.times
            browser.close()
    results.put({"done": done, "times": times, "began": began, "ended": time.monotonic(), "error": error})


def _rush(portal: servers.Server, few: dict[str, Any], sessions: list[str]) -> Way:
    """People whose form is open confirm at once: each has a thread, which only waits for the answer."""
    browsers = [Browser(portal.port, f"10.9.{number // 250}.{number % 250 + 1}") for number in range(len(sessions))]
    forms = []
    for browser, session in zip(browsers, sessions, strict=True):
        browser.cookies["sessionid"] = session
        forms.append(form_with(browser.get(f"/termine/anmeldung/{few['place']}/neu/"), "form_key"))
        browser.times.clear()
    barrier, answers, errors = threading.Barrier(len(browsers) + 1), [], []

    def confirm(browser: Browser, form: Any) -> None:
        barrier.wait(60)
        try:
            answers.append(browser.send(form, zu="anmelden"))
        except (BenchError, OSError, http.client.HTTPException) as problem:
            errors.append(str(problem) or repr(problem))

    threads = [threading.Thread(target=confirm, args=pair) for pair in zip(browsers, forms, strict=True)]
    for thread in threads:
        thread.start()
    barrier.wait(60)
    for thread in threads:
        thread.join()
    if errors:
        raise BenchError(f"(c): {len(errors)} of {len(browsers)} without an answer: {errors[0]}")
    times = [browser.times[0] for browser in browsers]  # the confirming answer; the page after it is load, too
    name = f"(c) {RUSH} at once for {RUSH_SEATS} seats"
    way = Way(name, "all answered within 8 s", len(answers), max(times), times)
    way.outcome = portal.ask("outcome", json.dumps([few["place"]]))
    return way


def _tokens(portal: servers.Server) -> Callable[[str], str]:
    """What a guest reads in the mail: the client asks the database for the booking, and signs its key as the portal does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.signing")
    os.environ["BENCH_SECRET_KEY"] = portal.env["SECRET_KEY"]
    from netzwerk.seats.tokens import booking_token

    url = portal.env["DATABASE_URL"]

    def token_of(email: str) -> str:
        return booking_token(_newest_booking(url, email))

    return token_of


def _newest_booking(url: str, email: str) -> int:
    question = "SELECT max(id) FROM seats_booking WHERE email = "
    if url.startswith("postgres"):
        with psycopg.connect(url) as connection:
            return connection.execute(question + "%s", (email,)).fetchone()[0]
    import sqlite3

    with sqlite3.connect(url.removeprefix("sqlite:///"), timeout=20) as connection:
        return connection.execute(question + "?", (email,)).fetchone()[0]
