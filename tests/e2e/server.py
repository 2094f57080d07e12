"""A real portal for the browser: gunicorn with the demo's settings, its own database and its own files."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.once import made_once

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60
SECONDS_TO_STOP = 8
NOT_FOR_THE_DEMO = (
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "X_ACCEL_PREFIX",
    "CLAMD_ADDRESS",
    "DEMO_SECOND_FACTOR",
    "SECOND_FACTOR_KEY",
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(port: int, folder: Path, **more: str) -> dict[str, str]:
    """One trusted proxy, so that each browser of the tests can come from an address (and rate limit) of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_FOR_THE_DEMO}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo",
        "PORT": str(port),
        "DATABASE_URL": f"sqlite:///{folder / 'e2e.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "SEARCH_ENGINE": "embedded",
        "SEARCH_DIR": str(folder / "search"),
        "TRUSTED_PROXY_COUNT": "1",
        "PYTHONUNBUFFERED": "1",
        **more,
    }


def copy_demo(folder: Path, port: int, shared: Path) -> None:
    """Into `folder` from the one that the run has built in `shared`. The port is part of the content: sitemap and feed name
    whole addresses."""
    demo = made_once(shared / "portal", lambda new: manage(new, port, "demo", "--if-new"))
    shutil.copytree(demo, folder, dirs_exist_ok=True)
    manage(folder, port, "setup")


def manage(folder: Path, port: int, *command: str) -> None:
    """One of the portal's commands, on the database in this folder."""
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment(port, folder),
        check=True,
        stdout=subprocess.DEVNULL,
    )


@contextlib.contextmanager
def running(folder: Path, port: int, **more: str) -> Iterator[str]:
    """Start a server on the database in this folder; yields its address. Its log stands beside the database.

    `more` are further variables of its environment.
    """
    address = f"http://localhost:{port}"
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "netzwerk.wsgi", "--bind", f"localhost:{port}"),
                *("--workers", "1", "--threads", "8", "--no-control-socket"),
            ],
            cwd=ROOT,
            env=environment(port, folder, **more),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            wait_until_it_answers(process, address, folder / "server.log")
            yield address
        finally:
            stop(process)


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  our own server
        return answer.read().decode()


def wait_until_it_answers(process: subprocess.Popen, address: str, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            fetch(f"{address}/robots.txt")
            return
        except urllib.error.HTTPError as answer:
            answer.close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The portal did not start at {address}:\n{log.read_text()[-3000:]}")


def stop(process: subprocess.Popen) -> None:
    """Ask the leader to end its workers, then end what is left of the whole group."""
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(SECONDS_TO_STOP)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
