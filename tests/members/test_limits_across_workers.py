"""Password guesses against a server with two worker processes: they share the limits, whatever the headers and spellings."""

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

# A domain may contain compatibility characters; in a local part they are invalid.
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
    """A login from a new browser; returns "inside" or the page. The proxy adds the last of the addresses in `forwarded`."""
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


def test_limits_apply_across_processes_spellings_and_forged_addresses(tmp_path: Path, shared_folder: Path) -> None:
    with two_workers(tmp_path, shared_folder) as portal:
        assert guess(portal, "mitglied@demo.example", PASSWORD, "203.0.113.1") == "inside"

        # One account, each guess from another address and in another spelling.
        for number, spelling in enumerate(SPELLINGS[1:]):
            assert "Zu viele" not in guess(portal, spelling, "falsch geraten", f"198.51.100.{number}")
        for number, spelling in enumerate(SPELLINGS):
            assert "Zu viele" in guess(portal, spelling, PASSWORD, f"198.51.100.{100 + number}")

        # One address that forges another one before its own, with guesses at different accounts.
        pages = [
            guess(portal, f"person{number}@demo.example", "falsch geraten", f"10.0.0.{number}, 192.0.2.7")
            for number in range(11)
        ]
        assert ["Zu viele" in page for page in pages] == [False] * 10 + [True]
        assert "Zu viele" in guess(portal, "mitglied@demo.example", PASSWORD, "10.9.9.9, 192.0.2.7")
        assert guess(portal, "mitglied@demo.example", PASSWORD, "10.9.9.9, 192.0.2.8") == "inside"
    answered = set(re.findall(r"answered by \S+", (tmp_path / "server.log").read_text()))
    assert len(answered) == 2, "both workers took part"
