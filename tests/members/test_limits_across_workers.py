"""Guessing at a real server with two worker processes: limits are counted together, whatever headers and spellings say."""

import contextlib
import re
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

from netzwerk.members.demo.personas import PASSWORD
from tests.e2e import server

# The domain may be written in other signs that mean the same; a local part in such signs is no valid address at all.
SPELLINGS = (
    *("redaktion@demo.example", "REDAKTION@demo.example", " redaktion@demo.example "),
    *("redaktion@ｄｅｍｏ.example", "Redaktion@Demo.ＥＸＡＭＰＬＥ", "redaktion@demo.examⓟle"),
)


@contextlib.contextmanager
def two_workers(folder: Path, shared: Path) -> Iterator[str]:
    """A portal with its own database; its log names the process that answered each request."""
    port = server.free_port()
    server.copy_demo(folder, port, shared)
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "netzwerk.wsgi", "--bind", f"localhost:{port}", "--workers", "2"),
                *("--no-control-socket", "--access-logfile", "-", "--access-logformat", "answered by %(p)s"),
            ],
            cwd=server.ROOT,
            env=server.environment(port, folder),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            server.wait_until_it_answers(process, f"http://localhost:{port}", folder / "server.log")
            yield f"http://localhost:{port}"
        finally:
            server.stop(process)


def guess(portal: str, email: str, password: str, forwarded: str) -> str:
    """One try from a fresh browser; returns "inside" or the page's text. Our proxy adds the last address, the rest is said."""
    browser = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar())
    )
    browser.addheaders = [("X-Forwarded-For", forwarded), ("Connection", "close")]
    address = f"{portal}/konto/anmelden/"
    page = browser.open(address, timeout=20).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    data = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "login": email, "password": password})
    answer = browser.open(address, data.encode(), timeout=20)
    return "inside" if "/mein-bereich/" in answer.url else answer.read().decode()


def test_limits_hold_across_processes_spellings_and_invented_addresses(tmp_path: Path, shared_folder: Path) -> None:
    with two_workers(tmp_path, shared_folder) as portal:
        assert guess(portal, "mitglied@demo.example", PASSWORD, "203.0.113.1") == "inside"

        # One account, each guess from another place and in another spelling.
        for number, spelling in enumerate(SPELLINGS[1:]):
            assert "Zu viele" not in guess(portal, spelling, "falsch geraten", f"198.51.100.{number}")
        for number, spelling in enumerate(SPELLINGS):
            assert "Zu viele" in guess(portal, spelling, PASSWORD, f"198.51.100.{100 + number}")

        # One place that invents an address before its own, and guesses at one account after the other.
        said = [
            guess(portal, f"person{number}@demo.example", "falsch geraten", f"10.0.0.{number}, 192.0.2.7")
            for number in range(11)
        ]
        assert ["Zu viele" in page for page in said] == [False] * 10 + [True]
        assert "Zu viele" in guess(portal, "mitglied@demo.example", PASSWORD, "10.9.9.9, 192.0.2.7")
        assert guess(portal, "mitglied@demo.example", PASSWORD, "10.9.9.9, 192.0.2.8") == "inside"
    answered = set(re.findall(r"answered by \S+", (tmp_path / "server.log").read_text()))
    assert len(answered) == 2, "both workers took part"
