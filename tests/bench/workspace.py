"""Folder, databases and servers of a run, all of which are removed at its end."""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests.bench.load import BenchError, fetch, open_connection

ROOT = Path(__file__).resolve().parent.parent.parent
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WORKERS = 2
RESPONSE_SECONDS = "300"  # timeout of gunicorn's workers: an export of 100,000 rows takes longer than the default
SECONDS_TO_START = 60
SECONDS_TO_STOP = 8
SECONDS_TO_PREPARE = 1_800  # an index of 100,000 texts on a busy machine
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")  # environment variables; none of them is read by the settings


@dataclass
class Workspace:
    """A temporary folder; starts child processes and creates databases."""

    folder: Path
    stack: contextlib.ExitStack

    def run(self, *command: str, cwd: Path, env: dict[str, str]) -> str:
        """Run a Python command; return its output. Raises BenchError if it fails."""
        started = subprocess.Popen(
            [sys.executable, *command],
            cwd=cwd,
            env=environment(env),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            output, errors = started.communicate(timeout=SECONDS_TO_PREPARE)
        except BaseException:  # kill its children too
            os.killpg(started.pid, signal.SIGKILL)
            started.wait()
            raise
        if started.returncode:
            raise BenchError(f"{' '.join(command[:4])} failed:\n{output[-2000:]}\n{errors[-4000:]}")
        return output

    def serve(self, wsgi: str, *, port: int, cwd: Path, env: dict[str, str]) -> int:
        """Start gunicorn and wait for its start page; return its process id. Raises BenchError if it fails."""
        log = self.folder / f"{wsgi}-{port}.log"
        command = ["-m", "gunicorn", wsgi, "--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS)]
        with log.open("wb") as output:
            server = subprocess.Popen(
                [
                    *(sys.executable, *command, "--worker-class", "sync", "--timeout", RESPONSE_SECONDS),
                    *("--no-control-socket", "--log-level", "warning"),
                ],
                cwd=cwd,
                env=environment(env),
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # a process group of its own, to kill its children too
            )
        self.stack.callback(_stop, server)
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and server.poll() is None:
            try:
                with open_connection(port) as connection:
                    status, _encoding, _body = fetch(connection, port, "/", "identity")
            except OSError:
                time.sleep(0.1)
                continue
            if status == 200:
                return server.pid
            break
        raise BenchError(f"{wsgi} does not serve its start page:\n{log.read_text()[-4000:]}")

    def database(self, name: str, server: str) -> str:
        """URL of a new empty database: a SQLite file in the folder, or a database on the given PostgreSQL server."""
        if not server:
            return f"sqlite:///{self.folder / name}.sqlite3"
        import psycopg
        from psycopg import sql

        unique = unique_name(f"bench_{name}_")

        def execute(statement: str) -> None:
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(sql.SQL(statement).format(sql.Identifier(unique)))

        execute("CREATE DATABASE {}")
        self.stack.callback(execute, "DROP DATABASE IF EXISTS {} WITH (FORCE)")
        return urlunsplit(urlsplit(server)._replace(path=f"/{unique}"))


@contextlib.contextmanager
def new_workspace() -> Iterator[Workspace]:
    """A workspace whose servers, databases and folder are removed in any case, also after Ctrl-C."""
    for number in ENDINGS:
        signal.signal(number, _as_interrupt)
    with contextlib.ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="netzwerk-bench-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        try:
            yield Workspace(folder, stack)
        finally:
            for number in ENDINGS:
                signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not interrupt the cleanup


def environment(own: dict[str, str]) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return {**inherited, "PYTHONPATH": str(ROOT), **own}


def unique_name(beginning: str) -> str:
    """A name that nobody else uses on a shared server."""
    return f"{beginning}{secrets.token_hex(4)}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _as_interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _stop(server: subprocess.Popen) -> None:
    server.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(SECONDS_TO_STOP)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()
