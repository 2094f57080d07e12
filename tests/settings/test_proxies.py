"""Through a real gunicorn: forwarding headers count only if the settings name a number of proxies."""

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e import server
from tests.settings.test_settings import GOOD, OURS
from tests.test_architecture import ROOT

FORWARDED = {"X-Forwarded-Proto": "https"}


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("portal.example", timeout=20)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


@contextmanager
def production(folder: Path, proxies: int) -> Iterator[dict[str, str]]:
    """gunicorn with its own defaults and production settings, at a port and at a socket in the file system."""
    port, path = server.free_port(), str(folder / "portal.sock")
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    more = {"DATABASE_URL": f"sqlite:///{folder / 'empty.sqlite3'}", "TRUSTED_PROXY_COUNT": str(proxies)}
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "netzwerk.wsgi", "--no-control-socket"),
                *("--bind", f"127.0.0.1:{port}", "--bind", f"unix:{path}"),
            ],
            cwd=ROOT,
            env=clean | GOOD | more,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            server.wait_until_it_answers(process, f"http://127.0.0.1:{port}", folder / "log")
            yield {"tcp": f"127.0.0.1:{port}", "unix": path}
        finally:
            server.stop(process)


def answer(transport: str, place: str, headers: dict[str, str]) -> tuple[int, str]:
    connection = UnixConnection(place) if transport == "unix" else http.client.HTTPConnection(place, timeout=20)
    connection.request("GET", "/robots.txt", headers={"Host": "portal.example", **headers})
    found = connection.getresponse()
    connection.close()
    return found.status, found.headers.get("Location", "")


@pytest.mark.parametrize("proxies", [0, 1])
def test_forwarding_headers_count_only_behind_a_proxy_of_ours(tmp_path: Path, proxies: int) -> None:
    """Production redirects HTTP to HTTPS, unless a trusted proxy says that the visitor uses HTTPS."""
    to_https = (301, "https://portal.example/robots.txt")
    with production(tmp_path, proxies) as places:
        for transport, place in places.items():
            assert answer(transport, place, {}) == to_https, transport
            assert answer(transport, place, FORWARDED) == ((200, "") if proxies else to_https), transport
            for name in ("X-Forwarded-Ssl", "X-Forwarded-Protocol"):
                assert (
                    answer(transport, place, {name: "on" if name.endswith("Ssl") else "ssl"})[0] == 301 or proxies
                ), transport
        if not proxies:
            wrong = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example;proto=https"}
            assert answer("unix", places["unix"], wrong) == to_https
            assert answer("unix", places["unix"], {"SCRIPT_NAME": "/robots.txt"}) == to_https
