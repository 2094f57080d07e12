"""The worker as real processes: a mail server that hangs delays no other job, and no process outlives a kill -9."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from django.db import connection
from django_q.models import OrmQ

from netzwerk.post.models import Message
from netzwerk.post.services import queue_mail
from netzwerk.search.models import IndexChange
from netzwerk.search.services import indexing
from tests.factories.organisations import organisation
from tests.killing import is_running, wait_until
from tests.test_architecture import ROOT

pytestmark = pytest.mark.django_db(transaction=True)

MAILS = 40
PROMISED = 2.0  # seconds from a change to a hit
WIDE = 15.0  # also on a busy machine; forty mails of twenty seconds would take much longer


@contextmanager
def silent_server() -> Iterator[int]:
    """A mail server that accepts connections and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
        yield server.getsockname()[1]


@contextmanager
def worker(folder: Path, mail_port: int) -> Iterator[subprocess.Popen]:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.surfaces.worker_settings",
        "WORKER_DATABASE": str(connection.settings_dict["NAME"]),
        "WORKER_SEARCH_DIR": str(folder / "search"),
        "WORKER_MAIL_PORT": str(mail_port),
    }
    with (folder / "worker.log").open("w") as log:
        command = [sys.executable, "manage.py", "worker"]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            wait_until(lambda: not processes_of(process.pid), "the worker's processes do not end")


def processes_of(group: int) -> list[int]:
    """Ids of the running processes of this group, without zombies."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _parent, of = status.read_text().rpartition(")")[2].split()[:3]
            if int(of) == group and state != "Z":
                found.append(int(status.parent.name))
    return found


def jobs_are_done(queue: str) -> bool:
    return not OrmQ.objects.filter(key=queue).exists()


def test_a_mail_server_that_hangs_does_not_delay_the_index(settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR, settings.SEARCH_ENGINE = str(tmp_path / "search"), "embedded"
    indexing.rebuild()
    with silent_server() as port:
        Message.objects.all().delete()  # the demo has some of its own
        for number in range(MAILS):
            queue_mail(to=f"person{number}@ort.example", subject="x", text="x")
        with worker(tmp_path, port):
            wait_until(lambda: Message.objects.filter(state=Message.State.SENDING).exists(), "no mail is tried")
            took = []
            for number in range(5):
                began = time.monotonic()
                organisation(name=f"Haus {number}")
                wait_until(lambda: not IndexChange.objects.pending().exists(), "the index is not updated")
                took.append(time.monotonic() - began)
            waiting = Message.objects.unsent().filter(subject="x").count()  # the clock writes others
    print(
        f"mail server hangs, {waiting} mails wait; a change is in the index after {[round(one, 1) for one in took]} s"
    )
    assert waiting == MAILS
    assert max(took) < WIDE


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the list of processes from /proc")
def test_no_process_of_the_worker_outlives_its_kill(settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = str(tmp_path / "search")
    with silent_server() as port, worker(tmp_path, port) as process:
        # Two clusters: this process with sentinel, two workers, monitor and pusher; and the mail cluster with one worker.
        wait_until(lambda: len(processes_of(process.pid)) >= 11, "the clusters do not start")
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        wait_until(lambda: not processes_of(process.pid), "children outlive the worker")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the list of processes from /proc")
def test_a_terminated_worker_stops_all_its_processes(settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = str(tmp_path / "search")
    with silent_server() as port, worker(tmp_path, port) as process:
        wait_until(lambda: len(processes_of(process.pid)) >= 11, "the clusters do not start")
        of_mail_cluster = max(processes_of(process.pid))
        os.kill(process.pid, signal.SIGTERM)
        assert process.wait(30) == 0
        assert not is_running(of_mail_cluster)
        assert processes_of(process.pid) == []


def test_the_mail_cluster_is_started_again_when_it_dies(settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = str(tmp_path / "search")
    with silent_server() as port, worker(tmp_path, port) as process:
        wait_until(lambda: len(processes_of(process.pid)) >= 11, "the clusters do not start")
        (mail,) = [
            pid for pid in processes_of(process.pid) if b"--queue" in cmdline(pid) and parent_of(pid) == process.pid
        ]
        os.kill(mail, signal.SIGKILL)
        wait_until(
            lambda: not is_running(mail) and len(processes_of(process.pid)) >= 11,
            "the mail cluster is not started again",
        )


def cmdline(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
